namespace Gongbao.Kernel.Directory;

/// <summary>The divisions of one city, by code and by name. Names repeat (two villages may bear the same), codes do not. Immutable.</summary>
public sealed class RegionTree
{
    private readonly Dictionary<string, Region> _byCode;
    private readonly ILookup<string, Region> _byName;
    private readonly ILookup<string?, Region> _byParent;

    /// <param name="regions">Every division, with a code of its own.</param>
    /// <param name="managed">Which townships are run by a functional area.</param>
    /// <exception cref="ArgumentException">A code stands twice.</exception>
    public RegionTree(IEnumerable<Region> regions, IEnumerable<ManagedArea> managed)
    {
        All = [.. regions.OrderBy(r => r.Code, StringComparer.Ordinal)];
        Managed = [.. managed];
        _byCode = All.ToDictionary(r => r.Code, StringComparer.Ordinal);
        _byName = All.SelectMany(r => new[] { r.Name, r.ShortName }.Distinct(), (r, name) => (r, name)).ToLookup(x => x.name, x => x.r, StringComparer.Ordinal);
        _byParent = All.ToLookup(r => r.ParentCode);
    }

    public static RegionTree Empty { get; } = new([], []);

    /// <summary>Every division, by code.</summary>
    public IReadOnlyList<Region> All { get; }

    public IReadOnlyList<ManagedArea> Managed { get; }

    /// <summary>The division with the 12-digit code; null where there is none.</summary>
    public Region? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>Every division of the name, as printed or in everyday use (石桥村).</summary>
    /// <param name="name">The name alone, without the divisions above.</param>
    /// <param name="within">Code of a division that must be above or equal; null: anywhere.</param>
    public IReadOnlyList<Region> Named(string name, string? within = null) =>
        [.. _byName[name].Where(r => within is null || PathOf(r).Any(p => p.Code == within))];

    /// <summary>Divisions directly below the one with the code.</summary>
    public IReadOnlyList<Region> ChildrenOf(string code) => [.. _byParent[code]];

    /// <summary>From the city down to the division itself; divisions that are not listed are left out.</summary>
    public IReadOnlyList<Region> PathOf(Region region)
    {
        var path = new List<Region>();
        for (var at = region; at is not null; at = at.ParentCode is { } parent ? Find(parent) : null) path.Insert(0, at);
        return path;
    }

    /// <summary>
    /// Finds a place by the names of its divisions run together, such as 宣汉县峰城镇 or 达州市渠县有庆镇石桥村; levels may be left out.
    /// Several places may answer: the caller shows them all.
    /// </summary>
    public IReadOnlyList<Region> FindPlace(string text)
    {
        var found = new List<Region>();
        for (var from = text.Length - 1; from >= 0; from--)
            foreach (var region in _byName[text[from..]])
                if (IsAbove(text[..from], region))
                    found.Add(region);
        return [.. found.DistinctBy(r => r.Code)];
    }

    /// <summary>Id of the committee that runs the place in its county's stead; null where its county does.</summary>
    public string? ManagerOf(Region region) =>
        Managed.FirstOrDefault(m => PathOf(region).Any(p => m.Townships.Contains(p.Code)))?.Unit;

    private bool IsAbove(string names, Region region)
    {
        foreach (var above in PathOf(region).SkipLast(1).Reverse())
        {
            if (names.Length == 0) return true;
            var name = new[] { above.Name, above.ShortName }.FirstOrDefault(n => names.EndsWith(n, StringComparison.Ordinal));
            if (name is not null) names = names[..^name.Length];
        }

        return names.Length == 0;
    }
}
