using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;

namespace Gongbao.Gazette.Search.Index;

/// <summary>What ranking and counting need of one row of the index. Rows never change, so this never grows old.</summary>
/// <param name="id">The row's number.</param>
/// <param name="documentId">The document.</param>
/// <param name="dated">Days since 0001-01-01; 0 when no date is printed.</param>
/// <param name="titleAt">Where the title begins in the head.</param>
/// <param name="head">Number, a line end, issuers and title, in the compared form.</param>
/// <param name="facets">Values by facet.</param>
/// <param name="states">Its states over time.</param>
internal sealed class SearchFact(int id, Guid documentId, int dated, int titleAt, string head, FacetValues facets, StatePeriods states)
{
    public int Id => id;

    public Guid DocumentId => documentId;

    public int Dated => dated;

    public string Head => head;

    public ReadOnlySpan<char> Title => head.AsSpan(titleAt);

    public FacetValues Facets => facets;

    public StatePeriods States => states;

    /// <summary>Its text in the index; null while the process does not keep it.</summary>
    public string? Text { get; set; }
}

/// <summary>
/// The values of all facets that documents of one kind, issuer and year share. Counting goes by its number first: ten thousand documents have a few
/// hundred of them.
/// </summary>
internal sealed class FacetValues
{
    private static readonly ConcurrentDictionary<string, FacetValues> Known = new(StringComparer.Ordinal);
    private static int _count;

    private readonly FrozenDictionary<string, string[]> _values;
    private readonly FrozenSet<string> _wholes;

    private FacetValues(string json)
    {
        _values = JsonSerializer.Deserialize<Dictionary<string, string[]>>(json)!.ToFrozenDictionary(StringComparer.Ordinal);
        _wholes = _values.SelectMany(v => v.Value.Select(value => Facet.Whole(v.Key, value))).ToFrozenSet(StringComparer.Ordinal);
        Number = Interlocked.Increment(ref _count) - 1;
    }

    /// <summary>Counted from 0, in the order in which they became known to the process.</summary>
    public int Number { get; }

    /// <param name="json">As the index keeps them.</param>
    public static FacetValues Of(string json) => Known.GetOrAdd(json, static json => new(json));

    /// <summary>The values of a facet; none where there is none or the facet is younger than the row.</summary>
    public string[] For(string facet) => _values.TryGetValue(facet, out var values) ? values : [];

    /// <summary>Whether the word is one that stands for one of the values in the index.</summary>
    public bool Has(string whole) => _wholes.Contains(whole);

    /// <summary>How many of the rows have each of these sets of values.</summary>
    public static List<(FacetValues Values, int Count)> Count(ReadOnlySpan<SearchFact> facts)
    {
        var counts = new int[Volatile.Read(ref _count)];
        var met = new List<FacetValues>();
        foreach (var fact in facts)
            if (counts[fact.Facets.Number]++ == 0) met.Add(fact.Facets);
        return met.ConvertAll(m => (m, counts[m.Number]));
    }
}
