namespace Gongbao.Kernel.Clauses;

/// <summary>Writes a place or a range and reads it back: 三（一）至（五） shares what stands before （一）.</summary>
internal static class ClauseRanges
{
    private const char To = '至';
    private const char InFull = '#';

    public static string Print(IReadOnlyList<ClauseStep> first, IReadOnlyList<ClauseStep>? last)
    {
        var text = ClauseSteps.Print(first);
        if (last is null) return text;

        var shared = Shared(first, last);
        var rest = shared > 0 && shared < last.Count ? Read(text + To + PrintRest(last, shared)) : null;
        if (rest?.Last?.SequenceEqual(last) == true) return text + To + PrintRest(last, shared);
        var full = text + To + ClauseSteps.Print(last);
        return Read(full)?.Last?.SequenceEqual(last) == true ? full : text + To + InFull + ClauseSteps.Print(last);
    }

    public static (IReadOnlyList<ClauseStep> First, IReadOnlyList<ClauseStep>? Last)? Read(string text)
    {
        var compact = TextForm.FoldWidth(text).AsSpan();
        var to = compact.IndexOfAny("至～~—–-");
        if (ClauseSteps.Read(to < 0 ? compact : compact[..to]) is not { } first) return null;
        if (to < 0) return (first, null);

        var tail = compact[(to + 1)..].TrimStart();
        var full = tail.Length > 0 && tail[0] == InFull;
        if (ClauseSteps.Read(full ? tail[1..] : tail) is not { Count: > 0 } last) return null;
        if (full) return (first, last);
        for (var at = first.Count - 1; at > 0; at--)
            if (first[at].Kind == last[0].Kind) return (first, [.. first.Take(at), .. last]);
        return (first, last);
    }

    private static int Shared(IReadOnlyList<ClauseStep> first, IReadOnlyList<ClauseStep> last)
    {
        var shared = 0;
        while (shared < Math.Min(first.Count, last.Count) && first[shared] == last[shared]) shared++;
        return shared;
    }

    /// <summary>Written as part of the whole, so that an item under an article stays 第一项.</summary>
    private static string PrintRest(IReadOnlyList<ClauseStep> last, int shared) =>
        ClauseSteps.Print(last)[ClauseSteps.Print([.. last.Take(shared)]).Length..].TrimStart();
}
