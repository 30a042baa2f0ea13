using Gongbao.Kernel.Directory;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.City;
using Gongbao.Platform.Files;
using Gongbao.Web.Formats;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Guidance;

/// <summary>A unit that has to file a plan.</summary>
/// <param name="Unit">Directory id.</param>
/// <param name="Name">Full name.</param>
/// <param name="Plan">The newest plan; null where none is filed.</param>
/// <param name="Earlier">How many came before it.</param>
/// <param name="Call">The call that asks for it; of several the newest.</param>
/// <param name="On">The legal day.</param>
internal sealed record PlanRow(string Unit, string Name, StoredPlan? Plan, int Earlier, StoredPlanCall Call, DateOnly On)
{
    /// <summary>已报送, 逾期报送, 未报送 or 逾期未报送.</summary>
    public string State => (Plan, Call.DueOn) switch
    {
        ({ } plan, { } due) when plan.FiledOn > due && Earlier == 0 => "逾期报送",
        ({ }, _) => "已报送",
        (null, { } due) when On > due => "逾期未报送",
        _ => "未报送",
    };

    public bool IsMissing => Plan is null;
}

/// <summary>The plans of a programme.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="Calls">Who has to file, the newest call first.</param>
/// <param name="Rows">One a unit, in the order of the directory.</param>
/// <param name="Groups">Names of groups by which the programme's obligations order units, to be called.</param>
internal sealed record PlanView(StoredProgramme Programme, IReadOnlyList<StoredPlanCall> Calls, IReadOnlyList<PlanRow> Rows, IReadOnlyList<string> Groups);

/// <summary>What pages and interface ask about plans.</summary>
internal sealed class PlanDesk(LedgerDb db, StoredFiles files, CityClock clock, IServiceProvider services)
{
    private CityDeclarations? City => (CityDeclarations?)services.GetService(typeof(CityDeclarations));

    /// <returns>Null where the ledger has nothing of the document.</returns>
    public async Task<PlanView?> PlansAsync(string slug, CancellationToken stop)
    {
        if (City is not { } city || await db.Programmes.FirstOrDefaultAsync(p => p.Slug == slug, stop) is not { } programme) return null;
        var calls = await db.PlanCalls.Where(c => c.ProgrammeId == programme.Id).OrderByDescending(c => c.Id).ToListAsync(stop);
        var plans = (await db.Plans.Where(p => p.ProgrammeId == programme.Id).OrderByDescending(p => p.Id).ToListAsync(stop)).ToLookup(p => p.Unit);
        var called = new Dictionary<string, (Unit Unit, StoredPlanCall Call)>(StringComparer.Ordinal);
        foreach (var call in calls)
            foreach (var unit in FilePlan.Called(call, city)) called.TryAdd(unit.Id, (unit, call));
        var order = city.Directory.Units.Select((u, i) => (u.Id, i)).ToDictionary(u => u.Id, u => u.i, StringComparer.Ordinal);
        var groups = await db.Assignments.Where(a => a.ProgrammeId == programme.Id && a.ByGroup).Select(a => a.Printed).Distinct().ToListAsync(stop);
        return new(
            programme, calls, [.. called.Values.OrderBy(c => order[c.Unit.Id]).Select(c => new PlanRow(c.Unit.Id, c.Unit.FullName, plans[c.Unit.Id].FirstOrDefault(), Math.Max(0, plans[c.Unit.Id].Count() - 1), c.Call, clock.Today))],
            [.. groups.Order(StringComparer.Ordinal)]);
    }

    /// <summary>The list as a table (CSV): who filed, who is missing.</summary>
    public static byte[] Csv(PlanView view) => Web.Formats.Csv.Table(
        ["单位", "状态", "方案", "方案日期", "报送日期", "最后一天", "出处"],
        view.Rows.Select(r => (IReadOnlyList<string?>)[r.Name, r.State, r.Plan?.Title, Day(r.Plan?.DatedOn), Day(r.Plan?.FiledOn), Day(r.Call.DueOn), r.Call.Place]));

    /// <summary>The file of a plan.</summary>
    /// <returns>Null where there is none.</returns>
    public async Task<(StoredPlan Plan, Stream Content)?> FileAsync(Guid id, CancellationToken stop) =>
        await db.Plans.FirstOrDefaultAsync(p => p.Id == id, stop) is { File: { } hash } plan && await files.OpenAsync(hash, stop) is { } content ? (plan, content) : null;

    private static string? Day(DateOnly? day) => day is { } known ? ChineseFormat.Iso(known) : null;
}
