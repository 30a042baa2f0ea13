using Gongbao.Gazette.Feeds;
using Gongbao.Gazette.Search.Index;
using Gongbao.Gazette.Validity.Showing;
using Gongbao.Platform.Access;
using Gongbao.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Gazette.Search.Saved;

/// <summary>Searches as feeds (订阅搜索): any search for everybody, and a saved one by a key that nobody can guess.</summary>
internal static class SearchFeeds
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/feeds/search.atom", SendSearchAsync).AllowPublic().WithTags("订阅").WithName("SearchFeed").WithSummary("一次搜索中新入库的文件，Atom 格式；q 和筛选条件与搜索接口相同，on 只列这一天已有的文件")
            .WithMetadata(AsOf.Query, new QueryParameters([.. Facet.Shown.Select(f => f.Key)])).Produces<Stream>(StatusCodes.Status200OK, AtomFeed.MediaType).ProducesProblem(StatusCodes.Status400BadRequest);
        routes.MapGet("/feeds/saved/{key}.atom", SendSavedAsync).AllowPublic().WithTags("订阅").WithName("SavedSearchFeed").WithSummary("保存的搜索中新入库的文件，Atom 格式；地址在“我的搜索”里，不需登录；on 只列这一天已有的文件")
            .WithMetadata(AsOf.Query).Produces<Stream>(StatusCodes.Status200OK, AtomFeed.MediaType).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>The feed of a search.</summary>
    public static string Of(string query, IReadOnlyDictionary<string, string> filters) => "/feeds/search.atom" + SearchAddress.Of(query, filters)["/search".Length..];

    /// <summary>The feed of a saved search.</summary>
    public static string Of(string key) => $"/feeds/saved/{key}.atom";

    private static async Task<IResult> SendSearchAsync(string? q, SavedSearches searches, AsOf asOf, HttpContext http)
    {
        var (query, filters) = (q?.Trim() ?? "", SearchEndpoints.Filters(http.Request.Query));
        if (query.Length == 0 && filters.Count == 0) return TypedResults.Problem("请在 q 里填要查的字，或填一个筛选条件。", statusCode: StatusCodes.Status400BadRequest);
        if (SearchEndpoints.WrongYear(filters) is { } wrong) return TypedResults.Problem(wrong, statusCode: StatusCodes.Status400BadRequest);
        var documents = await searches.NewestAsync(new(query, filters) { On = asOf.Chosen }, http.RequestAborted);
        return AtomFeed.Answer(http, string.Join('，', filters.Values.Prepend(query).Where(v => v.Length > 0)), Of(query, filters), asOf, documents);
    }

    private static async Task<IResult> SendSavedAsync(string key, SavedSearches searches, AsOf asOf, HttpContext http) =>
        await searches.FeedAsync(key, asOf.Chosen, http.RequestAborted) is var (name, documents) ? AtomFeed.Answer(http, name, Of(key), asOf, documents) : TypedResults.NotFound();
}
