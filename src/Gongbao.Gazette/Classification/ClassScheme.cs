using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Gongbao.Kernel.Directory;
using Gongbao.Platform.City;

namespace Gongbao.Gazette.Classification;

/// <summary>A declared class, such as the topic 农业农村.</summary>
/// <param name="Aspect">Of what.</param>
/// <param name="Id">Its part of an address.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Rules">What proposes it.</param>
internal sealed record DeclaredClass(Aspect Aspect, string Id, string Name, IReadOnlyList<ClassRule> Rules)
{
    /// <summary>The topic above; null for one of the first level.</summary>
    public string? Parent { get; init; }

    /// <summary>The level that its issuers have in the directory of units; null where it does not tell.</summary>
    public UnitLevel? UnitLevel { get; init; }

    /// <summary>The kinds that its issuers have there; empty for all.</summary>
    public IReadOnlyList<UnitKind> UnitKinds { get; init; } = [];

    /// <summary>True where such documents must be carried in a gazette; of a level, where this city's gazette is the one.</summary>
    public bool MustBeCarried { get; init; }

    /// <summary>True for the class of what falls under no other.</summary>
    public bool IsOtherwise { get; init; }

    /// <summary>Where it is declared, in words.</summary>
    public string Source { get; init; } = "";
}

/// <summary>How a city classifies documents: the classes of each aspect, and the rules that propose them. Immutable.</summary>
internal sealed class ClassScheme
{
    public static readonly ClassScheme None = new([], int.MaxValue, 0, 0, null, "");
    private static readonly ConditionalWeakTable<CityDeclarations, ClassScheme> Known = [];
    private readonly Dictionary<(Aspect, string), DeclaredClass> _byId;

    private ClassScheme(IReadOnlyList<DeclaredClass> all, int threshold, int mostTopics, int mostAudiences, CityDirectory? directory, string hash)
    {
        (All, Threshold, MostTopics, MostAudiences, Directory, Hash) = (all, threshold, mostTopics, mostAudiences, directory, hash);
        _byId = all.ToDictionary(c => (c.Aspect, c.Id));
    }

    /// <summary>Aspect by aspect, in the order that is declared.</summary>
    public IReadOnlyList<DeclaredClass> All { get; }

    /// <summary>A class is proposed from this score on.</summary>
    public int Threshold { get; }

    public int MostTopics { get; }

    public int MostAudiences { get; }

    /// <summary>Tells the level of issuers; null where no city is declared.</summary>
    public CityDirectory? Directory { get; }

    /// <summary>Of all that proposals depend on; documents proposed for under another hash are proposed for anew.</summary>
    public string Hash { get; }

    public IEnumerable<DeclaredClass> Of(Aspect aspect) => All.Where(c => c.Aspect == aspect);

    /// <summary>Null where no such class is declared.</summary>
    public DeclaredClass? Find(Aspect aspect, string? id) => id is null ? null : _byId.GetValueOrDefault((aspect, id));

    /// <summary>The topics above one, nearest first.</summary>
    public IEnumerable<DeclaredClass> Above(DeclaredClass topic)
    {
        var seen = new HashSet<string> { topic.Id };
        for (var at = Find(topic.Aspect, topic.Parent); at is not null && seen.Add(at.Id); at = Find(at.Aspect, at.Parent)) yield return at;
    }

    /// <param name="city">The city's declarations; null where none are at hand.</param>
    public static ClassScheme Of(CityDeclarations? city) => city is null ? None : Known.GetValue(city, Read);

    private static ClassScheme Read(CityDeclarations city)
    {
        var settings = city.Section("classification");
        if (settings.Entries.Count == 0) return None;
        IReadOnlyList<DeclaredClass> all =
        [
            .. Classes(city, "topics", Aspect.Topic), .. Classes(city, "audiences", Aspect.Audience),
            .. Classes(city, "issuing_levels", Aspect.Level), .. Classes(city, "normative_status", Aspect.Normative),
        ];
        string[] sections = ["classification", "topics", "audiences", "issuing_levels", "normative_status", "units"];
        var versions = string.Join('\n', city.Versions.Where(v => sections.Contains(v.Section)).Select(v => v.Hash).Order(StringComparer.Ordinal));
        return new(
            all, settings.Number("threshold")!.Value, settings.Number("most_topics")!.Value, settings.Number("most_audiences")!.Value, city.Directory,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(versions)))[..16]);
    }

    private static IEnumerable<DeclaredClass> Classes(CityDeclarations city, string section, Aspect aspect) => city.Section(section).Things()
        .OrderBy(t => t.Thing.Number("order") ?? int.MaxValue).ThenBy(t => t.Id, StringComparer.Ordinal).Select(t => new DeclaredClass(
        aspect, t.Id, t.Thing.RequiredText("name"), [.. t.Thing.Map("rules").Things().Select(r => Rule(r.Thing))])
    {
        Parent = t.Thing.Text("parent"), UnitLevel = t.Thing.Text("level") is { } level ? Member<UnitLevel>(level) : null, UnitKinds = [.. t.Thing.Texts("kinds").Select(Member<UnitKind>)],
        MustBeCarried = t.Thing.Flag("must_be_carried") || t.Thing.Flag("gazette"), IsOtherwise = t.Thing.Flag("otherwise"), Source = t.Thing.RequiredText("source"),
    });

    private static ClassRule Rule(DeclaredMap rule) =>
        new(Member<RulePlace>(rule.RequiredText("in")), rule.Texts("words"), rule.Texts("except"), rule.Number("at_least") ?? 1, rule.Number("weight")!.Value);

    private static T Member<T>(string word) where T : struct, Enum => Enum.Parse<T>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
}
