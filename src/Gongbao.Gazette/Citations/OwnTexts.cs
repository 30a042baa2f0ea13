using Gongbao.Gazette.Reading;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Citations;

/// <summary>The texts that a document issues, passes on or attaches (印发件、附件), by the names by which it calls them.</summary>
internal sealed class OwnTexts
{
    private static readonly string[] Carrying = ["印发", "转发", "批转", "发布", "公布"];
    private readonly Dictionary<string, CitedPlace?> _places = new(StringComparer.Ordinal);

    private OwnTexts()
    {
    }

    /// <param name="document">The document.</param>
    /// <param name="slugs">Addresses of its places.</param>
    public static OwnTexts Of(ReadDocument document, IReadOnlyDictionary<Node, string> slugs)
    {
        var own = new OwnTexts();
        var texts = Inner(document, NodeKind.AttachedText);
        var attachments = Inner(document, NodeKind.Attachment);

        // A text whose title is not printed is known by its turn: the third attachment by the third line of the note that lists them.
        foreach (var (i, name) in document.Attachments.Index())
            own.Add(name.Value, Titled(attachments, name.Value) ?? (attachments.Count == document.Attachments.Count ? attachments[i] : null), slugs);
        if (document.Title?.Value is { } title && Lexicon.ContainsAny(title, Carrying))
            foreach (var name in InnerTitles.Named(title)) own.Add(name, Titled([.. texts, .. attachments], name) ?? (texts is [var only] ? only : null), slugs);
        return own;
    }

    /// <summary>Whether a citation names one of the texts.</summary>
    /// <param name="citation">The citation.</param>
    /// <param name="place">Where the text stands; null where it is not printed.</param>
    public bool IsNamed(Citation citation, out CitedPlace? place)
    {
        place = null;
        return citation is { Kind: CitationKind.Title, Target: { Number: null, Title: { } title }, Place: null } && _places.TryGetValue(TitleForm.Exact(title), out place);
    }

    private void Add(string name, Node? text, IReadOnlyDictionary<Node, string> slugs)
    {
        if (TitleForm.Exact(name) is not { Length: > 0 } exact) return;
        _places.TryAdd(exact, text is not null && slugs.TryGetValue(text, out var slug) && ClausePath.TryParseSlug(slug, out var path) ? CitedPlace.Of(path) : null);
    }

    private static List<Node> Inner(ReadDocument document, NodeKind kind) => document.Root.Children.FindAll(c => c.Kind == kind);

    private static Node? Titled(List<Node> texts, string name) =>
        texts.Find(t => t.Children is [{ Kind: NodeKind.Title } title, ..] && TitleForm.Exact(title.Text) == TitleForm.Exact(name));
}
