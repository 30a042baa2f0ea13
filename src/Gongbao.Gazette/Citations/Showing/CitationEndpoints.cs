using Gongbao.Gazette.Library;
using Gongbao.Platform.Access;
using Gongbao.Web.Listing;
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

    private static async Task<IResult> UnresolvedAsync(string? cursor, CitationLibrary citations, HttpContext http) =>
        UnresolvedCursor.List.Read<UnresolvedCursor>(null, cursor).IsRefused(out var refusal, out var start)
            ? ListCursor.Problem(refusal)
            : LibraryEndpoints.Send(await citations.UnresolvedAsync(start.After, http.RequestAborted), http);

    private static async Task<IResult> OfAsync(string document, string? clause, string? cites, [FromQuery(Name = "cited_by")] string? citedBy, CitationLibrary citations, HttpContext http)
    {
        if (CitationCursor.List.Read<CitationCursor>(null, cites, "cites", "cites_next").IsRefused(out var refusal, out var behindCites)) return ListCursor.Problem(refusal);
        if (CitationCursor.List.Read<CitationCursor>(null, citedBy, "cited_by", "cited_by_next").IsRefused(out refusal, out var behindCitedBy)) return ListCursor.Problem(refusal);
        return LibraryEndpoints.Send(await citations.OfAsync(document, clause, behindCites.After, behindCitedBy.After, http.RequestAborted), http);
    }
}
