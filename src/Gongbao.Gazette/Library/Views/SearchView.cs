namespace Gongbao.Gazette.Library;

/// <summary>A page of search results.</summary>
/// <param name="Query">As typed.</param>
/// <param name="Total">How many documents match.</param>
/// <param name="Page">Counted from 1.</param>
/// <param name="Pages">At least 1.</param>
/// <param name="Hits">Best first.</param>
internal sealed record SearchView(string Query, int Total, int Page, int Pages, IReadOnlyList<SearchHit> Hits)
{
    /// <summary>The document whose number was typed, in any form; null when none was or the library does not hold it.</summary>
    public string? Exact { get; init; }
}

/// <summary>A document that matches, with the places in it that do.</summary>
/// <param name="Document">The document.</param>
/// <param name="IssueTitle">The issue it stands in.</param>
/// <param name="Places">The best few; empty when only title or number match.</param>
/// <param name="MorePlaces">How many places more there are.</param>
internal sealed record SearchHit(DocumentLine Document, string IssueTitle, IReadOnlyList<SearchPlace> Places, int MorePlaces);

/// <summary>A matching place.</summary>
/// <param name="Slug">Slug of the clause; null when the place has no address.</param>
/// <param name="Place">How a citation names it; null when it has no name.</param>
/// <param name="Snippet">A stretch of its text; the words found are marked.</param>
internal sealed record SearchPlace(string? Slug, string? Place, IReadOnlyList<SnippetPart> Snippet);

/// <summary>A stretch of a snippet.</summary>
/// <param name="Text">As shown.</param>
/// <param name="IsFound">True for a word that was searched for.</param>
internal readonly record struct SnippetPart(string Text, bool IsFound);
