using Gongbao.Kernel.Results;
using Gongbao.Platform.Store.Lanes;

namespace Gongbao.Platform.Store;

/// <summary>
/// The one place where state changes. Units of work run one after another on a lane, each in a savepoint of its own;
/// many share one commit, and a caller is answered only after it.
/// </summary>
public sealed class Writer : IAsyncDisposable
{
    private readonly LaneQueue _queue;
    private readonly Func<LaneQueue, IReadOnlyList<Lane>> _open;
    private readonly Action _anchor;
    private readonly Lock _gate = new();
    private IReadOnlyList<Lane>? _lanes;

    internal Writer(StoreOptions options, Func<LaneQueue, IReadOnlyList<Lane>> open, Action anchor)
    {
        _anchor = anchor;
        _queue = new LaneQueue(options.WaitingUnits);
        _open = open;
    }

    /// <summary>Runs a unit of work and answers after its commit.</summary>
    /// <param name="act">What is being done: becomes the journal entry, also when refused or failed.</param>
    /// <param name="unit">
    /// Changes state through the unit of work it is given. A refusal undoes everything it did. It awaits nothing but the
    /// store and starts no other unit.
    /// </param>
    /// <param name="stop">Before the unit starts it gives up the wait; once running the unit decides.</param>
    /// <returns>
    /// What the unit answered, or a refusal of the store: <c>store.busy</c> (too many units wait), <c>store.stopping</c>,
    /// <c>store.key-reused</c>.
    /// </returns>
    /// <exception cref="StoreFullException">The disk or the database is full; nothing was changed.</exception>
    /// <exception cref="System.Data.Common.DbException">
    /// The database refused the change or is gone. Only when it stays gone right after a commit was sent is it unknown whether
    /// that commit went through; a repeat under an idempotency key (<see cref="Act.Once"/>) is then safe.
    /// </exception>
    /// <exception cref="OperationCanceledException">Given up before it was carried out; nothing was changed.</exception>
    public Task<Result<T>> DoAsync<T>(Act act, Func<UnitOfWork, CancellationToken, Task<Result<T>>> unit, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(unit);
        if (Lane.IsRunningHere)
            throw new InvalidOperationException("A unit of work cannot start another one: publish a fact instead.");
        if (stop.IsCancellationRequested) return Task.FromCanceled<Result<T>>(stop);

        if (_lanes is null) Start();
        var job = new Job<T>(RequestKey.Of(act), unit, stop);
        return _queue.TryAdd(job, out var refusal) ? job.Answered : Task.FromResult<Result<T>>(refusal);
    }

    /// <summary>Takes no more units, finishes those that wait, closes the lanes and anchors the journal they wrote.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Close();
        IReadOnlyList<Lane>? lanes;
        lock (_gate) (lanes, _lanes) = (_lanes, _lanes is null ? null : []);
        if (lanes is null or []) return;
        foreach (var lane in lanes) await lane.Ended;
        _anchor();
    }

    private void Start()
    {
        lock (_gate) _lanes ??= _open(_queue);
    }
}
