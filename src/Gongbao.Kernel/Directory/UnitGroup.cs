namespace Gongbao.Kernel.Directory;

/// <summary>
/// A name for several units at once (单位统称), such as 各县（市、区）人民政府. Its members are whatever units exist on the day that match,
/// so a new county joins without a change here.
/// </summary>
public sealed record UnitGroup
{
    public required string Id { get; init; }

    /// <summary>The name under which the group is reported.</summary>
    public required string Name { get; init; }

    /// <summary>Further wordings of the same group.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Kinds of its members; empty: any kind.</summary>
    public IReadOnlyList<UnitKind> Kinds { get; init; } = [];

    /// <summary>Levels of its members; empty: any level.</summary>
    public IReadOnlyList<UnitLevel> Levels { get; init; } = [];

    /// <summary>
    /// True: a mention names each member, so the resolver lists them among the organisations. False: the group is too wide
    /// to be listed in every reading; whoever needs the members asks <see cref="CityDirectory.Expand"/>.
    /// </summary>
    public bool ListsMembers { get; init; }

    /// <summary>True for 有关、相关: only some of the members are meant, and the document does not say which.</summary>
    public bool IsSelective { get; init; }
}
