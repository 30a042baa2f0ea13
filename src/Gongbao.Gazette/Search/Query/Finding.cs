using Gongbao.Gazette.Library;
using Gongbao.Gazette.Search.Index;

namespace Gongbao.Gazette.Search.Query;

/// <summary>Finds the rows of one query: those that hold its words, and those that it names without holding them.</summary>
internal sealed class Finding(IndexReader index, SearchQuery query, IReadOnlyDictionary<string, string> filters, CancellationToken stop)
{
    public IndexReader Index => index;

    public SearchQuery Query => query;

    /// <summary>Rows of the document of the number that was typed.</summary>
    public required HashSet<int> Numbered { get; init; }

    /// <summary>Rows of documents whose title was typed.</summary>
    public required HashSet<int> Titled { get; init; }

    /// <summary>The issuer whose name was typed; null when none was.</summary>
    public required string? Issuer { get; init; }

    /// <summary>All that match under these filters, the newest rows first, one more than is counted.</summary>
    public async Task<int[]> IdsAsync(IReadOnlyDictionary<string, string> under)
    {
        List<string> wholes = [.. under.Select(f => Facet.Whole(f.Key, f.Value))];
        if (query.Phrases.Count + wholes.Count == 0) return [];
        const int most = SearchView.MostCounted + 1;
        var ids = await index.MatchAsync(query.Phrases, wholes, most, stop);
        if (Issuer is { } issuer) ids = Joined(ids, await index.MatchAsync([], [Facet.Whole("issuer", issuer), .. wholes], most, stop));
        // A number may be typed in a form, and a title stand in brackets, that the text as printed does not have.
        var named = Numbered.Concat(Titled).Except(ids).ToList();
        if (named.Count == 0) return ids;
        var facts = await index.KeptAsync([.. named], stop);
        return Joined(ids, [.. facts.Where(f => under.All(u => f.Facets.For(u.Key).Contains(u.Value))).Select(f => f.Id)]);
    }

    /// <summary>Rows that hold all the pairs of characters of the words, for when none holds the words.</summary>
    public async Task<int[]> LooseIdsAsync()
    {
        var pairs = Pairs();
        return pairs.Count == 0 ? [] : await index.MatchLooselyAsync(pairs, [.. filters.Select(f => Facet.Whole(f.Key, f.Value))], SearchView.MostCounted + 1, stop);
    }

    /// <summary>The query as it was answered: by its pairs.</summary>
    public SearchQuery Loosened() => query with { Phrases = Pairs() };

    private List<string> Pairs()
    {
        var pairs = new List<string>();
        foreach (var phrase in query.Phrases)
        {
            var runes = phrase.EnumerateRunes().Select(r => r.ToString()).ToList();
            if (runes.Count == 1) pairs.Add(phrase);
            for (var i = 1; i < runes.Count; i++) pairs.Add(runes[i - 1] + runes[i]);
        }
        return [.. pairs.Distinct()];
    }

    private static int[] Joined(int[] ids, int[] others)
    {
        var all = ids.Union(others).ToArray();
        Array.Sort(all, (a, b) => b.CompareTo(a));
        return all.Length > SearchView.MostCounted + 1 ? all[..(SearchView.MostCounted + 1)] : all;
    }
}
