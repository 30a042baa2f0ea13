using Gongbao.Kernel.Time;
using Gongbao.Platform.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Platform.Store.Lanes;

/// <summary>The unit that runs on a lane right now, and the contexts the lane keeps for it from unit to unit.</summary>
internal sealed class LaneUnit
{
    private readonly LaneLink _link;
    private readonly StoreOptions _options;
    private readonly IServiceProvider _services;
    private readonly Dictionary<Type, RoomRegistration> _rooms;
    private readonly TimeProvider _clock;
    private readonly Func<DateTimeOffset> _legal;
    private readonly UnitOfWork _unit;
    private readonly ChangeDigest _digest = new();
    private readonly Dictionary<Type, RoomDb> _kept = [];
    private readonly List<RoomDb> _bound = [];
    private readonly List<RoomDb> _used = [];
    private readonly Queue<Func<Task>> _facts = [];
    private readonly List<Act> _further = [];
    private readonly List<Action> _told = [];
    private IServiceScope? _scope;
    private CancellationToken _stop;

    public LaneUnit(Lane lane, LaneLink link, StoreOptions options, IServiceProvider services)
    {
        _link = link;
        _options = options;
        _services = services;
        _rooms = services.GetServices<RoomRegistration>().ToDictionary(r => r.Room);
        _clock = services.GetRequiredService<TimeProvider>();
        // A store without a city, as in a tool or a test, has no legal time of its own.
        _legal = services.GetService<CityClock>() is { } city ? () => city.Now : _clock.GetUtcNow;
        _unit = new UnitOfWork(lane);
    }

    public void Run(Job job, JournalPage page)
    {
        (_unit.Act, _unit.At, _unit.LegalAt, _stop) = (job.Act, _clock.GetUtcNow(), _legal(), job.Stop);
        if (Repeats(job)) return;

        job.Run(_unit);
        if (job.End is not JobEnd.Done) return;

        Save();
        while (_facts.TryDequeue(out var handle))
        {
            handle().GetAwaiter().GetResult();
            Save();
        }

        if (job.Act.IdempotencyKey is { } key)
            Write(AnswerSql.Keep, [job.Act.By.Value, key, job.AnswerToKeep()]);
        _link.ReleaseSavepoint();

        var change = _digest.Take();
        if (!_unit.Act.IsChunk) page.Add(new(_unit.Act, _unit.At, _unit.LegalAt, "done", null, change));
        foreach (var act in _further) page.Add(new(act, _unit.At, _unit.LegalAt, "done", null, null));
        job.AfterCommit = [.. _told];
        End();
    }

    /// <summary>Forgets what the unit tracked and published; the lane then goes back to the savepoint.</summary>
    public void Abandon()
    {
        _digest.Clear();
        _facts.Clear();
        End();
    }

    /// <summary>The entry of a unit that left nothing behind.</summary>
    public JournalPage.Draft Draft(Act act, string outcome, string? reason) => new(act, _clock.GetUtcNow(), _legal(), outcome, reason, null);

    public RoomDb Db(Type room)
    {
        if (!_kept.TryGetValue(room, out var db))
        {
            if (!_rooms.TryGetValue(room, out var registration))
                throw new InvalidOperationException($"{room.Name} is not registered: AddRoomDb is missing.");
            db = registration.OpenOnLane(_options, _link.Connection, _link.Interceptor);
            db.IsKept = true;
            db.Database.AutoSavepointsEnabled = false;
            _kept.Add(room, db);
        }

        if (db.Database.CurrentTransaction is null)
        {
            db.Database.UseTransaction(_link.Transaction);
            _bound.Add(db);
        }

        if (_used.Contains(db)) return db;
        // Whatever is asked through it, however it is asked, sees what units before this one have written.
        _link.Flush();
        _used.Add(db);
        return db;
    }

    public T Get<T>() where T : notnull
    {
        if (_scope is null)
        {
            _scope = _services.CreateScope();
            _scope.ServiceProvider.GetRequiredService<LaneScope>().Unit = this;
        }

        return _scope.ServiceProvider.GetRequiredService<T>();
    }

    public void Publish<TFact>(TFact fact) where TFact : notnull =>
        _facts.Enqueue(async () =>
        {
            foreach (var receiver in Get<IEnumerable<IReceive<TFact>>>()) await receiver.ReceiveAsync(fact, _unit, _stop);
        });

    public void AfterCommit(Action told) => _told.Add(told);

    public void Write(Statement statement, ReadOnlySpan<object?> values)
    {
        _digest.Add(statement, values);
        _link.Execute(statement, values);
    }

    public void Record(Act act) => _further.Add(act);

    /// <summary>Takes the contexts off the transaction, which is about to end.</summary>
    public void Unbind()
    {
        foreach (var db in _bound) db.Database.UseTransaction(null);
        _bound.Clear();
    }

    /// <summary>Throws the kept contexts away, as after a lost connection.</summary>
    public void Drop()
    {
        Abandon();
        foreach (var db in _kept.Values)
        {
            db.IsKept = false;
            db.Dispose();
        }

        _kept.Clear();
        _bound.Clear();
    }

    private DateTime UtcNow => Mapping.UtcInstant.Cut(_unit.At);

    private bool Repeats(Job job)
    {
        if (job.Act.IdempotencyKey is not { } key) return false;
        (byte[] Request, string Answer)? found = null;
        while (found is null)       // an answer whose time is over may go between the two questions
        {
            if (_link.Claim(job.Act.By.Value, key, job.Act.RequestDigest!, UtcNow)) return false;
            found = _link.FindAnswer(job.Act.By.Value, key);
        }

        var kept = found.Value;
        if (kept.Request.AsSpan().SequenceEqual(job.Act.RequestDigest)) job.Repeat(kept.Answer);
        else job.Refuse(StoreRefusals.KeyReused);
        if (job.End is JobEnd.Repeated) _link.ReleaseSavepoint();
        return true;
    }

    private void Save()
    {
        for (var i = 0; i < _used.Count; i++)
        {
            var tracker = _used[i].ChangeTracker;
            tracker.DetectChanges();
            tracker.AutoDetectChangesEnabled = false;
            if (_digest.Add(_used[i])) _used[i].SaveChanges();
            tracker.AutoDetectChangesEnabled = true;
        }
    }

    private void End()
    {
        foreach (var db in _used)
        {
            db.ChangeTracker.Clear();
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }

        _used.Clear();
        _further.Clear();
        _told.Clear();
        _scope?.Dispose();
        _scope = null;
    }
}
