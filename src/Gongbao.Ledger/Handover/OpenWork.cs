using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Handover;

/// <summary>Who answers for a measure now.</summary>
internal static class MeasureOwner
{
    /// <param name="measure">The act that wrote it.</param>
    /// <param name="acts">The acts of the obligation, in order.</param>
    /// <returns>The post that it was written with, or got last.</returns>
    public static string? Of(StoredAct measure, IEnumerable<StoredAct> acts) => acts.LastOrDefault(a => a.Kind is ActKind.MeasureReassigned && a.Answers == measure.Id)?.Owner ?? measure.Owner;
}

/// <summary>What is open of a unit on a day: shares, requests that wait, measures of open shares.</summary>
internal static class OpenWork
{
    /// <summary>The list of a handover, shares first, each by its day.</summary>
    public static async Task<List<StoredHandoverLine>> OfAsync(LedgerDb db, StoredHandover handover, CancellationToken stop)
    {
        var shares = await (from a in db.Assignments
                            join o in db.Obligations on a.ObligationId equals o.Id
                            join p in db.Programmes on a.ProgrammeId equals p.Id
                            where a.Unit == handover.Unit && (a.Stage == AssignmentStage.Open || a.Stage == AssignmentStage.Submitted)
                            orderby a.OwedOn ?? a.ReportBy ?? DateOnly.MaxValue, p.Slug, o.Ordinal
                            select new { Share = a, o.Task, o.Ordinal, Document = p.Number ?? p.Title }).ToListAsync(stop);
        var byShare = shares.ToDictionary(s => s.Share.Id);
        var obligations = shares.Select(s => s.Share.ObligationId).Distinct().ToList();
        var acts = await db.Acts.Where(a => obligations.Contains(a.ObligationId) && a.AssignmentId != null
            && (a.Kind == ActKind.MeasureWritten || a.Kind == ActKind.MeasureReassigned || a.Kind == ActKind.ExtensionAsked || a.Kind == ActKind.ReturnAsked || a.Kind == ActKind.Raised || a.Answers != null)).OrderBy(a => a.At).ThenBy(a => a.Number).ToListAsync(stop);
        var lines = new List<StoredHandoverLine>();
        void Add(HandoverLineKind kind, StoredAssignment share, Guid? act, string words, string state, DateOnly? day, string? owner) => lines.Add(new()
        {
            Id = Guid.CreateVersion7(), HandoverId = handover.Id, Ordinal = lines.Count + 1, Kind = kind, ObligationId = share.ObligationId, AssignmentId = share.Id, ActId = act,
            Source = $"{byShare[share.Id].Document}第{byShare[share.Id].Ordinal}项", Words = words, State = state, Day = day, Owner = owner,
        });
        foreach (var s in shares)
            Add(HandoverLineKind.Share, s.Share, null, s.Task, StateOf(s.Share, handover.MadeOn), s.Share.OwedOn ?? s.Share.ReportBy, null);
        foreach (var request in Requests.Waiting(acts, null).Where(a => byShare.ContainsKey(a.AssignmentId!.Value)))
            Add(HandoverLineKind.Request, byShare[request.AssignmentId!.Value].Share, request.Id, request.Text ?? "", $"{StateWords.Of(request.Kind)}，待答复", request.Day, null);
        foreach (var measure in acts.Where(a => a.Kind is ActKind.MeasureWritten && byShare.ContainsKey(a.AssignmentId!.Value)))
            Add(HandoverLineKind.Measure, byShare[measure.AssignmentId!.Value].Share, measure.Id, measure.Text ?? "", measure.Day < handover.MadeOn ? "已过措施的日期" : "在办", measure.Day, MeasureOwner.Of(measure, acts));
        return lines;
    }

    private static string StateOf(StoredAssignment share, DateOnly on) => share switch
    {
        { Stage: AssignmentStage.Submitted } => "待核验",
        { OwedOn: { } due } when due < on => $"逾期 {on.DayNumber - due.DayNumber} 天",
        { ReportBy: { } by } when by < on => $"到期未报告 {on.DayNumber - by.DayNumber} 天",
        { OwedOn: null, ReportBy: null } => "待事情发生",
        _ => share.LastReportOn is null ? "办理中，还没有报告过" : "办理中",
    };
}
