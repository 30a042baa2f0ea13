using Gongbao.Platform.Access;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Ledger.Evidence;

/// <summary>The files of evidence. They are saved, never shown as pages of this site.</summary>
internal static class EvidenceEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        // A session opens pages only, a token the interface only: each has a door of its own to the same files.
        routes.MapGet("/ledger/evidence/{evidence:guid}", SendAsync).AllowPublic().ExcludeFromDescription();
        routes.MapGet("/api/ledger/evidence/{evidence:guid}", SendAsync).AllowPublic().WithTags("任务台账").WithName("GetEvidence").WithSummary("报告所附的佐证文件；没有公开的只给办理这项任务的人，每次都记入日志")
            .Produces<Stream>(StatusCodes.Status200OK, "application/octet-stream").ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> SendAsync(Guid evidence, EvidenceDesk desk, ActorSource actors, HttpContext http)
    {
        var found = await desk.OpenAsync(evidence, await actors.FindAsync(http, http.RequestAborted), http.RequestAborted);
        if (found.IsRefused(out var refusal, out var file)) return Refused.Problem(refusal, StatusCodes.Status503ServiceUnavailable);
        if (file is not var (bytes, about)) return TypedResults.NotFound();
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Stream(bytes, about.MediaType, about.Name);
    }
}
