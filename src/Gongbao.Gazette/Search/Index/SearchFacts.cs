namespace Gongbao.Gazette.Search.Index;

/// <summary>
/// What the process keeps of the index: the facts of all rows, about 300 bytes a document, and the texts of the newest ones, up to
/// <see cref="MostCharacters"/>. Looking for a phrase in a text that is kept takes a fiftieth of what a database takes to fetch it and look.
/// Nothing has to be told when the index changes: a changed document is another row. A new generation begins with nothing.
/// </summary>
internal sealed class SearchFacts
{
    private const int AskedOneByOne = 200;
    private const int WarmedAtOnce = 1000;
    private readonly SemaphoreSlim _reading = new(1);
    private volatile Kept _kept = new(0, null);

    /// <summary>At most 200 MB of texts, and no more than a tenth of what the process may have.</summary>
    public long MostCharacters { get; init; } = Math.Min(100_000_000, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 20);

    /// <summary>The facts of these rows, in their order; rows that the index does not hold are left out.</summary>
    public async Task<SearchFact[]> OfAsync(IndexReader reader, int[] ids, CancellationToken stop)
    {
        var kept = At(reader);
        var missing = Missing(kept, ids);
        if (missing.Count > AskedOneByOne)
        {
            kept = await ReadAllAsync(reader, ids, stop);
        }
        else if (missing.Count > 0)
        {
            kept.Add(await reader.FactsAsync(missing, stop));
        }
        var facts = new SearchFact[ids.Length];
        var found = 0;
        foreach (var id in ids)
            if (kept.Find(id) is { } fact) facts[found++] = fact;
        return found == facts.Length ? facts : facts[..found];
    }

    /// <summary>The texts of these rows that are not kept are read, and kept where they are among the newest.</summary>
    /// <returns>The texts that were read: where <paramref name="also"/> asks for them, those of rows too old to be kept too.</returns>
    public async Task<Dictionary<int, string>> ReadTextsAsync(IndexReader reader, IReadOnlyList<SearchFact> facts, bool also, CancellationToken stop)
    {
        var kept = At(reader);
        var missing = facts.Where(f => f.Text is null && (also || f.Id >= kept.Floor)).Select(f => f.Id).ToList();
        if (missing.Count == 0) return [];
        var read = await reader.BodiesAsync(missing, stop);
        kept.Keep(read, MostCharacters);
        return read;
    }

    /// <summary>At the start of a site: all facts, and the texts from the newest on.</summary>
    public async Task WarmAsync(IndexReader reader, CancellationToken stop)
    {
        var kept = await ReadAllAsync(reader, null, stop);
        var facts = kept.All;
        foreach (var some in facts.Chunk(WarmedAtOnce))
            if (some[0].Id >= kept.Floor && kept.Characters < MostCharacters) await ReadTextsAsync(reader, some, also: false, stop);
    }

    /// <summary>
    /// The process has just started, or much came in at once: all is read, by one for everybody who waits for it. Rows that are gone meanwhile are
    /// let go of on the same occasion.
    /// </summary>
    private async Task<Kept> ReadAllAsync(IndexReader reader, int[]? wanted, CancellationToken stop)
    {
        await _reading.WaitAsync(stop);
        try
        {
            var kept = At(reader);
            if (wanted is not null && Missing(kept, wanted).Count <= AskedOneByOne) return kept;
            var facts = await reader.FactsAsync(null, stop);
            kept = Begin(reader.Generation);
            kept.Add(facts);
            return kept;
        }
        finally
        {
            _reading.Release();
        }
    }

    private static List<int> Missing(Kept kept, int[] ids) => [.. ids.Where(id => kept.Find(id) is null)];

    private Kept At(IndexReader reader) => _kept is var kept && kept.Generation == reader.Generation ? kept : Begin(reader.Generation);

    /// <summary>A reader of an earlier moment does not take the place of what later ones use.</summary>
    private Kept Begin(int generation)
    {
        var before = _kept;
        var anew = new Kept(generation, before.Generation == generation ? before : null);
        if (generation >= before.Generation) _kept = anew;
        return anew;
    }

    /// <summary>Facts by the row's number, in blocks: numbers ascend, and those of a set that was built anew begin high.</summary>
    private sealed class Kept(int generation, Kept? before)
    {
        private const int BlockSize = 4096;
        private readonly Lock _adding = new();
        private readonly Dictionary<int, long> _characters = [];
        private volatile SearchFact?[]?[] _blocks = [];
        private Kept? _before = before;

        public int Generation => generation;

        /// <summary>The texts of rows before this one are not kept: there are too many.</summary>
        public int Floor { get; private set; }

        public long Characters { get; private set; }

        /// <summary>The newest first.</summary>
        public IEnumerable<SearchFact> All => _blocks.SelectMany(b => b ?? []).OfType<SearchFact>().Reverse();

        public SearchFact? Find(int id)
        {
            var blocks = _blocks;
            return id / BlockSize < blocks.Length && blocks[id / BlockSize] is { } block ? Volatile.Read(ref block[id % BlockSize]) : null;
        }

        public void Add(List<SearchFact> facts)
        {
            if (facts.Count == 0) return;
            lock (_adding)
            {
                var blocks = _blocks;
                var most = facts.Max(f => f.Id) / BlockSize;
                if (most >= blocks.Length) Array.Resize(ref blocks, most + 1);
                foreach (var fact in facts)
                {
                    ref var kept = ref (blocks[fact.Id / BlockSize] ??= new SearchFact?[BlockSize])[fact.Id % BlockSize];
                    if (kept is not null) continue;
                    if (_before?.Find(fact.Id)?.Text is { } text) Keep(fact, text);
                    Volatile.Write(ref kept, fact);
                }
                _before = null;
                _blocks = blocks;
            }
        }

        /// <summary>Keeps texts, and lets go of the oldest blocks where they are too many.</summary>
        public void Keep(IEnumerable<KeyValuePair<int, string>> texts, long most)
        {
            lock (_adding)
            {
                foreach (var (id, text) in texts)
                    if (id >= Floor && Find(id) is { Text: null } fact) Keep(fact, text);
                while (Characters > most && _characters.Count > 0)
                {
                    var oldest = _characters.Keys.Min();
                    Floor = (oldest + 1) * BlockSize;
                    foreach (var fact in _blocks[oldest]!) fact?.Text = null;
                    _characters.Remove(oldest, out var gone);
                    Characters -= gone;
                }
            }
        }

        private void Keep(SearchFact fact, string text)
        {
            fact.Text = text;
            _characters[fact.Id / BlockSize] = _characters.GetValueOrDefault(fact.Id / BlockSize) + text.Length;
            Characters += text.Length;
        }
    }
}
