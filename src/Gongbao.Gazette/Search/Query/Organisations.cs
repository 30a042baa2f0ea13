using Gongbao.Gazette.Search.Index;
using Gongbao.Kernel.Time;
using Gongbao.Platform.City;

namespace Gongbao.Gazette.Search.Query;

/// <summary>Tells which issuer somebody means who types the name of an organisation (机关名称), in any form that the city's directory knows.</summary>
internal sealed class Organisations(IServiceProvider services)
{
    private const int LongestName = 60;

    /// <summary>How names of organisations end: other words need not be looked up in the directory, which also mends slips and takes its time.</summary>
    private const string Endings = "局委办室府会院厅处所组队司校区县市部社站馆心行厂团";

    private CityDeclarations? City => (CityDeclarations?)services.GetService(typeof(CityDeclarations));

    /// <returns>The issuer as its documents print it; null where the query names no organisation that issued any.</returns>
    public async Task<string?> IssuerAsync(IndexReader index, SearchQuery query, CancellationToken stop)
    {
        if (query is not { Phrases: [var name], Number: null, Place: null, IsQuoted: false, Typed.Length: >= 2 and <= LongestName }) return null;
        if (!Endings.Contains(name[^1])) return null;
        foreach (var issuer in new[] { query.Typed.Trim(), FullName(query.Typed) }.OfType<string>().Distinct())
            if ((await index.MatchAsync([], [Facet.Whole("issuer", issuer)], new(1), stop)).Count > 0) return issuer;
        return null;
    }

    /// <summary>Organisations of the directory whose names begin with the text or hold it, those that begin with it first.</summary>
    public IEnumerable<string> Named(string form) => City is not { } city ? [] : city.Directory.Units
        .Select(u => (u.FullName, Form: SearchForm.Of(u.FullName)))
        .Where(u => u.Form.Contains(form, StringComparison.Ordinal))
        .OrderBy(u => u.Form.StartsWith(form, StringComparison.Ordinal) ? 0 : 1).ThenBy(u => u.Form.Length)
        .Select(u => u.FullName);

    private string? FullName(string typed) =>
        City is { } city && city.Directory.ResolverOn(Today).Resolve(typed) is { Unresolved: [], Mentions: [{ Units: [var unit], Group: null }] } ? unit.FullName : null;

    /// <summary>The legal day.</summary>
    public DateOnly Today => ((CityClock?)services.GetService(typeof(CityClock)))?.Today ?? TimeProvider.System.GetUtcNow().BeijingDate();
}
