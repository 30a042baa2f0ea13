using Gongbao.Kernel.Time;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Access;
using Gongbao.Web;
using Gongbao.Web.Formats;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Ledger.Guidance;

/// <summary>Visits and plans as files, for those who work on the ledger.</summary>
internal static class GuidanceEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        // A session opens pages only, a token the interface only: each has a door of its own to the same files.
        var pages = routes.MapGroup("/ledger").RequireSignedIn().ExcludeFromDescription();
        pages.MapGet("/visits.csv", VisitsAsync);
        pages.MapGet("/{document}/plans.csv", PlansAsync);
        pages.MapGet("/plans/{id:guid}/file", PlanAsync);
        var group = routes.MapGroup("/api/ledger").WithTags("任务台账").RequireSignedIn();
        group.MapGet("/visits.csv", VisitsAsync).WithName("GetVisitsCsv").WithSummary("指导督促和调查研究的记录（CSV）").WithMetadata(new QueryParameters(["kind", "year", "unit"])).Produces<Stream>(StatusCodes.Status200OK, "text/csv").ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/programmes/{document}/plans.csv", PlansAsync).WithName("GetPlansCsv").WithSummary("各地方案报送情况（CSV）").Produces<Stream>(StatusCodes.Status200OK, "text/csv").ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/plans/{id:guid}/file", PlanAsync).WithName("GetPlanFile").WithSummary("报送的方案文件").Produces<Stream>(StatusCodes.Status200OK, "application/octet-stream").ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>Which visits the address asks for.</summary>
    public static VisitFilter FilterOf(HttpRequest request)
    {
        var (kind, by) = (request.Query["kind"].ToString(), request.Query["unit"].ToString());
        return new(Enum.TryParse<VisitKind>(kind, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null, QueryNumber.Of(request.Query["year"]), by.Length > 0 ? by : null);
    }

    private static async Task<IResult> VisitsAsync(VisitDesk desk, ActorSource actors, CityClock clock, HttpContext http) => LedgerPeople.Reads(await actors.FindAsync(http, http.RequestAborted))
        ? Tagged.Bytes(http, await desk.CsvAsync(FilterOf(http.Request), http.RequestAborted), "text/csv; charset=utf-8", $"visits-{ChineseFormat.Iso(clock.Today)}.csv", isPublic: false) : TypedResults.NotFound();

    private static async Task<IResult> PlansAsync(string document, PlanDesk desk, ActorSource actors, HttpContext http) =>
        LedgerPeople.Reads(await actors.FindAsync(http, http.RequestAborted)) && await desk.PlansAsync(document, http.RequestAborted) is { } view
            ? Tagged.Bytes(http, PlanDesk.Csv(view), "text/csv; charset=utf-8", $"plans-{document}.csv", isPublic: false) : TypedResults.NotFound();

    private static async Task<IResult> PlanAsync(Guid id, PlanDesk desk, ActorSource actors, HttpContext http)
    {
        if (!LedgerPeople.Reads(await actors.FindAsync(http, http.RequestAborted)) || await desk.FileAsync(id, http.RequestAborted) is not var (plan, content)) return TypedResults.NotFound();
        // Always saved, never shown: what somebody brought is not run by a browser.
        http.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Stream(content, "application/octet-stream", plan.FileName);
    }
}
