using Gongbao.Gazette.Validity.Showing;
using Gongbao.Platform.Access;
using Gongbao.Web.Listing;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Gazette.Library;

/// <summary>The library as data, for everybody (公报数据库接口): the same views the pages show, personal values masked alike, each with an ETag.</summary>
internal static class LibraryEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/gazette").WithTags("公报").AllowPublic();
        group.MapGet("/issues", IssuesAsync).WithName("ListIssues").WithSummary("各期，新的在前；on 指定日期").WithMetadata(AsOf.Query).Produces<IssueList>().ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapGet("/issues/{issue}", IssueAsync).WithName("GetIssue").WithSummary("一期及其目录，各文件在所查那一天的效力；on 指定日期").WithMetadata(AsOf.Query).Produces<IssueView>().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/documents/{document}", DocumentAsync).WithName("GetDocument").WithSummary("一份文件：各项要素、正文、附件和读出的任务").WithMetadata(AsOf.Query).Produces<DocumentView>().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/documents/{document}/clauses/{clause}", ClauseAsync).WithName("GetClause").WithSummary("一条及其下的内容").WithMetadata(AsOf.Query).Produces<BlockView>().Produces(StatusCodes.Status301MovedPermanently).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> IssuesAsync(string? cursor, IGazetteLibrary library, AsOf asOf, HttpContext http)
    {
        var list = new ListCursor("issues", asOf.IsChosen ? asOf.Text : null);
        if (list.Read<IssuePlace>(null, cursor).IsRefused(out var refusal, out var start)) return ListCursor.Problem(refusal);
        var (issues, behind) = await library.IssuesAsync(start.After, http.RequestAborted);
        return Send(new IssueList(issues, list.Write(behind)), http);
    }

    private static async Task<IResult> IssueAsync(string issue, IGazetteLibrary library, HttpContext http) => Send(await library.IssueAsync(issue, http.RequestAborted), http);

    private static async Task<IResult> DocumentAsync(string document, IGazetteLibrary library, HttpContext http) =>
        Send(await library.DocumentAsync(document, http.RequestAborted), http);

    private static async Task<IResult> ClauseAsync(string document, string clause, IGazetteLibrary library, AsOf asOf, HttpContext http)
    {
        if (await library.DocumentAsync(document, http.RequestAborted) is not { } found) return TypedResults.NotFound();
        if (asOf.IsChosen && found.NotYet is { } none) return TypedResults.Problem(none, statusCode: StatusCodes.Status404NotFound);
        if (PresentNumbers.Find(found, clause) is { } place) return Send(place.Block, http);
        return await library.MovedToAsync(document, clause, http.RequestAborted) is { } now
            ? TypedResults.Redirect($"/api/gazette/documents/{Uri.EscapeDataString(document)}/clauses/{Uri.EscapeDataString(now)}", permanent: true)
            : TypedResults.NotFound();
    }

    /// <summary>As JSON with an ETag; null is 404.</summary>
    internal static IResult Send<T>(T? value, HttpContext http) where T : class => Tagged.Json(http, value);
}
