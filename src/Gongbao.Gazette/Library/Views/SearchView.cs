namespace Gongbao.Gazette.Library;

/// <summary>What is asked of search.</summary>
/// <param name="Query">As typed; blank finds nothing unless a filter is set.</param>
/// <param name="Filters">Value by facet, such as <c>kind</c>; facets that are not known are passed over.</param>
/// <param name="Page">Counted from 1.</param>
internal sealed record SearchRequest(string Query, IReadOnlyDictionary<string, string> Filters, int Page = 1)
{
    /// <summary>The day as of which is asked (查询日期); null for the legal day.</summary>
    public DateOnly? On { get; init; }

    public static SearchRequest Of(string query, int page = 1) => new(query, new Dictionary<string, string>(), page);
}

/// <summary>A page of search results.</summary>
/// <param name="Query">As typed.</param>
/// <param name="Total">How many documents match; at most <see cref="MostCounted"/>.</param>
/// <param name="Page">Counted from 1.</param>
/// <param name="Pages">At least 1.</param>
/// <param name="Hits">Best first.</param>
internal sealed record SearchView(string Query, int Total, int Page, int Pages, IReadOnlyList<SearchHit> Hits)
{
    /// <summary>Counts are exact up to this many; beyond, the newest so many are counted, ordered and divided.</summary>
    public const int MostCounted = 10_000;

    /// <summary>The day as of which was asked: documents made later are left out, and states are those of this day.</summary>
    public DateOnly On { get; init; }

    /// <summary>True when there are more than were counted.</summary>
    public bool IsMore { get; init; }

    /// <summary>
    /// The one document whose number (in any form) or title was typed; with a clause, also the one document in force whose title ends so. Null where
    /// nothing of the kind was typed, and where the library holds none or more than one.
    /// </summary>
    public string? Exact { get; init; }

    /// <summary>The clause of that document that was typed with it; null when none was or the document has no such clause.</summary>
    public string? ExactClause { get; init; }

    /// <summary>True when no document holds the words as typed and those shown hold their characters.</summary>
    public bool IsLoose { get; init; }

    /// <summary>The filters that were set.</summary>
    public IReadOnlyDictionary<string, string> Filters { get; init; } = new Dictionary<string, string>();

    /// <summary>How the results divide, most first. A facet with a filter counts as if that filter were not set.</summary>
    public IReadOnlyList<FacetView> Facets { get; init; } = [];

    /// <summary>What to say about the answer itself, in whole sentences: what was left out, how far it was ordered.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>In the API: the cursor of the next page; null on the last.</summary>
    public string? Next { get; init; }

    /// <summary>What to try instead; empty when something was found.</summary>
    public IReadOnlyList<SearchSuggestion> Suggestions { get; init; } = [];
}

/// <summary>How results divide by one facet (分面).</summary>
/// <param name="Key">Its part of an address.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Values">Most documents first; at most 50.</param>
internal sealed record FacetView(string Key, string Name, IReadOnlyList<FacetCount> Values);

/// <summary>One value of a facet.</summary>
/// <param name="Value">As shown and as in an address.</param>
/// <param name="Count">How many of the documents counted have it.</param>
/// <param name="IsSet">True when it is the filter.</param>
internal sealed record FacetCount(string Value, int Count, bool IsSet);

/// <summary>Something to try or to go to.</summary>
/// <param name="Text">What to read.</param>
/// <param name="Kind">What it is: 文号, 标题, 机关, 少一个词, 另一天, 条款.</param>
/// <param name="Href">Where it leads.</param>
internal sealed record SearchSuggestion(string Text, string Kind, string Href);

/// <summary>A document that matches, with the places in it that do.</summary>
/// <param name="Document">The document.</param>
/// <param name="IssueTitle">The issue it stands in.</param>
/// <param name="Why">Why it was found, in a whole sentence.</param>
/// <param name="Places">The best few; empty when only title or number match.</param>
/// <param name="MorePlaces">How many places more there are.</param>
internal sealed record SearchHit(DocumentLine Document, string IssueTitle, string Why, IReadOnlyList<SearchPlace> Places, int MorePlaces)
{
    /// <summary>Whether it was in force on the day that was asked for.</summary>
    public HitState? State { get; init; }
}

/// <summary>The state of a document (效力状态).</summary>
/// <param name="Code">In data, such as <c>in-force</c>.</param>
/// <param name="Name">As shown.</param>
internal sealed record HitState(string Code, string Name);

/// <summary>A matching place.</summary>
/// <param name="Slug">Slug of the clause; null when the place has no address.</param>
/// <param name="Place">How a citation names it; null when it has no name.</param>
/// <param name="Snippet">A stretch of its text; the words found are marked.</param>
internal sealed record SearchPlace(string? Slug, string? Place, IReadOnlyList<SnippetPart> Snippet);

/// <summary>A stretch of a snippet.</summary>
/// <param name="Text">As shown.</param>
/// <param name="IsFound">True for a word that was searched for.</param>
internal readonly record struct SnippetPart(string Text, bool IsFound);
