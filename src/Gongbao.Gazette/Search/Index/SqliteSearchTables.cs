using Gongbao.Gazette.Library.Storage;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Search.Index;

/// <summary>FTS5 tables without a copy of the text: pairs of characters with their places, so that a phrase is its pairs one after another.</summary>
internal sealed class SqliteSearchTables : SearchTables
{
    private static readonly Statement[] InsertTokens = Both(s => new($"insert into gazette_search_text_{s} (rowid, words, marks) values ($1, $2, $3)", 3));
    private static readonly Statement[] InsertHead = Both(s => new($"insert into gazette_search_head_{s} (rowid, words) values ($1, $2)", 2));
    private static readonly Statement[] DeleteTokens = Both(s => new($"delete from gazette_search_text_{s} where rowid = $1", 1));
    private static readonly Statement[] DeleteHead = Both(s => new($"delete from gazette_search_head_{s} where rowid = $1", 1));
    private static readonly Statement[] ClearTokens = Both(s => new($"insert into gazette_search_text_{s} (gazette_search_text_{s}) values ('delete-all')", 0));
    private static readonly Statement[] ClearHeads = Both(s => new($"insert into gazette_search_head_{s} (gazette_search_head_{s}) values ('delete-all')", 0));

    /// <summary>So many pages of the index a unit of work: some tenths of a second. The negative number begins, with all pieces into one.</summary>
    private static readonly Statement[] BeginMerge = [.. Both(s => Merge("text", s, -2000)), .. Both(s => Merge("head", s, -2000))];
    private static readonly Statement[] GoOnMerge = [.. Both(s => Merge("text", s, 2000)), .. Both(s => Merge("head", s, 2000))];

    public static SqliteSearchTables Instance { get; } = new();

    public override Task<List<SearchFact>> MatchAsync(IndexReader index, IReadOnlyList<string> phrases, IReadOnlyList<string> wholes, Wanted wanted, CancellationToken stop) =>
        NewestAsync(index, $"gazette_search_text_{index.Set}", string.Join(" AND ", phrases.Select(Term).Concat(wholes.Select(Mark))), wanted, stop);

    public override Task<List<SearchFact>> MatchHeadAsync(IndexReader index, string phrase, int limit, CancellationToken stop) =>
        NewestAsync(index, $"gazette_search_head_{index.Set}", Grams.Length(phrase) == 1 ? $"words : {Quoted(Grams.Whole(phrase))} *" : Term(phrase), new(limit), stop);

    public override async Task<bool> MergeAsync(UnitOfWork unit, int set, bool isFirst, CancellationToken stop)
    {
        var isMore = false;
        foreach (var table in new[] { set, 2 + set })
        {
            var before = await ChangesAsync(unit, stop);
            unit.Write((isFirst ? BeginMerge : GoOnMerge)[table]);
            // FTS5 says in this way alone that there was something to merge.
            isMore |= await ChangesAsync(unit, stop) - before >= 2;
        }
        return isMore;
    }

    protected override void InsertText(UnitOfWork unit, int set, int id, SearchRow row)
    {
        var lines = row.Lines.ToList();
        unit.Write(InsertTokens[set], id, Grams.Pairs(lines), Grams.Characters(lines) + string.Join(' ', row.Wholes.Select(Grams.Whole)));
        unit.Write(InsertHead[set], id, Grams.Pairs(row.Head.Split('\n')));
    }

    protected override void DeleteText(UnitOfWork unit, int set, int id)
    {
        unit.Write(DeleteTokens[set], id);
        unit.Write(DeleteHead[set], id);
    }

    protected override void ClearText(UnitOfWork unit, int set)
    {
        unit.Write(ClearTokens[set]);
        unit.Write(ClearHeads[set]);
    }

    private static Statement Merge(string table, int set, int pages) => new($"insert into gazette_search_{table}_{set} (gazette_search_{table}_{set}, rank) values ('merge', {pages})", 0);

    private static async Task<long> ChangesAsync(UnitOfWork unit, CancellationToken stop) =>
        (await unit.Db<GazetteDb>().Database.SqlQuery<long>($"select total_changes() as \"Value\"").ToListAsync(stop)).Single();

    /// <summary>Asks for as many as are wanted, and for as many again below the last, where some of them are not wanted.</summary>
    private static async Task<List<SearchFact>> NewestAsync(IndexReader index, string table, string terms, Wanted wanted, CancellationToken stop)
    {
        var found = new List<SearchFact>();
        for (var below = index.End; ;)
        {
            var ids = await index.IdsAsync(new($"select rowid from {table} where {table} match $1 and rowid < $2 order by rowid desc limit $3", terms, below, wanted.Limit), stop);
            found.AddRange((await index.KeptAsync(ids, stop)).Where(wanted.Keeps).Take(wanted.Limit - found.Count));
            if (ids.Length < wanted.Limit || found.Count >= wanted.Limit) return found;
            below = ids[^1];
        }
    }

    private static string Term(string phrase) => Grams.Length(phrase) == 1 ? Mark(phrase) : $"words : {Quoted(Grams.Phrase(phrase))}";

    private static string Mark(string whole) => $"marks : {Quoted(Grams.Whole(whole))}";

    /// <summary>Tokens have no quotation mark and no other sign of ASCII in them: nothing that was typed is read as syntax.</summary>
    private static string Quoted(string tokens) => $"\"{tokens}\"";
}
