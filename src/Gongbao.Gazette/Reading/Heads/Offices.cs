namespace Gongbao.Gazette.Reading;

/// <summary>The shape of an office's or body's name (机关名称).</summary>
internal static class Offices
{
    private const int LongestName = 30;

    /// <summary>Whether the words are a name and nothing else: no sentence, no title.</summary>
    public static bool IsName(ReadOnlySpan<char> text)
    {
        if (text.Length is < 2 or > LongestName || Lexicon.StartsWithAny(text, Lexicon.TitleStarts)) return false;
        foreach (var c in text)
            if (!Characters.IsIdeograph(c) && c is not ('（' or '）' or '(' or ')' or '·')) return false;
        return Lexicon.EndsWithAny(text, Lexicon.OfficeEndings);
    }

    /// <summary>Length of the name at the start of a title printed in one line with it: 清河市人民政府关于…; 0 when there is none.</summary>
    public static int NameBefore(ReadOnlySpan<char> title)
    {
        foreach (var start in Lexicon.TitleStarts)
        {
            var at = title.IndexOf(start, StringComparison.Ordinal);
            if (at >= 2 && IsName(title[..at])) return at;
        }
        return 0;
    }
}
