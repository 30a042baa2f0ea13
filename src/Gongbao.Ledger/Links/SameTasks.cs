using Gongbao.Kernel.Results;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Access;
using Gongbao.Platform.Store;
using Gongbao.Web.Deciding;

namespace Gongbao.Ledger.Links;

/// <summary>
/// Decides whether two obligations of different documents are the same task (同一任务), and gives one report to both. Nothing is merged: each keeps its
/// units, its limit and its acts.
/// </summary>
internal sealed class SameTasks(Writer writer, IServiceProvider services)
{
    private const int MostAtOnce = 20;

    /// <param name="one">The one, as it was seen.</param>
    /// <param name="other">The other, as it was seen.</param>
    /// <param name="isSame">Whether they are the same task.</param>
    /// <param name="reason">Why; null or empty where the words say it.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="stop">Gives up before the act.</param>
    /// <returns>
    /// The id of the one. Refusals: <c>ledger.not-declared</c>, <c>ledger.no-such-obligation</c>, <c>ledger.changed-meanwhile</c>, <c>ledger.long-text</c>,
    /// <c>ledger.same-document</c>, <c>ledger.decided-so</c>.
    /// </returns>
    public async Task<Result<Guid>> DecideAsync(Seen? one, Seen? other, bool isSame, string? reason, Actor by, CancellationToken stop)
    {
        if (LedgerRules.InForce(services).IsRefused(out var refusal, out var declared)) return refusal;
        if (one is not { } first || other is not { } second) return NoSuch;
        string? text = null;
        if (!string.IsNullOrWhiteSpace(reason) && WrittenText.Of(reason, "理由").IsRefused(out refusal, out text)) return refusal;
        return await writer.DoAsync<Guid>(new Act(by.ActorId, LedgerRules.ManageVerb, $"obligation:{first.Id:N}"), async (unit, inner) =>
        {
            if ((await OpenObligation.TakeAsync(unit, first, inner)).IsRefused(out var no, out var a)) return no;
            if ((await OpenObligation.TakeAsync(unit, second, inner)).IsRefused(out no, out var b)) return no;
            if (a.Programme.Id == b.Programme.Id) return new Refusal("ledger.same-document", "两项任务在同一份文件里，不能认定为跨文件的同一任务。");
            var kind = isSame ? ActKind.SameTask : ActKind.NotSameTask;
            if (a.Acts.LastOrDefault(x => x.Kind is ActKind.SameTask or ActKind.NotSameTask && x.Other == second.Id)?.Kind == kind) return new Refusal("ledger.decided-so", "这两项任务已经这样认定过；请刷新页面。");
            a.Add(kind, null, declared.Rules, declared.City, x => x with { Text = text, Other = second.Id });
            b.Add(kind, null, declared.Rules, declared.City, x => x with { Text = text, Other = first.Id });
            unit.Record(unit.Act with { Subject = $"obligation:{second.Id:N}", Clause = b.Clause });
            if (a.Clause is { } clause) unit.Under(clause);
            return first.Id;
        }, stop);
    }

    /// <summary>Gives one report to a share and to the shares of the same unit in obligations that are the same task: one act each, all or none.</summary>
    /// <param name="seen">The obligation, as it was seen.</param>
    /// <param name="report">The report.</param>
    /// <param name="also">The others, as they were seen.</param>
    /// <param name="by">Who reports.</param>
    /// <param name="stop">Gives up before the act.</param>
    /// <returns>The obligation's id. Refusals: those of <see cref="ReportProgress"/>, of whichever it is; <c>ledger.not-the-same</c>.</returns>
    public async Task<Result<Guid>> ReportAsync(Seen? seen, ProgressReport report, IReadOnlyList<Seen> also, Actor by, CancellationToken stop)
    {
        if (LedgerRules.InForce(services).IsRefused(out var refusal, out var declared)) return refusal;
        if (seen is not { } known) return NoSuch;
        return await writer.DoAsync<Guid>(new Act(by.ActorId, LedgerRules.ReportVerb, $"obligation:{known.Id:N}"), async (unit, inner) =>
        {
            if ((await OpenObligation.TakeAsync(unit, known, inner)).IsRefused(out var no, out var open)) return no;
            if (open.Clause is { } clause) unit.Under(clause);
            if (await ReportProgress.OnAsync(open, report, by, declared.Rules, declared.City, unit, inner) is { } against) return against;
            var of = open.ShareOf(report.Share)!.Unit;
            var same = (await Edges.DecidedAsync(unit.Db<LedgerDb>().Acts.Where(a => a.ObligationId == known.Id), inner)).Where(e => e.Kind is ActKind.SameTask).Select(e => e.To).ToHashSet();
            foreach (var one in also.DistinctBy(s => s.Id).Take(MostAtOnce))
            {
                if (!same.Contains(one.Id)) return new Refusal("ledger.not-the-same", "勾选的任务没有认定为同一任务，不能一并报告；请刷新页面。");
                if ((await OpenObligation.TakeAsync(unit, one, inner)).IsRefused(out no, out var other)) return no;
                if (other.Assignments.FirstOrDefault(a => a.Unit == of) is not { } share) return new Refusal("ledger.no-such-share", "勾选的同一任务里没有这家单位的分工；请去掉勾选后再报。");
                if (await ReportProgress.OnAsync(other, report with { Share = share.Id }, by, declared.Rules, declared.City, unit, inner) is { } refused) return refused;
                unit.Record(unit.Act with { Subject = $"obligation:{one.Id:N}", Clause = other.Clause });
            }
            return known.Id;
        }, stop);
    }

    private static Refusal NoSuch { get; } = new("ledger.no-such-obligation", "没有认出要办理哪一项任务；请从台账页面上办理。");
}
