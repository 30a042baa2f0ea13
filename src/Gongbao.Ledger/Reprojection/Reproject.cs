using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gongbao.Contracts.Notices;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.States;
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
/// as many working days have one new day: they are moved by set. Else each share is gone through by its acts. A run is cut into chunks beforehand; each is a unit that some
/// program takes and ends, several programs at once, so that one that falls silent holds nobody up. The moved days are kept in a list, and the one journal entry of the run is
/// that of its end, which holds the digest of the list.
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
        where a.id > {3} and a.id <= {4} and a.counted_from = s."from" and a.working_days = s.days and a.owed_on = s."before"
        """;

    private const string MoveListedSqlite = """
        update ledger_assignment set owed_on = m."after", next_on = m."after" from ledger_move m where m.run_id = {0} and m.chunk = {1} and ledger_assignment.id = m.assignment_id
        """;

    /// <summary>Moved and listed at once: what another program changes meanwhile is looked at again when it is let go, and is then no longer of this set.</summary>
    private const string MovePostgres = """
        with picked as (
            select a.id, s."Before", s."After" from ledger_assignment a
            join jsonb_to_recordset({2}::jsonb) as s("From" date, "Days" int, "Before" date, "After" date) on a.counted_from = s."From" and a.working_days = s."Days" and a.owed_on = s."Before"
            where a.id > {3} and a.id <= {4}),
        moved as (
            update ledger_assignment a set owed_on = picked."After", next_on = picked."After" from picked where a.id = picked.id and a.owed_on = picked."Before" returning a.id, picked."Before", picked."After")
        insert into ledger_move (run_id, chunk, assignment_id, "before", "after") select {0}, {1}, id, "Before", "After" from moved
        """;

    /// <summary>So long a program that fell silent keeps the end of a run.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>So long it is waited before it is looked again whether another program has ended its chunk.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private static readonly Guid Last = new("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private static readonly ActorId Itself = ActorId.System("ledger");

    private readonly string _worker = Guid.CreateVersion7().ToString("N");

    /// <summary>Does what is needed, to its end, together with the other programs on the database.</summary>
    /// <returns>The run, where this program ended it; null where none is needed, another program ends it, or the city declares nothing of the ledger.</returns>
    public async Task<StoredReprojection?> HandleAsync(CancellationToken stop)
    {
        if (services.GetService<RunningCity>() is { } running) await running.FreshenAsync(stop);
        if (LedgerRules.InForce(services).IsRefused(out _, out var declared)) return null;
        var basis = ProjectionBasis.Of(declared.City);
        if (await JoinAsync(basis, stop) is not { } run) return null;
        return await WorkAsync(run, basis, declared.Rules, declared.City, stop) ? await EndAsync(run.Id, declared.Rules, declared.City, stop) : null;
    }

    /// <summary>Joins the run that is open, or opens one where it is needed.</summary>
    private async Task<StoredReprojection?> JoinAsync(ProjectionBasis basis, CancellationToken stop)
    {
        if (await AskAsync(db => NeededAsync(db, basis, stop)) is not { } wanted) return null;
        if (wanted.Open is { } open) return open;
        var bounds = await AskAsync(db => BoundsAsync(db, wanted.IsFull, stop));
        var joined = await writer.DoAsync<StoredReprojection?>(new Act(Itself, Verb, "reprojection:open").AsChunk(), async (unit, inner) =>
        {
            var db = unit.Db<LedgerDb>();
            await TakeTurnAsync(db, inner);
            if (await NeededAsync(db, basis, inner) is not { } needed || needed.IsFull && !wanted.IsFull) return (StoredReprojection?)null;
            if (needed.Open is { } other) return other;
            var run = await db.Reprojections.FirstOrDefaultAsync(r => r.Running == 1, inner);
            if (run is null)
            {
                run = new() { Id = Guid.CreateVersion7(), Basis = basis.ToString(), IsFull = needed.IsFull, Reason = needed.Reason, BegunAt = unit.LegalAt };
                db.Reprojections.Add(run);
            }
            else
            {
                // What it rests on changed again while it ran: it begins anew, and keeps the list of what it moved until then.
                (run.Basis, run.IsFull, run.Reason, run.Worker, run.TakenUntil) = (basis.ToString(), needed.IsFull, needed.Reason, null, null);
                db.ReprojectionChunks.RemoveRange(await db.ReprojectionChunks.Where(c => c.RunId == run.Id && c.Moved == null).ToListAsync(inner));
            }
            var done = await db.ReprojectionChunks.Where(c => c.RunId == run.Id && c.Moved != null).MaxAsync(c => (int?)c.Chunk, inner) ?? 0;
            db.ReprojectionChunks.AddRange(bounds.Append(Last).Zip(bounds.Prepend(Guid.Empty), (until, after) => new StoredReprojectionChunk { RunId = run.Id, Chunk = ++done, After = after, Until = until }));
            return run;
        }, stop);
        return joined.IsRefused(out _, out var mine) ? null : mine;
    }

    /// <summary>Where one chunk ends and the next begins: every so-manieth id of what the run may touch.</summary>
    private async Task<List<Guid>> BoundsAsync(LedgerDb db, bool isFull, CancellationToken stop)
    {
        var (ids, most) = isFull ? (db.Obligations.Select(o => o.Id), MostOpened) : (db.Assignments.Where(a => a.CountedFrom != null).Select(a => a.Id), MostMoved);
        var (bounds, seen) = (new List<Guid>(), 0);
        await foreach (var id in ids.Order().AsAsyncEnumerable().WithCancellation(stop))
            if (++seen % most == 0) bounds.Add(id);
        return bounds;
    }

    /// <param name="IsFull">Whether every share has to be gone through.</param>
    /// <param name="Reason">Why, a whole sentence.</param>
    /// <param name="Open">The run that does it already; null where one has to be opened or begun anew.</param>
    private sealed record Need(bool IsFull, string Reason, StoredReprojection? Open);

    /// <returns>Null where nothing has to be done.</returns>
    private static async Task<Need?> NeededAsync(LedgerDb db, ProjectionBasis basis, CancellationToken stop)
    {
        var open = await db.Reprojections.AsNoTracking().FirstOrDefaultAsync(r => r.Running == 1, stop);
        // A run without chunks was opened by a program from before there were any.
        if (open is not null && open.Basis == basis.ToString() && await db.ReprojectionChunks.AnyAsync(c => c.RunId == open.Id, stop)) return new(open.IsFull, open.Reason, open);
        var before = ProjectionBasis.Parse(open?.Basis ?? (await db.Reprojections.AsNoTracking().Where(r => r.EndedAt != null).OrderByDescending(r => r.Id).FirstOrDefaultAsync(stop))?.Basis);
        if (basis.Reason(before) is { } reason) return new(before?.Rules != basis.Rules || open?.IsFull == true, reason, null);
        return open is null ? null : new(open.IsFull, open.Reason, null);
    }

    /// <summary>Shares that are counted alike and owed on one day are owed on another one.</summary>
    /// <param name="From">The day from which it is counted.</param>
    /// <param name="Days">So many working days.</param>
    /// <param name="Before">The last day until now.</param>
    /// <param name="After">The last day by the calendar in force.</param>
    private sealed record Shift(DateOnly From, int Days, DateOnly Before, DateOnly After);

    private static async Task<string> ShiftsAsync(LedgerDb db, WorkCalendar calendar, CancellationToken stop)
    {
        var groups = await db.Assignments.Where(a => a.CountedFrom != null && a.OwedOn != null).GroupBy(a => new { a.CountedFrom, a.WorkingDays, a.OwedOn })
            .Select(g => new { g.Key.CountedFrom, g.Key.WorkingDays, g.Key.OwedOn }).ToListAsync(stop);
        return JsonSerializer.Serialize(groups.Select(g => new Shift(g.CountedFrom!.Value, g.WorkingDays!.Value, g.OwedOn!.Value, DueBy(g.CountedFrom.Value, g.WorkingDays.Value, calendar))).Where(s => s.After != s.Before));
    }

    private static DateOnly DueBy(DateOnly from, int days, WorkCalendar calendar) => Clock.Start(Term.WorkingDays(days), from, "事情发生").DueBy(calendar).On!.Value;

    /// <summary>Takes chunk after chunk, until none is left that no program has ended.</summary>
    /// <returns>Whether the run is worked through; false where it has begun anew by another basis.</returns>
    private async Task<bool> WorkAsync(StoredReprojection run, ProjectionBasis basis, LedgerRules rules, CityDeclarations city, CancellationToken stop)
    {
        var shifts = run.IsFull ? null : await AskAsync(db => ShiftsAsync(db, city.Calendar, stop));
        while (true)
        {
            switch (await ChunkAsync(run.Id, basis, (unit, chunk, inner) => shifts is null ? GoThroughAsync(unit, chunk, rules, city, inner) : MoveAsync(unit, chunk, shifts, inner), stop))
            {
                case Took.Chunk: continue;
                case Took.BegunAnew: return false;
            }
            if (!await AskAsync(db => db.ReprojectionChunks.AnyAsync(c => c.RunId == run.Id && c.Moved == null, stop))) return true;
            await Task.Delay(Look, time, stop);
        }
    }

    private enum Took { Chunk, None, BegunAnew }

    /// <summary>Takes the first chunk that nobody has, and works on it, in one unit: a program that is killed in its midst has not had it.</summary>
    private async Task<Took> ChunkAsync(Guid run, ProjectionBasis basis, Func<UnitOfWork, StoredReprojectionChunk, CancellationToken, Task<int>> work, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var took = await writer.DoAsync<Took>(new Act(Itself, Verb, $"reprojection:{run:N}").AsChunk(), async (unit, inner) =>
        {
            var db = unit.Db<LedgerDb>();
            var isPostgres = db is PostgresLedgerDb;
            // Until the unit has ended the run cannot begin anew.
            if (isPostgres) await db.Database.ExecuteSqlRawAsync("select id from ledger_reprojection where id = {0} for share", [run], inner);
            if (!await db.Reprojections.AnyAsync(r => r.Id == run && r.Running == 1 && r.Basis == basis.ToString(), inner)) return Took.BegunAnew;
            var open = isPostgres
                ? db.ReprojectionChunks.FromSql($"select * from ledger_reprojection_chunk where run_id = {run} and moved is null order by chunk limit 1 for update skip locked")
                : db.ReprojectionChunks.Where(c => c.RunId == run && c.Moved == null).OrderBy(c => c.Chunk).Take(1);
            if (await open.ToListAsync(inner) is not [var chunk]) return Took.None;
            chunk.Moved = await work(unit, chunk, inner);
            return Took.Chunk;
        }, stop);
        return took.IsRefused(out _, out var done) ? Took.None : done;
    }

    private static async Task<int> MoveAsync(UnitOfWork unit, StoredReprojectionChunk chunk, string shifts, CancellationToken stop)
    {
        var db = unit.Db<LedgerDb>();
        var isPostgres = db is PostgresLedgerDb;
        var moved = await db.Database.ExecuteSqlRawAsync(isPostgres ? MovePostgres : ListSqlite, [chunk.RunId, chunk.Chunk, shifts, chunk.After, chunk.Until], stop);
        if (moved == 0) return 0;
        if (!isPostgres) await db.Database.ExecuteSqlRawAsync(MoveListedSqlite, [chunk.RunId, chunk.Chunk], stop);
        var moves = await db.Moves.AsNoTracking().Where(m => m.RunId == chunk.RunId && m.Chunk == chunk.Chunk).Select(m => new { m.AssignmentId, m.After }).ToListAsync(stop);
        foreach (var day in moves.GroupBy(m => m.After!.Value)) unit.Publish(new WatchesMoved([.. day.Select(m => Reminders.CauseOf(m.AssignmentId))], day.Key));
        return moved;
    }

    private static async Task<int> GoThroughAsync(UnitOfWork unit, StoredReprojectionChunk chunk, LedgerRules rules, CityDeclarations city, CancellationToken stop)
    {
        var moved = 0;
        foreach (var open in await OpenObligation.TakeManyAsync(unit, chunk.After, chunk.Until, stop))
        {
            foreach (var (share, before) in open.ShowAll(rules, city))
            {
                moved++;
                unit.Db<LedgerDb>().Moves.Add(new() { RunId = chunk.RunId, Chunk = chunk.Chunk, AssignmentId = share.Id, Before = before, After = share.OwedOn ?? share.ReportBy });
            }
        }
        return moved;
    }

    private async Task<StoredReprojection?> EndAsync(Guid run, LedgerRules rules, CityDeclarations city, CancellationToken stop)
    {
        // One program ends it; another one only where that one falls silent.
        var taken = await writer.DoAsync<bool>(new Act(Itself, Verb, $"reprojection:{run:N}").AsChunk(), async (unit, inner) =>
        {
            var db = unit.Db<LedgerDb>();
            await TakeTurnAsync(db, inner);
            if (await db.Reprojections.FirstOrDefaultAsync(r => r.Id == run && r.Running == 1, inner) is not { } open) return false;
            if (await db.ReprojectionChunks.AnyAsync(c => c.RunId == run && c.Moved == null, inner)) return false;
            if (open.Worker != _worker && open.TakenUntil > time.GetUtcNow()) return false;
            (open.Worker, open.TakenUntil) = (_worker, time.GetUtcNow() + Lease);
            return true;
        }, stop);
        if (taken.IsRefused(out _, out var isMine) || !isMine) return null;
        var digest = await AskAsync(db => DigestAsync(db, run, stop));
        var answers = await AskAsync(db => AnswersAsync(db, rules, city.Calendar, stop));
        var ended = await writer.DoAsync<StoredReprojection?>(new Act(Itself, Verb, $"reprojection:{run:N}"), async (unit, inner) =>
        {
            var db = unit.Db<LedgerDb>();
            if (await db.Reprojections.FirstOrDefaultAsync(r => r.Id == run && r.Running == 1 && r.Worker == _worker, inner) is not { } open) return (StoredReprojection?)null;
            await db.ShowProgressAsync([open], inner);
            (open.EndedAt, open.Running, open.Digest) = (unit.LegalAt, null, digest);
            foreach (var day in answers) unit.Publish(day);
            if (open.Moved > 0)
                unit.Publish(new Tell($"reprojection:{run:N}", $"{ChineseFormat.Number(open.Moved)} 份分工的日期有变动", open.Reason, "/ledger/reprojections", null, [], LedgerRules.ManageVerb, null, IsUrgent: false));
            return open;
        }, stop);
        return ended.IsRefused(out _, out var done) ? null : done;
    }

    /// <summary>The days by which what units asked for has to be answered. No row shows them: they are said anew, and watches that have them already are left by the notices.</summary>
    private static async Task<List<WatchesMoved>> AnswersAsync(LedgerDb db, LedgerRules rules, WorkCalendar calendar, CancellationToken stop)
    {
        var waiting = await Requests.Waiting(db).AsNoTracking().OrderBy(a => a.Id).ToListAsync(stop);
        return [.. waiting.GroupBy(a => Requests.AnswerBy(a.Kind, a.On, rules, calendar)).OrderBy(g => g.Key).Select(g => new WatchesMoved([.. g.Select(Requests.CauseOf)], g.Key))];
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

    /// <summary>One program after another: who comes second sees what the first has opened or taken.</summary>
    private static async Task TakeTurnAsync(LedgerDb db, CancellationToken stop)
    {
        if (db is PostgresLedgerDb) await db.Database.ExecuteSqlRawAsync("lock table ledger_reprojection in share row exclusive mode", stop);
    }

    private async Task<T> AskAsync<T>(Func<LedgerDb, Task<T>> ask)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<LedgerDb>());
    }
}
