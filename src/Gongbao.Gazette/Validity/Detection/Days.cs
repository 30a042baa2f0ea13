using System.Text.RegularExpressions;
using Gongbao.Gazette.Reading;
using Gongbao.Kernel.Clauses;
using Gongbao.Kernel.Time;

namespace Gongbao.Gazette.Validity.Detection;

/// <summary>Days and numbers as sentences on validity print them.</summary>
internal static partial class Days
{
    /// <summary>A whole date, in Arabic or Chinese figures.</summary>
    public const string Date = "(?:[0-9０-９]{4}|[〇○零一二三四五六七八九]{4})年(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})月(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})日";

    /// <summary>A count, in Arabic or Chinese figures.</summary>
    public const string Count = "(?:[0-9０-９]{1,4}|[一二两三四五六七八九十百]{1,5})";

    public static DateOnly? Read(string words) => DateShape.TryRead(words, out var day) ? day : null;

    public static int? ReadCount(string words)
    {
        if (words.Length == 0) return null;
        if (!Characters.IsDigit(words[0])) return ChineseNumerals.TryParse(words.Replace('两', '二'), out var chinese) ? chinese : null;
        var value = 0;
        foreach (var c in words) value = value * 10 + Characters.DigitValue(c);
        return value;
    }

    /// <summary>The last day of a term that begins on a day: five years from 1 May 2023 end on 30 April 2028.</summary>
    public static DateOnly Until(DateOnly from, int months) => from.AddMonths(months).AddDays(-1);

    /// <summary>
    /// The day on which a span of working days ends, the day from which it runs not counted (民法典第二百零一条); null where the calendar does
    /// not know a year that it runs through: nothing is guessed.
    /// </summary>
    public static DateOnly? EndOfWorkingDays(WorkCalendar? calendar, DateOnly from, int days)
    {
        if (calendar is null || calendar.IsProvisional(from)) return null;
        var end = calendar.AddWorkingDays(from, days);
        return Enumerable.Range(from.Year, end.Year - from.Year + 1).All(calendar.PublishedYears.Contains) ? end : null;
    }

    /// <summary>The day in an imprint: 2023年4月28日印发.</summary>
    public static DateOnly? Printed(string imprint) => Imprint().Match(imprint) is { Success: true } match ? Read(match.Groups["date"].Value) : null;

    [GeneratedRegex("(?<date>" + Date + @")\s*印\s*发", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Imprint();
}
