namespace Gongbao.Kernel.Directory;

/// <summary>Every name of the directory in a trie, so that a text is matched in one pass. Names of units that did not exist on the day are known, but named as such.</summary>
internal sealed class NameIndex
{
    private readonly List<Dictionary<char, int>> _next = [[]];
    private readonly List<NamedThing?> _ends = [null];
    private readonly Dictionary<string, NamedThing> _names = new(StringComparer.Ordinal);
    private readonly HashSet<char> _alphabet = [];

    public NameIndex(CityDirectory directory, DateOnly asOf)
    {
        foreach (var unit in directory.Units)
            foreach (var name in NameForms.Of(unit, directory.CityName))
                Add(FoldedText.Of(name)).Add(unit, unit.Existence.Includes(asOf));
        foreach (var group in directory.Groups)
            foreach (var name in group.Names.Append(group.Name))
                Add(FoldedText.Of(name)).Add(group, group.ListsMembers ? directory.Expand(group, asOf) : []);
    }

    public int LongestName => _names.Count == 0 ? 0 : _names.Keys.Max(n => n.Length);

    public IReadOnlyCollection<string> Names => _names.Keys;

    /// <summary>What bears exactly this name, on the day or another; null where nothing does.</summary>
    public NamedThing? this[string name] => _names.GetValueOrDefault(name);

    /// <summary>True where some name contains the character.</summary>
    public bool Knows(char c) => _alphabet.Contains(c);

    /// <summary>Where names that go on with the character go on from a node of the trie, 0 being its root; 0 where none does.</summary>
    public int Next(int node, char c) => _next[node].GetValueOrDefault(c);

    /// <summary>What bears the name that ends at a node of the trie; null where none does.</summary>
    public NamedThing? EndOf(int node) => _ends[node];

    /// <summary>Every name that begins at the place, shortest first.</summary>
    public IEnumerable<(int End, NamedThing Thing)> From(string text, int at)
    {
        var node = 0;
        while (at < text.Length && _next[node].TryGetValue(text[at], out node))
        {
            at++;
            if (_ends[node] is { } thing) yield return (at, thing);
        }
    }

    private NamedThing Add(string name)
    {
        if (_names.TryGetValue(name, out var known)) return known;
        var node = 0;
        foreach (var c in name)
        {
            _alphabet.Add(c);
            if (!_next[node].TryGetValue(c, out var next))
            {
                next = _next.Count;
                _next[node][c] = next;
                _next.Add([]);
                _ends.Add(null);
            }

            node = next;
        }

        return _names[name] = _ends[node] = new NamedThing(name);
    }
}

/// <summary>What a name stands for. More than one living unit: the name is ambiguous and resolves to none.</summary>
internal sealed class NamedThing(string name)
{
    private readonly List<Unit> _living = [];
    private readonly List<Unit> _others = [];

    public string Name { get; } = name;

    /// <summary>The one unit that bore the name on the day; null where none or several did.</summary>
    public Unit? Unit => Group is null && _living.Count == 1 ? _living[0] : null;

    public UnitGroup? Group { get; private set; }

    /// <summary>Members of a group that lists them.</summary>
    public IReadOnlyList<Unit> Members { get; private set; } = [];

    public bool IsClear => Unit is not null || (Group is not null && _living.Count == 0);

    /// <summary>True for 达川区 as against 达川区人民政府: the name of a territory, standing for its government.</summary>
    public bool IsBareRegion => Unit is { Kind: UnitKind.CountyGovernment or UnitKind.TownshipGovernment } && !Name.EndsWith("政府", StringComparison.Ordinal);

    /// <summary>Why the name resolves to nothing; null where it resolves.</summary>
    public string? Why =>
        IsClear ? null
        : _living.Count > 1 ? $"“{Name}”可能指{string.Join("，也可能指", _living.Select(u => u.FullName))}。"
        : Group is not null ? $"“{Name}”既是统称，又是单位名称。"
        : $"成文之时没有这个单位：{string.Join("；", _others.Select(Lived))}。";

    public void Add(Unit unit, bool living)
    {
        var list = living ? _living : _others;
        if (!list.Contains(unit)) list.Add(unit);
    }

    public void Add(UnitGroup group, IReadOnlyList<Unit> members) => (Group, Members) = (group, members);

    private static string Lived(Unit unit) =>
        unit.FullName
        + (unit.Existence.Since is { } since ? $"自{since.Year}年{since.Month}月{since.Day}日起设立" : "")
        + (unit.Existence.Until is { } until ? $"存在到{until.Year}年{until.Month}月{until.Day}日" : "");
}
