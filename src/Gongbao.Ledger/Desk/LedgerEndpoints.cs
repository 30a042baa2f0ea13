using Gongbao.Ledger.Evidence;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Access;
using Gongbao.Web;
using Gongbao.Web.Deciding;
using Gongbao.Web.Listing;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Ledger.Desk;

/// <summary>The ledger for programs: what is owed for everybody; accepting, reporting and verifying for those who may, as on the pages.</summary>
internal static class LedgerEndpoints
{
    /// <summary>Which proposals of a document are accepted; without keys, all.</summary>
    internal sealed record AcceptInput(IReadOnlyList<string>? Keys);

    /// <summary>A verdict on a report of completion.</summary>
    internal sealed record VerdictInput(string? Seen, Guid Share, bool IsTrue, string? Reason);

    /// <summary>Programmes, with the place behind the last of them.</summary>
    internal sealed record ProgrammeList(IReadOnlyList<ProgrammeLine> Programmes, string? Next);

    internal sealed record AcceptedAnswer(int Obligations);

    internal sealed record DoneAnswer(Guid Obligation);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var open = routes.MapGroup("/api/ledger").WithTags("任务台账").AllowPublic();
        open.MapGet("/programmes", ProgrammesAsync).WithName("ListProgrammes").WithSummary("各文件的任务台账和进展").WithMetadata(new QueryParameters(["cursor"])).Produces<ProgrammeList>().ProducesProblem(StatusCodes.Status400BadRequest);
        open.MapGet("/programmes/{document}", ProgrammeAsync).WithName("GetProgramme").WithSummary("一份文件的任务台账：每项任务、各单位的分工和在所问那天的状态").WithMetadata(new QueryParameters(["on"])).Produces<ProgrammeData>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);

        routes.MapAct<AcceptProposals, AcceptInput, int, AcceptedAnswer>(
            "/api/ledger/programmes/{document}/acceptance", "AcceptObligations", "把文件里的任务纳入台账；全部成功或者不作任何改动", LedgerRules.ManageVerb, a => a.Use.HandleAsync(a.Route("document"), a.Input.Keys, a.By, a.Stop), count => new(count));
        routes.MapPost("/api/ledger/reports", ReportAsync).WithTags("任务台账").WithName("ReportProgress").WithSummary("单位报告进展或者办结，带数据、链接和文件").RequireVerb(LedgerRules.ReportVerb)
            .Accepts<ReportInput>("application/json", "multipart/form-data").WithMetadata(new FormFiles(BroughtEvidence.Files, "佐证材料的文件", ReportInput.Part)).Produces<DoneAnswer>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        routes.MapAct<JudgeReport, VerdictInput, Guid, DoneAnswer>(
            "/api/ledger/verdicts", "VerifyReport", "核验通过或者退回办结报告", LedgerRules.VerifyVerb, a => a.Use.HandleAsync(Seen.Parse(a.Input.Seen), a.Input.Share, a.Input.IsTrue, a.Input.Reason, a.By, a.Stop), id => new(id));
    }

    private static async Task<IResult> ProgrammesAsync(LedgerDesk desk, HttpContext http)
    {
        var cursor = new ListCursor("programmes");
        if (cursor.Read<ProgrammePlace>(null, http.Request.Query["cursor"]).IsRefused(out var refusal, out var start)) return ListCursor.Problem(refusal);
        var slice = await desk.ProgrammesAsync(start, http.RequestAborted);
        return Tagged.Json(http, new ProgrammeList(slice.Rows, cursor.Write(slice.Behind)));
    }

    private static async Task<IResult> ProgrammeAsync(string document, LedgerDesk desk, HttpContext http) =>
        LedgerDay.Of(http.Request).IsRefused(out var refusal, out var on) ? Refused.Problem(refusal, StatusCodes.Status400BadRequest) : Tagged.Json(http, ProgrammeData.Of(await desk.ProgrammeAsync(document, on, http.RequestAborted)));

    private static async Task<IResult> ReportAsync(ReportProgress report, [FromHeader(Name = ActRoutes.KeyHeader)] string? key, ActorSource actors, HttpContext http)
    {
        if ((await ReportInput.ReadAsync(http.Request, http.RequestAborted)).IsRefused(out var refusal, out var read)) return Refused.Problem(refusal, refusal.Code == ReportInput.NotRead ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict);
        return await Refused.ActAsync(
            actors, http, by => ActRoutes.OnceAsync(key, new { read.Seen, read.Report.Share, read.Report.Text, read.Report.IsDone, read.Report.Link, Evidence = read.Report.Evidence.Select(e => new { e.Kind, e.Name, e.Number, e.Unit, e.Link, e.Content?.Hash }) }, http,
                () => report.HandleAsync(read.Seen, read.Report, by, http.RequestAborted)), id => new DoneAnswer(id));
    }
}
