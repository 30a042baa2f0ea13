using Gongbao.Platform.Store;

namespace Gongbao.Gazette.Search.Index;

/// <summary>
/// An inverted index (GIN) of the set of characters and pairs that each document holds, and of the block of <see cref="Block"/> rows it stands in. It is
/// asked for the newest blocks first and only as far as the answer goes, so that a word that every document holds costs no more than a rare one. A phrase
/// of up to two characters is answered by it alone; for a longer one the texts are looked at, mostly where the process keeps them.
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

    /// <summary>So many rows, by number, are asked for by one key of the index.</summary>
    private const int Block = 4096;

    /// <summary>More blocks than these are told by the numbers of their rows.</summary>
    private const int MostNamed = 64;

    public static PostgresSearchTables Instance { get; } = new();

    public override Task<List<SearchFact>> MatchAsync(IndexReader index, IReadOnlyList<string> phrases, IReadOnlyList<string> wholes, Wanted wanted, CancellationToken stop)
    {
        var looked = phrases.Where(p => !Grams.AreKeysExact(p)).ToList();
        // Two words kept whole may have one number.
        var sure = wholes.Count == 0 ? wanted : wanted with { Keep = f => wholes.All(f.Facets.Has) && wanted.Keeps(f) };
        return NewestAsync(index, "text", Keys(phrases, wholes), (rows, most) => looked.Count == 0 ? Task.FromResult(rows) : LookAsync(index, rows, looked, most, stop), sure, stop);
    }

    public override Task<List<SearchFact>> MatchHeadAsync(IndexReader index, string phrase, int limit, CancellationToken stop) => NewestAsync(
        index, "head", Keys([phrase], []), (rows, _) => Task.FromResult(Grams.AreKeysExact(phrase) ? rows : rows.Where(f => f.Head.Contains(phrase, StringComparison.Ordinal))), new(limit), stop);

    protected override void InsertText(UnitOfWork unit, int set, int id, SearchRow row)
    {
        unit.Write(InsertGrams[set], id, Grams.Keys(row.Lines, row.Wholes, id / Block));
        unit.Write(InsertHead[set], id, Grams.Keys(row.Head.Split('\n'), [], id / Block));
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
    /// Asks for one stretch of blocks after the other, the newest first. How far the next one goes is told by how much was found so far; where
    /// that is nothing, it goes to the end.
    /// </summary>
    private static async Task<List<SearchFact>> NewestAsync(
        IndexReader index, string table, int[] keys, Func<IEnumerable<SearchFact>, int, Task<IEnumerable<SearchFact>>> look, Wanted wanted, CancellationToken stop)
    {
        var found = new List<SearchFact>();
        long blocks = wanted.Limit > Block ? 4 : 1;
        for (var below = index.End; below > 0 && found.Count < wanted.Limit;)
        {
            var from = (int)Math.Max(0, (((below - 1) / Block) + 1 - blocks) * Block);
            var ids = await index.IdsAsync(Ask(index, table, keys, from, below), stop);
            Array.Sort(ids);
            Array.Reverse(ids);
            var left = wanted.Limit - found.Count;
            found.AddRange((await look((await index.KeptAsync(ids, stop)).Where(wanted.Keeps), left)).Take(left));
            below = from;
            blocks = found.Count == 0 ? (below / Block) + 1 : 4 + ((long)(wanted.Limit - found.Count) * (index.End - from) / found.Count / Block * 5 / 4);
        }
        return found;
    }

    private static SearchSql Ask(IndexReader index, string table, int[] keys, int from, int below)
    {
        var sql = $"select g.id from gazette_search_{table}_{index.Set} g where g.grams @> $1";
        var blocks = Enumerable.Range(from / Block, ((below - 1) / Block) + 1 - (from / Block)).Select(Grams.BlockKey).ToArray();
        return (from == 0 && below == index.End ? new SearchSql(sql, keys)
            : blocks.Length <= MostNamed ? new(sql + " and g.grams && $2", keys, blocks)
            : new(sql + " and g.id >= $2 and g.id < $3", keys, from, below)) with { Before = Plan };
    }

    /// <summary>Those of the rows whose texts hold the phrases, in their order, at most so many. Texts that are not kept are looked at by the database.</summary>
    private static async Task<IEnumerable<SearchFact>> LookAsync(IndexReader index, IEnumerable<SearchFact> rows, List<string> phrases, int most, CancellationToken stop)
    {
        var holding = new List<SearchFact>();
        foreach (var some in rows.Chunk(Block))
        {
            if (holding.Count >= most) break;
            await index.KeepTextsAsync(some, stop);
            var old = some.Where(r => r.Text is null).Select(r => r.Id).ToArray();
            var held = old.Length == 0 ? [] : await index.IdsAsync(new(
                $"select b.id from gazette_search_body_{index.Set} b where b.id = any($1){string.Concat(phrases.Select((_, i) => $" and strpos(b.body, ${i + 2}) > 0"))}", [old, .. phrases]), stop);
            var holds = held.ToHashSet();
            holding.AddRange(some.Where(r => r.Text is { } text ? phrases.TrueForAll(p => text.Contains(p, StringComparison.Ordinal)) : holds.Contains(r.Id)));
        }
        return holding;
    }
}
