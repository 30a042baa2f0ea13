using System.Globalization;
using Gongbao.Kernel.Results;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Access;
using Gongbao.Platform.Store;
using Gongbao.Web.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Links;

/// <summary>Says that one obligation waits for another (前置任务). It changes no state: who is late stays late, and the page says what it waits for.</summary>
internal sealed class AwaitWork(Writer writer, IServiceProvider services)
{
    private const int LongestTask = 20;

    /// <param name="seen">The obligation that waits, as it was seen.</param>
    /// <param name="typed">The one that is waited for: its number in the same ledger (12), or the address of its page.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="stop">Gives up before the act.</param>
    /// <returns>
    /// The obligation's id. Refusals: <c>ledger.not-declared</c>, <c>ledger.no-such-obligation</c>, <c>ledger.changed-meanwhile</c>, <c>ledger.no-text</c>, <c>ledger.long-text</c>,
    /// <c>ledger.no-such-awaited</c>, <c>ledger.awaits-itself</c>, <c>ledger.awaited-before</c>, <c>ledger.cycle</c> (with the path).
    /// </returns>
    public Task<Result<Guid>> SetAsync(Seen? seen, string? typed, string? reason, Actor by, CancellationToken stop) => DoAsync(seen, by, async (open, rules, city, unit, inner) =>
    {
        if (WrittenText.Of(reason, "等待的理由").IsRefused(out var refusal, out var text)) return refusal;
        var db = unit.Db<LedgerDb>();
        if (await FindAsync(db, open, typed, inner) is not { } awaited) return new("ledger.no-such-awaited", "没有找到前置任务；请填写它在本台账里的序号，其他文件的任务请粘贴它的网页地址。");
        if (awaited.Id == open.Obligation.Id) return new("ledger.awaits-itself", "任务不能等待它自己；请填写另一项任务。");
        var edges = await Edges.AwaitedAsync(db.Acts, null, inner);
        if (edges.Any(e => e.From == open.Obligation.Id && e.To == awaited.Id)) return new("ledger.awaited-before", "已经设定过这项前置任务，不需要再设。");
        if (Edges.Path(edges, awaited.Id, open.Obligation.Id) is { Count: > 0 } path) return new("ledger.cycle", $"这样会互相等待：{await SayAsync(db, [open.Obligation.Id, .. path], inner)}；请先取消其中一项前置任务。");
        open.Add(ActKind.AwaitSet, null, rules, city, a => a with { Text = text, Other = awaited.Id });
        // Whoever makes the other wait for this one at the same moment is told.
        db.Entry(awaited).Property(o => o.Acts).IsModified = true;
        return null;
    }, stop);

    /// <summary>Says that it waits no longer.</summary>
    /// <returns>The obligation's id. Refusals: those of <see cref="SetAsync"/> without the last three, <c>ledger.not-awaited</c>.</returns>
    public Task<Result<Guid>> RemoveAsync(Seen? seen, Guid awaited, string? reason, Actor by, CancellationToken stop) => DoAsync(seen, by, async (open, rules, city, unit, inner) =>
    {
        if (WrittenText.Of(reason, "取消的理由").IsRefused(out var refusal, out var text)) return refusal;
        var own = open.Obligation.Id;
        if ((await Edges.AwaitedAsync(unit.Db<LedgerDb>().Acts.Where(a => a.ObligationId == own), null, inner)).All(e => e.To != awaited)) return new("ledger.not-awaited", "没有这项前置任务，或者已经取消；请刷新页面。");
        open.Add(ActKind.AwaitRemoved, null, rules, city, a => a with { Text = text, Other = awaited });
        return null;
    }, stop);

    private async Task<Result<Guid>> DoAsync(
        Seen? seen, Actor by, Func<OpenObligation, LedgerRules, Platform.City.CityDeclarations, UnitOfWork, CancellationToken, Task<Refusal?>> act, CancellationToken stop)
    {
        if (LedgerRules.InForce(services).IsRefused(out var refusal, out var declared)) return refusal;
        if (seen is not { } known) return new Refusal("ledger.no-such-obligation", "没有认出要办理哪一项任务；请从台账页面上办理。");
        return await writer.DoAsync<Guid>(new Act(by.ActorId, LedgerRules.ManageVerb, $"obligation:{known.Id:N}"), async (unit, inner) =>
        {
            if ((await OpenObligation.TakeAsync(unit, known, inner)).IsRefused(out var against, out var open)) return against;
            if (open.Clause is { } clause) unit.Under(clause);
            return await act(open, declared.Rules, declared.City, unit, inner) is { } no ? no : known.Id;
        }, stop);
    }

    private static async Task<StoredObligation?> FindAsync(LedgerDb db, OpenObligation open, string? typed, CancellationToken stop)
    {
        var words = (typed ?? "").Trim().TrimEnd('/');
        if (int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal)) return await db.Obligations.FirstOrDefaultAsync(o => o.ProgrammeId == open.Programme.Id && o.Ordinal == ordinal, stop);
        return Guid.TryParse(words[(words.LastIndexOf('/') + 1)..].Split('?', '#')[0], out var id) ? await db.Obligations.FirstOrDefaultAsync(o => o.Id == id, stop) : null;
    }

    private static async Task<string> SayAsync(LedgerDb db, IReadOnlyList<Guid> path, CancellationToken stop)
    {
        var tasks = await (from o in db.Obligations join p in db.Programmes on o.ProgrammeId equals p.Id where path.Contains(o.Id) select new { o.Id, o.Ordinal, o.Task, Document = p.Number ?? p.Title }).ToDictionaryAsync(o => o.Id, stop);
        return string.Join(" 等待 ", path.Select(i => $"{tasks[i].Document}第{tasks[i].Ordinal}项“{(tasks[i].Task.Length > LongestTask ? tasks[i].Task[..LongestTask] + "……" : tasks[i].Task)}”"));
    }
}
