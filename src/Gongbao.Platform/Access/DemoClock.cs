using System.Net;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Platform.Store;
using Gongbao.Platform.Store.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Access;

/// <summary>
/// Moves the demo's legal time (演示的法定时间), to show what falls due. Exists in <c>demo</c> only, and there answers this machine alone. What
/// was moved is kept in the store, so that a restart goes on there.
/// </summary>
public sealed class DemoClock
{
    /// <summary>The word by which the journal names a move.</summary>
    public const string Verb = "demo.move-time";

    /// <summary>How far one move may go, in days: a typing error should not end the demo.</summary>
    public const int MostDays = 3653;

    private const string Subject = "clock:legal";

    private readonly StoreDb _db;
    private readonly Writer _writer;
    private readonly CityClock _clock;
    private readonly TimeProvider _time;
    private readonly AccessOptions _options;
    private readonly Func<ActorSource> _actors;

    /// <param name="db">Where the move is kept.</param>
    /// <param name="writer">Writes it.</param>
    /// <param name="clock">Legal time.</param>
    /// <param name="time">Real time.</param>
    /// <param name="options">Whether this is the demo.</param>
    /// <param name="actors">Asked for at a move only: the clock is set before there are declarations that say who may do what.</param>
    internal DemoClock(StoreDb db, Writer writer, CityClock clock, TimeProvider time, AccessOptions options, Func<ActorSource> actors) =>
        (_db, _writer, _clock, _time, _options, _actors) = (db, writer, clock, time, options, actors);

    /// <summary>The legal instant; null outside the demo.</summary>
    public DateTimeOffset? Now => _options.IsDemo ? _clock.Now : null;

    /// <summary>Sets legal time as the demo starts: to the instant that was asked for, else where it was when the demo was stopped, else to that of the first start.</summary>
    /// <param name="startAt">The instant asked for, earlier or later than the real one; null for none.</param>
    /// <param name="firstAt">The instant of a demo that was never started before; null for the real one.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<Result<DateTimeOffset>> StartAsync(DateTimeOffset? startAt, DateTimeOffset? firstAt, CancellationToken stop)
    {
        var kept = await _db.LegalTimes.SingleOrDefaultAsync(stop);
        if ((startAt ?? (kept is null ? firstAt : null)) is { } instant)
        {
            _clock.RestoreSeed(instant);
            return await KeepAsync(ActorId.System("demo"), instant, stop);
        }

        await GoOnAsync(stop);
        return _clock.Now;
    }

    /// <summary>Sets legal time to where the demo has it, for a command that looks at its store; where it was never moved, it stays the real one.</summary>
    public async Task GoOnAsync(CancellationToken stop)
    {
        if (await _db.LegalTimes.SingleOrDefaultAsync(stop) is { } kept) _clock.RestoreSeed(_time.GetUtcNow() + kept.Ahead);
    }

    /// <summary>Moves legal time forward by whole days.</summary>
    /// <returns>The instant reached. Refused: <c>access.not-demo</c>, <c>access.not-loopback</c>, <c>demo.days-wrong</c>.</returns>
    public Task<Result<DateTimeOffset>> ForwardAsync(HttpContext http, int days, CancellationToken stop) => days is < 1 or > MostDays
        ? Task.FromResult<Result<DateTimeOffset>>(TooFar)
        : MoveAsync(http, _clock.Now.AddDays(days), stop);

    /// <summary>Moves legal time to a later day, at the same time of day.</summary>
    /// <returns>The instant reached. Refused: as <see cref="ForwardAsync"/>, and <c>clock.backwards</c>.</returns>
    public Task<Result<DateTimeOffset>> MoveToAsync(HttpContext http, DateOnly day, CancellationToken stop) => day.DayNumber - _clock.Today.DayNumber > MostDays
        ? Task.FromResult<Result<DateTimeOffset>>(TooFar)
        : MoveAsync(http, day.StartsAt() + _clock.Now.TimeOfDay, stop);

    private static Refusal TooFar { get; } = new("demo.days-wrong", $"一次只能前进 1 至 {MostDays} 天。");

    private async Task<Result<DateTimeOffset>> MoveAsync(HttpContext http, DateTimeOffset instant, CancellationToken stop)
    {
        if (!_options.IsDemo) return new Refusal("access.not-demo", "只有演示模式才能拨动法定时间。");
        if (http.Connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote)) return new Refusal("access.not-loopback", "拨动法定时间只供本机使用。");
        var by = (await _actors().FindAsync(http, stop))?.ActorId ?? ActorId.System("demo");
        if (instant < _clock.Now) return await _writer.DoAsync<DateTimeOffset>(new Act(by, Verb, Subject), (_, _) => Task.FromResult(_clock.MoveTo(instant)), stop);
        return (await KeepAsync(by, instant, stop)).IsRefused(out var refusal, out _) ? refusal : _clock.MoveTo(instant);
    }

    /// <summary>In the store first: what stops between goes on at the kept time.</summary>
    private Task<Result<DateTimeOffset>> KeepAsync(ActorId by, DateTimeOffset instant, CancellationToken stop) =>
        _writer.DoAsync<DateTimeOffset>(new Act(by, Verb, Subject), async (unit, unitStop) =>
        {
            var rows = unit.Db<StoreDb>().LegalTimes;
            if (await rows.SingleOrDefaultAsync(unitStop) is { } kept) (kept.Ahead, kept.MovedAt) = (instant - unit.At, unit.At);
            else rows.Add(new() { Id = LegalTime.TheOne, Ahead = instant - unit.At, MovedAt = unit.At });
            return instant;
        }, stop);
}
