using Gongbao.Kernel.Clauses;

namespace Gongbao.Kernel.Text;

/// <summary>Two texts that say nearly the same.</summary>
/// <param name="First">Place of the one among the texts.</param>
/// <param name="Second">Place of the other, after the first.</param>
/// <param name="Likeness">From 0, nothing in common, to 1, the same.</param>
public readonly record struct AlikePair(int First, int Second, double Likeness);

/// <summary>
/// Finds texts that are alike (文字相近): by the pairs of neighbouring characters that they share, each counting the more the fewer texts have it, so that
/// the set phrases of documents count little. Letters and digits alone count; width, case and punctuation make no difference. The likeness is the cosine
/// of the two sets: a text of which the other holds all and as much again has about 0.7.
/// </summary>
public static class AlikeTexts
{
    /// <summary>Texts with fewer pairs of characters say too little to be compared.</summary>
    private const int FewestPairs = 4;

    /// <summary>A pair of characters that more of the texts have leads to no comparison; it counts where they are compared.</summary>
    private const double Common = 0.1;

    private const int FewestForCommon = 40;

    /// <param name="texts">The texts.</param>
    /// <param name="mayPair">Whether two of them, by their places, are to be compared.</param>
    /// <param name="atLeast">The least likeness.</param>
    /// <returns>The most alike first.</returns>
    public static IReadOnlyList<AlikePair> Find(IReadOnlyList<string> texts, Func<int, int, bool> mayPair, double atLeast)
    {
        var sets = texts.Select(PairsOf).ToList();
        var having = new Dictionary<int, List<int>>();
        for (var i = 0; i < sets.Count; i++)
        {
            foreach (var pair in sets[i])
            {
                if (!having.TryGetValue(pair, out var those)) having[pair] = those = [];
                those.Add(i);
            }
        }
        double Weight(int pair) => Math.Log(1 + ((double)texts.Count / having[pair].Count));
        var lengths = sets.Select(s => s.Sum(Weight)).ToList();
        var most = Math.Max(FewestForCommon, (int)(texts.Count * Common));
        var found = new List<AlikePair>();
        for (var i = 0; i < sets.Count; i++)
        {
            if (sets[i].Count < FewestPairs) continue;
            var others = sets[i].Select(p => having[p]).Where(h => h.Count <= most).SelectMany(h => h).Where(j => j > i).Distinct().Where(j => sets[j].Count >= FewestPairs && mayPair(i, j));
            foreach (var j in others)
            {
                var shared = (sets[i].Count < sets[j].Count ? sets[i] : sets[j]).Where(p => sets[i].Contains(p) && sets[j].Contains(p)).Sum(Weight);
                var likeness = shared / Math.Sqrt(lengths[i] * lengths[j]);
                if (likeness >= atLeast) found.Add(new(i, j, likeness));
            }
        }
        return [.. found.OrderByDescending(p => p.Likeness).ThenBy(p => p.First).ThenBy(p => p.Second)];
    }

    private static HashSet<int> PairsOf(string text)
    {
        var pairs = new HashSet<int>();
        var before = '\0';
        foreach (var c in TextForm.Compact(text))
        {
            if (!char.IsLetterOrDigit(c)) continue;
            var now = char.ToLowerInvariant(c);
            if (before != '\0') pairs.Add((before << 16) | now);
            before = now;
        }
        return pairs;
    }
}
