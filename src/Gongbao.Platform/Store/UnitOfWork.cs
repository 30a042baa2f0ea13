using Gongbao.Platform.Store.Lanes;

namespace Gongbao.Platform.Store;

/// <summary>
/// One change of state, inside the transaction that also holds its journal entry. It may run
/// a second time if the first commit fails, so it touches nothing but the store and what it is given here.
/// Not to be kept after the unit has ended.
/// </summary>
public sealed class UnitOfWork
{
    private readonly Lane _lane;

    internal UnitOfWork(Lane lane) => _lane = lane;

    /// <summary>What is being done.</summary>
    public Act Act { get; internal set; } = null!;

    /// <summary>The real instant at which the unit began, UTC.</summary>
    public DateTimeOffset At { get; internal set; }

    /// <summary>The legal instant at which the unit began, from the city's clock; the journal and every legal date use this one.</summary>
    public DateTimeOffset LegalAt { get; internal set; }

    /// <summary>The room's context on this lane, tracking, bound to the transaction. The writer saves; a unit never does.</summary>
    public TDb Db<TDb>() where TDb : RoomDb => (TDb)_lane.Db(typeof(TDb));

    /// <summary>A handler whose own contexts are this unit's.</summary>
    public T Get<T>() where T : notnull => _lane.Get<T>();

    /// <summary>
    /// Tells the other rooms what happened, within this unit: after the unit's function has accepted and its rows are
    /// saved, receivers handle facts in the order of publishing.
    /// </summary>
    public void Publish<TFact>(TFact fact) where TFact : notnull => _lane.Publish(fact);

    /// <summary>Called once this unit is committed, in this process: wakes those who wait for what it wrote. It changes no state and throws nothing.</summary>
    public void AfterCommit(Action told) => _lane.AfterCommit(told);

    /// <summary>Writes a row by a prepared statement; on PostgreSQL it goes out with the unit's other rows in one round trip.</summary>
    public void Write(Statement statement, params ReadOnlySpan<object?> values) => _lane.Write(statement, values);

    /// <summary>Names the clause that the act rests on, where only the unit finds it out: the unit's journal entry carries it.</summary>
    /// <param name="clause">As <c>ClauseRef</c> prints it.</param>
    public void Under(string clause) => Act = Act with { Clause = clause };

    /// <summary>A further journal entry of this unit, for an act that consists of several.</summary>
    public void Record(Act act) => _lane.Record(act);
}
