namespace Gongbao.Gazette.Reading;

/// <summary>Names of the sections of a gazette (栏目), which stand over its documents and in its contents.</summary>
internal static class Sections
{
    private const int LongestName = 20;

    public static bool IsName(string text) =>
        text.Length <= LongestName && Lexicon.EndsWithAny(text, Lexicon.SectionEndings) && text.AsSpan().IndexOfAny('。', '：', '，') < 0;

    /// <summary>The first of the lines before a document that name a section; <paramref name="to"/> where none does.</summary>
    public static int Above(ContentLine[] lines, int from, int to)
    {
        var first = to;
        while (first > from && to - first < 3 && IsName(lines[first - 1].Text)) first--;
        return first;
    }
}
