using Gongbao.Kernel.Predicates;
using Gongbao.Platform.City;

namespace Gongbao.Casework.Declarations.Checking;

/// <summary>A procedure as it is written, while it is examined (待查的办事流程): its words with their places, and what they come to.</summary>
internal sealed class CaseDraft
{
    private readonly DeclaredEntry _entry;
    private readonly Dictionary<DeclaredNode, Predicate?> _rules = new(ReferenceEqualityComparer.Instance);
    private readonly Examination _city;

    public CaseDraft(DeclaredEntry entry, Examination city)
    {
        (_entry, _city) = (entry, city);
        Map = (DeclaredMap)entry.Value;
        Declared = CaseReader.Read(entry.Key, Map, "draft", Read);
    }

    public DeclaredMap Map { get; }

    /// <summary>What it comes to; a rule with a mistake is left out.</summary>
    public CaseDeclaration Declared { get; }

    /// <summary>What else the city declares.</summary>
    public Examination City => _city;

    /// <summary>How many mistakes were told.</summary>
    public int Problems { get; private set; }

    /// <summary>Every rule that was read, with where it stands.</summary>
    public IEnumerable<(DeclaredNode Node, Predicate Rule)> Rules => _rules.Where(r => r.Value is not null).Select(r => (r.Key, r.Value!));

    /// <summary>The items as written, in the order of the file.</summary>
    public IReadOnlyList<(string Id, DeclaredMap Thing)> Items => [.. Map.Map("items").Things()];

    /// <summary>The rule that stands at a node; null where none does or it has a mistake.</summary>
    public Predicate? Rule(DeclaredNode? node) => node is null ? null : _rules.GetValueOrDefault(node);

    /// <summary>Where a key stands, by the keys above it; of a key that is not written, the last one above that is.</summary>
    public Place At(params ReadOnlySpan<string> path)
    {
        var place = _entry.KeyPlace;
        DeclaredNode? node = Map;
        foreach (var key in path)
        {
            if (node is not DeclaredMap map || map.Entries.FirstOrDefault(e => e.Key == key) is not { } entry) break;
            (place, node) = (entry.KeyPlace, entry.Value);
        }
        return place;
    }

    /// <summary>Where a key of a part of it stands; where it is not written, where the part begins.</summary>
    public static Place At(DeclaredMap part, string key) => part.Entries.FirstOrDefault(e => e.Key == key)?.KeyPlace ?? part.Place;

    /// <summary>The texts of a list, each with its place.</summary>
    public static IEnumerable<(string Text, Place Place)> Texts(DeclaredMap map, string key) => map.List(key).OfType<DeclaredScalar>().Select(s => (s.Text, s.Place));

    /// <summary>Tells a mistake.</summary>
    public void Report(Place place, string cause, string mend)
    {
        Problems++;
        _city.Report(place, cause, mend);
    }

    /// <summary>Tells a name that is not known, with the one that was probably meant.</summary>
    public void Unknown(Place place, string cause, string written, IReadOnlyCollection<string> known)
    {
        Problems++;
        _city.Unknown(place, cause, written, known);
    }

    /// <summary>Names that have to be known, each told where it is not.</summary>
    /// <param name="map">Where they stand.</param>
    /// <param name="key">Under which key.</param>
    /// <param name="known">Those that are known.</param>
    /// <param name="cause">The sentence, of a name.</param>
    public void EachKnown(DeclaredMap map, string key, IReadOnlyCollection<string> known, Func<string, string> cause)
    {
        foreach (var (text, place) in Texts(map, key).Where(t => !known.Contains(t.Text))) Unknown(place, cause(text), text, known);
    }

    /// <summary>Words that people read are whole sentences.</summary>
    public void IsSentence(DeclaredMap map, string key, string what)
    {
        if (map.Text(key) is { } text && text[^1] is not ('。' or '！' or '？' or '”' or '）'))
            Report(At(map, key), $"{what}不是一句完整的话。", "请写成完整的句子，以句号结尾。");
    }

    private Predicate? Read(DeclaredNode node, IReadOnlyList<PredicateField> fields)
    {
        if (_rules.TryGetValue(node, out var known)) return known;
        var rule = _city.Rule(node, fields);
        if (rule is null) Problems++;
        return _rules[node] = rule;
    }
}
