namespace Gongbao.Gazette.Reading;

/// <summary>
/// Cells that hold for several rows (合并单元格), set in a narrow column two to four characters a line. The body's headings name
/// them; where they do not, a line shorter than the column or 分） ends one.
/// </summary>
internal static class GroupCuts
{
    private const int MostLines = 24;
    private const int LongestHeading = 60;

    public static IReadOnlyList<LineRange> Cells(TableLine[] lines, LineRange column, BodyText body, int? wanted)
    {
        if (column.Count == 0) return [];
        if (ByHeadings(lines, column, body) is { } named) return named;
        var cuts = Of(lines, column);
        return cuts.Cells(wanted is { } count && count <= column.Count && cuts.Score(count) > cuts.Score(cuts.Natural) - 6 ? count : cuts.Natural);
    }

    /// <summary>The cells as headings of the body; null where the lines are not all headings.</summary>
    public static IReadOnlyList<LineRange>? ByHeadings(TableLine[] lines, LineRange column, BodyText body)
    {
        var cells = new List<LineRange>();
        for (var i = column.From; i < column.To;)
        {
            var end = HeadingFrom(lines, i, column.To, body, null);
            if (end == 0) return null;
            cells.Add(new(i, end));
            i = end;
        }
        return cells;
    }

    /// <summary>Every line up to which the lines from the first on are headings of the body and nothing else.</summary>
    public static HashSet<int> HeadingEnds(TableLine[] lines, LineRange block, BodyText body)
    {
        var ends = new HashSet<int>();
        for (var i = block.From; i < block.To;)
        {
            i = HeadingFrom(lines, i, block.To, body, ends);
            if (i == 0) break;
        }
        return ends;
    }

    /// <summary>Behind the last of the lines that are a heading of the body together; 0 where the lines from here are none.</summary>
    private static int HeadingFrom(TableLine[] lines, int from, int to, BodyText body, HashSet<int>? ends)
    {
        System.Span<char> text = stackalloc char[LongestHeading];
        var (length, end) = (0, 0);
        for (var i = from; i < Math.Min(to, from + MostLines) && length + lines[i].Text.Length <= LongestHeading; i++)
        {
            lines[i].Text.CopyTo(text[length..]);
            length += lines[i].Text.Length;
            if (!body.MayBeginHeading(text[..length])) break;
            if (body.HeadingOf(text[..length]) < 0) continue;
            end = i + 1;
            ends?.Add(end);
        }
        return end;
    }

    private static CellCuts Of(TableLine[] lines, LineRange column)
    {
        var depths = TextCuts.Depths(lines, column);
        var blank = TextCuts.BlankWeight(lines, column);
        var widest = 0;
        for (var i = column.From; i < column.To; i++) widest = Math.Max(widest, lines[i].Width);
        var likely = new double[Math.Max(0, column.Count - 1)];
        var counted = Enumerable.Range(column.From, column.Count).Any(i => EndsWithPoints(lines[i].Text));
        for (var i = column.From + 1; i < column.To; i++)
        {
            var (before, text) = (lines[i - 1].Text, lines[i].Text);
            likely[i - column.From - 1] =
                EndsWithPoints(before) ? 5 : counted ? CellCuts.Never
                : text[0] is '（' or '(' or '）' or '、' or '，' or '”' || before[^1] is '、' or '（' or '“' or '和' or '与' or '及' || depths[i - column.From] > 0 ? CellCuts.Never
                : (widest - lines[i - 1].Width >= 2 ? 2 : column.Count > 1 && widest > 10 ? 0.3 : -1) + (lines[i].BlankBefore ? blank : -blank);
        }
        return new(column, likely);
    }

    /// <summary>数据统筹（20分）: where one category says its points, each ends with them.</summary>
    private static bool EndsWithPoints(string line) => line.EndsWith("分）", StringComparison.Ordinal) || line.EndsWith("分)", StringComparison.Ordinal);
}
