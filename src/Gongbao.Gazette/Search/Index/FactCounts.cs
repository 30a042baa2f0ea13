using System.Runtime.InteropServices;
using Gongbao.Gazette.Validity;

namespace Gongbao.Gazette.Search.Index;

/// <summary>Counts documents by what search knows of them.</summary>
internal static class FactCounts
{
    /// <summary>How many documents have each value of a facet, in no order.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="key">The facet; not that of states, which depend on the day.</param>
    /// <param name="without">How many have none that is known.</param>
    public static Dictionary<string, int> ByValue(List<SearchFact> documents, string key, out int without)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        without = 0;
        foreach (var (values, count) in FacetValues.Count(CollectionsMarshal.AsSpan(documents)))
        {
            var known = values.For(key);
            if (known.Length == 0) without += count;
            foreach (var value in known) CollectionsMarshal.GetValueRefOrAddDefault(counts, value, out _) += count;
        }
        return counts;
    }

    /// <summary>How many documents are in each state on a day, counted from 0001-01-01; those that did not exist yet are left out.</summary>
    public static Dictionary<ValidityState, int> ByState(List<SearchFact> documents, int day)
    {
        var counts = new Dictionary<ValidityState, int>();
        foreach (var document in documents)
            if (document.States.At(day) is { } state) CollectionsMarshal.GetValueRefOrAddDefault(counts, state, out _)++;
        return counts;
    }
}
