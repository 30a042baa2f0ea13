using Gongbao.Contracts.Ledger;
using Gongbao.Kernel.Directory;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.Charts;
using Gongbao.Ledger.Evidence;
using Gongbao.Ledger.Limits;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.City;
using Gongbao.Web.Listing;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Desk;

/// <summary>What pages and interface ask about the ledger.</summary>
internal sealed class LedgerDesk(LedgerDb db, CityClock clock, IServiceProvider services) : IObligationStates
{
    private const int ProgrammesAtOnce = 50;
    private const int RowsAtOnce = 100;

    /// <summary>The legal day.</summary>
    public DateOnly Today => clock.Today;

    /// <summary>How the city keeps its ledger; null where it declares nothing of it.</summary>
    public LedgerRules? Rules => LedgerRules.Of(City);

    private CityDeclarations? City => (CityDeclarations?)services.GetService(typeof(CityDeclarations));

    /// <summary>Programmes, newest document first, counted as of today.</summary>
    /// <param name="start">From where on.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<ListSlice<ProgrammeLine, ProgrammePlace>> ProgrammesAsync(ListStart<ProgrammePlace> start, CancellationToken stop)
    {
        var today = Today;
        var behind = start.After switch
        {
            null => db.Programmes,
            (null, var id) => db.Programmes.Where(p => p.SignedOn == null && p.Id > id),
            var (day, id) => db.Programmes.Where(p => p.SignedOn == null || p.SignedOn < day || p.SignedOn == day && p.Id > id),
        };
        return await behind.OrderBy(p => p.SignedOn == null).ThenByDescending(p => p.SignedOn).ThenBy(p => p.Id).Select(p => new ProgrammeLine(
            p.Id, p.Slug, p.Title, p.Number, p.SignedOn,
            db.Obligations.Count(o => o.ProgrammeId == p.Id),
            db.Assignments.Count(a => a.ProgrammeId == p.Id),
            db.Assignments.Count(a => a.ProgrammeId == p.Id && a.OwedOn < today),
            db.Assignments.Count(a => a.ProgrammeId == p.Id && a.ReportBy < today),
            db.Assignments.Count(a => a.ProgrammeId == p.Id && a.Stage == AssignmentStage.Submitted),
            db.Assignments.Count(a => a.ProgrammeId == p.Id && a.Stage == AssignmentStage.Verified),
            db.Questions.Count(q => q.ProgrammeId == p.Id && q.AnsweredAt == null))).SliceAsync(start, await db.Programmes.CountAsync(stop), ProgrammesAtOnce, p => new ProgrammePlace(p.SignedOn, p.Id), stop);
    }

    /// <summary>How many obligations of each of some documents are in the ledger, by the document's part of the address.</summary>
    public Task<Dictionary<string, int>> AcceptedAsync(IReadOnlyList<string> documents, CancellationToken stop) =>
        db.Programmes.Where(p => documents.Contains(p.Slug)).Select(p => new { p.Slug, Count = db.Obligations.Count(o => o.ProgrammeId == p.Id) }).ToDictionaryAsync(p => p.Slug, p => p.Count, stop);

    /// <summary>A programme as of a day: what was accepted, set and reported up to it.</summary>
    /// <returns>Null where there is none, or the city declares nothing of the ledger.</returns>
    public async Task<ProgrammeView?> ProgrammeAsync(string slug, DateOnly? on, CancellationToken stop) => City is { } city ? await ProgrammeAsync(slug, on, city, stop) : null;

    /// <summary>The same by what a city declares or declared.</summary>
    public async Task<ProgrammeView?> ProgrammeAsync(string slug, DateOnly? on, CityDeclarations city, CancellationToken stop)
    {
        if (LedgerRules.Of(city) is not { } rules) return null;
        if (await db.Programmes.FirstOrDefaultAsync(p => p.Slug == slug, stop) is not { } programme) return null;
        var day = on ?? Today;
        var obligations = await db.Obligations.Where(o => o.ProgrammeId == programme.Id).OrderBy(o => o.Ordinal).ToListAsync(stop);
        return new(programme, day, await RowsAsync(programme, obligations, day, rules, city, stop));
    }

