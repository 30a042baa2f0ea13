using Gongbao.Kernel.Time;

namespace Gongbao.Platform.Store;

/// <summary>Wakes those who wait for something new in this process (唤醒). A call that comes while nobody waits is kept for the next who does.</summary>
public abstract class ChangeSignal
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _next = New();

    /// <summary>Done when something new comes; take it before looking, then wait on it.</summary>
    public Task Next
    {
        get
        {
            lock (_gate) return _next.Task;
        }
    }

    public void Wake()
    {
        TaskCompletionSource woken;
        lock (_gate) (woken, _next) = (_next, New());
        woken.SetResult();
    }

    /// <summary>Waits for something new, for a legal instant however it is reached, or for so long; ends quietly when stopped.</summary>
    /// <param name="next">As <see cref="Next"/> was before it was looked.</param>
    /// <param name="due">The legal instant; null where nothing is to come.</param>
    /// <param name="longest">At most so long: another process on the same database tells nothing here.</param>
    /// <param name="clock">Legal time.</param>
    /// <param name="time">Real time.</param>
    /// <param name="stop">Ends the wait.</param>
    public static async Task WaitAsync(Task next, DateTimeOffset? due, TimeSpan longest, CityClock clock, TimeProvider time, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var look = Task.Delay(longest, time, end.Token);
        var legal = due is { } instant ? clock.WaitUntilAsync(instant, end.Token) : look;
        await Task.WhenAny(next, look, legal);
        await end.CancelAsync();
        await Task.WhenAll(look, legal).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
