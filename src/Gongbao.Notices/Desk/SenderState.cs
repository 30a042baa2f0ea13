using Gongbao.Kernel.Time;
using Gongbao.Notices.Ladders;
using Gongbao.Notices.Sending;
using Gongbao.Notices.Storage;
using Gongbao.Notices.Telling;
using Gongbao.Web.Formats;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Gongbao.Notices.Desk;

/// <summary>How the sender is doing (投递情况).</summary>
/// <param name="Waiting">Deliveries that wait to be sent; of those to print, how many wait to be handed over is in <paramref name="ToPrint"/>.</param>
/// <param name="Failed">Of these, tried and not handed over yet.</param>
/// <param name="ToPrint">Printed sheets to hand over.</param>
/// <param name="Climbing">Watches with a step to come.</param>
/// <param name="NextAt">Legal instant of the next step; null where none is to come.</param>
/// <param name="LastHandedAt">Real instant at which something was last handed over; null for never.</param>
/// <param name="Silence">Why the sender must be looked at, a whole sentence; null where all is well.</param>
internal sealed record SenderStateView(int Waiting, int Failed, int ToPrint, int Climbing, DateTimeOffset? NextAt, DateTimeOffset? LastHandedAt, string? Silence);

/// <summary>Watches over the sender (看门): says so where something waits and nothing has gone out for the declared time, and where what fell due is not written down at all.</summary>
internal sealed class SenderState(NoticesDb db, NoticeRules rules, IEnumerable<ISender> senders, LadderHealth ladders, CityClock clock, TimeProvider time) : IHealthCheck
{
    public async Task<SenderStateView> ReadAsync(CancellationToken stop)
    {
        var waiting = db.Deliveries.Where(d => d.State == DeliveryState.Waiting && d.Channel != Channel.Print);
        var last = await db.Deliveries.Where(d => d.State == DeliveryState.HandedOver && d.Channel != Channel.Print).MaxAsync(d => d.HandedAt, stop);
        return new(
            await waiting.CountAsync(stop), await waiting.CountAsync(d => d.Attempts > 0, stop), await db.Deliveries.CountAsync(d => d.State == DeliveryState.Waiting && d.Channel == Channel.Print, stop),
            await db.Watches.CountAsync(w => w.NextAt != null, stop), await db.Watches.Where(w => w.NextAt != null).MinAsync(w => w.NextAt, stop), last, await LookAsync(waiting, last, stop));
    }

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var last = await db.Deliveries.Where(d => d.State == DeliveryState.HandedOver && d.Channel != Channel.Print).MaxAsync(d => d.HandedAt, cancellationToken);
        var silence = await LookAsync(db.Deliveries.Where(d => d.State == DeliveryState.Waiting && d.Channel != Channel.Print), last, cancellationToken);
        return silence is null ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(silence);
    }

    private async Task<string?> LookAsync(IQueryable<Delivery> waiting, DateTimeOffset? last, CancellationToken stop)
    {
        var said = string.Concat(await LaddersAsync(stop), await SilenceAsync(waiting, last, stop));
        return said.Length > 0 ? said : null;
    }

    /// <summary>Where ladders are climbed in another process, what is due and not climbed says so.</summary>
    private async Task<string?> LaddersAsync(CancellationToken stop)
    {
        if (ladders.IsRunning) return ladders.Say(rules.Watchdog);
        var late = Climb.Due(db, clock.Now - rules.Watchdog, []);
        return await late.MinAsync(w => w.NextAt, stop) is { } from
            ? $"有 {ChineseFormat.Number(await late.CountAsync(stop))} 件告知事项到了时候没有登记，最早的是 {ChineseFormat.Instant(from.InBeijing())} 的。请查看程序是否在运行，以及日志里编号 1601 和 1602 的记录；改正以后会自动补上。"
            : null;
    }

    private async Task<string?> SilenceAsync(IQueryable<Delivery> waiting, DateTimeOffset? last, CancellationToken stop)
    {
        var since = time.GetUtcNow() - rules.Watchdog;
        if (last > since) return null;
        // What was not tried yet waits since it was given out, the rest since its first try.
        var untried = await waiting.Where(d => d.Attempts == 0).MinAsync(d => (DateTimeOffset?)d.NextAt, stop);
        var tried = await db.Attempts.Where(a => a.Number == 1 && waiting.Any(d => d.Id == a.DeliveryId)).MinAsync(a => (DateTimeOffset?)a.At, stop);
        var oldest = untried is null || tried < untried ? tried : untried;
        if (oldest is not { } from || from > since) return null;
        var why = senders.Where(s => !s.IsReady(rules)).Select(s => s.Channel is Channel.Email ? "电子邮件" : "短信网关").ToList() is { Count: > 0 } off ? $"没有配置好的渠道：{string.Join('、', off)}。" : "";
        return $"有告知从 {ChineseFormat.Instant(from.InBeijing())} 起等着发出，已经超过 {(int)rules.Watchdog.TotalMinutes} 分钟没有发出一条。{why}请检查邮件服务器和短信网关，或者先打印交送。";
    }
}
