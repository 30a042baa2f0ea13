using Gongbao.Kernel.Directory;
using Gongbao.Ledger.Desk;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.City;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Reports;

/// <summary>
/// Makes the weekly of all programmes. Of the week that runs the database counts what the rows of shares show, so that a million of them are never read; of a past week the acts are gone
/// through, one programme after another, so that it is the same whenever it is asked for.
/// </summary>
internal sealed class WeekDesk(LedgerDb db, LedgerDesk desk, ReportDesk reports)
{
    /// <param name="week">Which week; of one that has not ended, until today.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>Null where the week is to come, nothing was in the ledger then, or the city declares nothing of it.</returns>
    public async Task<WeekOfAll?> OfAsync(ReportPeriod week, CancellationToken stop)
    {
        var day = week.To < desk.Today ? week.To : desk.Today;
        if (day < week.From || await reports.CityAsync(day, stop) is not { } city || LedgerRules.Of(city) is not { } rules) return null;
        var figures = day < desk.Today ? await ThenAsync(week, day, city, stop) : await NowAsync(week, day, rules, stop);
        if (figures.Programmes.Count == 0) return null;
        var acts = await db.Acts.Where(a => a.On >= week.From && a.On <= day).GroupBy(a => new { a.Kind, a.IsDone }).Select(g => new { g.Key.Kind, g.Key.IsDone, Count = g.Count() }).ToListAsync(stop);
        return new(
            week, day,
            [.. figures.Programmes.OrderByDescending(p => p.Late).ThenByDescending(p => p.NoReport).ThenByDescending(p => p.Due).ThenBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Slug, StringComparer.Ordinal)],
            [.. figures.Behind.Select(u => UnitOf(u, day, city)).OrderByDescending(u => u.Late).ThenByDescending(u => u.LongestLate).ThenByDescending(u => u.NoReport).ThenByDescending(u => u.LongestSilent).ThenBy(u => u.Unit, StringComparer.Ordinal)],
            [.. figures.Finished.OrderByDescending(u => u.Value).ThenBy(u => u.Key, StringComparer.Ordinal).Select(u => (NameOf(u.Key, city), u.Value))],
            figures.DueNext, acts.GroupBy(a => a.Kind).ToDictionary(g => g.Key, g => g.Sum(a => a.Count)), acts.Where(a => a is { Kind: ActKind.Reported, IsDone: true }).Sum(a => a.Count));
    }

    /// <summary>Whether anything was in the ledger by the end of a week.</summary>
    public Task<bool> IsKeptAsync(ReportPeriod week, CancellationToken stop) => db.Programmes.AnyAsync(p => p.OpenedOn <= week.To, stop);

    /// <summary>What is late of a unit, with the earliest of its days.</summary>
    private sealed record Behind(string Unit, int Late, int NoReport, DateOnly? OwedOn, DateOnly? ReportBy);

    private sealed record Figures(IReadOnlyList<ProgrammeWeek> Programmes, IReadOnlyList<Behind> Behind, IReadOnlyDictionary<string, int> Finished, int DueNext);

    private async Task<Figures> NowAsync(ReportPeriod week, DateOnly day, LedgerRules rules, CancellationToken stop)
    {
        var (from, to, nextFrom, nextTo) = (week.From, week.To, week.Next.From, week.Next.To);
        var obligations = await db.Obligations.GroupBy(o => o.ProgrammeId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var shares = await db.Assignments.GroupBy(a => a.ProgrammeId).Select(g => new
        {
            g.Key, All = g.Count(), Due = g.Count(a => a.OwedOn >= from && a.OwedOn <= to), Next = g.Count(a => a.OwedOn >= nextFrom && a.OwedOn <= nextTo),
            Late = g.Count(a => a.OwedOn < day), NoReport = g.Count(a => a.OwedOn == null && a.ReportBy < day),
        }).ToDictionaryAsync(g => g.Key, stop);
        var done = await DoneAsync(rules, stop);
        var programmes = await db.Programmes.Select(p => new { p.Id, p.Slug, p.Number, p.Title }).ToListAsync(stop);
        var behind = await db.Assignments.Where(a => a.NextOn < day).GroupBy(a => a.Unit)
            .Select(g => new { g.Key, Late = g.Count(a => a.OwedOn != null), NoReport = g.Count(a => a.OwedOn == null), OwedOn = g.Min(a => a.OwedOn), ReportBy = g.Min(a => a.ReportBy) }).ToListAsync(stop);
        var finished = await db.Assignments.Where(a => (a.Stage == AssignmentStage.Submitted || a.Stage == AssignmentStage.Verified) && a.DoneOn >= from).GroupBy(a => a.Unit).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        return new(
            [
                .. programmes.Where(p => obligations.ContainsKey(p.Id)).Select(p => shares.TryGetValue(p.Id, out var s)
                    ? new ProgrammeWeek(p.Slug, p.Number ?? p.Title, obligations[p.Id], done.GetValueOrDefault(p.Id), s.All, s.Due, s.Late, s.NoReport) : new ProgrammeWeek(p.Slug, p.Number ?? p.Title, obligations[p.Id], 0, 0, 0, 0, 0)),
            ],
            [.. behind.Select(b => new Behind(b.Key, b.Late, b.NoReport, b.OwedOn, b.ReportBy))], finished, shares.Values.Sum(s => s.Next));
    }

    /// <summary>How many obligations of each programme are done: as <see cref="RollUp.IsDone"/>, reckoned by the database over those of which anything is.</summary>
    private async Task<Dictionary<Guid, int>> DoneAsync(LedgerRules rules, CancellationToken stop)
    {
        var (lead, responsible, supporting, doneAt) = (rules.Weights[DutyRole.Lead], rules.Weights[DutyRole.Responsible], rules.Weights[DutyRole.Supporting], rules.DoneAt);
        var touched = db.Assignments.Where(a => a.Stage == AssignmentStage.Verified || a.Stage == AssignmentStage.Released).Select(a => a.ObligationId);
        return await db.Assignments.Where(a => touched.Contains(a.ObligationId)).GroupBy(a => new { a.ProgrammeId, a.ObligationId }).Select(g => new
        {
            g.Key.ProgrammeId,
            Owed = g.Count(a => a.Stage != AssignmentStage.Released && a.Stage != AssignmentStage.Returned),
            Returned = g.Count(a => a.Stage == AssignmentStage.Returned),
            All = g.Sum(a => a.Stage == AssignmentStage.Released || a.Stage == AssignmentStage.Returned ? 0 : a.Role == DutyRole.Lead ? lead : a.Role == DutyRole.Responsible ? responsible : supporting),
            Verified = g.Sum(a => a.Stage != AssignmentStage.Verified ? 0 : a.Role == DutyRole.Lead ? lead : a.Role == DutyRole.Responsible ? responsible : supporting),
        }).Where(o => o.Owed > 0 && o.All > 0 && o.Verified * 100 >= doneAt * o.All || o.Owed == 0 && o.Returned == 0).GroupBy(o => o.ProgrammeId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
    }

    private async Task<Figures> ThenAsync(ReportPeriod week, DateOnly day, CityDeclarations city, CancellationToken stop)
    {
        var (programmes, behind, finished, next) = (new List<ProgrammeWeek>(), new Dictionary<string, Behind>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal), 0);
        foreach (var slug in await db.Programmes.Where(p => p.OpenedOn <= day).OrderBy(p => p.Id).Select(p => p.Slug).ToListAsync(stop))
        {
            if (await desk.ProgrammeAsync(slug, day, city, stop) is not { Rows.Count: > 0 } view) continue;
            var shares = view.Rows.SelectMany(r => r.Shares).ToList();
            programmes.Add(new(
                slug, view.Programme.Number ?? view.Programme.Title, view.Rows.Count, view.Rows.Count(r => r.RollUp.IsDone), shares.Count, shares.Count(s => week.Has(s.Standing.OwedOn)),
                view.Counts.GetValueOrDefault(AssignmentState.Overdue), view.Counts.GetValueOrDefault(AssignmentState.NoReport)));
            next += shares.Count(s => week.Next.Has(s.Standing.OwedOn));
            foreach (var share in shares.Where(s => s.Standing.DoneOn >= week.From)) finished[share.Share.Unit] = finished.GetValueOrDefault(share.Share.Unit) + 1;
            foreach (var (unit, late) in shares.Where(s => s.Standing.State is AssignmentState.Overdue or AssignmentState.NoReport).GroupBy(s => s.Share.Unit).Select(g => (g.Key, g.Select(s => s.Standing).ToList())))
            {
                var before = behind.GetValueOrDefault(unit) ?? new(unit, 0, 0, null, null);
                var (owed, silent) = (late.Min(s => s.OwedOn), late.Min(s => s.ReportBy));
                behind[unit] = new(
                    unit, before.Late + late.Count(s => s.OwedOn is not null), before.NoReport + late.Count(s => s.OwedOn is null),
                    before.OwedOn < owed ? before.OwedOn : owed ?? before.OwedOn, before.ReportBy < silent ? before.ReportBy : silent ?? before.ReportBy);
            }
        }
        return new(programmes, [.. behind.Values], finished, next);
    }

    private static UnitWeek UnitOf(Behind unit, DateOnly day, CityDeclarations city) => new(unit.Unit, NameOf(unit.Unit, city), unit.Late, unit.NoReport, Since(unit.OwedOn, day), Since(unit.ReportBy, day));

    private static int Since(DateOnly? last, DateOnly day) => last is { } known ? day.DayNumber - known.DayNumber : 0;

    private static string NameOf(string unit, CityDeclarations city) => city.Directory.Find(unit)?.FullName ?? unit;
}
