using Gongbao.Platform.Store;

namespace Gongbao.Casework.Running;

/// <summary>Something of a case runs out earlier than what is waited for (唤醒). Most acts move nothing that is near, and wake nobody.</summary>
internal sealed class CaseSignal : ChangeSignal
{
    private long _told = long.MaxValue;
    private long _waitedFor = long.MinValue;

    /// <summary>From here on what is told is kept until the look is over.</summary>
    public void BeginLook()
    {
        Volatile.Write(ref _waitedFor, long.MinValue);
        Volatile.Write(ref _told, long.MaxValue);
    }

    /// <summary>The look is over, and so long is slept.</summary>
    /// <param name="next">What the look found to come next; null where nothing is.</param>
    /// <returns>That, or what was told meanwhile if it is nearer.</returns>
    public DateTimeOffset? EndLook(DateTimeOffset? next)
    {
        Volatile.Write(ref _waitedFor, next?.UtcTicks ?? long.MaxValue);
        Interlocked.MemoryBarrier();
        var told = Volatile.Read(ref _told);
        return told < (next?.UtcTicks ?? long.MaxValue) ? new DateTimeOffset(told, TimeSpan.Zero) : next;
    }

    /// <summary>Something runs out at a legal instant.</summary>
    public void Tell(DateTimeOffset next)
    {
        var at = next.UtcTicks;
        for (var told = Volatile.Read(ref _told); at < told; told = Volatile.Read(ref _told))
            if (Interlocked.CompareExchange(ref _told, at, told) == told) break;
        Interlocked.MemoryBarrier();
        if (at < Volatile.Read(ref _waitedFor)) Wake();
    }
}
