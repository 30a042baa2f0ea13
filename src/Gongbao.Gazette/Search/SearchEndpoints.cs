using Gongbao.Gazette.Library;
using Gongbao.Gazette.Search.Index;
using Gongbao.Gazette.Search.Query;
using Gongbao.Gazette.Validity.Showing;
using Gongbao.Platform.Access;
using Gongbao.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Gazette.Search;

/// <summary>Search as data, for everybody (搜索接口): what the page shows, a page of it at a time by a cursor, and what is offered while somebody types.</summary>
internal static class SearchEndpoints
{
    private const int LongestTold = 20;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/gazette").WithTags("公报").AllowPublic();
        group.MapGet("/search", SearchAsync).WithName("Search").WithSummary("按文号、标题、机关、条款和正文搜索；可按文种（kind）、发文机关（issuer）、年份（year）、效力（validity）筛选；on 填日期，查那一天的文件和效力")
            .WithMetadata(new QueryParameters([.. Facet.Shown.Select(f => f.Key)])).Produces<SearchView>().ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapGet("/suggest", SuggestAsync).WithName("Suggest").WithSummary("输入提示：文号、标题、机关").Produces<IReadOnlyList<SearchSuggestion>>();
    }

    /// <summary>The filters in an address: each facet's own parameter, the first where it stands more than once.</summary>
    public static Dictionary<string, string> Filters(IQueryCollection query) =>
        Facet.Shown.Select(f => (f.Key, Value: query[f.Key] is [{ Length: > 0 } value, ..] ? value : "")).Where(f => f.Value.Length > 0).ToDictionary(f => f.Key, f => f.Value);

    /// <summary>What is wrong with a year that is none, in a sentence; null where nothing is.</summary>
    public static string? WrongYear(IReadOnlyDictionary<string, string> filters) => filters.TryGetValue("year", out var year) && (year.Length != 4 || !year.All(char.IsAsciiDigit))
        ? $"年份（year）应当是四位数字，如 2023；“{(year.Length > LongestTold ? year[..LongestTold] + "…" : year)}”不是。" : null;

    private static async Task<IResult> SearchAsync(string? q, string? on, string? cursor, IGazetteLibrary library, HttpContext http)
    {
        var request = new SearchRequest(q ?? "", Filters(http.Request.Query)) { On = AsOf.Read(on) };
        if (WrongYear(request.Filters) is { } wrong) return TypedResults.Problem(wrong, statusCode: StatusCodes.Status400BadRequest);
        if (cursor is { Length: > 0 })
        {
            if (SearchCursor.PageOf(cursor, request) is not { } page)
                return TypedResults.Problem("cursor 不是这一查询给出的值：请原样使用上一页的 next，并保持 q 和筛选条件不变。", statusCode: StatusCodes.Status400BadRequest);
            request = request with { Page = page };
        }
        var view = await library.SearchAsync(request, http.RequestAborted);
        return LibraryEndpoints.Send(view with { Next = view.Page < view.Pages ? SearchCursor.Of(request, view.Page + 1) : null }, http);
    }

    private static async Task<IResult> SuggestAsync(string? q, TypeAhead ahead, HttpContext http) => LibraryEndpoints.Send(await ahead.OfferAsync(q ?? "", http.RequestAborted), http);
}
