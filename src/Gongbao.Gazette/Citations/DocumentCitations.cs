using Gongbao.Gazette.Citations.Detection;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Citations;

/// <summary>A citation and where in its document it stands.</summary>
/// <param name="Citation">What was found; its offsets count in the node's own words.</param>
/// <param name="Words">As printed, line breaks gone, personal values masked.</param>
/// <param name="Slug">Address of the innermost place that holds it; null in the head of the document.</param>
/// <param name="Span">Where in the source.</param>
/// <param name="Node">In whose own words.</param>
internal sealed record PlacedCitation(Citation Citation, string Words, string? Slug, Span Span, Node Node);

/// <summary>All citations of a document as read (引用), in printed order.</summary>
internal static class DocumentCitations
{
    private static readonly string[] Carrying = ["印发", "转发", "批转", "发布", "公布"];

    public static IReadOnlyList<PlacedCitation> Of(ReadDocument document, SourceText source, CitationWords words)
    {
        var found = new List<PlacedCitation>();
        Visit(document.Root, null, ClauseAddresses.Of(document.Root).Slugs, new(words), source, found);
        var own = OwnTexts(document);
        var runs = new TextRuns(source, document.Personal, []);
        for (var i = 0; i < found.Count; i++)
        {
            if (IsOwn(found[i].Citation, own)) found[i] = found[i] with { Citation = found[i].Citation with { Not = NonDocument.IssuedHere } };
            if (document.Personal.Any(p => p.Span.From < found[i].Span.To && p.Span.To > found[i].Span.From))
                found[i] = found[i] with { Words = Characters.Compact(runs.Masked(found[i].Span)) };
        }
        return found;
    }

    private static bool IsOwn(Citation citation, HashSet<string> own) =>
        citation is { Kind: CitationKind.Title, Target: { Number: null, Title: { } title }, Place: null } && own.Contains(TitleForm.Exact(title));

    /// <summary>What the document calls the texts that it issues, passes on or attaches.</summary>
    private static HashSet<string> OwnTexts(ReadDocument document)
    {
        var names = document.Attachments.Select(a => a.Value);
        if (document.Title?.Value is { } title && Lexicon.ContainsAny(title, Carrying)) names = names.Concat(InnerTitles.Named(title));
        return [.. names.Select(TitleForm.Exact).Where(n => n.Length > 0)];
    }

    private static void Visit(Node node, string? slug, IReadOnlyDictionary<Node, string> slugs, CitationScanner scanner, SourceText source, List<PlacedCitation> found)
    {
        slug = slugs.GetValueOrDefault(node, slug!);
        if (node.Kind is not (NodeKind.Issuer or NodeKind.Number or NodeKind.Signature or NodeKind.DatedOn or NodeKind.AttachmentNote or NodeKind.Byline or NodeKind.Imprint))
        {
            if (node.Text.Length > 0 && scanner.Scan(node.Text, DocumentProjection.LabelLength(node)) is { Count: > 0 } citations)
            {
                var places = NodePlaces.Of(node, source);
                foreach (var c in citations) found.Add(new(c, node.Text[c.From..c.To], slug, new(places[c.From], places[c.To - 1] + 1), node));
            }
            foreach (var child in node.Children) Visit(child, slug, slugs, scanner, source, found);
        }
    }
}
