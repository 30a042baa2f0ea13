using System.Globalization;
using System.Text.RegularExpressions;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Kernel.Time;

/// <summary>Reads limits from words.</summary>
internal static partial class TimeLimitReading
{
    private const int LongestText = 60;

    private static readonly (string Start, TimeLimitKind Kind)[] Words =
    [
        ("长期", TimeLimitKind.Standing), ("常年", TimeLimitKind.Standing), ("常态", TimeLimitKind.Standing), ("始终", TimeLimitKind.Standing),
        ("持续", TimeLimitKind.Continuing), ("适时", TimeLimitKind.InDueCourse), ("及时", TimeLimitKind.Promptly), ("立即", TimeLimitKind.Promptly),
        ("即时", TimeLimitKind.Promptly), ("即刻", TimeLimitKind.Promptly), ("即日", TimeLimitKind.Promptly), ("尽快", TimeLimitKind.Promptly),
        ("实时", TimeLimitKind.Promptly), ("定期", TimeLimitKind.Every),
    ];

    public static TimeLimit? Read(string? text, int? documentYear)
    {
        if (text is null or { Length: > 4 * LongestText }) return null;
        var words = TextForm.WithoutSpace(text);
        if (words.Length is 0 or > LongestText) return null;

        var bare = Bare(TextForm.FoldWidth(words));
        if (bare.StartsWith('每') && Every().Match(bare) is { Success: true } every) return Recurring(words, every);
        if (bare.Contains('内') && Within().Match(bare) is { Success: true } within && Span(words, within) is { } span) return span;
        foreach (var (start, kind) in Words)
            if (bare.StartsWith(start, StringComparison.Ordinal)) return new(kind, words);
        return Dated(words, bare, documentYear);
    }

    private static string Bare(string words)
    {
        var bare = Lead().Replace(words.TrimEnd('。', '；', '，', ';', ','), "");
        return bare.StartsWith('（') && bare.EndsWith('）') ? bare[1..^1] : bare;
    }

    private static TimeLimit? Recurring(string words, Match match)
    {
        var limit = new TimeLimit(TimeLimitKind.Every, words)
        {
            Period = match.Groups["period"].Value switch
            {
                "日" or "天" => RecurrencePeriod.Day,
                "周" or "星期" => RecurrencePeriod.Week,
                "月" or "个月" => RecurrencePeriod.Month,
                "季" or "季度" or "个季度" => RecurrencePeriod.Quarter,
                "半年" => RecurrencePeriod.HalfYear,
                _ => RecurrencePeriod.Year,
            },
            Times = Number(match.Groups["times"]),
            ByMonth = Number(match.Groups["month"]),
            ByDay = Number(match.Groups["day"]),
        };
        return limit is { ByMonth: < 1 or > 12 } or { ByDay: < 1 or > 31 } or { Times: < 1 } ? null : limit;
    }

    private static TimeLimit? Span(string words, Match match)
    {
        int? amount = match.Groups["half"].Success ? 1 : Number(match.Groups["amount"]);
        if (amount is not (>= 1 and < 1900)) return null;
        var unit = match.Groups["unit"].Value.TrimStart('个') switch
        {
            "分钟" => TimeUnit.Minutes,
            "小时" => TimeUnit.Hours,
            "工作日" => TimeUnit.WorkingDays,
            "日" or "天" or "自然日" => TimeUnit.Days,
            "周" or "星期" => TimeUnit.Weeks,
            "月" => TimeUnit.Months,
            _ => TimeUnit.Years,
        };
        if (!match.Groups["half"].Success) return new(TimeLimitKind.Within, words) { Term = new(amount.Value, unit) };
        return unit switch
        {
            TimeUnit.Hours => new(TimeLimitKind.Within, words) { Term = Term.Minutes(30) },
            TimeUnit.Years => new(TimeLimitKind.Within, words) { Term = Term.Months(6) },
            TimeUnit.Months => new(TimeLimitKind.Within, words) { Term = Term.Days(15) },
            _ => null,
        };
    }

    /// <summary>Of a span of days, months or years the last one sets the limit: 5月—10月, 2023年至2025年.</summary>
    private static TimeLimit? Dated(string words, string bare, int? documentYear)
    {
        var last = bare;
        if (bare.LastIndexOfAny(['至', '—', '–', '-', '~', '～']) is > 0 and var at)
        {
            last = bare[(at + 1)..].TrimStart('到');
            if (LeadingYear().Match(bare) is { Success: true } first && Year(first.Groups["year"].Value, documentYear) is { } year) documentYear = year;
            if (DayOnly().Match(last) is { Success: true } && MonthOf().Match(bare) is { Success: true } month) last = month.Value + last;
            else if (!last.Contains('年') && !last.Contains('月') && !last.Contains('日')) return null;
        }

        if (Day().Match(last) is { Success: true } day) return On(words, day, documentYear);
        if (MonthEnd().Match(last) is { Success: true } end) return ByMonth(words, end, documentYear);
        if (YearPart().Match(last) is { Success: true } part) return ByPart(words, part, documentYear);
        if (YearEnd().Match(last) is not { Success: true } whole) return null;
        return Year(whole.Groups["year"].Value, documentYear) is { } ending ? new(TimeLimitKind.YearEnd, words, new(ending, 12, 31)) : null;
    }

