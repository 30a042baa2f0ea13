using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gongbao.Gazette.Library;

namespace Gongbao.Gazette.Search;

/// <summary>Where the next page of a search begins (游标): to be given back as it came, with the same query and filters.</summary>
internal static class SearchCursor
{
    private const int MostPages = SearchView.MostCounted;

    public static string Of(SearchRequest request, int page) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{page}.{Of(request)}")));

    /// <returns>Null when it is no cursor of this query.</returns>
    public static int? PageOf(string cursor, SearchRequest request)
    {
        if (cursor.Length > 100 || !Base64Url.IsValid(cursor)) return null;
        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor)).Split('.');
        return parts is [var page, var asked] && asked == Of(request) && int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostPages ? number : null;
    }

    private static string Of(SearchRequest request)
    {
        var asked = string.Join('\n', request.Filters.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Key + "=" + f.Value).Prepend($"{request.On:yyyy-MM-dd}").Prepend(request.Query));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asked)))[..16];
    }
}
