using System.Text.Json;
using Gongbao.Gazette.Formats;
using Gongbao.Platform.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Gazette.Citations.Showing;

/// <summary>Citations as data, for everybody: what the pages show.</summary>
internal static class CitationEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/gazette").WithTags("引用").AllowPublic();
        group.MapGet("/citations/unresolved", UnresolvedAsync).WithName("ListUnresolvedCitations").WithSummary("库内文件引用了、而文件库不能对应的文件，引用多的在前").Produces<IReadOnlyList<UnresolvedTarget>>();
        group.MapGet("/documents/{document}/citations", OfAsync).WithName("GetCitations").WithSummary("一份文件（或者其中一条）引用了什么、被什么引用").Produces<CitationsView>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> UnresolvedAsync(CitationLibrary citations, HttpContext http) => Send(await citations.UnresolvedAsync(http.RequestAborted), http);

    private static async Task<IResult> OfAsync(string document, string? clause, CitationLibrary citations, HttpContext http) =>
        Send(await citations.OfAsync(document, clause, http.RequestAborted), http);

    private static IResult Send<T>(T? value, HttpContext http) where T : class => value is null
        ? TypedResults.NotFound()
        : Tagged.Bytes(http, JsonSerializer.SerializeToUtf8Bytes(value, JsonFormat.Options), "application/json; charset=utf-8");
}
