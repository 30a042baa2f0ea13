using System.Globalization;
using Gongbao.Kernel.Results;

namespace Gongbao.Kernel.Time;

/// <summary>
/// Legal time (法定时间): what clocks, reminders, calendars and effective dates run by. It goes with the framework's clock, may be
/// moved forward, and never goes back by itself. Sign-in, tokens, leases, retries and ids stay on <see cref="TimeProvider"/>.
/// Safe for use from many threads.
/// </summary>
public sealed class CityClock
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private TimeSpan _ahead;
    private DateTimeOffset _latest;
    private CancellationTokenSource _moved = new();

    /// <param name="time">The real clock.</param>
    /// <param name="startAt">The legal instant at which to start, earlier or later than the real one; null to start with it.</param>
    public CityClock(TimeProvider time, DateTimeOffset? startAt = null)
    {
        _time = time;
        _latest = time.GetUtcNow().InBeijing();
        if (startAt is { } instant) Seed(instant);
    }

    /// <summary>The legal instant, written with Beijing's offset.</summary>
    public DateTimeOffset Now
    {
        get
        {
            lock (_gate) return Read();
        }
    }

    /// <summary>The legal day in Beijing.</summary>
    public DateOnly Today => Now.BeijingDate();

    /// <summary>How far legal time is ahead of real time; negative when it is behind.</summary>
    public TimeSpan Ahead
    {
        get
        {
            lock (_gate) return _ahead;
        }
    }

    /// <summary>Cancelled when legal time is next moved; take it before looking at the time, then wait on it.</summary>
    public CancellationToken Moved
    {
        get
        {
            lock (_gate) return _moved.Token;
        }
    }

    /// <summary>Moves legal time forward and wakes all who wait.</summary>
    /// <param name="instant">The new legal instant.</param>
    /// <returns>The instant reached, or the refusal <c>clock.backwards</c>.</returns>
    public Result<DateTimeOffset> MoveTo(DateTimeOffset instant)
    {
        CancellationTokenSource moved;
        lock (_gate)
        {
            var now = Read();
            if (instant < now)
                return new Refusal("clock.backwards", $"现在是{Say(now)}，时间只能向前走，不能回到{Say(instant)}；要重新开始，请恢复演示的初始状态。");
            Seed(instant);
            moved = Renew();
        }
        moved.Cancel();
        return instant.InBeijing();
    }

    /// <summary>
    /// Sets legal time to a seed's instant, also backwards, and wakes all who wait. Only for restoring a demonstration together with
    /// everything that was stored since.
    /// </summary>
    public void RestoreSeed(DateTimeOffset instant)
    {
        CancellationTokenSource moved;
        lock (_gate)
        {
            Seed(instant);
            moved = Renew();
        }
        moved.Cancel();
    }

    /// <summary>Ends when legal time has reached an instant, however it got there.</summary>
    /// <exception cref="OperationCanceledException">Stopped before.</exception>
    public async Task WaitUntilAsync(DateTimeOffset instant, CancellationToken stop)
    {
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var moved = Moved;
            var left = instant - Now;
            if (left <= TimeSpan.Zero) return;
            using var wake = CancellationTokenSource.CreateLinkedTokenSource(stop, moved);
            await Task.Delay(left < LongestWait ? left : LongestWait, _time, wake.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Seed(DateTimeOffset instant) => (_ahead, _latest) = (instant - _time.GetUtcNow(), instant.InBeijing());

    /// <summary>A real clock that is set back does not set legal time back.</summary>
    private DateTimeOffset Read()
    {
        var now = (_time.GetUtcNow() + _ahead).InBeijing();
        return _latest = now > _latest ? now : _latest;
    }

    private CancellationTokenSource Renew()
    {
        var moved = _moved;
        _moved = new();
        return moved;
    }

    private static string Say(DateTimeOffset instant) => instant.InBeijing().ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);
}
