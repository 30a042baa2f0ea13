using Gongbao.Platform.Access;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Ledger.Evidence;

/// <summary>The files of evidence. They are saved, never shown as pages of this site.</summary>
internal static class EvidenceEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/ledger/evidence/{id:guid}", SendAsync).AllowPublic().ExcludeFromDescription();

    private static async Task<IResult> SendAsync(Guid id, EvidenceDesk desk, ActorSource actors, HttpContext http)
    {
        var found = await desk.OpenAsync(id, await actors.FindAsync(http, http.RequestAborted), http.RequestAborted);
        if (found.IsRefused(out var refusal, out var file)) return Refused.Problem(refusal, StatusCodes.Status503ServiceUnavailable);
        if (file is not var (bytes, evidence)) return TypedResults.NotFound();
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Stream(bytes, evidence.MediaType, evidence.Name);
    }
}
