using Gongbao.Gazette.Library;
using Gongbao.Gazette.Search.Query;
using Gongbao.Gazette.Validity.Showing;
using Microsoft.AspNetCore.Http;

namespace Gongbao.Gazette.Search;

/// <summary>What a page of search shows for its address: that of the site and the embedded one alike.</summary>
/// <param name="Found">Null where nothing was asked.</param>
/// <param name="Filters">The filters that were heeded.</param>
/// <param name="Remarks">What to say above the results, in whole sentences.</param>
internal sealed record PageSearch(SearchView? Found, IReadOnlyDictionary<string, string> Filters, IReadOnlyList<string> Remarks)
{
    /// <summary>Before anything was asked.</summary>
    public static PageSearch None { get; } = new(null, SearchAddress.None, []);

    /// <summary>
    /// Where somebody is led who typed the number of a document, or named a clause with it; null for the list of results. Who types a title alone may
    /// as well want what cites it: the document stands first in the list.
    /// </summary>
    public string? LeadsTo => Found is { Exact: { } exact } found && Filters.Count == 0 && SearchQuery.Read(found.Query) is not { Number: null, Partial: null, Place: null }
        ? "/d/" + Uri.EscapeDataString(exact) + (found.ExactClause is { } clause ? "/" + Uri.EscapeDataString(clause) : "")
        : null;

    /// <summary>Answers an address. A year that is none is said and left out.</summary>
    public static async Task<PageSearch> FindAsync(string? query, int page, IGazetteLibrary library, AsOf asOf, HttpContext http)
    {
        var (words, filters) = (query?.Trim() ?? "", SearchEndpoints.Filters(http.Request.Query));
        var wrong = SearchEndpoints.WrongYear(filters);
        if (wrong is not null) filters.Remove("year");
        if (words.Length == 0 && filters.Count == 0) return None with { Remarks = wrong is null ? [] : [wrong + "请改正年份，或填要查的字。"] };
        var found = await library.SearchAsync(new(words, filters, page) { On = asOf.Day }, http.RequestAborted);
        return new(found, filters, wrong is null ? found.Remarks : [wrong + "下面没有按年份筛选。", .. found.Remarks]);
    }
}
