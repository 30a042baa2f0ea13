using System.Collections.Concurrent;

namespace Gongbao.Kernel.Directory;

/// <summary>
/// The organisations of one city (组织机构), past and present, and the names for several of them at once. Immutable; safe to share.
/// </summary>
public sealed class CityDirectory
{
    private readonly Dictionary<string, Unit> _byId;
    private readonly ILookup<string, Unit> _byFullName;
    private readonly Dictionary<string, UnitGroup> _groups;
    private readonly DateOnly[] _turns;
    private readonly ConcurrentDictionary<int, UnitNameResolver> _resolvers = new();

    /// <param name="cityName">The city as it stands at the head of full names, such as 清河市.</param>
    /// <param name="units">Every unit, with an id of its own.</param>
    /// <param name="groups">Every group, with an id of its own.</param>
    /// <param name="posts">Every post, with an id of its own; null for none.</param>
    /// <exception cref="ArgumentException">An id stands twice.</exception>
    public CityDirectory(string cityName, IEnumerable<Unit> units, IEnumerable<UnitGroup> groups, IEnumerable<Post>? posts = null)
    {
        Posts = [.. (posts ?? []).OrderBy(p => p.Id, StringComparer.Ordinal)];

        CityName = cityName;
        Units = [.. units.OrderBy(u => u.Precedence ?? int.MaxValue).ThenBy(u => u.FullName, StringComparer.Ordinal)];
        Groups = [.. groups.OrderBy(g => g.Id, StringComparer.Ordinal)];
        _byId = Units.ToDictionary(u => u.Id, StringComparer.Ordinal);
        _groups = Groups.ToDictionary(g => g.Id, StringComparer.Ordinal);
        _byFullName = Units.ToLookup(u => u.FullName, StringComparer.Ordinal);
        _turns =
        [
            .. Units.SelectMany(u => new[] { u.Existence.Since, u.Existence.Until is { } until && until < DateOnly.MaxValue ? until.AddDays(1) : null })
                .OfType<DateOnly>().Distinct().Order(),
        ];
    }

    /// <summary>The city as it stands at the head of full names.</summary>
    public string CityName { get; }

    /// <summary>All units, in the official order.</summary>
    public IReadOnlyList<Unit> Units { get; }

    public IReadOnlyList<UnitGroup> Groups { get; }

    public IReadOnlyList<Post> Posts { get; }

    /// <summary>The unit with the id; null where there is none.</summary>
    public Unit? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The group with the id; null where there is none.</summary>
    public UnitGroup? FindGroup(string id) => _groups.GetValueOrDefault(id);

    /// <summary>The unit that bore the full name on the day; null where none did.</summary>
    public Unit? Named(string fullName, DateOnly asOf) => _byFullName[fullName].FirstOrDefault(u => u.Existence.Includes(asOf));

    /// <summary>The units that took over the duties of a unit, directly; empty where none is declared.</summary>
    public IEnumerable<Unit> SuccessorsOf(Unit unit) => Units.Where(u => u.Predecessors.Contains(unit.Id));

    /// <summary>The posts that a unit has, heads first.</summary>
    public IReadOnlyList<Post> PostsOf(Unit unit) => [.. Posts.Where(p => p.IsOf(unit)).OrderBy(p => p.Standing)];

    /// <summary>The members of a group on a day, in the official order. For a selective group these are those who may be meant.</summary>
    public IReadOnlyList<Unit> Expand(UnitGroup group, DateOnly asOf) =>
    [
        .. Units.Where(u => u.Existence.Includes(asOf)
            && (group.Kinds.Count == 0 || group.Kinds.Contains(u.Kind))
            && (group.Levels.Count == 0 || group.Levels.Contains(u.Level))),
    ];

    /// <summary>The resolver for documents of a day. Days between which no unit began or ended share one.</summary>
    public UnitNameResolver ResolverOn(DateOnly asOf)
    {
        var at = Array.BinarySearch(_turns, asOf);
        return _resolvers.GetOrAdd(at < 0 ? ~at : at + 1, _ => new UnitNameResolver(this, asOf));
    }
}
