using System.Globalization;

namespace Gongbao.Gazette.Reading;

/// <summary>
/// A list of documents (目录) whose table came out of print one cell a line: 序号, 文件名称, 文号, 1, a title, its number, 2 …. Its rows look like the
/// heads of documents and are none; they are known by their numbers, which stand alone and count up from 1 behind 序号.
/// </summary>
internal static class PrintedList
{
    private const string Head = "序号";
    private const int LongestHead = 40;
    private const int MostHeadLines = 8;
    private const int MostRowLines = 16;

    /// <summary>The lines that are rows of such lists.</summary>
    public static HashSet<int> RowsOf(ContentLine[] lines)
    {
        var rows = new HashSet<int>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].Text.StartsWith(Head, StringComparison.Ordinal) || lines[i].Text.Length > LongestHead) continue;
            var at = Next(lines, i + 1, 1, MostHeadLines);
            for (var number = 2; at >= 0; number++)
            {
                var next = Next(lines, at + 1, number, MostRowLines);
                rows.UnionWith(Enumerable.Range(at, (next < 0 ? EndOfLast(lines, at) : next) - at));
                at = next;
            }
        }
        return rows;
    }

    /// <summary>The line on which a number stands alone; negative where none of the next ones is.</summary>
    private static int Next(ContentLine[] lines, int from, int number, int most)
    {
        var alone = number.ToString(CultureInfo.InvariantCulture);
        for (var i = from; i < Math.Min(lines.Length, from + most) && lines[i].Grid is null; i++)
            if (lines[i].Text == alone) return i;
        return -1;
    }

    /// <summary>The last row goes as far as its document's number; one without is left, for what follows may be a document.</summary>
    private static int EndOfLast(ContentLine[] lines, int at)
    {
        for (var i = at + 1; i < Math.Min(lines.Length, at + MostHeadLines); i++)
            if (NumberShape.IsNumber(lines[i].Text) || lines[i].Text.EndsWith('号')) return i + 1;
        return at;
    }
}
