using Gongbao.Ledger.Desk;
using Gongbao.Platform.Access;
using Gongbao.Web.Deciding;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Ledger.Handover;

/// <summary>Who does the work of a unit, for programs: its accounts, deputies and handovers, for those who may arrange it, as on the pages.</summary>
internal static class HandoverEndpoints
{
    internal sealed record MakeInput(string? Unit, Guid Leaver, Guid Successor, string? Reason, string? OldPost, string? NewPost);

    internal sealed record AnswerInput(string? Seen, bool IsTaken, string? Text);

    internal sealed record DeputyInput(string? Unit, Guid Absent, Guid Deputy, DateOnly? From, DateOnly? Until, string? Reason);

    internal sealed record DeputyEndInput(string? Unit, Guid Deputyship);

    /// <summary>An account of the unit.</summary>
    internal sealed record AccountItem(Guid Account, string Name, bool MayReport);

    internal sealed record DeputyItem(Guid Deputyship, Guid Absent, Guid Deputy, DateOnly From, DateOnly Until);

    internal sealed record HandoverItem(Guid Handover, string Seen, string Unit, Guid Leaver, Guid Successor, string Reason, string? OldPost, string? NewPost, DateOnly MadeOn, HandoverState State, DateTimeOffset? AnsweredAt, string? Answer);

    internal sealed record LineItem(int Ordinal, HandoverLineKind Kind, Guid Obligation, Guid Share, Guid? Act, string Source, string Words, string State, DateOnly? Day, string? Owner);

    internal sealed record UnitWork(string Unit, IReadOnlyList<AccountItem> Accounts, IReadOnlyList<DeputyItem> Deputies, IReadOnlyList<HandoverItem> Handovers, IReadOnlyList<string> Posts);

    internal sealed record HandoverDetail(HandoverItem Handover, IReadOnlyList<LineItem> Lines);

    internal sealed record HandoverAnswer(Guid Handover);

    internal sealed record DeputyAnswer(Guid Deputyship);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var ledger = routes.MapGroup("/api/ledger");
        ledger.MapGet("/units/{unit}/handovers", UnitAsync).RequireSignedIn().WithTags("任务台账").WithName("GetUnitHandovers").WithSummary("一家单位由谁办理：账户、代办、最近的交接清单和措施的岗位，一次全部给出；只给可以安排这家单位工作的人")
            .Produces<UnitWork>().ProducesProblem(StatusCodes.Status404NotFound);
        ledger.MapGet("/handovers/{handover:guid}", GetAsync).RequireSignedIn().WithTags("任务台账").WithName("GetHandover").WithSummary("一份交接清单，是列单那天的情况").Produces<HandoverDetail>().ProducesProblem(StatusCodes.Status404NotFound);
        // Which unit it is about tells who may: the use cases ask.
        ledger.MapAct<HandOver, MakeInput, Guid, HandoverAnswer>("/handovers", "MakeHandover", "列出一家单位还在办理的工作，请接收人接收", null, a => a.Use.MakeAsync(new(a.Input.Unit ?? "", a.Input.Leaver, a.Input.Successor, a.Input.Reason, a.Input.OldPost, a.Input.NewPost), a.By, a.Stop), id => new(id));
        ledger.MapAct<HandOver, AnswerInput, Guid, HandoverAnswer>("/handover-answers", "AnswerHandover", "接收人接收或者退回交接清单", LedgerRules.ReportVerb, a => a.Use.AnswerAsync(Seen.Parse(a.Input.Seen), a.Input.IsTaken, a.Input.Text, a.By, a.Stop), id => new(id));
        ledger.MapAct<StandIn, DeputyInput, Guid, DeputyAnswer>("/deputies", "AppointDeputy", "安排代办（AB岗），期满自动终止", null, a => a.Use.AppointAsync(new(a.Input.Unit ?? "", a.Input.Absent, a.Input.Deputy, a.Input.From, a.Input.Until, a.Input.Reason), a.By, a.Stop), id => new(id));
        ledger.MapAct<StandIn, DeputyEndInput, Guid, DeputyAnswer>("/deputy-ends", "EndDeputy", "提前终止代办", null, a => a.Use.EndAsync(a.Input.Unit ?? "", a.Input.Deputyship, a.By, a.Stop), id => new(id));
    }

    private static async Task<IResult> UnitAsync(string unit, HandoverDesk desk, LedgerDesk ledger, ActorSource actors, HttpContext http)
    {
        var stop = http.RequestAborted;
        if (await actors.FindAsync(http, stop) is not { } by) return TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized);
        if (!ledger.IsUnit(unit)) return TypedResults.NotFound();
        if (UnitAccess.VerbOf(by, unit) is null) return Refused.Problem(StandIn.NotYours, StatusCodes.Status403Forbidden);
        return Tagged.Json(http, new UnitWork(
            unit, [.. (await desk.AccountsAsync(unit, stop)).Select(a => new AccountItem(a.Id, a.Name, a.Verbs.Contains(LedgerRules.ReportVerb)))],
            [.. (await desk.DeputiesAsync(unit, ledger.Today, stop)).Select(d => new DeputyItem(d.Id, d.Absent, d.Deputy, d.From, d.Until))], [.. (await desk.OfUnitAsync(unit, stop)).Select(Item)], await desk.PostsAsync(unit, stop)), isPublic: false);
    }

    private static async Task<IResult> GetAsync(Guid handover, HandoverDesk desk, ActorSource actors, HttpContext http) => await actors.FindAsync(http, http.RequestAborted) is { } by
        ? Tagged.Json(http, await desk.FindAsync(handover, by, http.RequestAborted) is { } view
            ? new HandoverDetail(Item(view.Handover), [.. view.Lines.Select(l => new LineItem(l.Ordinal, l.Kind, l.ObligationId, l.AssignmentId, l.ActId, l.Source, l.Words, l.State, l.Day, l.Owner))]) : null, isPublic: false)
        : TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized);

    private static HandoverItem Item(StoredHandover h) => new(h.Id, new Seen(h.Id, h.Revision).ToString(), h.Unit, h.Leaver, h.Successor, h.Reason, h.OldPost, h.NewPost, h.MadeOn, h.State, h.AnsweredAt, h.Answer);
}
