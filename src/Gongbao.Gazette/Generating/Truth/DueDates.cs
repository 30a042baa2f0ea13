using System.Globalization;

namespace Gongbao.Gazette.Generating.Truth;

/// <summary>The generator's own time limits (完成时限): words with the kind and last day they mean.</summary>
internal static class DueDates
{
    private static readonly (string Kind, string Text)[] Words =
    [
        ("promptly", "及时公开"), ("promptly", "及时更新"), ("standing", "长期坚持"), ("standing", "长期"), ("continuing", "持续推进"),
        ("in_due_course", "适时完成"), ("in_due_course", "适时办理"),
    ];

    public static TrueDue Throw(Dice dice, int year)
    {
        if (dice.Chance(0.45))
        {
            var (kind, text) = dice.Pick(Words);
            return new(kind, text, null);
        }
        var month = dice.Between(4, 12);
        return dice.Below(5) switch
        {
            0 or 1 => new("on", $"{month}月{DateTime.DaysInMonth(year, month)}日", Last(year, month)),
            2 => new("month", $"{year}年{month}月", Last(year, month)),
            3 => new("month", $"{year}年{month}月底", Last(year, month)),
            _ => new("year_end", $"{year}年底", Last(year, 12)),
        };
    }

    private static string Last(int year, int month) =>
        string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{DateTime.DaysInMonth(year, month):00}");
}
