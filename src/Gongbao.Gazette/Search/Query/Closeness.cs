using Gongbao.Gazette.Search.Index;

namespace Gongbao.Gazette.Search.Query;

/// <summary>
/// For a question or a name that no document holds word for word: documents by how many of its pairs of characters they hold (相近程度), a pair that few
/// documents hold counting more. A pair counts again where it stands in the title, and again in the clause that holds most of them.
/// </summary>
internal sealed class Closeness(IndexReader index, IReadOnlyList<string> pairs, IReadOnlyList<string> wholes, Wanted wanted, CancellationToken stop)
{
    /// <summary>A longer question is known by its first pairs.</summary>
    private const int MostPairs = 40;

    /// <summary>So many texts are looked at.</summary>
    private const int LookedAt = 200;

    /// <summary>What holds less than this share of what the best one holds is left out.</summary>
    private const double Least = 0.3;

    /// <summary>The closest documents, the closest first, with how close each is, from 0 to 1000.</summary>
    public async Task<List<(SearchFact Fact, int Close)>> FindAsync()
    {
        var weights = new List<(string Pair, double Weight)>();
        var sums = new Dictionary<SearchFact, double>();
        foreach (var pair in pairs.Take(MostPairs))
        {
            var holding = await index.MatchAsync([pair], wholes, wanted, stop);
            if (holding.Count == 0) continue;
            var weight = Math.Log(1 + ((index.End + 0.5) / (holding.Count + 0.5)));
            weights.Add((pair, weight));
            foreach (var fact in holding) System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(sums, fact, out _) += weight * (fact.Head.Contains(pair, StringComparison.Ordinal) ? 2 : 1);
        }
        var near = sums.OrderByDescending(s => s.Value).ThenByDescending(s => s.Key.Dated).ThenBy(s => s.Key.Head, StringComparer.Ordinal).Take(LookedAt).Select(s => s.Key).ToList();
        var texts = await index.TextsAsync(near, stop);
        var close = near.ConvertAll(f => (Fact: f, Close: sums[f] + (texts.TryGetValue(f.Id, out var text) ? BestClause(text, weights) : 0)));
        if (close.Count == 0) return [];
        var best = close.Max(c => c.Close);
        return [.. close.Where(c => c.Close >= Least * best).OrderByDescending(c => c.Close).Select(c => (c.Fact, (int)(1000 * c.Close / best)))];
    }

    private static double BestClause(string text, List<(string Pair, double Weight)> weights)
    {
        var best = 0.0;
        var at = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            if (at++ < SearchRow.HeadLines) continue;
            var line = text.AsSpan(range);
            var sum = 0.0;
            foreach (var (pair, weight) in weights)
                if (line.Contains(pair, StringComparison.Ordinal)) sum += weight;
            best = Math.Max(best, sum);
        }
        return best;
    }
}
