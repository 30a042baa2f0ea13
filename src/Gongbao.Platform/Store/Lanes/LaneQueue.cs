using System.Diagnostics.CodeAnalysis;
using Gongbao.Kernel.Results;

namespace Gongbao.Platform.Store.Lanes;

/// <summary>Units that wait, in order of arrival, at most so many.</summary>
internal sealed class LaneQueue(int capacity)
{
    private readonly Queue<Job> _waiting = new();
    private readonly object _gate = new();
    private bool _closed;

    public bool TryAdd(Job job, [NotNullWhen(false)] out Refusal? refusal)
    {
        lock (_gate)
        {
            refusal = _closed ? StoreRefusals.Stopping : _waiting.Count >= capacity ? StoreRefusals.Busy : null;
            if (refusal is not null) return false;
            _waiting.Enqueue(job);
            if (_waiting.Count == 1) Monitor.Pulse(_gate);
            return true;
        }
    }

    /// <summary>Waits for work and takes up to <paramref name="most"/> units.</summary>
    /// <returns>False when closed and empty.</returns>
    public bool Take(List<Job> batch, int most)
    {
        lock (_gate)
        {
            while (_waiting.Count == 0)
            {
                if (_closed) return false;
                Monitor.Wait(_gate);
            }

            while (batch.Count < most && _waiting.TryDequeue(out var job)) batch.Add(job);
            if (_waiting.Count > 0) Monitor.Pulse(_gate);
            return true;
        }
    }

    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }
    }
}
