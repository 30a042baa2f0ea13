using System.Globalization;

namespace Gongbao.Gazette.Search;

/// <summary>The day as of which somebody asks (查询日期), as it stands in an address: <c>2023-05-01</c>.</summary>
internal static class SearchDay
{
    public const string Form = "yyyy-MM-dd";
    public const string Wrong = "查询日期（on）不是日期：请写成 2023-05-01 的样子，或者不填，即按今天查询。";

    /// <param name="text">As given; none stands for the legal day.</param>
    /// <param name="day">The day; null for the legal day.</param>
    public static bool TryRead(string? text, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrWhiteSpace(text)) return true;
        var isDay = DateOnly.TryParseExact(text.Trim(), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read);
        if (isDay) day = read;
        return isDay;
    }
}
