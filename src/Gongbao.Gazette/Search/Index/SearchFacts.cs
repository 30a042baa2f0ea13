using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;

namespace Gongbao.Gazette.Search.Index;

/// <summary>What ranking and counting need of one row of the index. Rows never change, so this never grows old.</summary>
/// <param name="Id">The row's number.</param>
/// <param name="DocumentId">The document.</param>
/// <param name="Dated">Days since 0001-01-01; 0 when no date is printed.</param>
/// <param name="TitleAt">Where the title begins in the head.</param>
/// <param name="Head">Number, a line end, issuers and title, in the compared form.</param>
/// <param name="Facets">Values by facet.</param>
internal sealed record SearchFact(int Id, Guid DocumentId, int Dated, int TitleAt, string Head, FrozenDictionary<string, string[]> Facets)
{
    private static readonly ConcurrentDictionary<string, FrozenDictionary<string, string[]>> Known = new(StringComparer.Ordinal);

    public ReadOnlySpan<char> Title => Head.AsSpan(TitleAt);

    /// <summary>Documents of one kind, issuer and year share what is kept of them.</summary>
    public static SearchFact Of(int id, Guid document, int dated, int titleAt, string head, string facets) => new(
        id, document, dated, titleAt, head,
        Known.GetOrAdd(facets, static json => JsonSerializer.Deserialize<Dictionary<string, string[]>>(json)!.ToFrozenDictionary(StringComparer.Ordinal)));

    /// <summary>The document's values of a facet; none where it has none or the facet is younger than the row.</summary>
    public string[] Values(string facet) => Facets.TryGetValue(facet, out var values) ? values : [];
}

/// <summary>
/// The facts of the rows, kept in the process once they were asked for: about 300 bytes a document. Nothing has to be told when the
/// index changes: a changed document is another row. A new generation begins with nothing.
/// </summary>
internal sealed class SearchFacts
{
    private const int AskedOneByOne = 200;
    private volatile Kept _kept = new(0, new());

    /// <summary>The facts of these rows, in their order.</summary>
    public async Task<List<SearchFact>> OfAsync(IndexReader reader, int generation, IReadOnlyList<int> ids, CancellationToken stop)
    {
        var kept = _kept;
        if (kept.Generation != generation)
        {
            var anew = new Kept(generation, new());
            if (generation > kept.Generation) _kept = anew;
            kept = anew;
        }
        var missing = ids.Where(id => !kept.Facts.ContainsKey(id)).ToList();
        if (missing.Count > 0)
        {
            // Many at once: the process has just started. Rows that are gone meanwhile are let go of on the same occasion.
            if (missing.Count > AskedOneByOne && !kept.Facts.IsEmpty) kept.Facts.Clear();
            foreach (var fact in await reader.FactsAsync(missing.Count > AskedOneByOne ? null : missing, stop)) kept.Facts[fact.Id] = fact;
        }
        var facts = new List<SearchFact>(ids.Count);
        foreach (var id in ids)
            if (kept.Facts.TryGetValue(id, out var fact)) facts.Add(fact);
        return facts;
    }

    private sealed record Kept(int Generation, ConcurrentDictionary<int, SearchFact> Facts);
}
