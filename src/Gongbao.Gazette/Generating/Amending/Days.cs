using System.Globalization;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Generating.Amending;

/// <summary>Days and counts as documents print them.</summary>
internal static class Days
{
    private const string Digits = "〇一二三四五六七八九";

    public static string Plain(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    public static string Print(DateOnly day, Dice dice) => dice.Below(12) switch
    {
        0 or 1 => $"{Figures(day.Year)}年{Count(day.Month)}月{Count(day.Day)}日",
        2 => string.Create(CultureInfo.InvariantCulture, $"{day.Year} 年 {day.Month} 月 {day.Day} 日"),
        _ => Plain(day),
    };

    public static string Count(int number) => ChineseNumerals.Format(number);

    /// <summary>A count of years: 5年, 五年, 两年.</summary>
    public static string Years(int years, Dice dice) => dice.Below(3) switch
    {
        0 => years == 2 && dice.Chance(0.5) ? "两年" : Count(years) + "年",
        _ => years.ToString(CultureInfo.InvariantCulture) + "年",
    };

    private static string Figures(int year) => string.Concat(year.ToString(CultureInfo.InvariantCulture).Select(c => Digits[c - '0']));
}
