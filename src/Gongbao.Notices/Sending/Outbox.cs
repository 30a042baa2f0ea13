using System.Data.Common;
using Gongbao.Notices.Ladders;
using Gongbao.Notices.Storage;
using Gongbao.Notices.Telling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongbao.Notices.Sending;

/// <summary>
/// Hands over what leaves the house (投递): several workers a channel, each taking a batch, trying it once and settling it. A channel that is down
/// is left alone for a while by all of them. Real time; nothing that waits is ever dropped.
/// </summary>
internal sealed partial class Outbox(
    DeliveryUnits units, IEnumerable<ISender> senders, IServiceScopeFactory scopes, OutboxSignal signal, TimeProvider time, ILogger<Outbox> log) : BackgroundService
{
    /// <summary>So often is looked for what another process gave out.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(30);

    /// <summary>Calls between taking and settling, at most.</summary>
    private const int MostCalls = 10;

    /// <summary>After so long no further call is begun before what came of the calls is settled: what is not settled when the program is killed is sent again.</summary>
    private static readonly TimeSpan LongestUnsettled = TimeSpan.FromSeconds(1);

    private readonly string _by = Guid.CreateVersion7().ToString("N");
    private readonly Dictionary<Channel, Pause> _pauses = senders.ToDictionary(s => s.Channel, _ => new Pause());

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var workers = await WorkersAsync(stoppingToken);
        await Task.WhenAll(senders.SelectMany(s => Enumerable.Range(0, workers).Select(_ => WorkAsync(s, stoppingToken))));
    }

    /// <summary>Takes one batch of a channel, tries it once and settles it.</summary>
    /// <returns>How many deliveries were tried.</returns>
    public async Task<int> StepAsync(ISender sender, CancellationToken stop) => (await StepAsync(sender, 1, stop)).Tried;

    /// <summary>As the other, with several calls one after the other between taking and settling, as long as the other side answers fast.</summary>
    /// <returns>How many deliveries were tried, and whether none had to be given back.</returns>
    private async Task<(int Tried, bool IsFast)> StepAsync(ISender sender, int calls, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, rules) = (scope.ServiceProvider.GetRequiredService<NoticesDb>(), scope.ServiceProvider.GetRequiredService<NoticeRules>());
        if (!sender.IsReady(rules) || !await DeliveryUnits.Ready(db, sender.Channel, time.GetUtcNow()).AnyAsync(stop)) return (0, false);
        if ((await units.TakeAsync(sender.Channel, sender.Most(rules) * calls, _by, rules.Wait, stop)).IsRefused(out _, out var taken) || taken.Count == 0) return (0, false);
        var parcels = await scope.ServiceProvider.GetRequiredService<Parcels>().OfAsync(taken, stop);
        var (tries, begun) = (new List<(Parcel, Handed)>(parcels.Count), time.GetTimestamp());
        foreach (var call in parcels.Chunk(sender.Most(rules)))
            if (!await TryAsync(sender, call, rules, tries, stop) || time.GetElapsedTime(begun) > LongestUnsettled) break;

        // A try that was made is settled even while the program stops.
        var untried = taken.Except(tries.Select(t => t.Item1.Id), StringComparer.Ordinal).ToArray();
        await units.SettleAsync(sender.Channel, _by, tries, untried, rules, CancellationToken.None);
        return (tries.Count, untried.Length == 0);
    }

    private async Task WorkAsync(ISender sender, CancellationToken stop)
    {
        var (pause, calls) = (_pauses[sender.Channel], 1);
        while (!stop.IsCancellationRequested)
        {
            var next = signal.Next;
            var wait = pause.Until - time.GetUtcNow();
            try
            {
                if (wait <= TimeSpan.Zero)
                {
                    var (tried, isFast) = await StepAsync(sender, calls, stop);
                    calls = isFast ? Math.Min(calls * 2, MostCalls) : 1;
                    if (tried > 0) continue;
                }
                if (wait <= TimeSpan.Zero) wait = await UntilNextAsync(sender.Channel, stop);
            }
            catch (Exception fault) when (fault is DbException or DbUpdateException or IOException or InvalidOperationException)
            {
                LogStopped(sender.Channel, fault);
                wait = Look;
            }
            await WaitAsync(pause.Until > time.GetUtcNow() ? null : next, wait, stop);
        }
    }

    /// <returns>Whether the channel can go on.</returns>
    private async Task<bool> TryAsync(ISender sender, IReadOnlyList<Parcel> parcels, NoticeRules rules, List<(Parcel, Handed)> tries, CancellationToken stop)
    {
        try
        {
            var handed = await sender.SendAsync(parcels, rules, stop);
            tries.AddRange(handed.Join(parcels, h => h.Id, p => p.Id, (h, p) => (p, h)));
            _pauses[sender.Channel].End();
            return true;
        }
        catch (ChannelDownException down)
        {
            _pauses[sender.Channel].Begin(time.GetUtcNow(), rules);
            LogDown(sender.Channel, down.Message);
            tries.AddRange(parcels.Select(p => (p, new Handed(p.Id, DeliveryState.Waiting, down.Message))));
            return false;
        }
        catch (OperationCanceledException) when (tries.Count > 0)
        {
            return false;
        }
    }

    private async Task<int> WorkersAsync(CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        await using var scope = scopes.CreateAsyncScope();
        return scope.ServiceProvider.GetRequiredService<NoticeRules>().Workers;
    }

    private async Task<TimeSpan> UntilNextAsync(Channel channel, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = time.GetUtcNow();
        var next = await scope.ServiceProvider.GetRequiredService<NoticesDb>().Deliveries
            .Where(d => d.State == DeliveryState.Waiting && d.Channel == channel && d.NextAt > now).MinAsync(d => (DateTimeOffset?)d.NextAt, stop);
        return next - now is { } left && left < Look ? left : Look;
    }

    private async Task WaitAsync(Task? next, TimeSpan wait, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var pause = Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.FromMilliseconds(1), time, end.Token);
        await (next is null ? Task.WhenAny(pause) : Task.WhenAny(next, pause));
        await end.CancelAsync();
        await pause.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>How long a channel that is down is left alone.</summary>
    private sealed class Pause
    {
        private readonly Lock _gate = new();
        private int _failures;
        private DateTimeOffset _until;

        public DateTimeOffset Until
        {
            get
            {
                lock (_gate) return _until;
            }
        }

        public void Begin(DateTimeOffset now, NoticeRules rules)
        {
            lock (_gate) _until = now + Backoff.After(++_failures, rules);
        }

        public void End()
        {
            lock (_gate) (_failures, _until) = (0, default);
        }
    }

    [LoggerMessage(1611, LogLevel.Warning, "Channel {Channel} is down and is tried again later: {Fault}")]
    private partial void LogDown(Channel channel, string fault);

    [LoggerMessage(1612, LogLevel.Error, "Deliveries by {Channel} stopped; it goes on in half a minute")]
    private partial void LogStopped(Channel channel, Exception fault);
}
