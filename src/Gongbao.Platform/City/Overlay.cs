namespace Gongbao.Platform.City;

/// <summary>
/// How the files of one layer come together, and how a city's layer lies over <c>base</c>: maps merge to any depth, a single value or a
/// list replaces, <c>remove: true</c> takes the thing away.
/// </summary>
internal static class Overlay
{
    public const string Remove = "remove";

    /// <summary>Puts the files of one layer together. They complete each other; nothing may be declared in two of them.</summary>
    public static DeclaredMap Join(IReadOnlyList<DeclaredMap> files, ICollection<DeclarationProblem> problems) =>
        files.Count == 0 ? new(default, []) : files.Skip(1).Aggregate(files[0], (all, next) => Join(all, next, problems));

    private static DeclaredMap Join(DeclaredMap first, DeclaredMap second, ICollection<DeclarationProblem> problems)
    {
        var entries = first.Entries.ToList();
        foreach (var entry in second.Entries)
        {
            var at = entries.FindIndex(e => e.Key == entry.Key);
            if (at < 0)
                entries.Add(entry);
            else if (entries[at].Value is DeclaredMap a && entry.Value is DeclaredMap b)
                entries[at] = entries[at] with { Value = Join(a, b, problems) };
            else
                problems.Add(new(entry.KeyPlace, $"“{entry.Key}”已在 {entries[at].KeyPlace} 声明过。", "同一层里只能声明一次，请删去其中一处。"));
        }

        return new(first.Place, entries);
    }

    /// <summary>Lays a city's map over that of <c>base</c>.</summary>
    public static DeclaredMap Lay(DeclaredMap under, DeclaredMap over, ICollection<DeclarationProblem> problems)
    {
        var changed = new Dictionary<string, DeclaredEntry?>(StringComparer.Ordinal);
        var added = new List<DeclaredEntry>();
        foreach (var entry in over.Entries)
        {
            under.TryGet(entry.Key, out var old);
            if (entry.Value is DeclaredMap thing && thing.TryGet(Remove, out var remove))
            {
                Removed(entry, thing, remove, old, problems);
                if (old is not null) changed[entry.Key] = null;
            }
            else if (old is null)
            {
                added.Add(entry);
            }
            else
            {
                changed[entry.Key] = old.Value is DeclaredMap below && entry.Value is DeclaredMap above
                    ? entry with { Value = Lay(below, above, problems) }
                    : entry;
            }
        }

        return new(
            over.Entries.Count > 0 ? over.Place : under.Place,
            [.. under.Entries.Select(e => changed.TryGetValue(e.Key, out var now) ? now : e).OfType<DeclaredEntry>(), .. added]);
    }

    private static void Removed(
        DeclaredEntry entry, DeclaredMap thing, DeclaredEntry remove, DeclaredEntry? old, ICollection<DeclarationProblem> problems)
    {
        if (remove.Value is not DeclaredScalar { Text: "true" })
            problems.Add(new(remove.Value.Place, "remove 只能写 true。", "要移除就写 remove: true；要保留就删去这一行。"));
        else if (thing.Entries.Count > 1)
            problems.Add(new(remove.KeyPlace, $"“{entry.Key}”既要移除，又写了别的内容。", "移除时只写 remove: true 一行。"));
        else if (old is null)
            problems.Add(new(entry.KeyPlace, $"要移除的“{entry.Key}”在 base 里并不存在。", "请核对名称，或删去这一项。"));
    }
}
