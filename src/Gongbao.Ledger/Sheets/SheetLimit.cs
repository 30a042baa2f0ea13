using System.Text.RegularExpressions;

namespace Gongbao.Ledger.Sheets;

/// <summary>Limits as sheets have them: days in figures are written as documents write them, all other words stay.</summary>
internal static partial class SheetLimit
{
    /// <returns>2023.8.31前 as 2023年8月31日前, 2023-08 as 2023年8月; null for null.</returns>
    public static string? Words(string? typed)
    {
        if (typed is null || Figures().Match(typed) is not { Success: true } match) return typed;
        var (month, day) = (match.Groups["month"].Value.TrimStart('0'), match.Groups["day"].Value.TrimStart('0'));
        return $"{match.Groups["year"].Value}年{month}月{(day.Length > 0 ? day + "日" : "")}{match.Groups["tail"].Value}";
    }

    [GeneratedRegex("^\\s*(?<year>(?:19|20)[0-9]{2})(?:[.．/／—-](?<month>[0-9]{1,2})(?:[.．/／—-](?<day>[0-9]{1,2}))?|(?<month>[0-9]{2})(?<day>[0-9]{2}))(?:日)?(?<tail>底|前|之前|以前|底前)?\\s*$")]
    private static partial Regex Figures();
}
