using System.Data.Common;
using Gongbao.Gazette.Library.Storage;

namespace Gongbao.Gazette.Search.Index;

/// <summary>Asks the index that is searched, at the one moment that its context reads at.</summary>
internal sealed class IndexReader(GazetteDb db, SearchState state, SearchFacts facts)
{
    private readonly SearchTables _tables = SearchTables.Of(db);

    /// <summary>The set that is searched.</summary>
    public int Set => state.Current;

    public int Generation => state.Generation;

    /// <summary>No row has this number or a higher one.</summary>
    public int End => state.NextId;

    /// <summary>Rows that hold every phrase and every whole word and that are wanted, the newest rows first.</summary>
    public Task<List<SearchFact>> MatchAsync(IReadOnlyList<string> phrases, IReadOnlyList<string> wholes, Wanted wanted, CancellationToken stop) =>
        _tables.MatchAsync(this, phrases, wholes, wanted, stop);

    /// <summary>All rows that are wanted, the newest first.</summary>
    public async Task<List<SearchFact>> AllAsync(Wanted wanted, CancellationToken stop)
    {
        var rows = await KeptAsync(await IdsAsync(new($"select id from gazette_search_document_{Set} order by id desc"), stop), stop);
        return [.. rows.Where(wanted.Keeps).Take(wanted.Limit)];
    }

    /// <summary>Rows whose number, issuers or title hold the phrase, the newest rows first.</summary>
    public Task<List<SearchFact>> MatchHeadAsync(string phrase, int limit, CancellationToken stop) => _tables.MatchHeadAsync(this, phrase, limit, stop);

    /// <summary>Rows of documents that are called just so.</summary>
    public async Task<SearchFact[]> NamedAsync(string form, CancellationToken stop) =>
        await KeptAsync(await IdsAsync(new($"select id from gazette_search_name_{Set} where form = $1 order by id desc limit 100", form), stop), stop);

    /// <summary>Names that begin so, in the order of characters, with their rows.</summary>
    public Task<List<(string Name, int Id)>> NamesFromAsync(string form, int limit, CancellationToken stop) => RowsAsync(
        new($"select form, id from gazette_search_name_{Set} where form >= $1 and form < $2 order by form, id desc limit $3", form, form + '\uFFFF', limit),
        r => (r.GetString(0), r.GetInt32(1)), stop);

    /// <summary>The facts of these rows, in their order, as the process keeps them.</summary>
    public Task<SearchFact[]> KeptAsync(int[] ids, CancellationToken stop) => facts.OfAsync(this, ids, stop);

    /// <summary>Has the texts of these rows kept, as far as texts are.</summary>
    public Task KeepTextsAsync(IReadOnlyList<SearchFact> rows, CancellationToken stop) => facts.ReadTextsAsync(this, rows, also: false, stop);

    /// <summary>The texts of these rows, kept or not.</summary>
    public async Task<Dictionary<int, string>> TextsAsync(IReadOnlyList<SearchFact> rows, CancellationToken stop)
    {
        var texts = await facts.ReadTextsAsync(this, rows, also: true, stop);
        foreach (var row in rows)
            if (row.Text is { } text) texts[row.Id] = text;
        return texts;
    }

    /// <summary>The texts of these rows as the database holds them.</summary>
    public async Task<Dictionary<int, string>> BodiesAsync(IReadOnlyList<int> ids, CancellationToken stop)
    {
        if (ids.Count == 0) return [];
        var rows = await RowsAsync(In($"select id, body from gazette_search_body_{Set} where id", ids), r => (Id: r.GetInt32(0), Body: r.GetString(1)), stop);
        return rows.ToDictionary(r => r.Id, r => r.Body);
    }

    /// <summary>What the index keeps of these rows; of all rows where <paramref name="ids"/> is null.</summary>
    public Task<List<SearchFact>> FactsAsync(IReadOnlyList<int>? ids, CancellationToken stop)
    {
        if (ids is { Count: 0 }) return Task.FromResult<List<SearchFact>>([]);
        var sql = $"select id, document_id, dated, title_at, head, facets, states from gazette_search_document_{Set}";
        return RowsAsync(ids is null ? new(sql) : In(sql + " where id", ids), r => new SearchFact(r.GetInt32(0), r.GetGuid(1), r.GetInt32(2), r.GetInt32(3), r.GetString(4), FacetValues.Of(r.GetString(5)), StatePeriods.Of(r.GetString(6))), stop);
    }

    /// <summary>The one column of numbers that this asks for.</summary>
    public Task<int[]> IdsAsync(SearchSql sql, CancellationToken stop) => RawReading.NumbersAsync(db, sql, stop);

    private SearchSql In(string sql, IReadOnlyList<int> ids) => RawReading.In(db, sql, ids);

    private Task<List<T>> RowsAsync<T>(SearchSql sql, Func<DbDataReader, T> read, CancellationToken stop) => RawReading.RowsAsync(db, sql, read, stop);
}
