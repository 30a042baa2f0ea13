using System.Globalization;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.Desk;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Access;
using Gongbao.Web;
using Gongbao.Web.Deciding;
using Gongbao.Web.Formats;
using Gongbao.Web.Listing;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Ledger.Guidance;

/// <summary>Visits, plans, experience and the line of a department for programs, as data and as files: for those who work on the ledger; promoted experience for everybody.</summary>
internal static class GuidanceEndpoints
{
    internal sealed record VisitInput(VisitKind? Kind, string? Unit, DateOnly? On, string? Where, string? Visited, string? Whom, string? Found, string? Asked, IReadOnlyList<Guid>? Obligations);

    internal sealed record CallInput(string? Units, string? Place, DateOnly? DueOn, int? Known);

    /// <summary>A plan that stands under an address.</summary>
    internal sealed record PlanInput(string? Unit, string? Title, DateOnly? DatedOn, string? Link);

    internal sealed record MarkInput(Guid Obligation, Guid Share, Guid? Report, string? Title, string? Text, string? Why);

    internal sealed record SeenInput(string? Seen);

    internal sealed record TakeBackInput(string? Seen, string? Reason);

    internal sealed record VisitAnswer(Guid Visit);

    internal sealed record CallAnswer(Guid Call);

    internal sealed record PlanAnswer(Guid Plan);

    internal sealed record ExperienceAnswer(Guid Experience);

