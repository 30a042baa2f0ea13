using Gongbao.Gazette.Library;
using Gongbao.Gazette.Validity.Showing;
using Gongbao.Web.Display;

namespace Gongbao.Gazette.Embedding;

/// <summary>A document whose words lead to places inside the embedded view only; what has no page there is told without a link.</summary>
internal static class EmbeddedText
{
    public static DocumentView Of(DocumentView document, EmbeddedView view) => document with
    {
        Addressees = document.Addressees is { } addressees ? Runs(addressees, view) : null,
        Body = [.. document.Body.Select(b => Of(b, view))],
        Validity = document.Validity is { Cause: { } cause } validity ? validity with { Cause = Unlinked(cause) } : document.Validity,
    };

    /// <summary>Without the way to the printed line and to who cites it, which are pages of the site.</summary>
    private static BlockView Of(BlockView block, EmbeddedView view) => block with
    {
        Text = Runs(block.Text, view),
        Children = [.. block.Children.Select(c => Of(c, view))],
        Changes = [.. block.Changes.Select(c => c with { Cause = Unlinked(c.Cause) })],
        CitedBy = 0,
        Line = 0,
    };

    private static IReadOnlyList<TextRun> Runs(IReadOnlyList<TextRun> runs, EmbeddedView view) =>
        [.. runs.Select(r => r.Href is { } href ? r with { Href = view.Link(href) } : r)];

    private static CauseView Unlinked(CauseView cause) => cause with { Document = null, CleanUp = null };
}
