using Gongbao.Kernel.Text;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.City;
using Gongbao.Web.Deciding;
using Gongbao.Web.Formats;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Links;

/// <summary>Another obligation, as a page names it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Revision">As it was seen.</param>
/// <param name="Document">The document's number, or its title.</param>
/// <param name="Ordinal">Place in its ledger.</param>
/// <param name="Task">What is to be done.</param>
/// <param name="IsDone">Whether it is done, on the day of which was asked.</param>
/// <param name="OwedOn">The last day of its shares that are open now; null where none has one.</param>
/// <param name="OpenUnits">The units with an open share in it.</param>
internal sealed record LinkedObligation(Guid Id, long Revision, string Document, int Ordinal, string Task, bool IsDone, DateOnly? OwedOn, IReadOnlyList<string> OpenUnits)
{
    public Seen Seen => new(Id, Revision);

    public string Name => $"{Document}第{Ordinal}项";
}

/// <summary>What hangs together with an obligation.</summary>
/// <param name="Awaits">What it waits for.</param>
/// <param name="AwaitedBy">What waits for it.</param>
/// <param name="Same">The same task in other documents.</param>
internal sealed record ObligationLinks(IReadOnlyList<LinkedObligation> Awaits, IReadOnlyList<LinkedObligation> AwaitedBy, IReadOnlyList<LinkedObligation> Same);

/// <summary>Two obligations whose words are alike, for a person to decide.</summary>
internal sealed record AlikeTasks(LinkedObligation One, LinkedObligation Other, double Likeness, ActKind? Decided);

/// <summary>What pages ask about how obligations hang together.</summary>
internal sealed class LinkDesk(LedgerDb db, IServiceProvider services)
{
    /// <summary>Obligations whose words are less alike are not proposed. What one document says again after another in its own words lies above 0.6; different orders of real documents stay below 0.2.</summary>
    public const double LeastLikeness = 0.4;

    /// <summary>What hangs together with an obligation now.</summary>
    public async Task<ObligationLinks> OfAsync(Guid obligation, DateOnly today, CancellationToken stop)
    {
        var awaits = (await Edges.AwaitedAsync(db.Acts.Where(a => a.ObligationId == obligation), null, stop)).Select(e => e.To).ToList();
        var awaitedBy = (await Edges.AwaitedAsync(db.Acts.Where(a => a.Other == obligation), null, stop)).Select(e => e.From).ToList();
        var same = (await Edges.DecidedAsync(db.Acts.Where(a => a.ObligationId == obligation), stop)).Where(e => e.Kind is ActKind.SameTask).Select(e => e.To).ToList();
        var found = await FindAsync([.. awaits, .. awaitedBy, .. same], today, stop);
        return new([.. awaits.Select(found.GetValueOrDefault).OfType<LinkedObligation>()], [.. awaitedBy.Select(found.GetValueOrDefault).OfType<LinkedObligation>()], [.. same.Select(found.GetValueOrDefault).OfType<LinkedObligation>()]);
    }

    /// <summary>What the obligations of a programme waited for on a day.</summary>
    public async Task<ILookup<Guid, LinkedObligation>> AwaitedInAsync(Guid programme, DateOnly on, CancellationToken stop)
    {
        var edges = await Edges.AwaitedAsync(db.Acts.Where(a => a.Other != null && db.Obligations.Any(o => o.Id == a.ObligationId && o.ProgrammeId == programme)), on, stop);
        var found = edges.Count == 0 ? [] : await FindAsync([.. edges.Select(e => e.To).Distinct()], on, stop);
        return edges.Where(e => found.ContainsKey(e.To)).ToLookup(e => e.From, e => found[e.To]);
    }

