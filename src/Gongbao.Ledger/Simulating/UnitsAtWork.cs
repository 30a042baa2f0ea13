using Gongbao.Contracts.Simulating;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Ledger.Work;
using Gongbao.Web.Deciding;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Ledger.Simulating;

/// <summary>What units do on a day of a simulation, each by its temper: report, write measures, ask, raise difficulties.</summary>
internal sealed class UnitsAtWork(IServiceProvider services, Cast cast, Random random, CityClock clock)
{
    private const int NearDays = 15;

    public async Task ActAsync(SimulatedPeople people, CancellationToken stop)
    {
        var units = people.Units.ToDictionary(u => u.Unit);
        foreach (var (share, seen) in await SharesAtWork.OpenAsync(services, stop))
        {
            if (!units.TryGetValue(share.Unit, out var unit) || random.NextDouble() >= Chance(unit.Temper, share)) continue;
            // Now and then somebody acts by a page that was opened before somebody else acted.
            var at = random.Next(200) == 0 ? seen with { Revision = seen.Revision - 1 } : await SharesAtWork.SeenAsync(services, share.ObligationId, stop);
            cast.Met(await DoAsync(share, unit, at, stop));
        }
    }

    private double Chance(UnitTemper temper, StoredAssignment share)
    {
        var often = temper switch { UnitTemper.Prompt => 0.10, UnitTemper.Slow => 0.03, UnitTemper.Forgetful => 0.008, UnitTemper.Difficult => 0.03 };
        return share.NextOn.DayNumber - clock.Today.DayNumber <= NearDays ? often * 2 : share.Stage is AssignmentStage.Submitted ? often / 10 : often;
    }

    private Task<Result<Guid>> DoAsync(StoredAssignment share, SimulatedUnit unit, Seen seen, CancellationToken stop)
    {
        var (by, today) = (cast.Liaison(unit), clock.Today);
        if (!share.HasMeasure && random.Next(3) == 0)
            return services.GetRequiredService<WriteMeasure>().HandleAsync(seen, new(share.Id, "成立工作小组，列出清单，逐项落实。", "办公室主任", today.AddDays(random.Next(1, 60))), by, stop);
        if (unit.Temper is UnitTemper.Difficult && random.Next(2) == 0)
            return services.GetRequiredService<AskAndAnswer>().AskAsync(
                seen, share.Id, random.Next(5) switch { 0 => ActKind.ReturnAsked, 1 or 2 => ActKind.Raised, _ => ActKind.ExtensionAsked }, Later(share, 90), "人手不足，部门之间意见还没有统一。", by, stop);
        if (share.NextOn < today && random.Next(4) == 0)
            return services.GetRequiredService<AskAndAnswer>().AskAsync(seen, share.Id, ActKind.ExtensionAsked, Later(share, 60), "前期工作量大，申请延期。", by, stop);
        var isNear = share.OwedOn is { } due && due.DayNumber - today.DayNumber <= NearDays;
        var isDone = share.OwedOn is not null && random.Next(10) < (isNear ? 7 : 1) || share.OwedOn is null && random.Next(40) == 0;
        return services.GetRequiredService<ReportProgress>().HandleAsync(seen, new(share.Id, isDone ? "已经全部完成，材料齐备。" : "正在推进，已完成部分工作。", isDone, null), by, stop);
    }

    /// <summary>A day to extend to; now and then one that is none, as people write it.</summary>
    private DateOnly Later(StoredAssignment share, int mostDays)
    {
        var (today, days) = (clock.Today, random.Next(10, mostDays));
        return (share.OwedOn > today && random.Next(20) > 0 ? share.OwedOn.Value : today).AddDays(days);
    }
}
