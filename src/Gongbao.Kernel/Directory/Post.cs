namespace Gongbao.Kernel.Directory;

/// <summary>
/// A post (职务) that every unit of some kind has, such as 局长 in a bureau. Who holds it is a register's affair, not the directory's.
/// </summary>
public sealed record Post
{
    public required string Id { get; init; }

    /// <summary>The title alone, without the unit: 副局长.</summary>
    public required string Title { get; init; }

    public required PostStanding Standing { get; init; }

    /// <summary>Kinds of the units that have it; empty: any kind.</summary>
    public IReadOnlyList<UnitKind> Kinds { get; init; } = [];

    /// <summary>Levels of the units that have it; empty: any level.</summary>
    public IReadOnlyList<UnitLevel> Levels { get; init; } = [];

    /// <summary>Endings of the full names of the units that have it, such as 局; empty: any.</summary>
    public IReadOnlyList<string> UnitEndings { get; init; } = [];

    /// <summary>True where the unit has such a post.</summary>
    public bool IsOf(Unit unit) =>
        (Kinds.Count == 0 || Kinds.Contains(unit.Kind))
        && (Levels.Count == 0 || Levels.Contains(unit.Level))
        && (UnitEndings.Count == 0 || UnitEndings.Any(e => unit.FullName.EndsWith(e, StringComparison.Ordinal)));
}

/// <summary>How a post stands to the head of its unit.</summary>
public enum PostStanding
{
    /// <summary>正职</summary>
    Head,

    /// <summary>副职</summary>
    Deputy,

    /// <summary>其他领导职务</summary>
    Other,
}
