using Gongbao.Kernel.Time;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Ledger.Views;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Web.Listing;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Desk;

/// <summary>Lists over all programmes (各类清单): what somebody has to do, what is late, what waits. Each runs along an index, however much the ledger holds.</summary>
internal sealed class WorkLists(LedgerDb db, CityClock clock, IServiceProvider services)
{
    public const int PageSize = 50;

    private CityDeclarations? City => (CityDeclarations?)services.GetService(typeof(CityDeclarations));

    /// <summary>The shares of the units for which somebody may report, those with the earliest day first; what is settled is left out.</summary>
    /// <param name="by">Who.</param>
    /// <param name="start">From where on.</param>
    /// <param name="stop">Ends the work.</param>
    /// <param name="filter">Which are wanted; null for all.</param>
    /// <param name="size">At most so many.</param>
    /// <param name="order">One of the keys of <see cref="ListLooks"/>; that of a document where one is wanted only.</param>
    public Task<ListSlice<WorkLine, WorkPlace>> WorkAsync(Actor by, ListStart<WorkPlace> start, CancellationToken stop, WorkFilter? filter = null, int size = PageSize, string order = ListLooks.Day) =>
        ByDayAsync(In(filter, OpenOf(by, [LedgerRules.ReportVerb], filter?.Unit)), Order(order, filter), start, size, stop);

    /// <summary>What is owed by a day by the units on which somebody has one of some verbs, the earliest day first.</summary>
    /// <param name="by">Who.</param>
    /// <param name="verbs">The verbs.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="stop">Ends the work.</param>
    public Task<ListSlice<WorkLine, WorkPlace>> DatedAsync(Actor by, IReadOnlyList<string> verbs, int most, CancellationToken stop)
    {
        var never = StoredAssignment.Never;
        return ByDayAsync(OpenOf(by, verbs).Where(a => a.NextOn < never), ListLooks.Day, 1, most, stop);
    }

    /// <summary>The units for which somebody may report, with their names.</summary>
    public IReadOnlyList<(string Id, string Name)> UnitsOf(Actor by) => [.. (City?.Directory.Units ?? []).Where(u => by.May(LedgerRules.ReportVerb, new AccessTarget(Unit: u.Id))).Select(u => (u.Id, u.FullName))];

    /// <summary>What is not settled of the units on which somebody has one of some verbs.</summary>
    /// <param name="by">Who.</param>
    /// <param name="verbs">The verbs.</param>
    /// <param name="only">The one of them that is asked for; null for all.</param>
    private IQueryable<StoredAssignment> OpenOf(Actor by, IReadOnlyList<string> verbs, string? only = null)
    {
        var all = City?.Directory.Units ?? [];
        var units = all.Where(u => (only is null || u.Id == only) && verbs.Any(v => by.May(v, new AccessTarget(Unit: u.Id)))).Select(u => u.Id).ToList();
        // SQLite walks the index of a unit by what is compared with a value, and that of days by what is written as "not".
        var settled = false;
        return units switch
        {
            [var one] => db.Assignments.Where(a => a.Unit == one && a.IsSettled == settled),
            [_, ..] when units.Count == all.Count => db.Assignments.Where(a => !a.IsSettled),
            _ => db.Assignments.Where(a => units.Contains(a.Unit) && !a.IsSettled),
        };
    }

    /// <summary>Shares that are late, or whose report is, the latest first.</summary>
    public Task<ListSlice<WorkLine, WorkPlace>> LateAsync(ListStart<WorkPlace> start, CancellationToken stop, WorkFilter? filter = null, int size = PageSize, string order = ListLooks.Day)
    {
        var today = clock.Today;
        return ByDayAsync(In(filter, db.Assignments.Where(a => a.NextOn < today)), Order(order, filter), start, size, stop);
    }

