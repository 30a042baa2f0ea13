using Gongbao.Gazette.Library;
using Gongbao.Platform.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Gazette.Citations.Showing;

/// <summary>Citations as data, for everybody: what the pages show.</summary>
internal static class CitationEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/gazette").WithTags("引用").AllowPublic();
        group.MapGet("/citations/unresolved", UnresolvedAsync).WithName("ListUnresolvedCitations").WithSummary("库内文件引用了、而文件库不能对应的文件，引用多的在前").Produces<UnresolvedView>().ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapGet("/documents/{document}/citations", OfAsync).WithName("GetCitations").WithSummary("一份文件（或者其中一条）引用了什么、被什么引用，各取一页").Produces<CitationsView>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> UnresolvedAsync(string? cursor, CitationLibrary citations, HttpContext http)
    {
        var after = string.IsNullOrEmpty(cursor) ? null : UnresolvedCursor.Read(cursor);
        return after is null && !string.IsNullOrEmpty(cursor)
            ? TypedResults.Problem("cursor 不是这个列表给出的值：请原样使用上一页的 next，或不填以从头取。", statusCode: StatusCodes.Status400BadRequest)
            : LibraryEndpoints.Send(await citations.UnresolvedAsync(after, http.RequestAborted), http);
    }

    private static async Task<IResult> OfAsync(string document, string? clause, string? cites, [FromQuery(Name = "cited_by")] string? citedBy, CitationLibrary citations, HttpContext http)
    {
        var (behindCites, behindCitedBy) = (Cursor(cites), Cursor(citedBy));
        if (behindCites is null && !string.IsNullOrEmpty(cites)) return NoCursor("cites", "cites_next");
        if (behindCitedBy is null && !string.IsNullOrEmpty(citedBy)) return NoCursor("cited_by", "cited_by_next");
        return LibraryEndpoints.Send(await citations.OfAsync(document, clause, behindCites, behindCitedBy, http.RequestAborted), http);
    }

    private static CitationCursor? Cursor(string? text) => string.IsNullOrEmpty(text) ? null : CitationCursor.Read(text);

    private static IResult NoCursor(string name, string next) =>
        TypedResults.Problem($"{name} 不是这个列表给出的值：请原样使用上一页的 {next}，或不填以从头取。", statusCode: StatusCodes.Status400BadRequest);
}
