using System.Globalization;
using Gongbao.Kernel.Time;

namespace Gongbao.Kernel.Tests.Time;

/// <summary>The published holidays of 2022 to 2026 as the yearly notices state them: name, first and last day off, days worked for it.</summary>
internal static class TestCalendar
{
    private static readonly Dictionary<int, string> Notices = new()
    {
        [2022] = "元旦 1.1-1.3; 春节 1.31-2.6 +1.29 +1.30; 清明节 4.3-4.5 +4.2; 劳动节 4.30-5.4 +4.24 +5.7; 端午节 6.3-6.5; 中秋节 9.10-9.12; 国庆节 10.1-10.7 +10.8 +10.9",
        [2023] = "元旦 2022.12.31-1.2; 春节 1.21-1.27 +1.28 +1.29; 清明节 4.5-4.5; 劳动节 4.29-5.3 +4.23 +5.6; 端午节 6.22-6.24 +6.25; 中秋节、国庆节 9.29-10.6 +10.7 +10.8",
        [2024] = "元旦 1.1-1.1; 春节 2.10-2.17 +2.4 +2.18; 清明节 4.4-4.6 +4.7; 劳动节 5.1-5.5 +4.28 +5.11; 端午节 6.10-6.10; 中秋节 9.15-9.17 +9.14; 国庆节 10.1-10.7 +9.29 +10.12",
        [2025] = "元旦 1.1-1.1; 春节 1.28-2.4 +1.26 +2.8; 清明节 4.4-4.6; 劳动节 5.1-5.5 +4.27; 端午节 5.31-6.2; 国庆节、中秋节 10.1-10.8 +9.28 +10.11",
        [2026] = "元旦 1.1-1.3 +1.4; 春节 2.15-2.23 +2.14 +2.28; 清明节 4.4-4.6; 劳动节 5.1-5.5 +5.9; 端午节 6.19-6.21; 中秋节 9.25-9.27; 国庆节 10.1-10.7 +9.20 +10.10",
    };

    public static WorkCalendar Published { get; } = Until(2026);

    /// <summary>The calendar as it was when only the notices up to a year were out.</summary>
    public static WorkCalendar Until(int year) => new(Notices.Keys.Where(y => y <= year).SelectMany(DaysOf), Notices.Keys.Where(y => y <= year));

    public static IEnumerable<CalendarDay> DaysOf(int year)
    {
        foreach (var holiday in Notices[year].Split("; "))
        {
            var parts = holiday.Split(' ');
            var ends = parts[1].Split('-');
            for (var day = Day(year, ends[0]); day <= Day(year, ends[1]); day = day.AddDays(1)) yield return CalendarDay.Holiday(day, parts[0]);
            foreach (var made in parts.Skip(2)) yield return CalendarDay.MakeUp(Day(year, made[1..]), parts[0]);
        }
    }

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(int year, string text)
    {
        var numbers = text.Split('.').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        return numbers.Length == 3 ? new(numbers[0], numbers[1], numbers[2]) : new(year, numbers[0], numbers[1]);
    }
}
