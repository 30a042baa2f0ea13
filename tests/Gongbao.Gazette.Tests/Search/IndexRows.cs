#pragma warning disable EF1002 // names of tables
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Search.Index;
using Gongbao.Gazette.Tests.Library;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Tests.Search;

/// <summary>Everything that a set of the index holds, with documents in place of row numbers, so that two indexes can be compared.</summary>
internal static class IndexRows
{
    public static Task<List<string>> AllAsync(TestLibrary library) => library.ReadAsync(async db =>
    {
        var state = await SearchState.ReadAsync(db, CancellationToken.None);
        return await AllAsync(db, state.Current);
    });

    public static async Task<List<string>> AllAsync(GazetteDb db, int set)
    {
        List<string> rows =
        [
            .. await TextsAsync(db, $"select 'document ' || d.document_id || ' ' || d.dated || ' ' || d.title_at || ' ' || d.head || ' ' || d.facets || ' ' || d.states as \"Value\" from gazette_search_document_{set} d"),
            .. await TextsAsync(db, $"select 'body ' || d.document_id || ' ' || b.body as \"Value\" from gazette_search_body_{set} b left join gazette_search_document_{set} d using (id)"),
            .. await TextsAsync(db, $"select 'name ' || d.document_id || ' ' || n.form as \"Value\" from gazette_search_name_{set} n left join gazette_search_document_{set} d using (id)"),
        ];
        foreach (var table in new[] { "text", "head" })
        {
            if (db is not SqliteGazetteDb)
            {
                rows.AddRange(await TextsAsync(db, $"select '{table} ' || d.document_id || ' ' || t.grams::text as \"Value\" from gazette_search_{table}_{set} t left join gazette_search_document_{set} d using (id)"));
                continue;
            }
            // FTS5 tells every word of the index with its row and place; the table lasts as long as its connection.
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlRawAsync($"pragma query_only=off; create virtual table temp.words_of_{table} using fts5vocab(main, gazette_search_{table}_{set}, instance)");
            rows.AddRange(await TextsAsync(db,
                $"select '{table} ' || d.document_id || ' ' || w.col || ' ' || w.term || ' ' || w.offset as \"Value\" from temp.words_of_{table} w left join gazette_search_document_{set} d on d.id = w.doc where d.id is not null or w.doc in (select id from gazette_search_{table}_{set}_docsize)"));
            await db.Database.ExecuteSqlRawAsync($"drop table temp.words_of_{table}; pragma query_only=on");
            await db.Database.CloseConnectionAsync();
        }
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    private static Task<List<string>> TextsAsync(GazetteDb db, string sql) => db.Database.SqlQueryRaw<string>(sql).ToListAsync();
}
