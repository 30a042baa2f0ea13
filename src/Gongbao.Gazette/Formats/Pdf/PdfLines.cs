using System.Text;

namespace Gongbao.Gazette.Formats.Pdf;

/// <summary>One character on its way to the page.</summary>
/// <param name="Character">What is drawn.</param>
/// <param name="Face">In which font.</param>
/// <param name="Size">In points.</param>
/// <param name="Href">Where it leads; null where nowhere.</param>
internal readonly record struct Letter(Rune Character, EmbeddedFace Face, double Size, string? Href)
{
    public double Width => Face.Width(Character) * Size;
}

/// <summary>A line as it is drawn.</summary>
/// <param name="Letters">From left to right.</param>
/// <param name="Gap">Added behind each letter, so that the line fills its width.</param>
internal sealed record PdfLine(IReadOnlyList<Letter> Letters, double Gap)
{
    public double Width => Letters.Sum(l => l.Width + Gap) - (Letters.Count > 0 ? Gap : 0);
}

/// <summary>Breaks letters into lines by the rules of Chinese print (禁则): no mark that closes at the beginning, none that opens at the end, no number or foreign word torn apart.</summary>
internal static class PdfLines
{
    /// <param name="letters">A paragraph.</param>
    /// <param name="width">Of the lines.</param>
    /// <param name="indent">Of the first line.</param>
    /// <param name="gap">Between letters where nothing is stretched.</param>
    /// <param name="isJustified">Whether lines but the last fill their width.</param>
    public static List<PdfLine> Break(IReadOnlyList<Letter> letters, double width, double indent, double gap, bool isJustified)
    {
        var lines = new List<PdfLine>();
        for (var from = 0; from < letters.Count;)
        {
            var room = lines.Count == 0 ? width - indent : width;
            var to = End(letters, from, room, gap);
            var line = letters.Skip(from).Take(to - from).ToList();
            while (line.Count > 1 && Rune.IsWhiteSpace(line[^1].Character)) line.RemoveAt(line.Count - 1);
            lines.Add(new(line, GapOf(line, room, gap, isJustified && to < letters.Count)));
            from = to;
            while (from < letters.Count && Rune.IsWhiteSpace(letters[from].Character)) from++;
        }
        return lines;
    }

    /// <summary>As few lines as the width allows, all about as long (标题回行).</summary>
    public static List<PdfLine> Balance(IReadOnlyList<Letter> letters, double width)
    {
        var least = Break(letters, width, 0, 0, isJustified: false);
        var (low, high) = (width / 3, width);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (Break(letters, middle, 0, 0, isJustified: false).Count > least.Count) low = middle;
            else high = middle;
        }
        return Break(letters, high, 0, 0, isJustified: false);
    }

    private static int End(IReadOnlyList<Letter> letters, int from, double room, double gap)
    {
        var (at, used) = (from, 0.0);
        while (at < letters.Count && used + letters[at].Width + Math.Min(0, gap) <= room + 0.01) used += letters[at++].Width + gap;
        if (at == letters.Count) return at;
        // One closing mark more is drawn in: the letters before it move a little closer.
        if (at > from + 16 && PdfLayout.NeverFirst.Contains(letters[at].Character.ToString(), StringComparison.Ordinal) && (at + 1 == letters.Count || MayBreak(letters, at + 1))) return at + 1;
        for (var end = at; end > from; end--)
            if (MayBreak(letters, end)) return end;
        return Math.Max(at, from + 1);
    }

    private static bool MayBreak(IReadOnlyList<Letter> letters, int at)
    {
        var (before, after) = (letters[at - 1].Character, letters[at].Character);
        return !(IsWord(before) && IsWord(after)) && !PdfLayout.NeverFirst.Contains(after.ToString(), StringComparison.Ordinal) && !PdfLayout.NeverLast.Contains(before.ToString(), StringComparison.Ordinal);
    }

    private static bool IsWord(Rune character) => character.IsAscii && !Rune.IsWhiteSpace(character);

    private static double GapOf(IReadOnlyList<Letter> line, double room, double gap, bool isJustified)
    {
        if (line.Count < 2) return gap;
        var fill = (room - line.Sum(l => l.Width)) / (line.Count - 1);
        // A last line is only ever drawn closer, and a line of few letters is not torn apart.
        return fill < gap ? fill : isJustified && fill - gap < line[0].Size / 4 ? fill : gap;
    }
}
