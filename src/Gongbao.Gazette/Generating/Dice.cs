namespace Gongbao.Gazette.Generating;

/// <summary>
/// Chance from a seed (SplitMix64). The same seed gives the same throws on every machine and every version of the runtime.
/// </summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>A whole number from 0; <paramref name="end"/> is excluded.</summary>
    public int Below(int end) => (int)(Next() % (ulong)end);

    /// <summary>A whole number, both ends included.</summary>
    public int Between(int from, int to) => from + Below(to - from + 1);

    public bool Chance(double share) => Below(1_000_000) < share * 1_000_000;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>Some members of a list, each once, in chance order.</summary>
    public List<T> Some<T>(IReadOnlyList<T> from, int count)
    {
        var all = from.ToList();
        for (var i = 0; i < count && i < all.Count; i++)
        {
            var j = Between(i, all.Count - 1);
            (all[i], all[j]) = (all[j], all[i]);
        }
        return all[..Math.Min(count, all.Count)];
    }

    /// <summary>Dice that will throw the same from here on.</summary>
    public Dice Copy() => new(_state);

    /// <summary>A stream of its own for a part, so that one part's throws do not move another's.</summary>
    public Dice Branch() => new(Next());
}
