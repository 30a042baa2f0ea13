namespace Gongbao.Gazette.Ingest;

/// <summary>The lists that a document defines.</summary>
internal sealed class NumberingDefinitions
{
    public Dictionary<int, AbstractNumbering> Abstracts { get; } = [];

    public Dictionary<int, NumberingInstance> Instances { get; } = [];

    private readonly Dictionary<int, ResolvedNumbering?> _resolved = [];

    /// <summary>The list with this number; null where there is none.</summary>
    public ResolvedNumbering? Find(int instance)
    {
        if (_resolved.TryGetValue(instance, out var known)) return known;
        return _resolved[instance] = Instances.TryGetValue(instance, out var used) ? Resolve(used) : null;
    }

    /// <summary>Where a list only names a list style, the list of that style is meant.</summary>
    private ResolvedNumbering? Resolve(NumberingInstance used)
    {
        if (!Abstracts.TryGetValue(used.Abstract, out var list)) return null;
        if (list.StyleLink is not { } link) return new(used.Abstract, list, used);
        foreach (var (id, other) in Abstracts)
            if (other.OwnStyle == link) return new(id, other, used);
        return new(used.Abstract, list, used);
    }
}

/// <summary>A list with what it is defined by.</summary>
/// <param name="Abstract">Which definition it counts in.</param>
/// <param name="Definition">That definition.</param>
/// <param name="Instance">The list as it is used.</param>
internal sealed record ResolvedNumbering(int Abstract, AbstractNumbering Definition, NumberingInstance Instance)
{
    public NumberingLevel Level(int level) => Instance.Levels[level] ?? Definition.Levels[level] ?? NumberingLevel.Plain;

    /// <summary>The level whose paragraphs have the style; null where none names it.</summary>
    public int? LevelOf(string style)
    {
        for (var level = 0; level < NumberingLevel.Count; level++)
            if (Level(level).Style == style) return level;
        return null;
    }
}
