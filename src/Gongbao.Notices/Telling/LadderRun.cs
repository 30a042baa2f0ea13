using System.Data.Common;
using Gongbao.Kernel.Time;
using Gongbao.Notices.Ladders;
using Gongbao.Notices.Sending;
using Gongbao.Notices.Storage;
using Gongbao.Notices.Subscriptions;
using Gongbao.Platform.City.Publishing;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongbao.Notices.Telling;

/// <summary>
/// Climbs the ladders (阶梯的执行): sleeps until the next instant that a row names, or until something changes, and then works through what fell
/// due in the order in which it did. What is due is always a row: a program that was stopped goes on when it runs again.
/// </summary>
internal sealed partial class LadderRun(
    Writer writer, IServiceScopeFactory scopes, IServiceProvider services, CityClock clock, TimeProvider time, LadderSignal changed, OutboxSignal outbox, LadderHealth health, ILogger<LadderRun> log) : BackgroundService
{
    /// <summary>So often is looked for what another process on the same database was told, and after a fault.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(30);

    /// <summary>So long is left what could not be climbed by itself.</summary>
    private static readonly TimeSpan Left = TimeSpan.FromMinutes(10);

    private static readonly ActorId Itself = ActorId.System("notices");

    private readonly HashSet<Guid> _left = [];
    private DateTimeOffset _leftUntil;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        health.Begin();
        return changed.RunAsync(PassAsync, Fail, Look, clock, time, stoppingToken);

        void Fail(Exception fault)
        {
            health.Fail(fault);
            LogStopped(fault);
        }
    }

    /// <summary>Works through everything that is due.</summary>
    /// <returns>The legal instant at which something is due next; null where nothing is to come.</returns>
    public async Task<DateTimeOffset?> PassAsync(CancellationToken stop)
    {
        if (services.GetService<RunningCity>() is { } running) await running.FreshenAsync(stop);
        if (_left.Count > 0 && time.GetUtcNow() >= _leftUntil) _left.Clear();
        while (await AsksForAsync((db, rules, now) => Climb.Due(db, now, _left).Select(w => w.Id).Concat(Climb.Stale(db, rules.Hash, _left).Select(w => w.Id)), stop))
            if (!await ClimbAsync(stop)) return null;
        while (await AsksForAsync((db, _, now) => GiveOut.Waiting(db, now).Select(m => m.WatchId), stop))
        {
            if (!await DoAsync(GiveOut.Verb, "messages", (unit, inner) => unit.Get<GiveOut>().DoAsync(unit, inner), stop)) return null;
            outbox.Wake();
        }
        while (await AsksForAsync((db, rules, _) => Subscribe.Unanswered(db, rules, time.GetUtcNow()).Select(s => s.Id), stop))
            if (!await DoAsync(Subscribe.ForgetVerb, "subscriptions", (unit, inner) => Subscribe.ForgetUnansweredAsync(unit, unit.Get<NoticeRules>(), inner), stop)) return null;
        var next = await NextAsync(stop);
        health.Done(_left.Count);
        return next;
    }

    /// <summary>One unit; where it fails, each of its watches in a unit of its own: one that cannot be climbed does not keep the others from it.</summary>
    private async Task<bool> ClimbAsync(CancellationToken stop)
    {
        try
        {
            return await DoAsync(Climb.Verb, "ladders", (unit, inner) => unit.Get<Climb>().DoAsync(unit, _left, null, inner), stop);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or DbException or DbUpdateException or IOException))
        {
            LogUnitFailed(fault);
        }
        foreach (var watch in await ListAsync((db, rules, now) => Climb.Due(db, now, _left).OrderBy(w => w.NextAt).ThenBy(w => w.Id).Take(Climb.Chunk).Select(w => w.Id).Concat(Climb.Stale(db, rules.Hash, _left).OrderBy(w => w.Id).Take(Climb.Chunk).Select(w => w.Id)), stop))
            try
            {
                if (!await DoAsync(Climb.Verb, "ladders", (unit, inner) => unit.Get<Climb>().DoAsync(unit, _left, watch, inner), stop)) return false;
            }
            catch (Exception fault) when (fault is not (OperationCanceledException or DbException or DbUpdateException or IOException))
            {
                _left.Add(watch);
                _leftUntil = time.GetUtcNow() + Left;
                LogLeft(watch, fault);
            }
        return true;
    }

    /// <summary>Looked at outside of a unit first, so that a moment in which nothing is due leaves no entry in the journal.</summary>
    private async Task<bool> AsksForAsync(Func<NoticesDb, NoticeRules, DateTimeOffset, IQueryable<Guid>> what, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, rules) = (scope.ServiceProvider.GetRequiredService<NoticesDb>(), scope.ServiceProvider.GetRequiredService<NoticeRules>());
        return await what(db, rules, clock.Now).AnyAsync(stop);
    }

    private async Task<IReadOnlyList<Guid>> ListAsync(Func<NoticesDb, NoticeRules, DateTimeOffset, IQueryable<Guid>> what, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, rules) = (scope.ServiceProvider.GetRequiredService<NoticesDb>(), scope.ServiceProvider.GetRequiredService<NoticeRules>());
        return await what(db, rules, clock.Now).Distinct().ToListAsync(stop);
    }

    /// <returns>False where the store is too busy or stops.</returns>
    private async Task<bool> DoAsync(string verb, string subject, Func<UnitOfWork, CancellationToken, Task<int>> work, CancellationToken stop) =>
        !(await writer.DoAsync<int>(new(Itself, verb, "notices:" + subject), async (unit, inner) => await work(unit, inner), stop)).IsRefused(out _, out _);

    private async Task<DateTimeOffset?> NextAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NoticesDb>();
        var left = _left.ToArray();
        var step = await db.Watches.Where(w => w.NextAt != null && !left.Contains(w.Id)).MinAsync(w => w.NextAt, stop);
        var send = await db.Messages.Where(m => m.State == MessageState.Waiting).MinAsync(m => (DateTimeOffset?)m.SendAt, stop);
        return step is null || send < step ? send : step;
    }

    [LoggerMessage(1601, LogLevel.Error, "Ladders could not be climbed; it is tried again in half a minute")]
    private partial void LogStopped(Exception fault);

    [LoggerMessage(1602, LogLevel.Error, "Watch {Watch} could not be climbed and is left for some minutes")]
    private partial void LogLeft(Guid watch, Exception fault);

    [LoggerMessage(1603, LogLevel.Warning, "A unit of ladders failed; its watches are climbed one by one")]
    private partial void LogUnitFailed(Exception fault);
}
