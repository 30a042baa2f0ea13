namespace Gongbao.Gazette.Generating.Printing;

/// <summary>Breaks text into lines of a width, as Chinese print does: no stop begins a line, no opening mark ends one, numbers stay whole.</summary>
internal static class Typesetter
{
    private const string NotFirst = "、，。：；！？）》〉”〕％%~—";
    private const string NotLast = "（《〈“〔";

    /// <param name="text">One paragraph.</param>
    /// <param name="width">In full-width characters; a half-width one counts half.</param>
    /// <param name="indent">How much shorter the first line is.</param>
    public static List<string> Break(string text, int width, int indent = 0)
    {
        var lines = new List<string>();
        var at = 0;
        while (at < text.Length)
        {
            var room = 2 * (lines.Count == 0 ? width - indent : width);
            var end = at;
            for (; end < text.Length; end++)
            {
                room -= text[end] < 0x80 ? 1 : 2;
                if (room < 0) break;
            }
            if (end < text.Length) end = Mend(text, at, end);
            lines.Add(text[at..end].Trim(' '));
            at = end;
        }
        return lines;
    }

    public static int WidthOf(string line) => line.Sum(c => c < 0x80 ? 1 : 2) / 2;

    private static int Mend(string text, int at, int end)
    {
        if (NotFirst.Contains(text[end]))
        {
            // Stops hang over the edge.
            for (var hung = 0; hung < 2 && end < text.Length && NotFirst.Contains(text[end]); hung++) end++;
        }
        else
        {
            while (end > at + 1 && (NotLast.Contains(text[end - 1]) || char.IsAsciiLetterOrDigit(text[end]) && char.IsAsciiLetterOrDigit(text[end - 1]) || NotFirst.Contains(text[end])))
                end--;
        }
        return end;
    }
}
