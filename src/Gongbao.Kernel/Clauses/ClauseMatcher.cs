namespace Gongbao.Kernel.Clauses;

/// <summary>A clause as an earlier import left it.</summary>
/// <typeparam name="TPlace">What names its place: a <see cref="ClausePath"/> or a page address.</typeparam>
/// <param name="Id">Its permanent id.</param>
/// <param name="Place">Where it stood.</param>
/// <param name="Text">Its own words in the form in which they are compared, or a digest of it; empty where it has none.</param>
public sealed record KnownClause<TPlace>(Guid Id, TPlace Place, string Text) where TPlace : notnull;

/// <summary>A clause as the present import reads it.</summary>
/// <typeparam name="TPlace">As of <see cref="KnownClause{TPlace}"/>.</typeparam>
/// <param name="Place">Where it stands.</param>
/// <param name="Text">As of <see cref="KnownClause{TPlace}"/>.</param>
public sealed record ReadClause<TPlace>(TPlace Place, string Text) where TPlace : notnull;

/// <summary>What became of a clause over a re-import.</summary>
public enum ClauseFate
{
    /// <summary>It stands where it stood; its words may have changed.</summary>
    Kept,

    /// <summary>Its words stand elsewhere: it keeps its id, and its old address leads to the new one.</summary>
    Moved,

    /// <summary>It was not there before and needs an id.</summary>
    New,

    /// <summary>It is there no more; its id is never given again.</summary>
    Vanished,
}

/// <summary>One clause over a re-import.</summary>
/// <typeparam name="TPlace">As of <see cref="KnownClause{TPlace}"/>.</typeparam>
/// <param name="Fate">What became of it.</param>
/// <param name="Id">The permanent id; null for a new clause.</param>
/// <param name="From">Where it stood; null for a new clause.</param>
/// <param name="To">Where it stands; null for a vanished one.</param>
/// <param name="WordsChanged">Whether a kept clause has other words now.</param>
public sealed record ClauseMatch<TPlace>(ClauseFate Fate, Guid? Id, TPlace? From, TPlace? To, bool WordsChanged = false) where TPlace : class;

/// <summary>
/// Gives the clauses of a re-imported document their permanent ids. Place and words together decide first, then words alone (a clause
/// moved), then place alone (its words were corrected). Of several with equal words the first goes to the first. Linear in the number of clauses.
/// </summary>
public static class ClauseMatcher
{
    /// <param name="known">The clauses of the last import, in the order of the document; ids are distinct.</param>
    /// <param name="read">The clauses of this import, in the order of the document.</param>
    /// <returns>One match for each clause read, in order, then one for each vanished clause, in order.</returns>
    public static IReadOnlyList<ClauseMatch<TPlace>> Match<TPlace>(IReadOnlyList<KnownClause<TPlace>> known, IReadOnlyList<ReadClause<TPlace>> read)
        where TPlace : class
    {
        var found = new int?[read.Count];
        var taken = new bool[known.Count];
        Pair(known, read, found, taken, k => ((TPlace, string)?)(k.Place, k.Text), r => (r.Place, r.Text));
        Pair(known, read, found, taken, k => k.Text.Length > 0 ? k.Text : null, r => r.Text.Length > 0 ? r.Text : null);
        Pair(known, read, found, taken, k => k.Place, r => r.Place);

        var matches = new List<ClauseMatch<TPlace>>(read.Count);
        for (var i = 0; i < read.Count; i++)
        {
            if (found[i] is not { } at)
            {
                matches.Add(new(ClauseFate.New, null, null, read[i].Place));
                continue;
            }
            var (before, now) = (known[at], read[i]);
            matches.Add(before.Place.Equals(now.Place)
                ? new(ClauseFate.Kept, before.Id, before.Place, now.Place, before.Text != now.Text)
                : new(ClauseFate.Moved, before.Id, before.Place, now.Place));
        }
        for (var k = 0; k < known.Count; k++)
            if (!taken[k]) matches.Add(new(ClauseFate.Vanished, known[k].Id, known[k].Place, null));
        return matches;
    }

    private static void Pair<TPlace, TKey>(IReadOnlyList<KnownClause<TPlace>> known, IReadOnlyList<ReadClause<TPlace>> read, int?[] found, bool[] taken,
        Func<KnownClause<TPlace>, TKey?> keyOfKnown, Func<ReadClause<TPlace>, TKey?> keyOfRead)
        where TPlace : class
    {
        var waiting = new Dictionary<KeyBox<TKey>, Queue<int>>();
        for (var k = 0; k < known.Count; k++)
        {
            if (taken[k] || keyOfKnown(known[k]) is not { } key) continue;
            if (!waiting.TryGetValue(new(key), out var queue)) waiting[new(key)] = queue = new();
            queue.Enqueue(k);
        }
        for (var i = 0; i < read.Count; i++)
        {
            if (found[i] is not null || keyOfRead(read[i]) is not { } key) continue;
            if (!waiting.TryGetValue(new(key), out var queue) || !queue.TryDequeue(out var at)) continue;
            (found[i], taken[at]) = (at, true);
        }
    }

    private readonly record struct KeyBox<TKey>(TKey Key);
}