    /// <summary>Obligations of different documents whose words are alike: those to be decided first, the most alike first.</summary>
    public async Task<IReadOnlyList<AlikeTasks>> AlikeAsync(DateOnly today, CancellationToken stop)
    {
        var tasks = await db.Obligations.OrderBy(o => o.ProgrammeId).ThenBy(o => o.Ordinal).Select(o => new { o.Id, o.ProgrammeId, o.Task }).ToListAsync(stop);
        var pairs = AlikeTexts.Find([.. tasks.Select(t => t.Task)], (a, b) => tasks[a].ProgrammeId != tasks[b].ProgrammeId, LeastLikeness);
        var decided = (await Edges.DecidedAsync(db.Acts, stop)).ToDictionary(e => (e.From, e.To), e => e.Kind);
        var found = await FindAsync([.. pairs.SelectMany(p => new[] { tasks[p.First].Id, tasks[p.Second].Id }).Distinct()], today, stop);
        return
        [
            .. pairs.Select(p => new AlikeTasks(
                found[tasks[p.First].Id], found[tasks[p.Second].Id], p.Likeness, decided.TryGetValue((tasks[p.First].Id, tasks[p.Second].Id), out var kind) ? kind : null)).OrderBy(p => p.Decided is not null),
        ];
    }

    /// <summary>Why a late obligation is late, as far as what it waits for tells; null where that is no reason, or nothing is late.</summary>
    /// <param name="isLate">Whether one of its shares is overdue.</param>
    /// <param name="awaits">What it waits for.</param>
    public static string? Remark(bool isLate, IEnumerable<LinkedObligation> awaits) =>
        isLate && awaits.Where(a => !a.IsDone).ToList() is { Count: > 0 } open ? $"逾期，前置任务还没有完成：{string.Join("、", open.Select(a => $"{a.Name}{(a.OwedOn is { } due ? $"（{ChineseFormat.Date(due)}到期）" : "")}"))}。" : null;

    private async Task<Dictionary<Guid, LinkedObligation>> FindAsync(IReadOnlyList<Guid> ids, DateOnly on, CancellationToken stop)
    {
        if (ids.Count == 0) return [];
        var rows = await (from o in db.Obligations join p in db.Programmes on o.ProgrammeId equals p.Id where ids.Contains(o.Id) select new { o.Id, o.Revision, o.Ordinal, o.Task, Document = p.Number ?? p.Title }).ToListAsync(stop);
        var shares = (await db.Assignments.Where(a => ids.Contains(a.ObligationId) && a.SharesSince <= on).ToListAsync(stop)).ToLookup(a => a.ObligationId);
        var settled = (await db.Acts.Where(a => ids.Contains(a.ObligationId) && a.On <= on && (a.Kind == ActKind.Verified || a.Kind == ActKind.Released || a.Kind == ActKind.ReturnGranted)).Select(a => new { a.ObligationId, a.AssignmentId }).ToListAsync(stop)).ToLookup(a => a.ObligationId, a => a.AssignmentId);
        var rules = LedgerRules.Of((CityDeclarations?)services.GetService(typeof(CityDeclarations)));
        return rows.ToDictionary(r => r.Id, r => new LinkedObligation(
            r.Id, r.Revision, r.Document, r.Ordinal, r.Task, IsDone(shares[r.Id], settled[r.Id].ToHashSet(), rules), shares[r.Id].Where(s => s.Stage is AssignmentStage.Open).Max(s => s.OwedOn), [.. shares[r.Id].Where(s => s.Stage is AssignmentStage.Open).Select(s => s.Unit)]));
    }

    /// <summary>As <see cref="RollUp"/> adds shares up: what is settled stays so, so that a share settled now was settled on the day when its act was there.</summary>
    private static bool IsDone(IEnumerable<StoredAssignment> shares, HashSet<Guid?> settled, LedgerRules? rules)
    {
        var then = shares.Select(s => (s.Role, Stage: settled.Contains(s.Id) || settled.Contains(null) ? s.Stage : AssignmentStage.Open)).ToList();
        var owed = then.Where(s => s.Stage is not (AssignmentStage.Released or AssignmentStage.Returned)).ToList();
        return rules is not null && then.Count > 0 && (owed.Count == 0 ? then.TrueForAll(s => s.Stage is AssignmentStage.Released) : owed.Where(s => s.Stage is AssignmentStage.Verified).Sum(s => rules.Weights[s.Role]) * 100 / owed.Sum(s => rules.Weights[s.Role]) >= rules.DoneAt);
    }
}
