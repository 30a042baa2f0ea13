using System.Globalization;
using Gongbao.Kernel.Results;

namespace Gongbao.Gazette.Review;

/// <summary>What may be put in place of a reading: not blank, and a date, a count or points where one is meant.</summary>
internal static class CorrectedValue
{
    private const int Longest = 2000;

    /// <summary>What stands against the value; null when nothing does.</summary>
    public static Refusal? Against(string at, string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return new("review.no-value", "请填写更正后的值；如果原文里没有这一项，请改用“驳回”。");
        if (value.Length > Longest) return Bad($"更正后的值最多 {Longest} 字，现在有 {value.Length} 字。");
        return (ValuePlace.Parse(at) is { Field: { } field } ? field : at) switch
        {
            "date" when !DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) =>
                Bad($"“{value}”不是日期；请写成 2023-04-18 的样子。"),
            "no" or "category_points" when !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _) =>
                Bad($"“{value}”不是整数；请只填数字。"),
            "points" when !decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) =>
                Bad($"“{value}”不是分数；请只填数字，如 5 或 2.5。"),
            _ => null,
        };
    }

    private static Refusal Bad(string reason) => new("review.bad-value", reason);
}
