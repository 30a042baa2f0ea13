using Gongbao.Kernel.Time;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Web.Formats;
using Gongbao.Web.Listing;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Guidance;

/// <summary>A visit as pages show it.</summary>
internal sealed record VisitRow(StoredVisit Visit, string ByName, string? VisitedName, IReadOnlyList<(Guid Id, string Task)> Obligations)
{
    /// <summary>Who was visited, in words.</summary>
    public string Whom => string.Join("，", ((string?[])[VisitedName, Visit.Whom]).OfType<string>());
}

/// <summary>Which visits are asked for.</summary>
/// <param name="Kind">Null for all.</param>
/// <param name="Year">Null for all.</param>
/// <param name="By">Directory id of the unit that went; null for all.</param>
internal sealed record VisitFilter(VisitKind? Kind, int? Year, string? By);

/// <summary>A page of visits, and of all how many of each kind there were in each year.</summary>
internal sealed record VisitPage(IReadOnlyList<VisitRow> Rows, int Total, int Page, int Pages, IReadOnlyList<(int Year, int Guidance, int Surveys)> Years, VisitPlace? Behind = null);

/// <summary>Place of a visit in the list: the newest first.</summary>
internal sealed record VisitPlace(DateOnly On, Guid Id);

/// <summary>What pages and interface ask about visits and the line of a department.</summary>
internal sealed class VisitDesk(LedgerDb db, CityClock clock, IServiceProvider services)
{
    private const int PageSize = 50;

    private CityDeclarations? City => (CityDeclarations?)services.GetService(typeof(CityDeclarations));

    public DateOnly Today => clock.Today;

    public static string Of(VisitKind kind) => kind switch
    {
        VisitKind.Guidance => "指导督促",
        VisitKind.Survey => "调查研究",
    };

    public async Task<VisitPage> VisitsAsync(VisitFilter filter, ListStart<VisitPlace> start, CancellationToken stop)
    {
        var wanted = Wanted(filter);
        var behind = start.After is { On: var day, Id: var id } ? wanted.Where(v => v.On < day || v.On == day && v.Id < id) : wanted;
        var slice = await behind.OrderByDescending(v => v.On).ThenByDescending(v => v.Id).SliceAsync(start, await wanted.CountAsync(stop), PageSize, v => new VisitPlace(v.On, v.Id), stop);
        var days = await Wanted(filter with { Year = null, Kind = null }).Select(v => new { v.On, v.Kind }).ToListAsync(stop);
        return new(
            await RowsAsync(slice.Rows, stop), slice.Total, slice.Page, slice.Pages,
            [.. days.GroupBy(d => d.On.Year).OrderByDescending(g => g.Key).Select(g => (g.Key, g.Count(v => v.Kind is VisitKind.Guidance), g.Count(v => v.Kind is VisitKind.Survey)))], slice.Behind);
    }

    /// <summary>Visits as a table (CSV), the newest first.</summary>
    public async Task<byte[]> CsvAsync(VisitFilter filter, CancellationToken stop) => Csv.Table(
        ["日期", "类型", "单位", "地点", "走访的对象", "发现的情况", "提出的要求或者建议", "关联的任务"],
        (await RowsAsync(Wanted(filter).OrderByDescending(v => v.On).ThenByDescending(v => v.Id), stop)).Select(r => (IReadOnlyList<string?>)
        [
            ChineseFormat.Iso(r.Visit.On), Of(r.Visit.Kind), r.ByName, r.Visit.Where, r.Whom, r.Visit.Found, r.Visit.Asked, string.Join('；', r.Obligations.Select(o => o.Task)),
        ]));

    /// <summary>The visits that an obligation is linked to, the newest first.</summary>
    public Task<IReadOnlyList<VisitRow>> OfObligationAsync(Guid obligation, CancellationToken stop) =>
        RowsAsync(db.Visits.Where(v => db.VisitObligations.Any(x => x.VisitId == v.Id && x.ObligationId == obligation)).OrderByDescending(v => v.On).ThenByDescending(v => v.Id), stop);

    /// <summary>The line of a department in the counties.</summary>
    /// <returns>Null where the directory has no such unit, or the unit has no line: it is itself one of a county.</returns>
    public async Task<LineView?> LineAsync(string unit, int year, CancellationToken stop) =>
        City is { } city && city.Directory.Find(unit) is { } department && !OwnLine.IsCounty(department) ? await OwnLine.OfAsync(db, city, department, year, clock.Today, stop) : null;

    /// <summary>Whether a unit has a line in the counties: it is in the directory and not itself of a county.</summary>
    public bool HasLine(string unit) => City?.Directory.Find(unit) is { } department && !OwnLine.IsCounty(department);

    /// <summary>Units for which somebody may record, in the order of the directory; of those who act for the whole city, the units that exist today.</summary>
    public IReadOnlyList<(string Id, string Name)> MayRecordFor(Actor by) =>
        [.. (City?.Directory.Units ?? []).Where(u => u.Existence.Includes(clock.Today) && Work.LedgerPeople.ActsFor(by, u.Id)).Select(u => (u.Id, u.FullName))];

    /// <summary>Obligations that a unit has a share in, to be linked; and the one that is asked for, whoever has a share in it.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Task)>> ObligationsOfAsync(string unit, Guid? about, CancellationToken stop) =>
        [.. (await db.Obligations.Where(o => o.Id == about || db.Assignments.Any(a => a.ObligationId == o.Id && a.Unit == unit)).OrderBy(o => o.Id != about).ThenByDescending(o => o.OwedSince).ThenBy(o => o.Ordinal).Take(MostListed).Select(o => new { o.Id, o.Task }).ToListAsync(stop)).Select(o => (o.Id, o.Task))];

    private const int MostListed = 200;

    private IQueryable<StoredVisit> Wanted(VisitFilter filter)
    {
        IQueryable<StoredVisit> visits = db.Visits;
        if (filter.Kind is { } kind) visits = visits.Where(v => v.Kind == kind);
        if (filter.By is { } by) visits = visits.Where(v => v.By == by);
        if (filter.Year is > 1900 and < 9999 and var year) visits = visits.Where(v => v.On >= new DateOnly(year, 1, 1) && v.On <= new DateOnly(year, 12, 31));
        return visits;
    }

    private async Task<IReadOnlyList<VisitRow>> RowsAsync(IQueryable<StoredVisit> visits, CancellationToken stop) => await RowsAsync(await visits.ToListAsync(stop), stop);

    private async Task<IReadOnlyList<VisitRow>> RowsAsync(IReadOnlyList<StoredVisit> found, CancellationToken stop)
    {
        var ids = found.Select(v => v.Id).ToList();
        var about = (await (from x in db.VisitObligations join o in db.Obligations on x.ObligationId equals o.Id where ids.Contains(x.VisitId) orderby o.Ordinal select new { x.VisitId, o.Id, o.Task }).ToListAsync(stop)).ToLookup(x => x.VisitId, x => (x.Id, x.Task));
        return [.. found.Select(v => new VisitRow(v, NameOf(v.By), v.Visited is { } visited ? NameOf(visited) : null, [.. about[v.Id]]))];
    }

    private string NameOf(string unit) => City?.Directory.Find(unit)?.FullName ?? unit;
}