    public static void Map(IEndpointRouteBuilder routes)
    {
        // A session opens pages only, a token the interface only: each has a door of its own to the same files.
        var pages = routes.MapGroup("/ledger").RequireSignedIn().ExcludeFromDescription();
        pages.MapGet("/visits.csv", VisitsAsync);
        pages.MapGet("/{document}/plans.csv", PlansAsync);
        pages.MapGet("/plans/{plan:guid}/file", PlanAsync);
        var group = routes.MapGroup("/api/ledger").WithTags("任务台账").RequireSignedIn();
        group.MapGet("/visits.csv", VisitsAsync).WithName("GetVisitsCsv").WithSummary("指导督促和调查研究的记录（CSV）").WithMetadata(new QueryParameters(["kind", "year", "unit"])).Produces<Stream>(StatusCodes.Status200OK, "text/csv").ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/programmes/{document}/plans.csv", PlansAsync).WithName("GetPlansCsv").WithSummary("各地方案报送情况（CSV）").Produces<Stream>(StatusCodes.Status200OK, "text/csv").ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/plans/{plan:guid}/file", PlanAsync).WithName("GetPlanFile").WithSummary("报送的方案文件").Produces<Stream>(StatusCodes.Status200OK, "application/octet-stream").ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/visits", VisitListAsync).WithName("ListVisits").WithSummary("指导督促和调查研究的记录，近的在前").WithMetadata(new QueryParameters(["cursor", "kind", "year", "unit"])).Produces<VisitList>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/programmes/{document}/plans", PlanListAsync).WithName("GetPlans").WithSummary("各地方案报送情况，一次全部给出").Produces<PlanItems>().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/units/{unit}/line", LineAsync).WithName("GetLine").WithSummary("一个部门的本系统：各县（市、区）的办理情况和指导督促的次数").WithMetadata(new QueryParameters(["year"])).Produces<LineData>().ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapGet("/api/ledger/experience", PromotedAsync).AllowPublic().WithTags("任务台账").WithName("GetExperience").WithSummary("已经推广的典型经验，新的在前，一次全部给出").WithMetadata(new QueryParameters(["programme"])).Produces<ExperienceItems>();
        routes.MapGet("/api/ledger/experience/marked", MarkedAsync).RequireVerb(LedgerRules.ManageVerb).WithTags("任务台账").WithName("GetMarkedExperience").WithSummary("已经标记、还没有推广的典型经验，一次全部给出").Produces<ExperienceItems>();

        var acts = routes.MapGroup("/api/ledger");
        // For which unit somebody acts, the use cases ask.
        acts.MapAct<RecordVisit, VisitInput, Guid, VisitAnswer>(
            "/visits", "RecordVisit", "登记一次指导督促或者调查研究", null,
            a => a.Use.HandleAsync(new(a.Input.Kind ?? VisitKind.Survey, a.Input.Unit ?? "", a.Input.On, a.Input.Where, a.Input.Visited, a.Input.Whom, a.Input.Found, a.Input.Asked, a.Input.Obligations ?? []), a.By, a.Stop), id => new(id));
        acts.MapAct<FilePlan, PlanInput, Guid, PlanAnswer>(
            "/programmes/{document}/plans", "FilePlan", "报送推进方案，写明它的地址", null, a => a.Use.HandleAsync(a.Route("document"), new(a.Input.Unit ?? "", a.Input.Title, a.Input.DatedOn, a.Input.Link, null, null), a.By, a.Stop), id => new(id));
        acts.MapAct<FilePlan, CallInput, Guid, CallAnswer>(
            "/programmes/{document}/plan-calls", "CallForPlans", "登记哪些单位要报送方案", LedgerRules.ManageVerb, a => a.Use.CallAsync(a.Route("document"), a.Input.Units, a.Input.Place, a.Input.DueOn, a.By, a.Stop, a.Input.Known), id => new(id));
        Experience<MarkInput>("/experience", "MarkExperience", "标记典型经验", a => a.Use.MarkAsync(a.Input.Obligation, a.Input.Share, a.Input.Report, a.Input.Title, a.Input.Text, a.Input.Why, a.By, a.Stop));
        Experience<SeenInput>("/experience-promotions", "PromoteExperience", "推广典型经验：公开，并告知各单位", a => a.Use.PromoteAsync(Seen.Parse(a.Input.Seen), a.By, a.Stop));
        Experience<TakeBackInput>("/experience-withdrawals", "TakeExperienceBack", "撤下典型经验；记录保留", a => a.Use.TakeBackAsync(Seen.Parse(a.Input.Seen), a.Input.Reason, a.By, a.Stop));

        void Experience<TInput>(string address, string name, string summary, Func<AskedAct<PromoteExperience, TInput>, Task<Result<Guid>>> act) => acts.MapAct(address, name, summary, LedgerRules.ManageVerb, act, id => new ExperienceAnswer(id));
    }

    private static async Task<IResult> VisitListAsync(VisitDesk desk, ActorSource actors, HttpContext http)
    {
        var filter = FilterOf(http.Request);
        var list = new ListCursor("visits", filter.Kind?.ToString(), filter.By, filter.Year?.ToString(CultureInfo.InvariantCulture));
        if (list.Read<VisitPlace>(null, http.Request.Query["cursor"]).IsRefused(out var refusal, out var start)) return ListCursor.Problem(refusal);
        if (!LedgerPeople.Reads(await actors.FindAsync(http, http.RequestAborted))) return TypedResults.NotFound();
        var page = await desk.VisitsAsync(filter, start, http.RequestAborted);
        return Tagged.Json(http, new VisitList([.. page.Rows.Select(VisitData.Of)], page.Total, list.Write(page.Behind)), isPublic: false);
    }

    private static async Task<IResult> PlanListAsync(string document, PlanDesk desk, ActorSource actors, HttpContext http) => Tagged.Json(
        http, LedgerPeople.Reads(await actors.FindAsync(http, http.RequestAborted)) && await desk.PlansAsync(document, http.RequestAborted) is { } view ? PlanItems.Of(view) : null, isPublic: false);

    private static async Task<IResult> LineAsync(string unit, VisitDesk desk, ActorSource actors, HttpContext http) => Tagged.Json(
        http, LedgerPeople.Reads(await actors.FindAsync(http, http.RequestAborted)) && await desk.LineAsync(unit, QueryNumber.Of(http.Request.Query["year"]) is > 1900 and < 9999 and var year ? year : desk.Today.Year, http.RequestAborted) is { } view
            ? new LineData(view.Unit.FullName, view.Year, view.IsDeclared, view.Rows) : null, isPublic: false);

    private static async Task<IResult> PromotedAsync(ExperienceDesk desk, HttpContext http) =>
        Tagged.Json(http, new ExperienceItems([.. (await desk.PromotedAsync(http.Request.Query["programme"].ToString() is { Length: > 0 } slug ? slug : null, http.RequestAborted)).Select(ExperienceData.Of)]));

    private static async Task<IResult> MarkedAsync(ExperienceDesk desk, HttpContext http) => Tagged.Json(http, new ExperienceItems([.. (await desk.MarkedAsync(http.RequestAborted)).Select(ExperienceData.Of)]), isPublic: false);

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

    private static async Task<IResult> PlanAsync(Guid plan, PlanDesk desk, ActorSource actors, HttpContext http)
    {
        if (!LedgerPeople.Reads(await actors.FindAsync(http, http.RequestAborted)) || await desk.FileAsync(plan, http.RequestAborted) is not var (filed, content)) return TypedResults.NotFound();
        // Always saved, never shown: what somebody brought is not run by a browser.
        http.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Stream(content, "application/octet-stream", filed.FileName);
    }
}
