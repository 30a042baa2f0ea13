namespace Gongbao.Gazette.Reading;

/// <summary>A line of a part that may be a table.</summary>
/// <param name="Words">The line of words.</param>
/// <param name="BlankBefore">Whether more blank lines stand above it than above most lines: a hint that is often false, never a proof.</param>
internal readonly record struct TableLine(ContentLine Words, bool BlankBefore)
{
    /// <summary>The line as printed.</summary>
    public SourceLine Line => Words.Line;

    /// <summary>Without white space.</summary>
    public string Text => Words.Text;

    /// <summary>Width in print, in halves of an ideograph.</summary>
    public int Width => Words.Width;

    public static TableLine[] Of(ContentPart part)
    {
        var lines = new TableLine[part.Lines.Count];
        var usual = UsualGap(part.Lines);
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = new(part.Lines[i], i == 0 || Gap(part.Lines, i) > usual);
        }
        return lines;
    }

    /// <summary>The words of some lines as one, without white space.</summary>
    public static string Joined(TableLine[] lines, LineRange range)
    {
        if (range.Count == 1) return lines[range.From].Text;
        var length = 0;
        for (var i = range.From; i < range.To; i++) length += lines[i].Text.Length;
        return string.Create(length, (lines, range), static (to, from) =>
        {
            for (var i = from.range.From; i < from.range.To; i++)
            {
                from.lines[i].Text.CopyTo(to);
                to = to[from.lines[i].Text.Length..];
            }
        });
    }

    private static int Gap(IReadOnlyList<ContentLine> lines, int i) => lines[i].Number - lines[i - 1].Number - 1;

    /// <summary>How many blank lines stand above most lines: 0 in close print, 1 where all lines are set apart.</summary>
    private static int UsualGap(IReadOnlyList<ContentLine> lines)
    {
        var close = 0;
        for (var i = 1; i < lines.Count; i++)
            if (Gap(lines, i) == 0) close++;
        return close * 5 > lines.Count ? 0 : 1;
    }
}

/// <summary>A run of lines, end excluded.</summary>
internal readonly record struct LineRange(int From, int To)
{
    public int Count => To - From;
}
