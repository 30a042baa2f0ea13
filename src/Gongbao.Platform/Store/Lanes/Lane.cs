using System.Runtime.ExceptionServices;
using Gongbao.Platform.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongbao.Platform.Store.Lanes;

/// <summary>
/// One thread and one connection that carry units out. A batch is one transaction, a unit one savepoint in it; the
/// journal's head is locked last and held only through the commit. If a commit fails, its units run again one by one.
/// </summary>
internal sealed partial class Lane
{
    private static readonly AsyncLocal<bool> OnLane = new();

    private readonly LaneQueue _queue;
    private readonly LaneLink _link;
    private readonly LaneUnit _unit;
    private readonly JournalPage _page = new();
    private readonly int _batchUnits;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Lane(string name, StoreOptions options, LaneQueue queue, LaneLink link, IServiceProvider services)
    {
        _queue = queue;
        _link = link;
        _batchUnits = options.BatchUnits;
        _clock = services.GetRequiredService<TimeProvider>();
        _log = services.GetRequiredService<ILogger<Lane>>();
        _unit = new LaneUnit(this, link, options, services);
        new Thread(Work) { IsBackground = true, Name = name }.Start();
    }

    /// <summary>True on a lane and in whatever a unit awaits there.</summary>
    public static bool IsRunningHere => OnLane.Value;

    /// <summary>Done when the queue is closed and its last unit answered.</summary>
    public Task Ended => _ended.Task;

    public RoomDb Db(Type room) => _unit.Db(room);

    public T Get<T>() where T : notnull => _unit.Get<T>();

    public void Publish<TFact>(TFact fact) where TFact : notnull => _unit.Publish(fact);

    public void AfterCommit(Action told) => _unit.AfterCommit(told);

    public void Write(Statement statement, ReadOnlySpan<object?> values) => _unit.Write(statement, values);

    public void Record(Act act) => _unit.Record(act);

    private void Work()
    {
        OnLane.Value = true;
        var taken = new List<Job>(_batchUnits);
        var batch = new List<Job>(_batchUnits);
        while (_queue.Take(taken, _batchUnits))
        {
            foreach (var job in taken)
                if (job.TryTake()) batch.Add(job);
            if (batch.Count > 0) RunBatch(batch);
            taken.Clear();
            batch.Clear();
        }

        _unit.Drop();
        _link.Dispose();
        _ended.SetResult();
    }

    private void RunBatch(List<Job> batch)
    {
        ChainPoint? written = null;
        try
        {
            _link.Open();
            _link.Begin();
            _page.Clear();
            _link.IsAlone = batch.Count == 1;
            foreach (var job in batch) RunUnit(job);
            _link.Flush();
            _unit.Unbind();
            if (_page.Count > 0) written = AppendJournal();
            var begun = _clock.GetTimestamp();
            _link.Commit();
            StoreMeter.Committed(batch.Count, _clock.GetElapsedTime(begun));
        }
        catch (Exception fault)
        {
            Recover(batch, fault, written);
            return;
        }

        foreach (var job in batch) job.Answer();
    }

    private ChainPoint AppendJournal()
    {
        var head = _page.Chain(_link.LockHead());
        _link.Append(_page, head);
        return head;
    }

    private void RunUnit(Job job)
    {
        Exception? failure = null;
        _link.Savepoint();
        try
        {
            _unit.Run(job, _page);
        }
        catch (Exception fault)
        {
            // Alone, and with its locks let go, a unit that met another lane goes through.
            if (_link.IsContention(fault) || _link.HasLostOthers) throw;
            failure = fault;
            job.Fail(_link.Explain(fault));
        }

        if (job.End is JobEnd.Done or JobEnd.Repeated) return;

        _unit.Abandon();
        try
        {
            _link.BackToSavepoint();
        }
        catch (Exception) when (failure is not null)
        {
            // The fault took the whole transaction with it (a full disk does): it is the fault to tell of.
            ExceptionDispatchInfo.Throw(failure);
        }

        if (job.End is JobEnd.Cancelled) return;
        _page.Add(_unit.Draft(job.Act, job.End is JobEnd.Refused ? "refused" : "failed", job.Reason));
        if (job.End is JobEnd.Failed) LogUnitFailed(job.Act.Verb, job.Reason);
        else LogUnitRefused(job.Act.Verb, job.Reason);
    }

    /// <summary>The transaction is gone, or its end is unknown: settle which, then run what was not committed again.</summary>
    private void Recover(List<Job> batch, Exception fault, ChainPoint? written)
    {
        LogBatchLost(batch.Count, fault);
        try
        {
            _unit.Drop();
            _link.Reset();
            if (written is { } entry && IsCommitted(entry))
            {
                foreach (var job in batch) job.Answer();
                return;
            }
        }
        catch (Exception again)
        {
            fault = again;
            batch.ForEach(job => FailForGood(job, fault));
            return;
        }

        if (batch.Count > 1)
            foreach (var job in batch.ToArray()) RunBatch([job]);
        else if (_link.IsContention(fault) && batch[0].MayTryAgain()) RunBatch(batch);
        else FailForGood(batch[0], fault);
    }

    private bool IsCommitted(ChainPoint entry)
    {
        _link.Open();
        return _link.Holds(entry);
    }

    private void FailForGood(Job job, Exception fault)
    {
        job.Fail(_link.Explain(fault));
        LogUnitLost(job.Act.Verb, fault);
        try
        {
            _link.Open();
            _link.Begin();
            _page.Clear();
            _page.Add(_unit.Draft(job.Act, "failed", job.Reason));
            AppendJournal();
            _link.Commit();
        }
        catch (Exception again)
        {
            LogFailureNotJournalled(job.Act.Verb, again);
            _link.Reset();
        }

        job.Answer();
    }

    [LoggerMessage(1101, LogLevel.Information, "Unit {Verb} refused: {Code}")]
    private partial void LogUnitRefused(string verb, string? code);

    [LoggerMessage(1102, LogLevel.Warning, "Unit {Verb} failed and was undone: {Fault}")]
    private partial void LogUnitFailed(string verb, string? fault);

    [LoggerMessage(1103, LogLevel.Warning, "A batch of {Units} units was not committed; they run again one by one")]
    private partial void LogBatchLost(int units, Exception fault);

    [LoggerMessage(1104, LogLevel.Error, "Unit {Verb} could not be carried out")]
    private partial void LogUnitLost(string verb, Exception fault);

    [LoggerMessage(1105, LogLevel.Error, "The failure of unit {Verb} could not be journalled")]
    private partial void LogFailureNotJournalled(string verb, Exception fault);
}
