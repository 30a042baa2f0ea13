namespace Gongbao.Gazette.Citations.Detection;

/// <summary>Tells apart what stands in title marks and is not a document (非文件).</summary>
internal static class NotDocuments
{
    /// <param name="title">Words between the marks.</param>
    /// <param name="before">What stands before the opening mark.</param>
    /// <param name="after">What stands behind the closing mark.</param>
    /// <param name="words">The declared words.</param>
    /// <returns>Null for a document.</returns>
    public static NonDocument? Tell(string title, ReadOnlySpan<char> before, ReadOnlySpan<char> after, CitationWords words)
    {
        var core = TitleForm.WithoutBrackets(title).AsSpan();
        if (Ends(before, words.BeforeWorks)) return NonDocument.Work;
        foreach (var word in words.AfterWorks)
            if (after.StartsWith(word, StringComparison.Ordinal)) return NonDocument.Work;
        if (Ends(core, words.Certificates)) return NonDocument.Certificate;
        if (Ends(core, words.Forms)) return NonDocument.Form;
        if (Ends(core, words.Publications)) return NonDocument.Publication;
        if (words.Documents.Length > 0 && !Ends(core, words.Documents)) return NonDocument.Work;
        return IsPlanned(before, words) ? NonDocument.Planned : null;
    }

    private static bool IsPlanned(ReadOnlySpan<char> before, CitationWords words)
    {
        foreach (var verb in words.Planning)
        {
            if (!before.EndsWith(verb, StringComparison.Ordinal)) continue;
            var sentence = before[..^verb.Length];
            sentence = sentence[(sentence.LastIndexOfAny('。', '；', '，') + 1)..];
            foreach (var made in words.Made)
                if (sentence.IndexOf(made, StringComparison.Ordinal) >= 0) return false;
            return true;
        }
        return false;
    }

    private static bool Ends(ReadOnlySpan<char> text, string[] endings)
    {
        foreach (var ending in endings)
            if (text.EndsWith(ending, StringComparison.Ordinal)) return true;
        return false;
    }
}
