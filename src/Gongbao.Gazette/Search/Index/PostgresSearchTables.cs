using System.Text;
using Gongbao.Platform.Store;

namespace Gongbao.Gazette.Search.Index;

/// <summary>
/// An inverted index (GIN) of the set of characters and pairs that each document holds. A phrase of up to two characters is answered by it
/// alone; a longer one is looked for in the text of the documents that hold all of its pairs.
/// </summary>
internal sealed class PostgresSearchTables : SearchTables
{
    /// <summary>Without these the planner, which cannot know how rare a set of pairs is, now and then reads every set there is.</summary>
    private static readonly string[] Plan = ["set local enable_seqscan = off", "set local jit = off", "set local max_parallel_workers_per_gather = 0"];

    private static readonly Statement[] InsertGrams = Both(s => new($"insert into gazette_search_text_{s} (id, grams) values ($1, $2)", 2));
    private static readonly Statement[] InsertHead = Both(s => new($"insert into gazette_search_head_{s} (id, grams) values ($1, $2)", 2));
    private static readonly Statement[] DeleteGrams = Both(s => new($"delete from gazette_search_text_{s} where id = $1", 1));
    private static readonly Statement[] DeleteHead = Both(s => new($"delete from gazette_search_head_{s} where id = $1", 1));
    private static readonly Statement[] ClearGrams = Both(s => new($"delete from gazette_search_text_{s}", 0));
    private static readonly Statement[] ClearHeads = Both(s => new($"delete from gazette_search_head_{s}", 0));

    public static PostgresSearchTables Instance { get; } = new();

    public override SearchSql Match(int set, IReadOnlyList<string> phrases, IReadOnlyList<string> wholes, int limit) => Ask(
        set, "text", Keys(phrases, wholes), [.. phrases.Where(p => !Grams.AreKeysExact(p))], $"(select {{0}} from gazette_search_body_{set} b where b.id = c.id)", "strpos(b.body, {0}) > 0", limit);

    public override SearchSql MatchHead(int set, string phrase, int limit) => Ask(
        set, "head", Keys([phrase], []), Grams.AreKeysExact(phrase) ? [] : [phrase], $"(select {{0}} from gazette_search_document_{set} d where d.id = c.id)", "strpos(d.head, {0}) > 0", limit);

    public override SearchSql MatchLoosely(int set, IReadOnlyList<string> pairs, IReadOnlyList<string> wholes, int limit) =>
        Ask(set, "text", Keys(pairs, wholes), [], "", "", limit);

    protected override void InsertText(UnitOfWork unit, int set, int id, SearchRow row)
    {
        unit.Write(InsertGrams[set], id, Grams.Keys(row.Lines, row.Wholes));
        unit.Write(InsertHead[set], id, Grams.Keys(row.Head.Split('\n'), []));
    }

    protected override void DeleteText(UnitOfWork unit, int set, int id)
    {
        unit.Write(DeleteGrams[set], id);
        unit.Write(DeleteHead[set], id);
    }

    protected override void ClearText(UnitOfWork unit, int set)
    {
        unit.Write(ClearGrams[set]);
        unit.Write(ClearHeads[set]);
    }

    /// <summary>While a set is being built, new keys wait in a list and go into the index many at once; a search would have to read that list.</summary>
    public override IEnumerable<string> BeforeBuilding(int set) => Indexes(set).Select(i => $"alter index {i} set (fastupdate = on, gin_pending_list_limit = 32768)");

    public override IEnumerable<string> DuringBuilding(int set) => ["set local work_mem = '64MB'"];

    public override IEnumerable<string> AfterBuilding(int set) =>
        [.. Indexes(set).Select(i => $"alter index {i} set (fastupdate = off)"), .. Indexes(set).Select(i => $"select gin_clean_pending_list('{i}')")];

    private static string[] Indexes(int set) => [$"ix_gazette_search_text_{set}", $"ix_gazette_search_head_{set}"];

    private static int[] Keys(IEnumerable<string> phrases, IEnumerable<string> wholes) =>
        [.. phrases.SelectMany(Grams.PhraseKeys).Concat(wholes.Select(Grams.WholeKey)).Distinct()];

    /// <summary>
    /// The texts are looked at in the order of the answer and no further than it goes. The sum keeps the planner from walking all rows in that
    /// order, and reading the set of each, rather than asking the inverted index.
    /// </summary>
    private static SearchSql Ask(int set, string table, int[] keys, List<string> looked, string where, string look, int limit)
    {
        var sql = new StringBuilder($"select c.id from (select g.id from gazette_search_{table}_{set} g where g.grams @> $1 order by g.id + 0 desc offset 0) c");
        object[] values = [keys, limit, .. looked];
        if (looked.Count > 0) sql.Append(" where ").AppendFormat(null, where, string.Join(" and ", looked.Select((_, i) => string.Format(null, look, $"${i + 3}"))));
        return new(sql.Append(" limit $2").ToString(), values) { Before = Plan };
    }
}
