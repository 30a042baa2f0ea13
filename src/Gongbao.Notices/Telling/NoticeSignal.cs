namespace Gongbao.Notices.Telling;

/// <summary>Wakes those who wait for something new in this process (唤醒). A call that comes while nobody waits is kept for the next who does.</summary>
internal abstract class NoticeSignal
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

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>Something may have fallen due: a watch began, moved or ended.</summary>
internal sealed class LadderSignal : NoticeSignal;

/// <summary>There is something to send.</summary>
internal sealed class OutboxSignal : NoticeSignal;
