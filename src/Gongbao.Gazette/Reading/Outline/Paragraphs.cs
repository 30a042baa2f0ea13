namespace Gongbao.Gazette.Reading;

/// <summary>Joins broken lines into paragraphs. Blank lines mean nothing; a line that ends a sentence short of the column does.</summary>
internal static class Paragraphs
{
    /// <summary>How much shorter than the column a last line is, in halves of an ideograph.</summary>
    private const int Short = 6;

    /// <summary>The width of a full line among these: the widest that at least one line in twenty reaches.</summary>
    public static int FullWidth(ContentLine[] lines, int from, int to)
    {
        if (to <= from) return 0;
        const int widest = 400;
        System.Span<int> counts = stackalloc int[widest + 1];
        for (var i = from; i < to; i++) counts[Math.Min(widest, lines[i].Width)]++;
        var enough = Math.Max(1, (to - from) / 20);
        for (int width = widest, sum = 0; width > 0; width--)
        {
            sum += counts[width];
            if (sum >= enough) return width;
        }
        return widest;
    }

    /// <summary>Whether the paragraph ends with the line.</summary>
    public static bool EndsAt(ContentLine line, int fullWidth) => line.EndsParagraph ?? LooksEnded(line, fullWidth);

    private static bool LooksEnded(ContentLine line, int fullWidth) => !EndsInNumber(line.Text) && (
        line.Text[^1] is '。' or '；' or '：' or '！' or '？' or '〕' or ':' or ';' && line.Width <= fullWidth - Short
        || line.Text[^1] is '。' or '”' or '〕' && line.Width <= fullWidth - 2 * Short);

    /// <summary>Whether a line stops behind the year of a document number, which goes on with its serial: 清府发〔2021〕.</summary>
    public static bool EndsInNumber(string text) => text.Length > 6 && text[^1] is '〕' or ']' or '］' && text[^6] is '〔' or '[' or '［' && Characters.IsDigit(text[^2]);

    /// <summary>The paragraph that begins at a line: the index behind its last line.</summary>
    public static int EndOf(ContentLine[] lines, int from, int to, int fullWidth)
    {
        for (var i = from; i < to; i++)
            if (EndsAt(lines[i], fullWidth)) return i + 1;
        return to;
    }
}
