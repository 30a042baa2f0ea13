using Gongbao.Gazette.Library.Storage;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Search.Index;

/// <summary>
/// Builds the index anew from the library (重建索引) in the set that is not searched, some documents a unit of work, and puts it in the
/// other's place in one. Stopped at any point it goes on from there. Meanwhile the other set is searched, and changes land in both.
/// </summary>
internal sealed class IndexRebuild(Writer writer)
{
    public const string Verb = "gazette.search-rebuild";

    /// <summary>How many documents a unit of work takes: so long do other changes wait at most.</summary>
    public int DocumentsAtOnce { get; init; } = 40;

    /// <param name="by">Who orders it.</param>
    /// <param name="told">Told how many documents are done, and how many there are.</param>
    /// <param name="stop">Between two units of work ends it; it can be gone on with.</param>
    /// <returns>How many documents the index holds.</returns>
    public async Task<Result<int>> RunAsync(ActorId by, Action<int, int> told, CancellationToken stop)
    {
        if ((await writer.DoAsync<RebuildStep>(Act(by, "begin"), BeginAsync, stop)).IsRefused(out var refusal, out var step)) return refusal;
        for (var merges = -1; !step.IsDone;)
        {
            told(step.Done, step.All);
            stop.ThrowIfCancellationRequested();
            if (step.IsFull) merges++;
            var first = merges <= 0;
            var next = !step.IsFull ? writer.DoAsync<RebuildStep>(Act(by, "step"), GoOnAsync, stop)
                : step.IsMerged ? writer.DoAsync<RebuildStep>(Act(by, "swap"), SwapAsync, stop)
                : writer.DoAsync<RebuildStep>(Act(by, "merge"), (unit, inner) => MergeAsync(unit, first, inner), stop);
            if ((await next).IsRefused(out refusal, out step)) return refusal;
        }
        told(step.Done, step.All);
        return (await writer.DoAsync<bool>(Act(by, "clear"), ClearAsync, stop)).IsRefused(out refusal, out _) ? refusal : step.Done;
    }

    private static Act Act(ActorId by, string part) => new(by, Verb, $"search-index:{part}");

    private static async Task<Result<RebuildStep>> BeginAsync(UnitOfWork unit, CancellationToken stop)
    {
        var db = unit.Db<GazetteDb>();
        var state = await SearchState.TakeAsync(db, 0, stop);
        // Of a set that holds nothing yet all is still to come.
        if (state.Building is null || state.Done == 0)
        {
            SearchTables.Of(db).Clear(unit, 1 - state.Current);
            await RunAsync(db, SearchTables.Of(db).BeforeBuilding(1 - state.Current), stop);
            await db.Database.ExecuteSqlRawAsync("update gazette_search_state set building_set = {0}, done = 0, built_to = null", [1 - state.Current], stop);
        }
        return new RebuildStep(state.Building is null ? 0 : state.Done, await db.Documents.CountAsync(d => !d.IsWithdrawn, stop));
    }

    /// <summary>Documents in the order of their ids: one that comes in meanwhile is written by whoever brings it.</summary>
    private async Task<Result<RebuildStep>> GoOnAsync(UnitOfWork unit, CancellationToken stop)
    {
        var db = unit.Db<GazetteDb>();
        var state = await SearchState.TakeAsync(db, 0, stop);
        var all = await db.Documents.CountAsync(d => !d.IsWithdrawn, stop);
        if (state.Building is not { } building) return new RebuildStep(state.Done, all, IsDone: true); // another process was quicker
        var from = (await db.Database.SqlQueryRaw<Guid?>("select built_to as \"Value\" from gazette_search_state").ToListAsync(stop)).Single();
        var ids = await db.Documents.Where(d => !d.IsWithdrawn && (from == null || d.Id > from)).OrderBy(d => d.Id).Take(DocumentsAtOnce).Select(d => d.Id).ToListAsync(stop);
        await RunAsync(db, SearchTables.Of(db).DuringBuilding(building), stop);
        if (ids.Count == 0) return new RebuildStep(state.Done, all, IsFull: true);

        var rows = (await StoredEntries.OfAsync(db, ids, stop)).SelectMany(SearchRow.Of).ToList();
        await SearchIndexing.DeleteAsync(unit, building, ids, stop);
        await SearchState.TakeAsync(db, rows.Count, stop);
        for (var i = 0; i < rows.Count; i++) SearchTables.Of(db).Insert(unit, building, state.NextId + i, rows[i]);
        await db.Database.ExecuteSqlRawAsync("update gazette_search_state set built_to = {0}, done = done + {1}", [ids[^1], ids.Count], stop);
        return new RebuildStep(state.Done + ids.Count, all);
    }

    private static async Task<Result<RebuildStep>> MergeAsync(UnitOfWork unit, bool isFirst, CancellationToken stop)
    {
        var db = unit.Db<GazetteDb>();
        var state = await SearchState.TakeAsync(db, 0, stop);
        var isMore = state.Building is { } building && await SearchTables.Of(db).MergeAsync(unit, building, isFirst, stop);
        return new RebuildStep(state.Done, state.Done, IsFull: true, IsMerged: !isMore);
    }

    /// <summary>What came in since the last document was built stands in both sets already.</summary>
    private static async Task<Result<RebuildStep>> SwapAsync(UnitOfWork unit, CancellationToken stop)
    {
        var db = unit.Db<GazetteDb>();
        var state = await SearchState.TakeAsync(db, 0, stop);
        if (state.Building is { } building)
        {
            await RunAsync(db, SearchTables.Of(db).AfterBuilding(building), stop);
            await db.Database.ExecuteSqlRawAsync("update gazette_search_state set current_set = {0}, building_set = null, generation = generation + 1, built_to = null", [building], stop);
        }
        return new RebuildStep(state.Done, state.Done, IsFull: true, IsMerged: true, IsDone: true);
    }

    /// <summary>Empties the set that was searched before. Whoever began to read it goes on to see it.</summary>
    private static async Task<Result<bool>> ClearAsync(UnitOfWork unit, CancellationToken stop)
    {
        var db = unit.Db<GazetteDb>();
        var state = await SearchState.TakeAsync(db, 0, stop);
        if (state.Building is null) SearchTables.Of(db).Clear(unit, 1 - state.Current);
        return true;
    }

    private static async Task RunAsync(GazetteDb db, IEnumerable<string> statements, CancellationToken stop)
    {
        foreach (var statement in statements) await db.Database.ExecuteSqlRawAsync(statement, stop);
    }

    /// <param name="Done">Documents in the set.</param>
    /// <param name="All">Documents in the library.</param>
    /// <param name="IsFull">All are in it.</param>
    /// <param name="IsMerged">And its pieces are brought together.</param>
    /// <param name="IsDone">And it is searched.</param>
    private readonly record struct RebuildStep(int Done, int All, bool IsFull = false, bool IsMerged = false, bool IsDone = false);
}
