using Gongbao.Kernel.Directory;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.Desk;
using Gongbao.Ledger.Links;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.City;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Charts;

/// <summary>A programme with the days of its obligations, as far as it is shown.</summary>
internal sealed record ProgrammeDays(ProgrammeView View, IReadOnlyList<ObligationSpan> Spans, WorkCalendar Calendar);

/// <summary>What the pictures of a programme ask: its state as the table has it, and the acts that set days in one query.</summary>
internal sealed class ChartDesk(LedgerDesk desk, LinkDesk links, LedgerDb db, IServiceProvider services)
{
    private CityDeclarations? City => (CityDeclarations?)services.GetService(typeof(CityDeclarations));

    /// <returns>Null where there is none, or the city declares nothing of the ledger.</returns>
    public async Task<ProgrammeDays?> DaysAsync(string slug, ChartFilter filter, CancellationToken stop)
    {
        if (City is not { } city || await desk.ProgrammeAsync(slug, filter.On, stop) is not { } view) return null;
        var marks = (await db.Acts
            .Where(a => a.On <= view.On && (a.Kind == ActKind.ExtensionGranted || a.Kind == ActKind.EventHappened || a.Kind == ActKind.SentBack || (a.Kind == ActKind.Reported && a.IsDone && a.Turn != null))
                && db.Obligations.Any(o => o.Id == a.ObligationId && o.ProgrammeId == view.Programme.Id))
            .OrderBy(a => a.Number).Select(a => new DayMark(a.Id, a.ObligationId, a.AssignmentId, a.Kind, a.On, a.Day, a.Turn, a.Answers)).ToListAsync(stop)).ToLookup(m => m.Obligation);
        var awaited = await links.AwaitedInAsync(view.Programme.Id, view.On, stop);
        return new(view, [.. filter.Of(view).Select(r => ObligationSpan.Of(r, r.Shares.Where(filter.Wants), [.. marks[r.Obligation.Id]], view.On, city.Calendar) with { Awaits = [.. awaited[r.Obligation.Id]] })], city.Calendar);
    }

    /// <summary>Units x measures of a programme.</summary>
    /// <returns>Null where there is none, or the city declares nothing of the ledger.</returns>
    public async Task<(ProgrammeView View, HeatMap Map)?> HeatAsync(string slug, ChartFilter filter, CancellationToken stop)
    {
        if (City is not { } city || await desk.ProgrammeAsync(slug, filter.On, stop) is not { } view) return null;
        return (view, HeatMap.Of(filter, view, unit => city.Directory.Find(unit)?.Kind is UnitKind.CountyGovernment or UnitKind.FunctionalArea));
    }
}
