using System.Text.Json;
using Gongbao.Kernel.Results;

namespace Gongbao.Platform.Store.Lanes;

/// <summary>How a unit ended, before its commit.</summary>
internal enum JobEnd
{
    Done,
    Refused,
    Failed,
    Cancelled,

    /// <summary>Answered from the answer kept under its idempotency key; nothing was done.</summary>
    Repeated,
}

/// <summary>A unit that waits, runs, and is answered once.</summary>
internal abstract class Job(Act act, CancellationToken stop)
{
    private const int MostTries = 5;

    private int _taken;
    private int _tries;

    public Act Act { get; } = act;

    public CancellationToken Stop { get; } = stop;

    public JobEnd End { get; private set; }

    /// <summary>The refusal's code or the fault's type.</summary>
    public string? Reason { get; private set; }

    /// <summary>Called when the unit is committed, before its caller is answered.</summary>
    public IReadOnlyList<Action> AfterCommit { get; set; } = [];

    protected Exception? Fault { get; private set; }

    /// <summary>False when the caller has given up before; from here on the unit's end decides the answer.</summary>
    public bool TryTake() => Interlocked.Exchange(ref _taken, 1) == 0;

    /// <summary>Counts the tries of a unit that other lanes stand in the way of.</summary>
    public bool MayTryAgain() => ++_tries < MostTries;

    /// <summary>Runs the caller's function to its end on the lane.</summary>
    public void Run(UnitOfWork unit)
    {
        var refusal = Call(unit);
        End = refusal is null ? JobEnd.Done : JobEnd.Refused;
        Reason = refusal?.Code;
    }

    public void Fail(Exception fault)
    {
        Fault = fault;
        End = fault is OperationCanceledException && Stop.IsCancellationRequested ? JobEnd.Cancelled : JobEnd.Failed;
        Reason = fault.GetType().Name;
    }

    public void Refuse(Refusal refusal)
    {
        SetRefusal(refusal);
        End = JobEnd.Refused;
        Reason = refusal.Code;
    }

    public void Repeat(string answer)
    {
        SetAnswer(answer);
        End = JobEnd.Repeated;
    }

    /// <summary>What is kept under the idempotency key.</summary>
    public abstract string AnswerToKeep();

    /// <summary>Tells the caller; only after the commit, or when nothing was changed.</summary>
    public abstract void Answer();

    protected abstract Refusal? Call(UnitOfWork unit);

    protected abstract void SetRefusal(Refusal refusal);

    protected abstract void SetAnswer(string answer);
}

/// <inheritdoc/>
internal sealed class Job<T> : Job
{
    private readonly Func<UnitOfWork, CancellationToken, Task<Result<T>>> _unit;
    private readonly TaskCompletionSource<Result<T>> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenRegistration _giveUp;
    private Result<T> _result;

    public Job(Act act, Func<UnitOfWork, CancellationToken, Task<Result<T>>> unit, CancellationToken stop) : base(act, stop)
    {
        _unit = unit;
        if (stop.CanBeCanceled) _giveUp = stop.UnsafeRegister(static job => ((Job<T>)job!).GiveUp(), this);
    }

    public Task<Result<T>> Answered => _answer.Task;

    public override string AnswerToKeep() => _result.IsRefused(out _, out var value)
        ? throw new InvalidOperationException("A refusal is not kept: the same request may be accepted later.")
        : JsonSerializer.Serialize(value);

    public override void Answer()
    {
        _giveUp.Dispose();
        StoreMeter.Ended(End);
        if (End is JobEnd.Done)
            foreach (var told in AfterCommit) told();
        if (End is JobEnd.Failed) _answer.TrySetException(Fault!);
        else if (End is JobEnd.Cancelled) _answer.TrySetCanceled(Stop);
        else _answer.TrySetResult(_result);
    }

    protected override Refusal? Call(UnitOfWork unit)
    {
        var running = _unit(unit, Stop);
        _result = running.IsCompletedSuccessfully ? running.Result : running.GetAwaiter().GetResult();
        return _result.IsRefused(out var refusal, out _) ? refusal : null;
    }

    protected override void SetRefusal(Refusal refusal) => _result = refusal;

    protected override void SetAnswer(string answer) => _result = JsonSerializer.Deserialize<T>(answer)!;

    private void GiveUp()
    {
        if (TryTake()) _answer.TrySetCanceled(Stop);
    }
}