    /// <summary>What a page shows of a programme: its figures, and some of its obligations.</summary>
    /// <param name="slug">The document's part of the address.</param>
    /// <param name="filter">Which obligations, and as of which day.</param>
    /// <param name="state">Only obligations with a share in this state; null for all.</param>
    /// <param name="page">Counted from 1; one beyond the last is the last.</param>
    /// <param name="stop">Ends the work.</param>
    /// <param name="isDown">Whether the last obligation of the document comes first.</param>
    /// <returns>Null where there is none, or the city declares nothing of the ledger.</returns>
    public async Task<ProgrammeOverview?> OverviewAsync(string slug, ChartFilter filter, AssignmentState? state, int page, CancellationToken stop, bool isDown = false)
    {
        if (filter.On < Today) return await ProgrammeAsync(slug, filter.On, stop) is { } past ? ProgrammeOverview.Of(past, filter, state, page, RowsAtOnce, isDown) : null;
        if (City is not { } city || LedgerRules.Of(city) is not { } rules) return null;
        if (await db.Programmes.FirstOrDefaultAsync(p => p.Slug == slug, stop) is not { } programme) return null;
        var day = filter.On ?? Today;
        var all = db.Assignments.Where(a => a.ProgrammeId == programme.Id);
        var groups = await all.GroupBy(a => new { a.Unit, a.Stage, a.OwedOn, a.ReportBy, Lacks = !a.HasMeasure && a.Role != DutyRole.Supporting && a.Stage == AssignmentStage.Open })
            .Select(g => new { g.Key.Unit, g.Key.Stage, g.Key.OwedOn, g.Key.ReportBy, g.Key.Lacks, Count = g.Count(), First = g.Min(a => a.Position) }).ToListAsync(stop);
        var counted = groups.Select(g => (g.Unit, g.First, g.Lacks, g.Count, State: Standing.StateOf(g.Stage, g.OwedOn, g.ReportBy, day, rules))).ToList();
        var units = counted.GroupBy(g => g.Unit).OrderBy(g => g.Min(x => x.First)).Select(g => new UnitCounts(
            g.Key, NameOf(g.Key), Sums(g.Select(x => (x.State, x.Count))), g.Sum(x => x.Count), g.Where(x => x.Lacks).Sum(x => x.Count))).ToList();

        var obligations = db.Obligations.Where(o => o.ProgrammeId == programme.Id);
        var count = await obligations.CountAsync(stop);
        var measures = (await obligations.GroupBy(o => new { o.Measure, o.Group }).Select(g => new { g.Key.Measure, g.Key.Group, Count = g.Count(), First = g.Min(o => o.Ordinal) }).ToListAsync(stop))
            .OrderBy(m => m.First).GroupBy(m => ChartFilter.MeasureOf(m.Measure, m.Group)).Select(g => (g.Key, g.Sum(m => m.Count))).ToList();
        var rows = filter.Measure is { } measure ? obligations.Where(o => (o.Measure ?? o.Group ?? ChartFilter.NoMeasure) == measure) : obligations;
        if (state is not null || filter.Unit is not null)
        {
            var wanted = state is { } one ? all.Where(InState.Of(one, day, rules)) : all;
            if (filter.Unit is { } unit) wanted = wanted.Where(a => a.Unit == unit);
            rows = rows.Where(o => wanted.Any(a => a.ObligationId == o.Id));
        }
        var slice = await (isDown ? rows.OrderByDescending(o => o.Ordinal) : rows.OrderBy(o => o.Ordinal)).SliceAsync(new ListStart<object>(page), rows == obligations ? count : await rows.CountAsync(stop), RowsAtOnce, o => o, stop);
        return new(
            programme, day, count, counted.Sum(g => g.Count), await db.Questions.CountAsync(q => q.ProgrammeId == programme.Id && q.AnsweredAt == null, stop), Sums(counted.Select(g => (g.State, g.Count))), units, measures,
            await RowsAsync(programme, [.. slice.Rows], day, rules, city, stop), slice.Total, slice.Page, slice.Pages);
    }

    private static Dictionary<AssignmentState, int> Sums(IEnumerable<(AssignmentState State, int Count)> counted) => counted.GroupBy(c => c.State).ToDictionary(g => g.Key, g => g.Sum(c => c.Count));

