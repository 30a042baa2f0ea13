using System.Numerics;
using Gongbao.Gazette.Search.Index;
using Gongbao.Gazette.Validity;

namespace Gongbao.Gazette.Search.Query;

/// <summary>Why a document stands where it does. The lower, the better.</summary>
internal enum HitTier
{
    /// <summary>Its number was typed.</summary>
    Number,

    /// <summary>Its title was typed.</summary>
    Title,

    /// <summary>Its title ends with what was typed before a place.</summary>
    TitleEnd,

    /// <summary>It was issued by the organisation that was typed.</summary>
    Issuer,

    /// <summary>Its title holds every word.</summary>
    InTitle,

    /// <summary>Its number, issuers and title together hold every word.</summary>
    InHead,

    /// <summary>Its text does.</summary>
    InText,
}

/// <summary>A document that was found.</summary>
/// <param name="Fact">What the index keeps of it.</param>
/// <param name="Tier">Why it stands where it does.</param>
/// <param name="HasEnded">Whether it was in force and is no more: then it stands behind the others of its tier.</param>
/// <param name="Score">Within the tier, the higher the better; 0 where its text was not looked at.</param>
internal readonly record struct Ranked(SearchFact Fact, HitTier Tier, bool HasEnded, int Score);

/// <summary>
/// The order of results: by tier, and in each tier what is no longer in force after the rest; where only texts hold the words, the first <see cref="LookedAt"/> by how they hold them; then the newest first.
/// Everything it goes by is the same on both databases.
/// </summary>
internal static class Ranking
{
    /// <summary>So many texts are looked at closely; what stands behind them keeps the order of tier and date.</summary>
    public const int LookedAt = 200;

    private const int NearnessSteps = 3;

    private const long Ended = 1L << 55;

    private static readonly int MostDays = DateOnly.MaxValue.DayNumber;

    /// <summary>All of them by tier and day, of which the first so many are put in order to the last.</summary>
    public static Ranked[] ByTier(IReadOnlyList<SearchFact> facts, Finding search, SearchQuery query, int inOrder)
    {
        // Sorting numbers is what makes ten thousand results cheap: the tier, whether it has ended, the days backwards, and which one it is.
        var (numbered, titled, ending) = (search.Numbered.Select(f => f.Id).ToHashSet(), search.Titled.Select(f => f.Id).ToHashSet(), search.Ending.Select(f => f.Id).ToHashSet());
        var keys = new long[facts.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            var tier = (long)(ending.Contains(facts[i].Id) ? HitTier.TitleEnd : TierOf(facts[i], query, numbered, titled, search.Issuer));
            keys[i] = (tier << 56) | (search.StateOf(facts[i])?.HasEnded() is true ? Ended : 0) | ((MostDays - (long)facts[i].Dated) << 32) | (uint)i;
        }
        Array.Sort(keys);
        var all = Array.ConvertAll(keys, k => new Ranked(facts[(int)(k & int.MaxValue)], (HitTier)(k >> 56), (k & Ended) != 0, 0));
        for (int from = 0, to; from < all.Length && from < inOrder; from = to)
        {
            for (to = from + 1; to < all.Length && keys[to] >> 32 == keys[from] >> 32; to++)
            {
            }
            if (to - from > 1) Array.Sort(all, from, to - from, Comparer<Ranked>.Create(Compare));
        }
        return all;
    }

    /// <summary>As they are close to what was typed; what is no longer in force after the rest that is as close.</summary>
    public static Ranked[] ByCloseness(List<(SearchFact Fact, int Close)> close, Finding search) =>
        [.. close.Select(c => new Ranked(c.Fact, HitTier.InText, search.StateOf(c.Fact)?.HasEnded() is true, c.Close)).OrderByDescending(r => r.Score).ThenBy(r => r.HasEnded)];

    /// <summary>Orders the first ones anew by their texts.</summary>
    public static void ByText(Ranked[] ranked, SearchQuery query, IReadOnlyDictionary<int, string> bodies)
    {
        var first = Math.Min(ranked.Length, LookedAt);
        for (var i = 0; i < first; i++)
            if (ranked[i] is { Tier: HitTier.InText } text && bodies.TryGetValue(text.Fact.Id, out var body)) ranked[i] = text with { Score = ScoreOf(body, query) };
        Array.Sort(ranked, 0, first, Comparer<Ranked>.Create(Compare));
    }