    /// <summary>Shares whose report of completion waits for a verdict, the oldest report first.</summary>
    public Task<ListSlice<WorkLine, WorkPlace>> SubmittedAsync(ListStart<WorkPlace> start, CancellationToken stop, WorkFilter? filter = null, int size = PageSize, string order = ListLooks.Day)
    {
        var all = In(filter, db.Assignments.Where(a => a.Stage == AssignmentStage.Submitted));
        var way = Order(order, filter);
        if (way == ListLooks.Place) return ByPlaceAsync(all, start, size, stop);
        var (behind, above) = (start.After, way) switch
        {
            ({ Day: var day, Programme: var programme, Position: var position }, ListLooks.DayDown) => (
                all.Where(a => a.DoneOn <= day && (a.DoneOn < day || a.ProgrammeId < programme || a.ProgrammeId == programme && a.Position < position)),
                all.Where(a => a.DoneOn >= day && (a.DoneOn > day || a.ProgrammeId > programme || a.ProgrammeId == programme && a.Position >= position))),
            ({ Day: var day, Programme: var programme, Position: var position }, _) => (
                all.Where(a => a.DoneOn >= day && (a.DoneOn > day || a.ProgrammeId > programme || a.ProgrammeId == programme && a.Position > position)),
                all.Where(a => a.DoneOn <= day && (a.DoneOn < day || a.ProgrammeId < programme || a.ProgrammeId == programme && a.Position <= position))),
            _ => (all, all),
        };
        return SliceAsync(
            way == ListLooks.DayDown ? behind.OrderByDescending(a => a.DoneOn).ThenByDescending(a => a.ProgrammeId).ThenByDescending(a => a.Position) : behind.OrderBy(a => a.DoneOn).ThenBy(a => a.ProgrammeId).ThenBy(a => a.Position),
            above, start, size, a => new(false, a.DoneOn!.Value, a.ProgrammeId, a.Position), stop);
    }

    /// <summary>Everything that one unit owes, the earliest day first, and behind it what is settled.</summary>
    public Task<ListSlice<WorkLine, WorkPlace>> UnitAsync(string unit, ListStart<WorkPlace> start, CancellationToken stop, WorkFilter? filter = null, int size = PageSize)
    {
        var all = In(filter, db.Assignments.Where(a => a.Unit == unit));
        var (behind, above) = start.After is { IsSettled: var settled, Day: var day, Programme: var programme, Position: var position }
            ? (all.Where(a => a.IsSettled == settled && (a.NextOn > day || a.NextOn == day && (a.ProgrammeId > programme || a.ProgrammeId == programme && a.Position > position)) || a.IsSettled && !settled),
                all.Where(a => a.IsSettled == settled && (a.NextOn < day || a.NextOn == day && (a.ProgrammeId < programme || a.ProgrammeId == programme && a.Position <= position)) || !a.IsSettled && settled)) : (all, all);
        return SliceAsync(behind.OrderBy(a => a.IsSettled).ThenBy(a => a.NextOn).ThenBy(a => a.ProgrammeId).ThenBy(a => a.Position), above, start, size, a => new(a.IsSettled, a.NextOn, a.ProgrammeId, a.Position), stop);
    }

    /// <summary>What waits for a decision, oldest first, with its obligation.</summary>
    public async Task<IReadOnlyList<(StoredQuestion Question, StoredObligation Obligation)>> QuestionsAsync(int most, CancellationToken stop) =>
        [.. (await (from q in db.Questions join o in db.Obligations on q.ObligationId equals o.Id where q.AnsweredAt == null orderby q.Id select new { q, o }).Take(most).ToListAsync(stop)).Select(x => (x.q, x.o))];

    /// <summary>What units asked for and nobody has answered, the oldest first.</summary>
    public async Task<IReadOnlyList<RequestLine>> RequestsAsync(int most, CancellationToken stop)
    {
        if (City is not { } city || LedgerRules.Of(city) is not { } rules) return [];
        var rows = await (from a in Requests.Waiting(db)
                          join o in db.Obligations on a.ObligationId equals o.Id
                          join s in db.Assignments on a.AssignmentId equals s.Id
                          orderby a.On, a.Id
                          select new { a.ObligationId, a.Kind, a.On, a.Text, a.Day, s.Unit, o.Task }).Take(most).ToListAsync(stop);
        return [.. rows.Select(r => new RequestLine(r.ObligationId, r.Kind, r.On, r.Text, r.Day, NameOf(r.Unit), r.Task, Requests.AnswerBy(r.Kind, r.On, rules, city.Calendar)))];
    }

