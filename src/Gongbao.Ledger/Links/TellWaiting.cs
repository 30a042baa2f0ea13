using Gongbao.Contracts.Ledger;
using Gongbao.Contracts.Notices;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Links;

/// <summary>When an obligation is done, tells the units of those that wait for it (前置任务完成).</summary>
internal sealed class TellWaiting : IReceive<ObligationDone>
{
    private const int LongestTask = 60;

    public async Task ReceiveAsync(ObligationDone fact, UnitOfWork unit, CancellationToken stop)
    {
        var db = unit.Db<LedgerDb>();
        var waiting = (await Edges.AwaitedAsync(db.Acts.Where(a => a.Other == fact.Obligation), null, stop)).Select(e => e.From).ToList();
        if (waiting.Count == 0) return;
        var done = await db.Obligations.Where(o => o.Id == fact.Obligation).Select(o => o.Task).SingleAsync(stop);
        var open = (await db.Assignments.Where(a => waiting.Contains(a.ObligationId) && a.Stage == AssignmentStage.Open).Select(a => new { a.ObligationId, a.Unit }).ToListAsync(stop)).ToLookup(a => a.ObligationId, a => a.Unit);
        foreach (var id in waiting.Where(open.Contains))
            unit.Publish(new Tell($"await:{id:N}", $"前置任务已经完成：{(done.Length > LongestTask ? done[..LongestTask] + "……" : done)}", "等待它的任务可以继续办理。", $"/ledger/obligations/{id:D}", null, [.. open[id].Distinct()], LedgerRules.ReportVerb, null, IsUrgent: false));
    }
}