    /// <returns>Null where there is none, or the city declares nothing of the ledger.</returns>
    public async Task<ObligationPageView?> ObligationAsync(Guid id, Func<IEnumerable<string?>, Task<IReadOnlyDictionary<string, string>>> names, CancellationToken stop)
    {
        if (City is not { } city || LedgerRules.Of(city) is not { } rules) return null;
        if (await db.Obligations.FirstOrDefaultAsync(o => o.Id == id, stop) is not { } obligation) return null;
        var programme = await db.Programmes.SingleAsync(p => p.Id == obligation.ProgrammeId, stop);
        var acts = await db.Acts.Where(a => a.ObligationId == id).OrderBy(a => a.Number).ToListAsync(stop);
        var questions = await db.Questions.Where(q => q.ObligationId == id).ToListAsync(stop);
        var row = Row(programme, obligation, await db.Assignments.Where(a => a.ObligationId == id).OrderBy(a => a.Ordinal).ToListAsync(stop), acts, questions, Today, rules, city);
        var happened = acts.LastOrDefault(a => a.Kind is ActKind.EventHappened)?.Day;
        return new(
            programme, row, acts, LimitHistory.All(obligation.Limit, programme.SignedOn, acts, Today), row.Limit.Explain(happened, programme.SignedOn, city.Calendar, rules.Rhythm.Chinese()),
            await names(acts.Select(a => (string?)a.By).Concat(questions.Select(q => q.AnsweredBy))), await MovesAsync(id, stop));
    }

    /// <summary>The days of an obligation that were moved by working them out anew, the first first.</summary>
    private async Task<IReadOnlyList<MovedDay>> MovesAsync(Guid obligation, CancellationToken stop) =>
        [.. (await (from m in db.Moves
                    join r in db.Reprojections on m.RunId equals r.Id
                    where db.Assignments.Any(a => a.Id == m.AssignmentId && a.ObligationId == obligation)
                    select new { r.Id, r.BegunAt, r.Reason, m.Before, m.After }).Distinct().ToListAsync(stop)).OrderBy(m => m.Id).Select(m => new MovedDay(m.BegunAt.BeijingDate(), m.Reason, m.Before, m.After))];

    /// <summary>The name of a unit; its id where the directory has it no longer.</summary>
    public string NameOf(string unit) => City?.Directory.Find(unit)?.FullName ?? unit;

    /// <summary>Whether the directory has such a unit.</summary>
    public bool IsUnit(string unit) => City?.Directory.Find(unit) is not null;

    public async Task<ILookup<string, ObligationState>> OfAsync(string document, DateOnly on, CancellationToken stop)
    {
        var view = await ProgrammeAsync(document, on, stop);
        return (view?.Rows ?? []).Where(r => r.Obligation.Place is not null).ToLookup(r => r.Obligation.Place!, r => new ObligationState(
            $"/ledger/obligations/{r.Obligation.Id:D}", Says(r), r.RollUp.Of(AssignmentState.Overdue) > 0, r.RollUp.IsDone));
    }

    private static string Says(ObligationRow row) => row.Shares.Count == 0 ? "责任单位待明确"
        : string.Join("，", StateWords.All.Where(s => row.RollUp.Of(s) > 0).Select(s => $"{StateWords.Of(s)} {row.RollUp.Of(s)} 家"));

