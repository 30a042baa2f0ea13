using System.Text;

namespace Gongbao.Gazette.Search;

/// <summary>
/// The form in which search compares words: full and half width, capitals, kinds of brackets and white space make no difference, so that
/// both databases find the same by comparing characters alone.
/// </summary>
internal static class SearchForm
{
    public static string Of(string text)
    {
        var form = new StringBuilder(text.Length);
        // A lone surrogate has no normal form; it is not searched for.
        var sound = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? text : Sound(text);
        foreach (var c in sound.Normalize(NormalizationForm.FormKC))
            if (!char.IsWhiteSpace(c)) form.Append(Plain(char.ToLowerInvariant(c)));
        return form.ToString();
    }

    private static char Plain(char c) => c switch
    {
        '〔' or '[' or '【' or '(' or '﹝' => '(',
        '〕' or ']' or '】' or ')' or '﹞' => ')',
        _ => c,
    };

    private static string Sound(string text)
    {
        var sound = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) sound.Append(rune.ToString());
        return sound.ToString();
    }
}
