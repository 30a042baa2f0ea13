using Gongbao.Gazette.Search.Index;

namespace Gongbao.Gazette.Search;

/// <summary>The lasting address of a search: the words, then each filter in the order of the facets, then the page.</summary>
internal static class SearchAddress
{
    public static IReadOnlyDictionary<string, string> None { get; } = new Dictionary<string, string>();

    public static string Of(string query, IReadOnlyDictionary<string, string> filters, int page = 1, DateOnly? on = null) =>
        "/search?q=" + Uri.EscapeDataString(query)
        + string.Concat(Facet.Shown.Where(f => filters.ContainsKey(f.Key)).Select(f => $"&{f.Key}={Uri.EscapeDataString(filters[f.Key])}"))
        + (on is { } day ? $"&on={day:yyyy-MM-dd}" : "")
        + (page > 1 ? $"&page={page}" : "");

    public static Dictionary<string, string> With(IReadOnlyDictionary<string, string> filters, string facet, string value) => new(filters) { [facet] = value };

    public static Dictionary<string, string> Without(IReadOnlyDictionary<string, string> filters, string facet) => filters.Where(f => f.Key != facet).ToDictionary(f => f.Key, f => f.Value);
}
