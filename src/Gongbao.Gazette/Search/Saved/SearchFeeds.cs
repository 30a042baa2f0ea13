using Gongbao.Gazette.Feeds;
using Gongbao.Gazette.Formats;
using Gongbao.Gazette.Library;
using Gongbao.Platform.Access;
using Gongbao.Web.Serving;
using Gongbao.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Gazette.Search.Saved;

/// <summary>Searches as feeds (订阅搜索): any search for everybody, and a saved one by a key that nobody can guess.</summary>
internal static class SearchFeeds
{
    private const string Atom = "application/atom+xml; charset=utf-8";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/feeds/search.atom", SendSearchAsync).AllowPublic().WithTags("订阅").WithName("SearchFeed").WithSummary("一次搜索中新入库的文件，Atom 格式；q 和筛选条件与搜索接口相同");
        routes.MapGet("/feeds/saved/{key}.atom", SendSavedAsync).AllowPublic().WithTags("订阅").WithName("SavedSearchFeed").WithSummary("保存的搜索中新入库的文件，Atom 格式；地址在“我的搜索”里，不需登录");
    }

    /// <summary>The feed of a search.</summary>
    public static string Of(string query, IReadOnlyDictionary<string, string> filters) => "/feeds/search.atom" + SearchAddress.Of(query, filters)["/search".Length..];

    /// <summary>The feed of a saved search.</summary>
    public static string Of(string key) => $"/feeds/saved/{key}.atom";

    private static async Task<IResult> SendSearchAsync(string? q, SavedSearches searches, SiteIdentity site, TimeProvider time, HttpContext http)
    {
        var (query, filters) = (q?.Trim() ?? "", SearchEndpoints.Filters(http.Request.Query));
        if (query.Length == 0 && filters.Count == 0) return TypedResults.Problem("请在 q 里填要查的字，或填一个筛选条件。", statusCode: StatusCodes.Status400BadRequest);
        return Send($"{site.Title}：{string.Join('，', filters.Values.Prepend(query).Where(v => v.Length > 0))}", Of(query, filters), await searches.NewestAsync(new(query, filters), http.RequestAborted), time, http);
    }

    private static async Task<IResult> SendSavedAsync(string key, SavedSearches searches, SiteIdentity site, TimeProvider time, HttpContext http) =>
        await searches.FeedAsync(key, http.RequestAborted) is var (name, documents) ? Send($"{site.Title}：{name}", Of(key), documents, time, http) : TypedResults.NotFound();

    private static IResult Send(string title, string self, IReadOnlyList<ListedDocument> documents, TimeProvider time, HttpContext http)
    {
        var address = SiteAddress.Of(http.Request);
        return Tagged.Bytes(http, AtomFeed.Write(title, new Uri(address, self), address, documents, time.GetUtcNow()), Atom);
    }
}
