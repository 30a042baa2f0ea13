using Gongbao.Kernel.Results;
using Gongbao.Notices.Storage;
using Gongbao.Notices.Telling;
using Gongbao.Platform.Access;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Notices.Desk;

/// <summary>What the follow-up office does with deliveries (管理投递): has failed ones tried at once, and notes that printed ones were handed over.</summary>
internal sealed class ManageDeliveries(Writer writer, OutboxSignal outbox)
{
    /// <summary>Has what failed tried again without waiting.</summary>
    /// <returns>How many. Refusals: <c>notices.not-allowed</c>, <c>notices.none-failed</c>.</returns>
    public Task<Result<int>> RetryAsync(Actor by, CancellationToken stop) => DoAsync(by, "failed", async (db, unit, inner) =>
    {
        var failed = await db.Deliveries.Where(d => d.State == DeliveryState.Waiting && d.Channel != Channel.Print && d.Attempts > 0 && d.NextAt > unit.At).ToListAsync(inner);
        if (failed.Count == 0) return new Refusal("notices.none-failed", "没有等着再试的投递；请刷新页面看看最新的情况。");
        foreach (var delivery in failed) delivery.NextAt = unit.At;
        unit.AfterCommit(outbox.Wake);
        return failed.Count;
    }, stop);

    /// <summary>Notes that printed sheets were handed over.</summary>
    /// <returns>How many. Refusals: <c>notices.not-allowed</c>, <c>notices.nothing-chosen</c>, <c>notices.not-to-print</c>; then none is.</returns>
    public Task<Result<int>> HandOverAsync(Actor by, IReadOnlyCollection<string> deliveries, CancellationToken stop)
    {
        var chosen = deliveries.Distinct(StringComparer.Ordinal).ToArray();
        if (chosen.Length == 0) return Task.FromResult<Result<int>>(new Refusal("notices.nothing-chosen", "没有选中任何一份；请先勾选已经交到本人手里的。"));
        return DoAsync(by, "print", async (db, unit, inner) =>
        {
            var found = await db.Deliveries.Where(d => chosen.Contains(d.Id) && d.Channel == Channel.Print && d.State == DeliveryState.Waiting).ToListAsync(inner);
            if (found.Count < chosen.Length) return new Refusal("notices.not-to-print", "选中的有的已经登记交送，或者不是要打印的；请刷新页面后再选。");
            foreach (var delivery in found)
            {
                (delivery.State, delivery.HandedAt, delivery.Attempts) = (DeliveryState.HandedOver, unit.At, delivery.Attempts + 1);
                db.Attempts.Add(new() { DeliveryId = delivery.Id, Number = delivery.Attempts, At = unit.At, Outcome = DeliveryState.HandedOver });
            }
            return found.Count;
        }, stop);
    }

    private async Task<Result<int>> DoAsync(Actor by, string subject, Func<NoticesDb, UnitOfWork, CancellationToken, Task<Result<int>>> work, CancellationToken stop)
    {
        if (!by.May(NoticesDesk.ManageVerb)) return new Refusal("notices.not-allowed", "您没有管理告知的权限；请联系系统管理员授予。");
        return await writer.DoAsync<int>(new(by.ActorId, NoticesDesk.ManageVerb, "deliveries:" + subject), async (unit, inner) =>
        {
            Turn.Take(unit);
            return await work(unit.Db<NoticesDb>(), unit, inner);
        }, stop);
    }
}
