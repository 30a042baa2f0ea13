using Gongbao.Kernel.Directory;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.Desk;
using Gongbao.Ledger.Links;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.City;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Charts;

/// <summary>What stands above a picture: the programme, and what it can be filtered by.</summary>
internal sealed record ChartHead(StoredProgramme Programme, DateOnly On, IReadOnlyList<UnitCounts> Units, IReadOnlyList<(string Name, int Count)> Measures)
{
    public static ChartHead Of(ProgrammeOverview overview) => new(overview.Programme, overview.On, overview.Units, overview.Measures);

    public static ChartHead Of(ProgrammeView view) => new(view.Programme, view.On, view.Units, [.. view.Rows.CountBy(r => ChartFilter.MeasureOf(r.Obligation)).Select(m => (m.Key, m.Value))]);
}

/// <summary>A programme with the days of its obligations, as far as it is shown.</summary>
/// <param name="Head">The programme.</param>
/// <param name="Spans">The obligations that are shown.</param>
/// <param name="Calendar">The work calendar.</param>
/// <param name="Found">How many obligations were asked for.</param>
/// <param name="Page">Counted from 1.</param>
/// <param name="Pages">At least 1.</param>
internal sealed record ProgrammeDays(ChartHead Head, IReadOnlyList<ObligationSpan> Spans, WorkCalendar Calendar, int Found, int Page, int Pages);

/// <summary>What the pictures of a programme ask: its state as the list has it, and the acts that set days in one query.</summary>
internal sealed class ChartDesk(LedgerDesk desk, LinkDesk links, LedgerDb db, IServiceProvider services)
{
    private CityDeclarations? City => (CityDeclarations?)services.GetService(typeof(CityDeclarations));

    /// <summary>All obligations that the filter wants.</summary>
    /// <returns>Null where there is none, or the city declares nothing of the ledger.</returns>
    public async Task<ProgrammeDays?> DaysAsync(string slug, ChartFilter filter, CancellationToken stop)
    {
        if (City is not { } city || await desk.ProgrammeAsync(slug, filter.On, stop) is not { } view) return null;
        var rows = filter.Of(view).ToList();
        return new(ChartHead.Of(view), await SpansAsync(view.Programme.Id, view.On, rows, filter, city.Calendar, stop), city.Calendar, rows.Count, 1, 1);
    }

    /// <summary>A page of the obligations that the filter wants.</summary>
    /// <returns>Null where there is none, or the city declares nothing of the ledger.</returns>
    public async Task<ProgrammeDays?> PageAsync(string slug, ChartFilter filter, int page, CancellationToken stop)
    {
        if (City is not { } city || await desk.OverviewAsync(slug, filter, null, page, stop) is not { } view) return null;
        return new(ChartHead.Of(view), await SpansAsync(view.Programme.Id, view.On, view.Rows, filter, city.Calendar, stop), city.Calendar, view.Found, view.Page, view.Pages);
    }

    /// <summary>Units x measures of a programme: by now counted in the database, as of an earlier day from the acts.</summary>
    /// <returns>Null where there is none, or the city declares nothing of the ledger.</returns>
    public async Task<(ChartHead Head, HeatMap Map)?> HeatAsync(string slug, ChartFilter filter, CancellationToken stop)
    {
        if (City is not { } city) return null;
        bool IsPlace(string unit) => city.Directory.Find(unit)?.Kind is UnitKind.CountyGovernment or UnitKind.FunctionalArea;
        if (filter.On < desk.Today)
        {
            if (await desk.ProgrammeAsync(slug, filter.On, stop) is not { } view) return null;
            var past = ChartHead.Of(view);
            return (past, HeatMap.Of(HeatMap.CountsOf(filter, view), past.Measures.Select(m => m.Name), IsPlace));
        }
        if (LedgerRules.Of(city) is not { } rules || await desk.OverviewAsync(slug, filter, null, 1, stop) is not { } now) return null;
        var shares = from a in db.Assignments
                     join o in db.Obligations on a.ObligationId equals o.Id
                     where a.ProgrammeId == now.Programme.Id && (filter.Unit == null || a.Unit == filter.Unit) && (filter.Measure == null || (o.Measure ?? o.Group ?? ChartFilter.NoMeasure) == filter.Measure)
                     select new { a.Unit, Measure = o.Measure ?? o.Group ?? ChartFilter.NoMeasure, a.Stage, a.OwedOn, a.ReportBy, a.Position };
        var groups = await shares.GroupBy(s => new { s.Unit, s.Measure, s.Stage, s.OwedOn, s.ReportBy }).Select(g => new { g.Key, Count = g.Count(), First = g.Min(s => s.Position) }).ToListAsync(stop);
        var counts = groups.OrderBy(g => g.First).Select(g => new HeatCount(g.Key.Unit, desk.NameOf(g.Key.Unit), g.Key.Measure, HeatCell.Of(Standing.StateOf(g.Key.Stage, g.Key.OwedOn, g.Key.ReportBy, now.On, rules), g.Count))).ToList();
        return (ChartHead.Of(now), HeatMap.Of(counts, now.Measures.Select(m => m.Name), IsPlace));
    }

    private async Task<IReadOnlyList<ObligationSpan>> SpansAsync(Guid programme, DateOnly on, IReadOnlyList<ObligationRow> rows, ChartFilter filter, WorkCalendar calendar, CancellationToken stop)
    {
        if (rows.Count == 0) return [];
        var (first, last) = (rows[0].Obligation.Ordinal, rows[^1].Obligation.Ordinal);
        var marks = (await db.Acts
            .Where(a => a.On <= on && (a.Kind == ActKind.LimitDecided || a.Kind == ActKind.LimitOverridden || a.Kind == ActKind.ExtensionGranted || a.Kind == ActKind.EventHappened || a.Kind == ActKind.SentBack || (a.Kind == ActKind.Reported && a.IsDone && a.Turn != null))
                && db.Obligations.Any(o => o.Id == a.ObligationId && o.ProgrammeId == programme && o.Ordinal >= first && o.Ordinal <= last))
            .OrderBy(a => a.Number).Select(a => new DayMark(a.Id, a.ObligationId, a.AssignmentId, a.Kind, a.On, a.Day, a.Turn, a.Answers)).ToListAsync(stop)).ToLookup(m => m.Obligation);
        var awaited = await links.AwaitedInAsync(programme, on, stop);
        return [.. rows.Select(r => ObligationSpan.Of(r, r.Shares.Where(filter.Wants), [.. marks[r.Obligation.Id]], on, calendar) with { Awaits = [.. awaited[r.Obligation.Id]] })];
    }
}
