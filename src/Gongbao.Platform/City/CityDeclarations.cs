using System.Security.Cryptography;
using System.Text;
using Gongbao.Kernel.Directory;
using Gongbao.Kernel.Time;
using Gongbao.Platform.Access.Declarations;
using Gongbao.Platform.City.Sections;
using Gongbao.Platform.Hosting;
using Gongbao.Platform.Store.Upkeep;

namespace Gongbao.Platform.City;

/// <summary>
/// What one city declares (城市声明): its organisations, regions, calendar and whatever else stands in <c>city/base</c> and
/// <c>city/&lt;city&gt;</c>, merged and checked. Immutable.
/// </summary>
public sealed class CityDeclarations
{
    private readonly Dictionary<string, DeclaredMap> _sections;

    internal CityDeclarations(
        string id, Dictionary<string, DeclaredMap> sections, CityDirectory directory, RegionTree regions, WorkCalendar calendar, IReadOnlyList<DeclarationVersion> versions)
    {
        Id = id;
        _sections = sections;
        Directory = directory;
        Regions = regions;
        Calendar = calendar;
        Versions = versions;
        FormLimits = FormsSection.Read(Section(FormsSection.Name));
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Concat(versions.Select(v => $"{v.Section}/{v.Id} {v.Hash}\n").Order(StringComparer.Ordinal)))));
    }

    /// <summary>Every section that is known below the rooms.</summary>
    public static IReadOnlyList<SectionShape> KnownSections { get; } =
    [
        CitySection.Shape, UnitsSection.Shape, GroupsSection.Shape, PostsSection.Shape, RegionsSection.Shape, CalendarSection.Shape,
        GazetteSection.Shape, LexiconSection.Shape, FormsSection.Shape, ClausesSection.Shape, CleanUpSection.Shape, BasisSection.Shape, LedgerSection.Shape, LettersSection.Shape, CasesSection.Shape, IngestSection.Shape, StoreRules.Shape, TrafficRules.Shape, Embedders.Shape,
        .. ClassificationSections.Shapes, .. AccessSections.Shapes, .. NoticeSections.Shapes,
    ];

    /// <summary>The city's folder name.</summary>
    public string Id { get; }

    /// <summary>The city's name, such as 达州市.</summary>
    public string Name => Directory.CityName;

    public CityDirectory Directory { get; }

    public RegionTree Regions { get; }

    /// <summary>Holidays and make-up workdays of the years whose notice is declared.</summary>
    public WorkCalendar Calendar { get; }

    /// <summary>What forms limit.</summary>
    public IReadOnlyList<FormLimit> FormLimits { get; }

    /// <summary>Every declaration with its hash, by section and id.</summary>
    public IReadOnlyList<DeclarationVersion> Versions { get; }

    /// <summary>One hash over all versions, 64 lower-case hexadecimal digits: the same where everything is declared the same.</summary>
    public string Hash { get; }

    /// <summary>A section as declared; an empty map where the city and <c>base</c> say nothing of it.</summary>
    public DeclaredMap Section(string name) => _sections.GetValueOrDefault(name) ?? new(default, []);

    /// <summary>Reads and checks a city's files.</summary>
    /// <param name="root">The folder that holds <c>base</c> and the cities.</param>
    /// <param name="city">The city's folder name.</param>
    /// <param name="moreSections">Sections of rooms, besides <see cref="KnownSections"/>.</param>
    /// <returns>The declarations, or every mistake in them.</returns>
    public static CityCheck Load(string root, string city, IReadOnlyList<SectionShape>? moreSections = null) =>
        new CityLoader(root, city, SectionShape.Join(KnownSections, moreSections ?? [])).Load();
}

/// <summary>What came of reading a city's files.</summary>
/// <param name="City">The declarations; null where there is a mistake.</param>
/// <param name="Problems">Every mistake, by file and line; empty where there is none.</param>
public sealed record CityCheck(CityDeclarations? City, IReadOnlyList<DeclarationProblem> Problems)
{
    /// <summary>The declarations, for a program that cannot start without.</summary>
    /// <exception cref="InvalidDeclarationsException">There are mistakes; the message lists them all.</exception>
    public CityDeclarations Required() => City ?? throw new InvalidDeclarationsException(Problems);
}

/// <summary>The city's declarations have mistakes, so nothing can run on them.</summary>
/// <param name="problems">Every mistake.</param>
public sealed class InvalidDeclarationsException(IReadOnlyList<DeclarationProblem> problems)
    : Exception($"城市声明有 {problems.Count} 处错误：{Environment.NewLine}{string.Join(Environment.NewLine, problems)}")
{
    /// <summary>Every mistake.</summary>
    public IReadOnlyList<DeclarationProblem> Problems { get; } = problems;
}
