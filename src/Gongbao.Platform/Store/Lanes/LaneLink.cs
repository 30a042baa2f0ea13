using System.Data.Common;
using Gongbao.Platform.Journal;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Gongbao.Platform.Store.Lanes;

/// <summary>A lane's connection and transaction, in the terms of one database.</summary>
internal abstract class LaneLink : IDisposable
{
    public abstract DbConnection Connection { get; }

    public abstract DbTransaction Transaction { get; }

    /// <summary>Given to the lane's contexts; null where none is needed.</summary>
    public virtual IInterceptor? Interceptor => null;

    /// <summary>Whether the unit that runs is the only one of its batch: then what it wrote is sent at its end, and what is refused is its own.</summary>
    public bool IsAlone { get; set; } = true;

    /// <summary>Whether the fault just thrown is perhaps that of a unit that had ended before: nothing of the batch can be kept.</summary>
    public bool HasLostOthers { get; protected set; }

    /// <summary>Opens the connection where it is not open.</summary>
    public abstract void Open();

    public abstract void Begin();

    public abstract void Savepoint();

    public abstract void ReleaseSavepoint();

    public abstract void BackToSavepoint();

    public abstract void Commit();

    /// <summary>Drops the connection and whatever it had not committed.</summary>
    public abstract void Reset();

    public abstract void Execute(Statement statement, ReadOnlySpan<object?> values);

    /// <summary>Sends what waits to be sent with other rows, so that all of it is in the database.</summary>
    public virtual void Flush()
    {
    }

    /// <summary>Takes an idempotency key for the unit that runs; waits for another lane that is just using it.</summary>
    /// <returns>False when the key was used before: then there is an answer.</returns>
    public abstract bool Claim(string actor, string key, byte[] request, DateTime at);

    public abstract (byte[] Request, string Answer)? FindAnswer(string actor, string key);

    /// <summary>The head of the journal, locked until the end of the transaction.</summary>
    public abstract ChainPoint LockHead();

    /// <summary>Appends entries and moves the head.</summary>
    public abstract void Append(JournalPage page, ChainPoint head);

    /// <summary>Whether the journal holds this very entry: the proof that a commit whose answer was lost went through.</summary>
    public abstract bool Holds(ChainPoint entry);

    /// <summary>Whether another lane was in the way (a deadlock, the same idempotency key at once): a new run may go through.</summary>
    public virtual bool IsContention(Exception fault) => false;

    /// <summary>The fault as the caller should see it.</summary>
    public virtual Exception Explain(Exception fault) => fault;

    public abstract void Dispose();
}
