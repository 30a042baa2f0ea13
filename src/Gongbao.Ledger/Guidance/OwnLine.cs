using Gongbao.Kernel.Directory;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.City;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Guidance;

/// <summary>How one unit of a department's own line stands with what it shares with the department.</summary>
/// <param name="Unit">Directory id.</param>
/// <param name="Name">Full name.</param>
/// <param name="Shares">Its shares in obligations in which the department has one.</param>
/// <param name="Late">How many of them are late, or their report is.</param>
/// <param name="Submitted">How many wait for a verdict.</param>
/// <param name="Verified">How many are verified.</param>
/// <param name="Guided">How often the department guided it in the year.</param>
/// <param name="LastGuidedOn">When last, in any year; null where never.</param>
internal sealed record LineRow(string Unit, string Name, int Shares, int Late, int Submitted, int Verified, int Guided, DateOnly? LastGuidedOn);

/// <summary>The line of a department (本系统) in the counties.</summary>
/// <param name="Unit">The department.</param>
/// <param name="Year">The year for which guidance is counted.</param>
/// <param name="IsDeclared">Whether the directory declares the department's own units in the counties; else the counties stand for them.</param>
/// <param name="Rows">One a unit of the line, in the order of the directory.</param>
internal sealed record LineView(Unit Unit, int Year, bool IsDeclared, IReadOnlyList<LineRow> Rows);

/// <summary>
/// Which units in the counties belong to the line of a department (本系统): those of the county level that the directory puts under it. Where it declares none, the governments
/// of the counties and the functional areas stand for their own offices, since documents order them and not the offices.
/// </summary>
internal static class OwnLine
{
    /// <summary>A unit of the county level.</summary>
    public static bool IsCounty(Unit unit) => unit.Level is UnitLevel.County;

    /// <param name="db">The room's context.</param>
    /// <param name="city">The city.</param>
    /// <param name="department">The department.</param>
    /// <param name="year">For which guidance is counted.</param>
    /// <param name="today">The legal day.</param>
    /// <param name="stop">Ends the work.</param>
    public static async Task<LineView> OfAsync(LedgerDb db, CityDeclarations city, Unit department, int year, DateOnly today, CancellationToken stop)
    {
        var counties = city.Directory.Units.Where(u => IsCounty(u) && u.Existence.Includes(today)).ToList();
        var own = counties.Where(u => u.Parent == department.Id).ToList();
        var line = own.Count > 0 ? own : counties.Where(u => u.Kind is UnitKind.CountyGovernment or UnitKind.FunctionalArea).ToList();
        var ids = line.Select(u => u.Id).ToList();
        var shares = await (from theirs in db.Assignments
                            where ids.Contains(theirs.Unit) && db.Assignments.Any(mine => mine.ObligationId == theirs.ObligationId && mine.Unit == department.Id)
                            group theirs by theirs.Unit into g
                            select new
                            {
                                Unit = g.Key, Count = g.Count(), Late = g.Count(a => a.OwedOn < today || a.ReportBy < today), Submitted = g.Count(a => a.Stage == AssignmentStage.Submitted),
                                Verified = g.Count(a => a.Stage == AssignmentStage.Verified),
                            }).ToDictionaryAsync(g => g.Unit, stop);
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var guided = await db.Visits.Where(v => v.Kind == VisitKind.Guidance && v.By == department.Id && v.Visited != null && ids.Contains(v.Visited)).GroupBy(v => v.Visited!)
            .Select(g => new { Unit = g.Key, Count = g.Count(v => v.On >= from && v.On <= to), Last = g.Max(v => v.On) }).ToDictionaryAsync(g => g.Unit, stop);
        return new(department, year, own.Count > 0, [.. line.Select(u => Row(u))]);

        LineRow Row(Unit unit)
        {
            var (share, visit) = (shares.GetValueOrDefault(unit.Id), guided.GetValueOrDefault(unit.Id));
            return new(unit.Id, unit.FullName, share?.Count ?? 0, share?.Late ?? 0, share?.Submitted ?? 0, share?.Verified ?? 0, visit?.Count ?? 0, visit?.Last);
        }
    }
}
