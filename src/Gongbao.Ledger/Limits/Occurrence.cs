using System.Globalization;
using Gongbao.Kernel.Time;

namespace Gongbao.Ledger.Limits;

/// <summary>One turn of a duty that comes again (一期).</summary>
/// <param name="Key">Its name: <c>2023</c>, <c>2023H1</c>, <c>2023Q3</c>, <c>2023-07</c>, <c>2023-07-03</c> (of a week its Monday, of a day the day).</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="DueOn">Last day on which it is kept, inclusive.</param>
internal sealed record Occurrence(string Key, DateOnly From, DateOnly To, DateOnly DueOn)
{
    /// <summary>As a page names it: 2023年第三季度, 2023年7月.</summary>
    public string Name => Key switch
    {
        [.., 'H', var half] => $"{From.Year}年{(half == '1' ? "上" : "下")}半年",
        [.., 'Q', var quarter] => $"{From.Year}年第{"一二三四"[quarter - '1']}季度",
        { Length: 4 } => $"{From.Year}年",
        { Length: 7 } => $"{From.Year}年{From.Month}月",
        _ when From == To => Day(From),
        _ => $"{Day(From)}至{Day(To)}",
    };

    private static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    /// <summary>The turns one after another, beginning with the first that can still be kept on a day.</summary>
    /// <param name="period">How long each is.</param>
    /// <param name="since">The first day on which the duty is owed.</param>
    /// <param name="byMonth">The month of a year by whose end (or <paramref name="byDay"/>) it is done; null for the last.</param>
    /// <param name="byDay">The day of that month, or of every month; null for its last.</param>
    /// <param name="grace">So many days after its end it may still be kept; heeded where no month or day is set.</param>
    public static IEnumerable<Occurrence> Since(RecurrencePeriod period, DateOnly since, int? byMonth = null, int? byDay = null, int grace = 0)
    {
        for (var occurrence = Containing(period, since, byMonth, byDay, grace); ; occurrence = Containing(period, occurrence.To.AddDays(1), byMonth, byDay, grace))
        {
            if (occurrence.DueOn >= since) yield return occurrence;
            if (occurrence.To > DateOnly.MaxValue.AddYears(-2)) yield break;
        }
    }

    private static Occurrence Containing(RecurrencePeriod period, DateOnly day, int? byMonth, int? byDay, int grace)
    {
        var (from, to, key) = period switch
        {
            RecurrencePeriod.Day => (day, day, Write("yyyy-MM-dd", day)),
            RecurrencePeriod.Week => Week(day),
            RecurrencePeriod.Month => Months(day, 1, Write("yyyy-MM", day)),
            RecurrencePeriod.Quarter => Months(day, 3, $"{day.Year}Q{(day.Month + 2) / 3}"),
            RecurrencePeriod.HalfYear => Months(day, 6, $"{day.Year}H{(day.Month + 5) / 6}"),
            RecurrencePeriod.Year => Months(day, 12, Write("yyyy", day)),
        };
        if (byMonth is null && byDay is null) return new(key, from, to, to.AddDays(grace));
        var month = period is RecurrencePeriod.Year ? byMonth ?? 12 : to.Month;
        var last = DateTime.DaysInMonth(to.Year, month);
        return new(key, from, to, new(to.Year, month, Math.Min(byDay ?? last, last)));
    }

    private static string Write(string format, DateOnly day) => day.ToString(format, CultureInfo.InvariantCulture);

    private static (DateOnly, DateOnly, string) Week(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return (monday, monday.AddDays(6), Write("yyyy-MM-dd", monday));
    }

    private static (DateOnly, DateOnly, string) Months(DateOnly day, int length, string key)
    {
        var first = new DateOnly(day.Year, (day.Month - 1) / length * length + 1, 1);
        return (first, first.AddMonths(length).AddDays(-1), key);
    }
}
