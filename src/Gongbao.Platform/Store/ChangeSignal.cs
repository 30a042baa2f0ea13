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

    /// <summary>Passes through everything that is due, waits until something is again, and so on until it is stopped. A pass that fails is made again.</summary>
    /// <param name="pass">Works through what is due; gives the legal instant at which something is due next, null where nothing is to come.</param>
    /// <param name="failed">Is told of a pass that failed.</param>
    /// <param name="longest">At most so long is waited: another process on the same database tells nothing here.</param>
    /// <param name="clock">Legal time.</param>
    /// <param name="time">Real time.</param>
    /// <param name="stop">Ends it.</param>
    public async Task RunAsync(Func<CancellationToken, Task<DateTimeOffset?>> pass, Action<Exception> failed, TimeSpan longest, CityClock clock, TimeProvider time, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var next = Next;
            DateTimeOffset? due = null;
            try
            {
                due = await pass(stop);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                failed(fault);
            }
            await WaitAsync(next, due, longest, clock, time, stop);
        }
    }

    /// <summary>Waits for something new, for a legal instant however it is reached, or for so long; ends quietly when stopped.</summary>
    private static async Task WaitAsync(Task next, DateTimeOffset? due, TimeSpan longest, CityClock clock, TimeProvider time, CancellationToken stop)
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