    private static TimeLimit? On(string words, Match match, int? documentYear)
    {
        if (Year(match.Groups["year"].Value, documentYear) is not { } year || Number(match.Groups["month"]) is not (>= 1 and <= 12 and var month)) return null;
        return Number(match.Groups["day"]) is { } day && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new(TimeLimitKind.On, words, new(year, month, day)) : null;
    }

    private static TimeLimit? ByMonth(string words, Match match, int? documentYear)
    {
        if (Year(match.Groups["year"].Value, documentYear) is not { } year || Number(match.Groups["month"]) is not (>= 1 and <= 12 and var month)) return null;
        return match.Groups["part"].Value switch
        {
            "上旬" => new(TimeLimitKind.On, words, new(year, month, 10)),
            "中旬" => new(TimeLimitKind.On, words, new(year, month, 20)),
            _ => new(TimeLimitKind.Month, words, EndOf(year, month)),
        };
    }

    private static TimeLimit? ByPart(string words, Match match, int? documentYear)
    {
        if (Year(match.Groups["year"].Value, documentYear) is not { } year) return null;
        return match.Groups["part"].Value switch
        {
            "上半年" => new(TimeLimitKind.Month, words, EndOf(year, 6)),
            "下半年" => new(TimeLimitKind.YearEnd, words, EndOf(year, 12)),
            _ => Number(match.Groups["quarter"]) is >= 1 and <= 4 and var quarter ? new(TimeLimitKind.Month, words, EndOf(year, quarter * 3)) : null,
        };
    }

    private static DateOnly EndOf(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    private static int? Year(string text, int? documentYear) => text switch
    {
        "" or "今" or "本" or "当" => documentYear,
        "明" or "次" => documentYear + 1,
        _ => Number(text) is >= 1900 and <= 2999 and var year ? year : null,
    };

    private static int? Number(Group group) => group.Success ? Number(group.Value) : null;

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || ChineseNumerals.TryParse(text, out value) ? value : null;

    private const string N = "(?:[0-9]{1,4}|[〇零一二三四五六七八九十百两廿]{1,7})";
    private const string OfYear = $"(?:(?<year>{N}|今|本|当|明|次)年)?";
    private const string Tail = "(?:底|末|以前|之前|前|止|以内|之内|内|完成|建成|办结|启动|公开|报送|、)*$";

    [GeneratedRegex("^(?:原则上|力争|争取|确保|最迟|应当|应|须|于|在|到|至|截止|截至|从|自)+")]
    private static partial Regex Lead();

    [GeneratedRegex($"^每(?<period>日|天|周|星期|个月|月|个季度|季度|季|半年|年度|年)(?:(?:的)?(?<month>{N})月(?:(?<day>{N})[日号])?|(?<day>{N})[日号])?(?:底|末|以前|之前|前)*(?:.{{0,12}}?(?<times>{N})次)?")]
    private static partial Regex Every();

    [GeneratedRegex($"^(?:.{{0,24}}?(?:后|之日起|起|的))?的?(?:(?<half>半)|(?<amount>{N}))(?<unit>分钟|个?小时|个?工作日|个?自然日|日|天|个?周|个?星期|个月|年)(?:时间)?(?:以内|之内|内)")]
    private static partial Regex Within();

    [GeneratedRegex($"^{OfYear}(?<month>{N})月(?<day>{N})[日号]{Tail}")]
    private static partial Regex Day();

    [GeneratedRegex($"^{OfYear}(?<month>{N})月份?(?<part>上旬|中旬|下旬)?{Tail}")]
    private static partial Regex MonthEnd();

    [GeneratedRegex($"^{OfYear}(?<part>上半年|下半年|第?(?<quarter>{N})季度){Tail}")]
    private static partial Regex YearPart();

    [GeneratedRegex($"^(?:(?<year>{N}|今|本|当|明|次)年度?|年(?=底|末|内)){Tail}")]
    private static partial Regex YearEnd();

    [GeneratedRegex($"^(?<year>{N})年")]
    private static partial Regex LeadingYear();

    [GeneratedRegex($"^{N}[日号]")]
    private static partial Regex DayOnly();

    [GeneratedRegex($"{N}月")]
    private static partial Regex MonthOf();
}
