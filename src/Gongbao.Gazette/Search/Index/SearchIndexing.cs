using Gongbao.Gazette.Library.Storage;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Search.Index;

/// <summary>Keeps the index in step (索引同步): called in the very unit of work that changes the text, so that search and library never differ.</summary>
internal static class SearchIndexing
{
    /// <summary>So many texts are held at a time.</summary>
    private const int AtOnce = 100;

    /// <summary>Writes documents that are new or changed and takes out those that are withdrawn.</summary>
    /// <param name="unit">The unit that changes the documents.</param>
    /// <param name="changed">As they are now.</param>
    /// <param name="withdrawn">No longer to be found.</param>
    /// <param name="stop">Ends the work.</param>
    public static async Task WriteAsync(UnitOfWork unit, IReadOnlyList<SearchEntry> changed, IReadOnlyList<Guid> withdrawn, CancellationToken stop)
    {
        if (changed.Count + withdrawn.Count == 0) return;
        var db = unit.Db<GazetteDb>();
        var rows = changed.SelectMany(SearchRow.Of).ToList();
        var state = await SearchState.TakeAsync(db, rows.Count, stop);
        foreach (var set in state.Sets)
        {
            await DeleteAsync(unit, set, [.. changed.Select(c => c.DocumentId), .. withdrawn], stop);
            for (var i = 0; i < rows.Count; i++) SearchTables.Of(db).Insert(unit, set, state.NextId - rows.Count + i, rows[i]);
        }
    }

    /// <summary>
    /// Writes stored documents anew whose words stay as they are while something else that search knows of them changes. Their texts are
    /// read from the database: a unit that changes a text calls <see cref="WriteAsync"/>.
    /// </summary>
    /// <param name="unit">The unit that changes what is known of the documents.</param>
    /// <param name="documentIds">The documents; those that are withdrawn are taken out.</param>
    /// <param name="stop">Ends the work.</param>
    public static async Task RenewAsync(UnitOfWork unit, IReadOnlyCollection<Guid> documentIds, CancellationToken stop)
    {
        foreach (var some in documentIds.Distinct().Chunk(AtOnce))
        {
            var entries = await StoredEntries.OfAsync(unit.Db<GazetteDb>(), some, stop);
            await WriteAsync(unit, entries, [.. some.Except(entries.Select(e => e.DocumentId))], stop);
        }
    }

    /// <summary>Takes documents out of one set; those that it does not hold are passed over.</summary>
    public static async Task DeleteAsync(UnitOfWork unit, int set, IReadOnlyList<Guid> documents, CancellationToken stop)
    {
        var db = unit.Db<GazetteDb>();
        foreach (var some in documents.Chunk(500))
        {
            var names = string.Join(", ", some.Select((_, i) => $"{{{i}}}"));
#pragma warning disable EF1002 // the number of the set and the names of parameters
            var ids = await db.Database.SqlQueryRaw<int>($"select id as \"Value\" from gazette_search_document_{set} where document_id in ({names})", [.. some.Cast<object>()]).ToListAsync(stop);
#pragma warning restore EF1002
            foreach (var id in ids) SearchTables.Of(db).Delete(unit, set, id);
        }
    }
}
