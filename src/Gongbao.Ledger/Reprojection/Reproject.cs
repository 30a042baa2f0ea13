using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gongbao.Contracts.Notices;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.Storage;
using Gongbao.Ledger.Work;
using Gongbao.Platform.City;
using Gongbao.Platform.City.Publishing;
using Gongbao.Platform.Store;
using Gongbao.Web.Formats;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Ledger.Reprojection;

/// <summary>
/// Works out anew what the rows of shares show when what they rest on has changed (重新推算). Where only the calendar has, shares whose day is counted from one event by
/// as many working days have one new day: they are moved by set. Else each share is gone through by its acts. In chunks, each a unit; the moved days are kept
/// in a list, and the one journal entry of the run is that of its last unit, which holds the digest of the list. A run that was broken off is taken up again.
/// </summary>
internal sealed class Reproject(Writer writer, IServiceScopeFactory scopes, IServiceProvider services, TimeProvider time)
{
    public const string Verb = "ledger.reproject";

    /// <summary>Shares in one unit that moves by set.</summary>
    public int MostMoved { get; init; } = 10_000;

    /// <summary>Obligations in one unit that goes through acts.</summary>
    public int MostOpened { get; init; } = 500;

    // In the order of ids: rows that were made together lie together, so that a chunk touches each page of table and indexes once. Cast, for SQLite makes no index for the
    // join over columns without a type.
    private const string ListSqlite = """
        insert into ledger_move (run_id, chunk, assignment_id, "before", "after")
        with shift as materialized (
            select cast(value ->> 'From' as text) as "from", cast(value ->> 'Days' as integer) as days, cast(value ->> 'Before' as text) as "before", cast(value ->> 'After' as text) as "after" from json_each({2}))
        select {0}, {1}, a.id, s."before", s."after" from ledger_assignment a cross join shift s
        where a.id > {3} and a.counted_from = s."from" and a.working_days = s.days and a.owed_on = s."before" order by a.id limit {4}
        """;

    private const string MoveListedSqlite = """
        update ledger_assignment set owed_on = m."after", next_on = m."after" from ledger_move m where m.run_id = {0} and m.chunk = {1} and ledger_assignment.id = m.assignment_id
        """;

    /// <summary>Moved and listed at once: what another program changes meanwhile is looked at again when it is let go, and is then no longer of this set.</summary>
    private const string MovePostgres = """
        with picked as (
            select a.id, s."Before", s."After" from ledger_assignment a
            join jsonb_to_recordset({2}::jsonb) as s("From" date, "Days" int, "Before" date, "After" date) on a.counted_from = s."From" and a.working_days = s."Days" and a.owed_on = s."Before"
            where a.id > {3} order by a.id limit {4}),
        moved as (
            update ledger_assignment a set owed_on = picked."After", next_on = picked."After" from picked where a.id = picked.id and a.owed_on = picked."Before" returning a.id, picked."Before", picked."After")
        insert into ledger_move (run_id, chunk, assignment_id, "before", "after") select {0}, {1}, id, "Before", "After" from moved
        """;

    /// <summary>So long a program that fell silent keeps the run.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private static readonly ActorId Itself = ActorId.System("ledger");

    private readonly string _worker = Guid.CreateVersion7().ToString("N");

    /// <summary>Does what is needed, to its end.</summary>
    /// <returns>The run that was ended; null where none is needed, another program is at it, or the city declares nothing of the ledger.</returns>
    public async Task<StoredReprojection?> HandleAsync(CancellationToken stop)
    {
        if (services.GetService<RunningCity>() is { } running) await running.FreshenAsync(stop);
        if (LedgerRules.InForce(services).IsRefused(out _, out var declared)) return null;
        if (await TakeAsync(ProjectionBasis.Of(declared.City), stop) is not { } run) return null;
        var isMine = run.IsFull ? await GoThroughAsync(run.Id, declared.Rules, declared.City, stop) : await MoveBySetAsync(run.Id, declared.City.Calendar, stop);
        return isMine ? await EndAsync(run.Id, stop) : null;
    }