    /// <summary>Obligations of one programme as of a day. By now, what the rows of shares show is enough; of a day before, the acts are gone through.</summary>
    private async Task<IReadOnlyList<ObligationRow>> RowsAsync(StoredProgramme programme, List<StoredObligation> obligations, DateOnly day, LedgerRules rules, CityDeclarations city, CancellationToken stop)
    {
        if (obligations is []) return [];
        var (first, last) = (obligations.Min(o => o.Ordinal), obligations.Max(o => o.Ordinal));
        var mine = db.Obligations.Where(o => o.ProgrammeId == programme.Id && o.Ordinal >= first && o.Ordinal <= last);
        var shares = (await db.Assignments.Where(a => a.ProgrammeId == programme.Id && mine.Any(o => o.Id == a.ObligationId)).OrderBy(a => a.Ordinal).ToListAsync(stop)).ToLookup(a => a.ObligationId);
        var isNow = day >= Today;
        var asking = db.Questions.Where(q => q.ProgrammeId == programme.Id && mine.Any(o => o.Id == q.ObligationId));
        var questions = (isNow ? await asking.Where(q => q.AnsweredAt == null).ToListAsync(stop) : await OpenThenAsync(asking, mine, day, stop)).ToLookup(q => q.ObligationId);
        var asked = db.Acts.Where(a => a.On <= day && mine.Any(o => o.Id == a.ObligationId));
        if (isNow) asked = asked.Where(a => a.Kind == ActKind.LimitDecided || a.Kind == ActKind.LimitOverridden || a.Kind == ActKind.EvidenceWanted);
        var acts = (await asked.OrderBy(a => a.Number).ToListAsync(stop)).ToLookup(a => a.ObligationId);
        return isNow
            ? [.. obligations.Select(o => Shown(programme, o, shares[o.Id], acts[o.Id], [.. questions[o.Id]], day, rules, city))]
            : [.. obligations.Where(o => acts[o.Id].Any()).Select(o => Row(programme, o, shares[o.Id], [.. acts[o.Id]], [.. questions[o.Id]], day, rules, city))];
    }

    /// <summary>Questions that were open at the end of a past day: those not answered by then, without those that are asked since because a unit gave its share back.</summary>
    private async Task<List<StoredQuestion>> OpenThenAsync(IQueryable<StoredQuestion> asking, IQueryable<StoredObligation> of, DateOnly day, CancellationToken stop)
    {
        var end = day.AddDays(1).StartsAt();
        var open = await asking.Where(q => q.AnsweredAt == null || q.AnsweredAt >= end).ToListAsync(stop);
        // Such a question comes with the act that grants the return, one for each: of an obligation they are the newest of their kind.
        foreach (var returned in await db.Acts.Where(a => a.Kind == ActKind.ReturnGranted && a.On > day && of.Any(o => o.Id == a.ObligationId)).GroupBy(a => a.ObligationId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop))
            foreach (var later in open.Where(q => q.ObligationId == returned.Key && q is { Kind: QuestionKind.Unit, Words: "" }).OrderByDescending(q => q.Id).Take(returned.Count).ToList())
                open.Remove(later);
        return open;
    }

    private static ObligationRow Shown(
        StoredProgramme programme, StoredObligation obligation, IEnumerable<StoredAssignment> shares, IEnumerable<StoredAct> set, IReadOnlyList<StoredQuestion> questions, DateOnly on, LedgerRules rules, CityDeclarations city)
    {
        var rows = shares.Select(s => new ShareRow(s, city.Directory.Find(s.Unit)?.FullName ?? s.Unit, Standing.Shown(s, on, rules), s.HasMeasure)).ToList();
        return new(obligation, LimitHistory.Of(obligation.Limit, programme.SignedOn, set, on), rows, RollUp.Of([.. rows.Select(r => (r.Share.Role, r.Standing))], rules), questions) { EvidenceWanted = WantEvidence.Of(set) };
    }

    private static ObligationRow Row(
        StoredProgramme programme, StoredObligation obligation, IEnumerable<StoredAssignment> shares, IReadOnlyList<StoredAct> acts, IReadOnlyList<StoredQuestion> questions, DateOnly on, LedgerRules rules, CityDeclarations city)
    {
        var limit = LimitHistory.Of(obligation.Limit, programme.SignedOn, acts, on);
        // A unit that was added later was not there before.
        var rows = shares.Where(s => s.SharesSince <= on).Select(s => new ShareRow(
            s, city.Directory.Find(s.Unit)?.FullName ?? s.Unit, Standing.Of(limit, obligation.OwedSince, acts.Where(a => a.AssignmentId is null || a.AssignmentId == s.Id), on, rules, city.Calendar),
            acts.Any(a => a.Kind is ActKind.MeasureWritten && a.AssignmentId == s.Id))).ToList();
        return new(obligation, limit, rows, RollUp.Of([.. rows.Select(r => (r.Share.Role, r.Standing))], rules), questions) { EvidenceWanted = WantEvidence.Of(acts.Where(a => a.On <= on)) };
    }
}
