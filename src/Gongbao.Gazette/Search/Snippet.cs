using Gongbao.Gazette.Library;

namespace Gongbao.Gazette.Search;

/// <summary>A stretch of a text around the first word found, with every word found in it marked.</summary>
internal static class Snippet
{
    private const int Before = 30;
    private const int After = 70;

    /// <param name="text">The text as shown.</param>
    /// <param name="words">The words in the form search compares.</param>
    public static IReadOnlyList<SnippetPart> Of(string text, IReadOnlyList<string> words)
    {
        var (form, at) = Compared(text);
        var marks = Marks(form, words).Select(m => (From: at[m.From], To: at[m.To - 1] + 1)).ToList();
        var first = marks.Count > 0 ? marks[0].From : 0;
        var from = Math.Max(0, first - Before);
        var to = Math.Min(text.Length, first + After);
        if (from > 0 && char.IsLowSurrogate(text[from])) from--;
        if (to < text.Length && char.IsLowSurrogate(text[to])) to++;
        var parts = new List<SnippetPart>();
        if (from > 0) parts.Add(new("……", false));
        foreach (var mark in marks.Where(m => m.From >= from && m.To <= to))
        {
            if (mark.From > from) parts.Add(new(text[from..mark.From], false));
            parts.Add(new(text[mark.From..mark.To], true));
            from = mark.To;
        }
        if (to > from) parts.Add(new(text[from..to], false));
        if (to < text.Length) parts.Add(new("……", false));
        return parts;
    }

    /// <summary>The text in the compared form, and where each of its characters stands in the text.</summary>
    private static (string Form, List<int> At) Compared(string text)
    {
        var form = new System.Text.StringBuilder(text.Length);
        var at = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
            if ((char.IsSurrogate(text[i]) ? text[i] : SearchForm.Of(text[i])) is { } c)
            {
                form.Append(c);
                at.Add(i);
            }
        return (form.ToString(), at);
    }

    /// <summary>The places of the words, ascending, without overlap.</summary>
    private static List<(int From, int To)> Marks(string form, IReadOnlyList<string> words)
    {
        var marks = new List<(int From, int To)>();
        foreach (var word in words)
            for (var at = form.IndexOf(word, StringComparison.Ordinal); at >= 0; at = form.IndexOf(word, at + word.Length, StringComparison.Ordinal))
                marks.Add((at, at + word.Length));
        marks.Sort();
        var apart = new List<(int From, int To)>();
        foreach (var mark in marks)
            if (apart.Count == 0 || mark.From >= apart[^1].To) apart.Add(mark);
        return apart;
    }
}