    /// <summary>Takes the run that is open, or opens one where it is needed.</summary>
    private async Task<StoredReprojection?> TakeAsync(ProjectionBasis basis, CancellationToken stop)
    {
        if (await AskAsync(db => NeededAsync(db, basis, stop)) is null) return null;
        var taken = await writer.DoAsync<StoredReprojection?>(new Act(Itself, Verb, "reprojection:open").AsChunk(), async (unit, inner) =>
        {
            var db = unit.Db<LedgerDb>();
            // One program after another: who comes second sees the run that the first has opened.
            if (db is PostgresLedgerDb) await db.Database.ExecuteSqlRawAsync("lock table ledger_reprojection in share row exclusive mode", inner);
            if (await NeededAsync(db, basis, inner) is not { } needed) return (StoredReprojection?)null;
            var run = await db.Reprojections.FirstOrDefaultAsync(r => r.Running == 1, inner);
            if (run is null)
            {
                run = new() { Id = Guid.CreateVersion7(), Basis = basis.ToString(), IsFull = needed.IsFull, Reason = needed.Reason, BegunAt = unit.LegalAt, Worker = _worker, TakenUntil = time.GetUtcNow() + Lease };
                db.Reprojections.Add(run);
            }
            else if (run.Basis != basis.ToString())
            {
                // What it rests on changed again while it ran: it begins anew, and keeps the list of what it moved until then.
                (run.IsFull, run.Reason, run.Reached) = (run.IsFull || needed.IsFull, needed.Reason, null);
                run.Basis = basis.ToString();
            }
            (run.Worker, run.TakenUntil) = (_worker, time.GetUtcNow() + Lease);
            return run;
        }, stop);
        return taken.IsRefused(out _, out var mine) ? null : mine;
    }

    private sealed record Need(bool IsFull, string Reason);

    /// <returns>Null where nothing has to be done, or another program does it.</returns>
    private async Task<Need?> NeededAsync(LedgerDb db, ProjectionBasis basis, CancellationToken stop)
    {
        var open = await db.Reprojections.AsNoTracking().FirstOrDefaultAsync(r => r.Running == 1, stop);
        if (open is not null && open.Worker != _worker && open.TakenUntil > time.GetUtcNow()) return null;
        var before = ProjectionBasis.Parse(open?.Basis ?? (await db.Reprojections.AsNoTracking().Where(r => r.EndedAt != null).OrderByDescending(r => r.Id).FirstOrDefaultAsync(stop))?.Basis);
        if (basis.Reason(before) is { } reason) return new(before?.Rules != basis.Rules, reason);
        return open is null ? null : new(open.IsFull, open.Reason);
    }

    /// <summary>Shares that are counted alike and owed on one day are owed on another one.</summary>
    /// <param name="From">The day from which it is counted.</param>
    /// <param name="Days">So many working days.</param>
    /// <param name="Before">The last day until now.</param>
    /// <param name="After">The last day by the calendar in force.</param>
    private sealed record Shift(DateOnly From, int Days, DateOnly Before, DateOnly After);

    /// <returns>False where another program has taken the run.</returns>
    private async Task<bool> MoveBySetAsync(Guid run, WorkCalendar calendar, CancellationToken stop)
    {
        var groups = await AskAsync(db => db.Assignments.Where(a => a.CountedFrom != null && a.OwedOn != null).GroupBy(a => new { a.CountedFrom, a.WorkingDays, a.OwedOn })
            .Select(g => new { g.Key.CountedFrom, g.Key.WorkingDays, g.Key.OwedOn }).ToListAsync(stop));
        var shifts = groups.Select(g => new Shift(g.CountedFrom!.Value, g.WorkingDays!.Value, g.OwedOn!.Value, DueBy(g.CountedFrom.Value, g.WorkingDays.Value, calendar))).Where(s => s.After != s.Before).ToList();
        if (shifts.Count == 0) return true;
        var list = JsonSerializer.Serialize(shifts);
        int? moved;
        do moved = await ChunkAsync(run, (unit, open, inner) => MoveAsync(unit, open, list, inner), stop);
        while (moved > 0);
        return moved is not null;
    }

    private static DateOnly DueBy(DateOnly from, int days, WorkCalendar calendar) => Clock.Start(Term.WorkingDays(days), from, "事情发生").DueBy(calendar).On!.Value;

    private async Task<int> MoveAsync(UnitOfWork unit, StoredReprojection run, string shifts, CancellationToken stop)
    {
        var db = unit.Db<LedgerDb>();
        var chunk = run.Chunks + 1;
        var isPostgres = db is PostgresLedgerDb;
        var moved = await db.Database.ExecuteSqlRawAsync(isPostgres ? MovePostgres : ListSqlite, [run.Id, chunk, shifts, run.Reached ?? Guid.Empty, MostMoved], stop);
        if (moved == 0) return 0;
        if (!isPostgres) await db.Database.ExecuteSqlRawAsync(MoveListedSqlite, [run.Id, chunk], stop);
        var moves = await db.Moves.AsNoTracking().Where(m => m.RunId == run.Id && m.Chunk == chunk).OrderBy(m => m.AssignmentId).Select(m => new { m.AssignmentId, m.After }).ToListAsync(stop);
        (run.Chunks, run.Moved, run.Reached) = (chunk, run.Moved + moved, moves[^1].AssignmentId);
        foreach (var day in moves.GroupBy(m => m.After!.Value)) unit.Publish(new WatchesMoved([.. day.Select(m => Reminders.CauseOf(m.AssignmentId))], day.Key));
        return moved;
    }

