using System.Text;
using Gongbao.Kernel.Directory;
using Gongbao.Platform.City.Sections;
using Gongbao.Platform.City.Shapes;

namespace Gongbao.Platform.City;

/// <summary>Reads the files of <c>base</c> and of one city, merges and checks them, and makes what programs use of them.</summary>
internal sealed class CityLoader
{
    private const string Base = "base";
    private readonly string _root;
    private readonly string _above;
    private readonly string _city;
    private readonly Dictionary<string, SectionShape> _shapes;
    private readonly List<DeclarationProblem> _problems = [];

    public CityLoader(string root, string city, IReadOnlyList<SectionShape> sections)
    {
        _root = Path.GetFullPath(root);
        _above = Path.GetDirectoryName(_root) ?? _root;
        _city = city;
        _shapes = sections.ToDictionary(s => s.Name, StringComparer.Ordinal);
    }

    /// <summary>What the city's files declare.</summary>
    public CityCheck Load() => Check(Sections(Overlay.Lay(Layer(Base), Layer(_city), _problems)));

    /// <summary>What was declared once and is stored, section by section; checked again, for the program may since ask for more.</summary>
    public CityCheck Restore(IReadOnlyDictionary<string, DeclaredMap> sections) =>
        Check(sections.Where(s => _shapes.ContainsKey(s.Key)).ToDictionary(StringComparer.Ordinal));

    /// <summary>One section of <c>base</c> by itself; null where it is not declared or has a mistake.</summary>
    public DeclaredMap? BaseSection(SectionShape shape)
    {
        if (!Sections(Layer(Base)).TryGetValue(shape.Name, out var section)) return null;
        shape.Shape.Check(section, new ShapeCheck(_ => null, IsBase, _problems));
        return _problems.Count == 0 ? section : null;
    }

    private CityCheck Check(Dictionary<string, DeclaredMap> sections)
    {
        var check = new ShapeCheck(
            name => _shapes.ContainsKey(name) ? [.. sections.GetValueOrDefault(name)?.Entries.Select(e => e.Key) ?? []] : null, IsBase, _problems);

        var sound = new Dictionary<string, DeclaredMap>(StringComparer.Ordinal);
        foreach (var (name, section) in sections)
        {
            var before = _problems.Count;
            _shapes[name].Shape.Check(section, check);
            if (_problems.Count == before) sound[name] = section;
        }

        var found = _problems.Count;
        var (units, regions) = Derive(sound, check);
        var isDerived = _problems.Count == found;
        if (sound.Keys.Where(s => _shapes[s].Examine is not null).ToArray() is [_, ..] examined)
        {
            var examination = new Examination(sound, check, isDerived ? CalendarSection.Read(sound.GetValueOrDefault(CalendarSection.Name) ?? new(default, [])) : null);
            foreach (var name in examined) _shapes[name].Examine!(sound[name], examination);
        }

        if (!sections.ContainsKey(CitySection.Name) && _problems.Count == 0)
            _problems.Add(new(Shown(_city), 1, 1, "没有说明这是哪个市。", "请加上 city:，写明 name 和 region。"));
        if (_problems.Count > 0)
            return new(null, [.. _problems.Distinct().OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column)]);
        var directory = new CityDirectory(
            sound[CitySection.Name].RequiredText("name"), units, sound.TryGetValue(GroupsSection.Name, out var groups) ? GroupsSection.Read(groups) : [],
            sound.TryGetValue(PostsSection.Name, out var posts) ? PostsSection.Read(posts) : []);
        var calendar = CalendarSection.Read(sound.GetValueOrDefault(CalendarSection.Name) ?? new(default, []));
        return new(new(_city, sound, directory, regions, calendar, Versions(sound)), []);
    }

    private (IReadOnlyList<Unit> Units, RegionTree Regions) Derive(Dictionary<string, DeclaredMap> sound, ShapeCheck check)
    {
        var tree = RegionTree.Empty;
        if (sound.TryGetValue(RegionsSection.Name, out var regions))
            (sound[RegionsSection.Name], tree) = RegionsSection.Read(regions, _above, check);
        if (sound.TryGetValue(CalendarSection.Name, out var calendar)) CalendarSection.Check(calendar, check);
        if (sound.TryGetValue(NoticeSections.Notices, out var notices)) NoticeSections.CheckChannels(notices, check);
        if (sound.TryGetValue(NoticeSections.Ladders, out var ladders)) NoticeSections.Check(ladders, check);
        if (!sound.TryGetValue(UnitsSection.Name, out var section)) return ([], tree);

        var units = UnitsSection.Read(section);
        UnitsSection.Check(section, units, check);
        foreach (var unit in units.Where(u => u.Region is { } code && tree.All.Count > 0 && tree.Find(code) is null))
            check.Report(section.Map(unit.Id)["region"]!.Place, $"区划表里没有代码 {unit.Region}。", "请核对代码。");
        return (units, tree);
    }

    private IReadOnlyList<DeclarationVersion> Versions(Dictionary<string, DeclaredMap> sections) =>
    [
        .. sections.OrderBy(s => s.Key, StringComparer.Ordinal).SelectMany(s => _shapes[s.Key] is { VersionsEachThing: true, Shape: MapShape each }
            ? s.Value.Entries.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => DeclarationVersion.Of(s.Key, e.Key, each.Thing, e.Value))
            : [DeclarationVersion.Of(s.Key, null, _shapes[s.Key].Shape, s.Value)]),
    ];

    private Dictionary<string, DeclaredMap> Sections(DeclaredMap merged)
    {
        var sections = new Dictionary<string, DeclaredMap>(StringComparer.Ordinal);
        foreach (var entry in merged.Entries)
        {
            if (!_shapes.ContainsKey(entry.Key))
                _problems.Add(new(entry.KeyPlace, $"没有“{entry.Key}”这一部分。", Spelling.Mend(entry.Key, _shapes.Keys, $"可用的部分有：{string.Join("、", _shapes.Keys)}。")));
            else if (entry.Value is DeclaredMap section)
                sections[entry.Key] = section;
            else
                _problems.Add(new(entry.Value.Place, $"“{entry.Key}”下面应是键值对。", "请改正。"));
        }

        return sections;
    }

    private DeclaredMap Layer(string name)
    {
        var folder = Path.Combine(_root, name);
        if (name.Length == 0 || name.AsSpan().ContainsAny('/', '\\') || name is "." or ".." || !Directory.Exists(folder))
        {
            _problems.Add(new(Shown(name), 1, 1, $"没有找到城市文件夹“{name}”。", Directory.Exists(_root)
                ? Spelling.Mend(name, Directory.GetDirectories(_root).Select(d => Path.GetFileName(d)!), $"请在 {Path.GetFileName(_root)} 下建立它。")
                : "请确认程序旁边或其上层有 city 文件夹，或写出它的路径。"));
            return new(default, []);
        }

        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".yaml" or ".yml").Order(StringComparer.Ordinal).Select(Read).OfType<DeclaredMap>();
        return Overlay.Join([.. files], _problems);
    }

    private DeclaredMap? Read(string path)
    {
        var shown = Path.GetRelativePath(_above, path).Replace('\\', '/');
        try
        {
            return YamlFile.Read(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF'), shown, _problems);
        }
        catch (DecoderFallbackException)
        {
            _problems.Add(new(shown, 1, 1, "文件不是 UTF-8 编码。", "请另存为 UTF-8。"));
            return null;
        }
    }

    private string Shown(string folder) => $"{Path.GetFileName(_root)}/{folder}";

    private bool IsBase(Place place) => place.File.StartsWith(Shown(Base) + "/", StringComparison.Ordinal);
}
