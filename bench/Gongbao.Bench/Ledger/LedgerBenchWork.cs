using Gongbao.Kernel.Time;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;

namespace Gongbao.Bench.Ledger;

/// <summary>What a unit and the follow-up office did about a share, at random: reports, completions, some sent back, some verified.</summary>
internal static class LedgerBenchWork
{
    /// <param name="share">The share.</param>
    /// <param name="isDated">Whether its limit comes to a day: only such a share is done once for all.</param>
    /// <param name="since">From when on it is owed.</param>
    /// <param name="today">The last day on which something was done.</param>
    /// <param name="random">Decides.</param>
    public static IEnumerable<StoredAct> Of(StoredAssignment share, bool isDated, DateOnly since, DateOnly today, Random random)
    {
        var on = since;
        for (var step = random.Next(5); step > 0; step--)
        {
            on = on.AddDays(random.Next(1, 50));
            if (on > today) yield break;
            var report = Act(share, ActKind.Reported, on) with { Text = "正在推进。", IsDone = isDated && random.Next(3) == 0 };
            yield return report;
            if (!report.IsDone) continue;
            on = on.AddDays(random.Next(1, 10));
            if (on > today) yield break;
            var isSentBack = random.Next(3) == 0;
            yield return Act(share, isSentBack ? ActKind.SentBack : ActKind.Verified, on) with { Text = "看过材料。", Answers = report.Id };
            if (!isSentBack) yield break;
        }
    }

    private static StoredAct Act(StoredAssignment share, ActKind kind, DateOnly on) => new()
    {
        Id = Guid.CreateVersion7(), ObligationId = share.ObligationId, AssignmentId = share.Id, Number = 0, Kind = kind, On = on, At = Beijing.At(on, new(15, 0)), By = "bench",
    };
}
