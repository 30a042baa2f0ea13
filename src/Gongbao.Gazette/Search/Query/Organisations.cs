using System.Runtime.CompilerServices;
using Gongbao.Gazette.Search.Index;
using Gongbao.Kernel.Directory;
using Gongbao.Kernel.Time;
using Gongbao.Platform.City;

namespace Gongbao.Gazette.Search.Query;

/// <summary>Tells which issuer somebody means who types the name of an organisation (机关名称), in any form that the city's directory knows.</summary>
internal sealed class Organisations(IServiceProvider services)
{
    private const int LongestName = 60;
    private const int ShortestCore = 3;
    private const int LongestCity = 4;

    /// <summary>How names of regions end: they stand before many other names.</summary>
    private const string Regions = "县市区镇乡";

    /// <summary>How names of organisations end anywhere.</summary>
    private const string Endings = "局委办室府会院厅处所组队司校区县市部社站馆心行厂团";

    /// <summary>How the names of each directory end.</summary>
    private static readonly ConditionalWeakTable<CityDeclarations, HashSet<char>> EndingsOf = [];

    private CityDeclarations? City => (CityDeclarations?)services.GetService(typeof(CityDeclarations));

    /// <returns>The issuer as its documents print it; null where the query names no organisation that issued any.</returns>
    public async Task<string?> IssuerAsync(IndexReader index, SearchQuery query, CancellationToken stop)
    {
        if (query is not { Phrases: [var name], Number: null, Place: null, IsQuoted: false, Typed.Length: >= 2 and <= LongestName }) return null;
        if (!IsName(name)) return null;
        foreach (var issuer in new[] { query.Typed.Trim(), FullName(query.Typed) }.OfType<string>().Distinct())
            if ((await index.MatchAsync([], [Facet.Whole("issuer", issuer)], new(1), stop)).Count > 0) return issuer;
        return null;
    }

    /// <summary>
    /// What the texts may call the organisation that was typed: each of its names without the city's before it, since the longer forms hold the shorter.
    /// </summary>
    /// <returns>Empty where no one organisation was typed, or none that has another name.</returns>
    public IReadOnlyList<string> NamesOf(SearchQuery query)
    {
        if (query is not { Phrases: [var name], Number: null, Place: null, IsQuoted: false, Typed.Length: >= 3 and <= LongestName } || !IsName(name) || Regions.Contains(name[^1])) return [];
        if ((Unit(query.Typed) ?? Unit("市" + query.Typed)) is not { } unit) return [];
        var forms = unit.Names.Append(unit.FullName).Select(n => Core(SearchForm.Of(n))).Append(Core(name)).Where(n => n.Length >= ShortestCore).Distinct().ToList();
        var names = forms.Where(f => !forms.Exists(other => other != f && f.Contains(other, StringComparison.Ordinal))).ToList();
        return names.Count == 1 && names[0] == name ? [] : names;
    }

    /// <summary>Organisations of the directory whose names begin with the text or hold it, those that begin with it first.</summary>
    public IEnumerable<string> Named(string form) => City is not { } city ? [] : city.Directory.Units
        .Select(u => (u.FullName, Form: SearchForm.Of(u.FullName)))
        .Where(u => u.Form.Contains(form, StringComparison.Ordinal))
        .OrderBy(u => u.Form.StartsWith(form, StringComparison.Ordinal) ? 0 : 1).ThenBy(u => u.Form.Length)
        .Select(u => u.FullName);

    /// <summary>Other words need not be looked up in the directory, which also mends slips and takes its time.</summary>
    private bool IsName(string name) => Endings.Contains(name[^1])
        || City is { } city && EndingsOf.GetValue(city, c => [.. c.Directory.Units.SelectMany(u => u.Names.Append(u.FullName)).Select(n => SearchForm.Of(n)[^1])]).Contains(name[^1]);

    private string? FullName(string typed) => Unit(typed)?.FullName;

    private Unit? Unit(string typed) =>
        City is { } city && city.Directory.ResolverOn(Today).Resolve(typed) is { Unresolved: [], Mentions: [{ Units: [var unit], Group: null }] } ? unit : null;

    /// <summary>市医疗保障局 and 达州市医疗保障局 both as 医疗保障局; a name of which too little would be left stays as it is.</summary>
    private static string Core(string name)
    {
        var at = name.IndexOf('市', StringComparison.Ordinal) + 1;
        return at is > 0 and <= LongestCity && name.Length - at >= ShortestCore && !name.AsSpan(at).StartsWith("人民政府", StringComparison.Ordinal) ? name[at..] : name;
    }

    /// <summary>The legal day.</summary>
    public DateOnly Today => ((CityClock?)services.GetService(typeof(CityClock)))?.Today ?? TimeProvider.System.GetUtcNow().BeijingDate();
}