    /// <summary>
    /// A heading that holds every word counts most, then one clause that does, then how near one another they stand in it, then in how many
    /// clauses any of them stands: four times as many for each step, so that a long document does not win by its length.
    /// </summary>
    internal static int ScoreOf(string body, SearchQuery query)
    {
        var phrases = query.Phrases;
        var all = query.IsAny ? 1 : phrases.Count;
        int clauses = 0, most = 0, near = 0, at = 0;
        var headed = false;
        foreach (var range in body.AsSpan().Split('\n'))
        {
            if (at++ < SearchRow.HeadLines) continue;
            var line = body.AsSpan(range);
            var held = 0;
            foreach (var phrase in phrases)
                if (line.Contains(phrase, StringComparison.Ordinal)) held++;
            if (held == 0) continue;
            clauses++;
            most = Math.Max(most, held);
            if (phrases.Count > 1 && held == phrases.Count && near < NearnessSteps) near = Math.Max(near, Nearness(line, phrases));
            headed |= held >= all && line[0] == SearchRow.Placed && query.IsHeldBy(Heading(line));
        }
        return (headed ? 32 : 0) + (most >= all ? 16 : 0) + (4 * near) + Math.Min(3, BitOperations.Log2((uint)Math.Max(1, clauses)) / 2);
    }

    /// <summary>How near one another all phrases stand in a clause: 3 side by side or almost so, 2 in about half a sentence, 1 in about one, else 0.</summary>
    internal static int Nearness(ReadOnlySpan<char> line, IReadOnlyList<string> phrases)
    {
        var places = new List<(int At, int Phrase)>();
        for (var p = 0; p < phrases.Count; p++)
            for (int at = 0, next; (next = line[at..].IndexOf(phrases[p], StringComparison.Ordinal)) >= 0; at += next + 1) places.Add((at + next, p));
        places.Sort();
        // The shortest stretch with every phrase in it: its end moves on, and its start as far as it may.
        var inside = new int[phrases.Count];
        int from = 0, missing = phrases.Count, least = int.MaxValue;
        foreach (var (at, phrase) in places)
        {
            if (inside[phrase]++ == 0) missing--;
            for (; missing == 0; from++)
            {
                least = Math.Min(least, at + phrases[phrase].Length - places[from].At);
                if (--inside[places[from].Phrase] == 0) missing++;
            }
        }
        var between = least - phrases.Sum(p => p.Length);
        return between <= 4 ? NearnessSteps : between <= 15 ? 2 : between <= 40 ? 1 : 0;
    }

    /// <summary>The first sentence of a clause that a citation can name.</summary>
    internal static ReadOnlySpan<char> Heading(ReadOnlySpan<char> line) => line.IndexOf('。') is >= 0 and var end ? line[..end] : line;

    private static HitTier TierOf(SearchFact fact, SearchQuery query, HashSet<int> numbered, HashSet<int> titled, string? issuer) =>
        numbered.Contains(fact.Id) ? HitTier.Number
        : titled.Contains(fact.Id) ? HitTier.Title
        : issuer is not null && fact.Facets.For("issuer").Contains(issuer) ? HitTier.Issuer
        : !query.IsHeldBy(fact.Head) ? HitTier.InText
        : query.IsHeldBy(fact.Title) ? HitTier.InTitle
        : HitTier.InHead;

    private static int Compare(Ranked a, Ranked b)
    {
        var order = a.Tier.CompareTo(b.Tier);
        if (order == 0) order = a.HasEnded.CompareTo(b.HasEnded);
        if (order == 0) order = b.Score.CompareTo(a.Score);
        if (order == 0) order = b.Fact.Dated.CompareTo(a.Fact.Dated);
        return order == 0 ? string.CompareOrdinal(a.Fact.Head, b.Fact.Head) is not 0 and var head ? head : a.Fact.DocumentId.CompareTo(b.Fact.DocumentId) : order;
    }
}
