namespace Gongbao.Gazette.Reading;

/// <summary>Classes of characters that reading turns on.</summary>
internal static class Characters
{
    public static bool IsIdeograph(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or '〇' || char.IsSurrogate(c);

    /// <summary>Half or full width.</summary>
    public static bool IsDigit(char c) => c is >= '0' and <= '9' or >= '０' and <= '９';

    public static int DigitValue(char c) => c >= '０' ? c - '０' : c - '0';

    /// <summary>Ends a sentence or a clause of a list: a paragraph may end behind it.</summary>
    public static bool EndsSentence(char c) => c is '。' or '；' or '：' or '！' or '？' or ':' or ';' or '!' or '?';

    /// <summary>Width in print, in halves of an ideograph.</summary>
    public static int HalfWidth(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var c in text) width += c < 0x2000 && c is not ('·' or '×' or '—') ? char.IsWhiteSpace(c) ? 0 : 1 : 2;
        return width;
    }

    /// <summary>Without any white space; the same characters where there is none.</summary>
    public static ReadOnlySpan<char> WithoutSpace(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (char.IsWhiteSpace(c)) return Compact(text);
        return text;
    }

    /// <summary>Without any white space.</summary>
    public static string Compact(ReadOnlySpan<char> text)
    {
        var kept = 0;
        foreach (var c in text)
            if (!char.IsWhiteSpace(c)) kept++;
        if (kept == text.Length) return text.ToString();
        return string.Create(kept, text, static (to, from) =>
        {
            var at = 0;
            foreach (var c in from)
                if (!char.IsWhiteSpace(c)) to[at++] = c;
        });
    }
}