    /// <returns>False where another program has taken the run.</returns>
    private async Task<bool> GoThroughAsync(Guid run, LedgerRules rules, CityDeclarations city, CancellationToken stop)
    {
        while (true)
        {
            var opened = await ChunkAsync(run, (unit, open, inner) => GoThroughAsync(unit, open, rules, city, inner), stop);
            if (opened is null) return false;
            if (opened < MostOpened) return true;
        }
    }

    private async Task<int> GoThroughAsync(UnitOfWork unit, StoredReprojection run, LedgerRules rules, CityDeclarations city, CancellationToken stop)
    {
        var some = await OpenObligation.TakeManyAsync(unit, run.Reached, MostOpened, stop);
        if (some.Count == 0) return 0;
        run.Reached = some[^1].Obligation.Id;
        run.Chunks++;
        foreach (var open in some)
        {
            foreach (var (share, before) in open.ShowAll(rules, city))
            {
                run.Moved++;
                unit.Db<LedgerDb>().Moves.Add(new() { RunId = run.Id, Chunk = run.Chunks, AssignmentId = share.Id, Before = before, After = share.OwedOn ?? share.ReportBy });
            }
        }
        return some.Count;
    }

    /// <returns>What the chunk did; null where another program has taken the run.</returns>
    private async Task<int?> ChunkAsync(Guid run, Func<UnitOfWork, StoredReprojection, CancellationToken, Task<int>> chunk, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var done = await writer.DoAsync<int?>(new Act(Itself, Verb, $"reprojection:{run:N}").AsChunk(), async (unit, inner) =>
        {
            if (await unit.Db<LedgerDb>().Reprojections.FirstOrDefaultAsync(r => r.Id == run && r.Running == 1 && r.Worker == _worker, inner) is not { } open) return (int?)null;
            open.TakenUntil = time.GetUtcNow() + Lease;
            return await chunk(unit, open, inner);
        }, stop);
        return done.IsRefused(out _, out var count) ? null : count;
    }

    private async Task<StoredReprojection?> EndAsync(Guid run, CancellationToken stop)
    {
        var digest = await AskAsync(db => DigestAsync(db, run, stop));
        var ended = await writer.DoAsync<StoredReprojection?>(new Act(Itself, Verb, $"reprojection:{run:N}"), async (unit, inner) =>
        {
            if (await unit.Db<LedgerDb>().Reprojections.FirstOrDefaultAsync(r => r.Id == run && r.Running == 1 && r.Worker == _worker, inner) is not { } open) return (StoredReprojection?)null;
            (open.EndedAt, open.Running, open.Digest) = (unit.LegalAt, null, digest);
            if (open.Moved > 0)
                unit.Publish(new Tell($"reprojection:{run:N}", $"{ChineseFormat.Number(open.Moved)} 份分工的日期有变动", open.Reason, "/ledger/reprojections", null, [], LedgerRules.ManageVerb, null, IsUrgent: false));
            return open;
        }, stop);
        return ended.IsRefused(out _, out var done) ? null : done;
    }

    /// <summary>SHA-256 over the list of moved days: a line each of share, day before and day after, by chunk and share; - for no day.</summary>
    public static async Task<string> DigestAsync(LedgerDb db, Guid run, CancellationToken stop)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (chunk, lines) = (0, new List<string>());
        await foreach (var move in db.Moves.AsNoTracking().Where(m => m.RunId == run).OrderBy(m => m.Chunk).AsAsyncEnumerable().WithCancellation(stop))
        {
            if (move.Chunk != chunk) Add();
            chunk = move.Chunk;
            lines.Add($"{move.AssignmentId:N} {Day(move.Before)} {Day(move.After)}\n");
        }
        Add();
        return Convert.ToHexStringLower(sum.GetHashAndReset());

        void Add()
        {
            lines.Sort(StringComparer.Ordinal);
            foreach (var line in lines) sum.AppendData(Encoding.ASCII.GetBytes(line));
            lines.Clear();
        }

        static string Day(DateOnly? day) => day is { } known ? ChineseFormat.Iso(known) : "-";
    }

    private async Task<T> AskAsync<T>(Func<LedgerDb, Task<T>> ask)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<LedgerDb>());
    }
}
