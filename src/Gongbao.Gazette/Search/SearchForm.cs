using System.Text;

namespace Gongbao.Gazette.Search;

/// <summary>
/// The form in which search compares words: full and half width, capitals, kinds of brackets, white space and control characters make no
/// difference, so that both databases find the same by comparing characters alone.
/// </summary>
internal static class SearchForm
{
    public static string Of(string text)
    {
        var form = new StringBuilder(text.Length);
        foreach (var c in text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? text : Sound(text))
            if (Of(c) is { } compared) form.Append(compared);
        return form.ToString();
    }

    /// <summary>One character that is no surrogate; null where it does not count.</summary>
    public static char? Of(char c) => char.IsWhiteSpace(c) || char.IsControl(c) ? null : Plain(char.ToLowerInvariant(HalfWidth(c)));

    /// <summary>Full-width letters, digits and signs stand in the order of ASCII. The program runs without the tables of Unicode normal forms.</summary>
    private static char HalfWidth(char c) => c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c;

    private static char Plain(char c) => c switch
    {
        '〔' or '[' or '【' or '(' or '﹝' => '(',
        '〕' or ']' or '】' or ')' or '﹞' => ')',
        _ => c,
    };

    /// <summary>A lone surrogate is no character and is not searched for.</summary>
    private static string Sound(string text)
    {
        var sound = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) sound.Append(rune.ToString());
        return sound.ToString();
    }
}
