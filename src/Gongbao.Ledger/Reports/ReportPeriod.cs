using System.Globalization;
using Gongbao.Kernel.Results;
using Gongbao.Web.Formats;

namespace Gongbao.Ledger.Reports;

/// <summary>How long a report looks back.</summary>
internal enum ReportKind
{
    /// <summary>周报</summary>
    Week,

    /// <summary>月报</summary>
    Month,

    /// <summary>年报</summary>
    Year,
}

/// <summary>The time that a report is about (报告期).</summary>
/// <param name="Kind">How long.</param>
/// <param name="From">First day, Beijing date.</param>
/// <param name="To">Last day, inclusive.</param>
internal sealed record ReportPeriod(ReportKind Kind, DateOnly From, DateOnly To)
{
    private const int FirstYear = 2000;
    private const int LastYear = 2999;

    /// <summary>The one in which a day lies; a week begins on Monday.</summary>
    public static ReportPeriod Containing(ReportKind kind, DateOnly day)
    {
        switch (kind)
        {
            case ReportKind.Week:
                var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
                return new(kind, monday, monday.AddDays(6));
            case ReportKind.Month:
                var first = new DateOnly(day.Year, day.Month, 1);
                return new(kind, first, first.AddMonths(1).AddDays(-1));
            default:
                return new(kind, new(day.Year, 1, 1), new(day.Year, 12, 31));
        }
    }

    /// <summary>Reads how an address names it.</summary>
    /// <param name="kind"><c>week</c>, <c>month</c> or <c>year</c>.</param>
    /// <param name="text">A year as <c>2025</c>, a month as <c>2025-05</c>, a week by any of its days as <c>2025-05-06</c>.</param>
    /// <returns>Refused with <c>ledger.wrong-period</c>.</returns>
    public static Result<ReportPeriod> Parse(string kind, string text)
    {
        var (format, known) = kind switch { "week" => ("yyyy-MM-dd", ReportKind.Week), "month" => ("yyyy-MM", ReportKind.Month), "year" => ("yyyy", ReportKind.Year), _ => ("", default(ReportKind?)) };
        return known is { } one && DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= FirstYear and <= LastYear
            ? Containing(one, day)
            : new Refusal("ledger.wrong-period", "没有认出报告期：年报写成 2025，月报写成 2025-05，周报写成其中一天 2025-05-06。");
    }

    /// <summary>As an address names it: kind and time.</summary>
    public string Slug => Kind switch
    {
        ReportKind.Week => $"week/{ChineseFormat.Iso(From)}",
        ReportKind.Month => string.Create(CultureInfo.InvariantCulture, $"month/{From:yyyy-MM}"),
        ReportKind.Year => string.Create(CultureInfo.InvariantCulture, $"year/{From:yyyy}"),
    };

    /// <summary>2025年5月5日至5月11日, 2025年5月, 2025年.</summary>
    public string Name => Kind switch
    {
        ReportKind.Week => string.Create(CultureInfo.InvariantCulture, $"{ChineseFormat.Date(From)}至{(To.Year == From.Year ? "" : $"{To.Year}年")}{To.Month}月{To.Day}日"),
        ReportKind.Month => ChineseFormat.Month(From.Year, From.Month),
        ReportKind.Year => string.Create(CultureInfo.InvariantCulture, $"{From.Year}年"),
    };

    /// <summary>周报, 月报, 年报.</summary>
    public string KindName => Kind switch { ReportKind.Week => "周报", ReportKind.Month => "月报", ReportKind.Year => "年报" };

    /// <summary>Whether a day lies in it; no day does not.</summary>
    public bool Has(DateOnly? day) => day >= From && day <= To;

    /// <summary>The one before.</summary>
    public ReportPeriod Before => Containing(Kind, From.AddDays(-1));

    /// <summary>The one after.</summary>
    public ReportPeriod Next => Containing(Kind, To.AddDays(1));
}
