namespace Gongbao.Kernel.Clauses;

/// <summary>A clause as an earlier import left it.</summary>
/// <param name="Id">Its permanent id.</param>
/// <param name="Path">Where it stood.</param>
/// <param name="Text">Its own words, normalised by <see cref="SourceWords"/>; empty where it has none.</param>
public sealed record StoredClause(Guid Id, ClausePath Path, string Text);

/// <summary>A clause as the present import reads it.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Text">Its own words, normalised by <see cref="SourceWords"/>; empty where it has none.</param>
public sealed record ImportedClause(ClausePath Path, string Text);

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
/// <param name="Fate">What became of it.</param>
/// <param name="Id">The permanent id; null for a new clause.</param>
/// <param name="From">Where it stood; null for a new clause.</param>
/// <param name="To">Where it stands; null for a vanished one.</param>
/// <param name="WordsChanged">Whether a kept clause has other words now.</param>
public sealed record ClauseMatch(ClauseFate Fate, Guid? Id, ClausePath? From, ClausePath? To, bool WordsChanged = false);

/// <summary>
/// Gives the clauses of a re-imported document their permanent ids. Place and words together decide first, then words alone (a clause
/// moved), then place alone (its words were corrected). Of several with equal words the first goes to the first. Linear in the number of clauses.
/// </summary>
public static class ClauseMatcher
{
    /// <param name="stored">The clauses of the last import, in the order of the document; ids are distinct.</param>
    /// <param name="imported">The clauses of this import, in the order of the document.</param>
    /// <returns>One match for each imported clause, in order, then one for each vanished clause, in order.</returns>
    public static IReadOnlyList<ClauseMatch> Match(IReadOnlyList<StoredClause> stored, IReadOnlyList<ImportedClause> imported)
    {
        var found = new int?[imported.Count];
        var taken = new bool[stored.Count];
        Pair(stored, imported, found, taken, s => (s.Path, s.Text), i => (i.Path, i.Text));
        Pair(stored, imported, found, taken, s => s.Text.Length > 0 ? s.Text : null, i => i.Text.Length > 0 ? i.Text : null);
        Pair(stored, imported, found, taken, s => s.Path, i => i.Path);

        var matches = new List<ClauseMatch>(imported.Count);
        for (var i = 0; i < imported.Count; i++)
        {
            if (found[i] is not { } at)
            {
                matches.Add(new(ClauseFate.New, null, null, imported[i].Path));
                continue;
            }
            var (before, now) = (stored[at], imported[i]);
            matches.Add(before.Path.Equals(now.Path)
                ? new(ClauseFate.Kept, before.Id, before.Path, now.Path, before.Text != now.Text)
                : new(ClauseFate.Moved, before.Id, before.Path, now.Path));
        }
        for (var s = 0; s < stored.Count; s++)
            if (!taken[s]) matches.Add(new(ClauseFate.Vanished, stored[s].Id, stored[s].Path, null));
        return matches;
    }

    private static void Pair<TKey>(IReadOnlyList<StoredClause> stored, IReadOnlyList<ImportedClause> imported, int?[] found, bool[] taken,
        Func<StoredClause, TKey?> keyOfStored, Func<ImportedClause, TKey?> keyOfImported)
    {
        var waiting = new Dictionary<KeyBox<TKey>, Queue<int>>();
        for (var s = 0; s < stored.Count; s++)
        {
            if (taken[s] || keyOfStored(stored[s]) is not { } key) continue;
            if (!waiting.TryGetValue(new(key), out var queue)) waiting[new(key)] = queue = new();
            queue.Enqueue(s);
        }
        for (var i = 0; i < imported.Count; i++)
        {
            if (found[i] is not null || keyOfImported(imported[i]) is not { } key) continue;
            if (!waiting.TryGetValue(new(key), out var queue) || !queue.TryDequeue(out var at)) continue;
            (found[i], taken[at]) = (at, true);
        }
    }

    private readonly record struct KeyBox<TKey>(TKey Key);
}
