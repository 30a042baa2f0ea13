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
internal sealed record PlacedCitation(Citation Citation, string Words, string? Slug, Span Span, Node Node)
{
    /// <summary>Where the text stands that the document issues or attaches and that is named by its title; null where it names none, or one that is not printed.</summary>
    public CitedPlace? OwnText { get; init; }

    /// <summary>The place that it leads to; null for a whole document.</summary>
    public CitedPlace? Place => Citation.Place ?? OwnText;
}

/// <summary>All citations of a document as read (引用), in printed order.</summary>
internal static class DocumentCitations
{
    public static IReadOnlyList<PlacedCitation> Of(ReadDocument document, SourceText source, CitationWords words)
    {
        var found = new List<PlacedCitation>();
        var slugs = ClauseAddresses.Of(document.Root).Slugs;
        Visit(document.Root, null, slugs, new(words), source, found);
        var own = OwnTexts.Of(document, slugs);
        var runs = new TextRuns(source, document.Personal, []);
        for (var i = 0; i < found.Count; i++)
        {
            if (own.IsNamed(found[i].Citation, out var place)) found[i] = found[i] with { Citation = found[i].Citation with { Not = NonDocument.IssuedHere }, OwnText = place };
            if (document.Personal.Any(p => p.Span.From < found[i].Span.To && p.Span.To > found[i].Span.From))
                found[i] = found[i] with { Words = Characters.Compact(runs.Masked(found[i].Span)) };
        }
        return found;
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
