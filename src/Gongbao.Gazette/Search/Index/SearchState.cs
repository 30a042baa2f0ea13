using Gongbao.Gazette.Library.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Search.Index;

/// <summary>
/// Where the index stands. It is kept twice over, in a pair of sets of tables: one is searched, the other is empty or being built anew.
/// Whoever changes the index takes this row first and holds it to the end of the transaction, so that writers follow one another.
/// </summary>
/// <param name="NextId">The number that the next row gets, in either set; never given twice.</param>
/// <param name="Current">The set that is searched, 0 or 1.</param>
/// <param name="Building">The set that is being built; null when none is.</param>
/// <param name="Generation">Rises when a set that was built anew takes the other's place.</param>
/// <param name="Done">Documents that the set being built has so far.</param>
internal sealed record SearchState(int NextId, int Current, int? Building, int Generation, int Done)
{
    private const string Columns = "next_id as \"NextId\", current_set as \"Current\", building_set as \"Building\", generation as \"Generation\", done as \"Done\"";

    /// <summary>The sets that a change is written to.</summary>
    public IEnumerable<int> Sets => Building is { } building ? [Current, building] : [Current];

    public static async Task<SearchState> ReadAsync(GazetteDb db, CancellationToken stop) => (await RawReading.RowsAsync(
        db, new($"select {Columns} from gazette_search_state"),
        r => new SearchState(r.GetInt32(0), r.GetInt32(1), r.IsDBNull(2) ? null : r.GetInt32(2), r.GetInt32(3), r.GetInt32(4)), stop)).Single();

    /// <summary>Takes the row for the rest of the transaction, with so many numbers: from <see cref="NextId"/> minus the count.</summary>
    public static async Task<SearchState> TakeAsync(GazetteDb db, int numbers, CancellationToken stop) =>
        (await db.Database.SqlQueryRaw<SearchState>($"update gazette_search_state set next_id = next_id + {{0}} returning {Columns}", numbers).ToListAsync(stop)).Single();
}
