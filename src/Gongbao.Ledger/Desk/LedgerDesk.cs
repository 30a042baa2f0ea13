using Gongbao.Contracts.Ledger;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.Evidence;
using Gongbao.Ledger.Limits;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Web.Listing;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Desk;

/// <summary>What pages and interface ask about the ledger.</summary>
internal sealed class LedgerDesk(LedgerDb db, CityClock clock, IServiceProvider services) : IObligationStates
{
    private const int PageSize = 50;
    private const int ProgrammesAtOnce = 50;

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

    /// <summary>What units asked for and nobody has answered, the oldest first.</summary>
    public async Task<IReadOnlyList<RequestLine>> RequestsAsync(int most, CancellationToken stop)
    {
        if (City is not { } city || LedgerRules.Of(city) is not { } rules) return [];
        var rows = await (from a in db.Acts
                          join o in db.Obligations on a.ObligationId equals o.Id
                          join s in db.Assignments on a.AssignmentId equals s.Id
                          where (a.Kind == ActKind.ExtensionAsked || a.Kind == ActKind.ReturnAsked || a.Kind == ActKind.Raised) && !db.Acts.Any(x => x.ObligationId == a.ObligationId && x.Answers == a.Id)
                          orderby a.On, a.Id
                          select new { a.ObligationId, a.Kind, a.On, a.Text, a.Day, s.Unit, o.Task }).Take(most).ToListAsync(stop);
        return [.. rows.Select(r => new RequestLine(r.ObligationId, r.Kind, r.On, r.Text, r.Day, NameOf(r.Unit), r.Task, Clock.Start(Term.WorkingDays(rules.AnswerDays), r.On, StateWords.Of(r.Kind)).DueBy(city.Calendar).On!.Value))];
    }

    /// <summary>A programme as of a day: what was accepted, set and reported up to it.</summary>
    /// <returns>Null where there is none, or the city declares nothing of the ledger.</returns>
    public async Task<ProgrammeView?> ProgrammeAsync(string slug, DateOnly? on, CancellationToken stop)
    {
        if (City is not { } city || LedgerRules.Of(city) is not { } rules) return null;
        if (await db.Programmes.FirstOrDefaultAsync(p => p.Slug == slug, stop) is not { } programme) return null;
        var day = on ?? Today;
        var obligations = await db.Obligations.Where(o => o.ProgrammeId == programme.Id).OrderBy(o => o.Ordinal).ToListAsync(stop);
        var shares = (await db.Assignments.Where(a => a.ProgrammeId == programme.Id).OrderBy(a => a.Ordinal).ToListAsync(stop)).ToLookup(a => a.ObligationId);
        var acts = (await db.Acts.Where(a => a.On <= day && db.Obligations.Any(o => o.Id == a.ObligationId && o.ProgrammeId == programme.Id)).OrderBy(a => a.Number).ToListAsync(stop)).ToLookup(a => a.ObligationId);
        var questions = (await db.Questions.Where(q => q.ProgrammeId == programme.Id && q.AnsweredAt == null).ToListAsync(stop)).ToLookup(q => q.ObligationId);
        return new(programme, day, [.. obligations.Where(o => acts[o.Id].Any()).Select(o => Row(programme, o, shares[o.Id], [.. acts[o.Id]], [.. questions[o.Id]], day, rules, city))]);
    }

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
            await names(acts.Select(a => (string?)a.By).Concat(questions.Select(q => q.AnsweredBy))));
    }

    /// <summary>The shares of the units for which somebody may report, those with the earliest day first; what is settled is left out.</summary>
    /// <param name="by">Who.</param>
    /// <param name="page">Counted from 1; one beyond the last is the last.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<WorkPage> WorkAsync(Actor by, int page, CancellationToken stop)
    {
        var units = City?.Directory.Units.Where(u => by.May(LedgerRules.ReportVerb, new AccessTarget(Unit: u.Id))).Select(u => u.Id).ToList() ?? [];
        return await PageAsync(db.Assignments.Where(a => units.Contains(a.Unit) && (a.Stage == AssignmentStage.Open || a.Stage == AssignmentStage.Submitted)), page, stop);
    }

    /// <summary>Shares that are late, or whose report is, the latest first.</summary>
    public Task<WorkPage> LateAsync(int page, CancellationToken stop)
    {
        var today = Today;
        return PageAsync(db.Assignments.Where(a => a.OwedOn < today || a.ReportBy < today), page, stop);
    }

    /// <summary>Shares whose report of completion waits for a verdict.</summary>
    public Task<WorkPage> SubmittedAsync(int page, CancellationToken stop) => PageAsync(db.Assignments.Where(a => a.Stage == AssignmentStage.Submitted), page, stop);

    /// <summary>Everything that one unit owes or owed.</summary>
    public Task<WorkPage> UnitAsync(string unit, int page, CancellationToken stop) => PageAsync(db.Assignments.Where(a => a.Unit == unit), page, stop);

    /// <summary>What waits for a decision, oldest first, with its obligation.</summary>
    public async Task<IReadOnlyList<(StoredQuestion Question, StoredObligation Obligation)>> QuestionsAsync(int most, CancellationToken stop) =>
        [.. (await (from q in db.Questions join o in db.Obligations on q.ObligationId equals o.Id where q.AnsweredAt == null orderby q.Id select new { q, o }).Take(most).ToListAsync(stop)).Select(x => (x.q, x.o))];

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

    private async Task<WorkPage> PageAsync(IQueryable<StoredAssignment> shares, int page, CancellationToken stop)
    {
        var rows = from a in shares
                   join o in db.Obligations on a.ObligationId equals o.Id
                   join p in db.Programmes on a.ProgrammeId equals p.Id
                   orderby a.OwedOn ?? a.ReportBy ?? DateOnly.MaxValue, p.Slug, o.Ordinal, a.Ordinal
                   select new { a, o.Ordinal, o.Task, o.Revision, p.Slug, p.Number };
        var slice = await rows.SliceAsync(new ListStart<object>(page), await shares.CountAsync(stop), PageSize, r => r, stop);
        return new(
            [.. slice.Rows.Select(r => new WorkLine(r.a.ObligationId, r.a.Id, r.Slug, r.Number, r.Ordinal, r.Task, r.a.Unit, NameOf(r.a.Unit), r.a.Role, r.a.Stage, r.a.OwedOn, r.a.ReportBy, r.a.LastReportOn, r.Revision))],
            slice.Total, slice.Page, slice.Pages);
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