    /// <summary>What the lists may be asked for: units, and the documents that have a programme, the latest first.</summary>
    /// <param name="most">Programmes at most.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<(IReadOnlyList<(string Id, string Name)> Units, IReadOnlyList<(string Slug, string Name)> Programmes)> ChoicesAsync(int most, CancellationToken stop) => (
        [.. (City?.Directory.Units ?? []).Select(u => (u.Id, u.FullName))],
        [.. (await db.Programmes.OrderBy(p => p.SignedOn == null).ThenByDescending(p => p.SignedOn).ThenBy(p => p.Id).Take(most).Select(p => new { p.Slug, p.Number, p.Title }).ToListAsync(stop)).Select(p => (p.Slug, p.Number ?? p.Title))]);

    private sealed record About(Guid Id, int Ordinal, string Task, long Revision, string Slug, string? Number);

    private string NameOf(string unit) => City?.Directory.Find(unit)?.FullName ?? unit;

    private IQueryable<StoredAssignment> In(WorkFilter? filter, IQueryable<StoredAssignment> shares) => (filter ?? WorkFilter.None).In(shares, db, clock.Today, LedgerRules.Of(City));

    /// <summary>The order of a document runs along an index within one document only.</summary>
    private static string Order(string asked, WorkFilter? filter) => asked == ListLooks.Place && filter?.Programme is null ? ListLooks.Day : asked;

    private Task<ListSlice<WorkLine, WorkPlace>> ByDayAsync(IQueryable<StoredAssignment> all, string order, ListStart<WorkPlace> start, int size, CancellationToken stop)
    {
        if (order == ListLooks.Place) return ByPlaceAsync(all, start, size, stop);
        var (behind, above) = (start.After, order) switch
        {
            ({ Day: var day, Programme: var programme, Position: var position }, ListLooks.DayDown) => (
                all.Where(a => a.NextOn <= day && (a.NextOn < day || a.ProgrammeId < programme || a.ProgrammeId == programme && a.Position < position)),
                all.Where(a => a.NextOn >= day && (a.NextOn > day || a.ProgrammeId > programme || a.ProgrammeId == programme && a.Position >= position))),
            ({ Day: var day, Programme: var programme, Position: var position }, _) => (
                all.Where(a => a.NextOn >= day && (a.NextOn > day || a.ProgrammeId > programme || a.ProgrammeId == programme && a.Position > position)),
                all.Where(a => a.NextOn <= day && (a.NextOn < day || a.ProgrammeId < programme || a.ProgrammeId == programme && a.Position <= position))),
            _ => (all, all),
        };
        return SliceAsync(
            order == ListLooks.DayDown ? behind.OrderByDescending(a => a.NextOn).ThenByDescending(a => a.ProgrammeId).ThenByDescending(a => a.Position) : behind.OrderBy(a => a.NextOn).ThenBy(a => a.ProgrammeId).ThenBy(a => a.Position),
            above, start, size, a => new(false, a.NextOn, a.ProgrammeId, a.Position), stop);
    }

    private Task<ListSlice<WorkLine, WorkPlace>> ByPlaceAsync(IQueryable<StoredAssignment> all, ListStart<WorkPlace> start, int size, CancellationToken stop)
    {
        var (behind, above) = start.After is { Programme: var programme, Position: var position }
            ? (all.Where(a => a.ProgrammeId > programme || a.ProgrammeId == programme && a.Position > position), all.Where(a => a.ProgrammeId < programme || a.ProgrammeId == programme && a.Position <= position)) : (all, all);
        return SliceAsync(behind.OrderBy(a => a.ProgrammeId).ThenBy(a => a.Position), above, start, size, a => new(false, a.NextOn, a.ProgrammeId, a.Position), stop);
    }

    /// <summary>The shares of a page first, then what they are about.</summary>
    private async Task<ListSlice<WorkLine, WorkPlace>> SliceAsync(
        IQueryable<StoredAssignment> rows, IQueryable<StoredAssignment> above, ListStart<WorkPlace> start, int size, Func<StoredAssignment, WorkPlace> placeOf, CancellationToken stop)
    {
        var slice = await rows.SliceAsync(start, above, size, placeOf, stop);
        var about = new Dictionary<Guid, About>();
        foreach (var ids in slice.Rows.Select(a => a.ObligationId).Distinct().Chunk(500))
            foreach (var one in await (from o in db.Obligations join p in db.Programmes on o.ProgrammeId equals p.Id where ids.Contains(o.Id) select new About(o.Id, o.Ordinal, o.Task, o.Revision, p.Slug, p.Number)).ToListAsync(stop)) about[one.Id] = one;
        return new(
            [.. slice.Rows.Select(a => (Share: a, About: about[a.ObligationId])).Select(r => new WorkLine(
                r.Share.ObligationId, r.Share.Id, r.About.Slug, r.About.Number, r.About.Ordinal, r.About.Task, r.Share.Unit, NameOf(r.Share.Unit), r.Share.Role, r.Share.Stage, r.Share.OwedOn, r.Share.ReportBy, r.Share.LastReportOn, r.About.Revision))],
            slice.Total, slice.Page, slice.Pages, slice.Behind);
    }
}
