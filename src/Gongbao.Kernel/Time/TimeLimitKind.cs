namespace Gongbao.Kernel.Time;

/// <summary>The kinds of limit (完成时限) that official texts set.</summary>
public enum TimeLimitKind
{
    /// <summary>By a day, inclusive: 8月31日, 5月30日前.</summary>
    On,

    /// <summary>By the end of a month or of a span of months: 2023年6月, 5月底, 上半年.</summary>
    Month,

    /// <summary>By the end of a year: 2023年底前, 年底, 2025年.</summary>
    YearEnd,

    /// <summary>Without delay (及时, 立即), no day set.</summary>
    Promptly,

    /// <summary>Always (长期坚持, 长期).</summary>
    Standing,

    /// <summary>Under way without end (持续推进).</summary>
    Continuing,

    /// <summary>When the time is right (适时).</summary>
    InDueCourse,

    /// <summary>Again in every period: 每年至少1次, 每半年, 每月.</summary>
    Every,

    /// <summary>Within a span after an event: 30分钟内, 30个工作日内, 1个月内.</summary>
    Within,
}

/// <summary>What a span of time is counted in.</summary>
public enum TimeUnit
{
    /// <summary>分钟: from the instant of the event on.</summary>
    Minutes,

    /// <summary>小时: from the instant of the event on.</summary>
    Hours,

    /// <summary>日, 天: calendar days, the day of the event not counted.</summary>
    Days,

    /// <summary>工作日: the day of the event not counted.</summary>
    WorkingDays,

    /// <summary>周: seven calendar days each.</summary>
    Weeks,

    /// <summary>月: to the same day of a later month.</summary>
    Months,

    /// <summary>年: to the same day of a later year.</summary>
    Years,
}

/// <summary>The period of a recurring duty.</summary>
public enum RecurrencePeriod
{
    /// <summary>每日, 每天</summary>
    Day,

    /// <summary>每周</summary>
    Week,

    /// <summary>每月</summary>
    Month,

    /// <summary>每季度</summary>
    Quarter,

    /// <summary>每半年</summary>
    HalfYear,

    /// <summary>每年</summary>
    Year,
}

/// <summary>Words and codes of the kinds of limit.</summary>
public static class TimeWords
{
    /// <summary>The code in exchanged documents: <c>year_end</c>, <c>in_due_course</c>.</summary>
    public static string Code(this TimeLimitKind kind) => kind switch
    {
        TimeLimitKind.On => "on",
        TimeLimitKind.Month => "month",
        TimeLimitKind.YearEnd => "year_end",
        TimeLimitKind.Promptly => "promptly",
        TimeLimitKind.Standing => "standing",
        TimeLimitKind.Continuing => "continuing",
        TimeLimitKind.InDueCourse => "in_due_course",
        TimeLimitKind.Every => "every",
        TimeLimitKind.Within => "within",
    };

    /// <summary>As it stands behind a number: 30 个工作日.</summary>
    public static string Chinese(this TimeUnit unit) => unit switch
    {
        TimeUnit.Minutes => "分钟",
        TimeUnit.Hours => "小时",
        TimeUnit.Days => "日",
        TimeUnit.WorkingDays => "个工作日",
        TimeUnit.Weeks => "周",
        TimeUnit.Months => "个月",
        TimeUnit.Years => "年",
    };

    /// <summary>每半年, 每月.</summary>
    public static string Chinese(this RecurrencePeriod period) => period switch
    {
        RecurrencePeriod.Day => "每日",
        RecurrencePeriod.Week => "每周",
        RecurrencePeriod.Month => "每月",
        RecurrencePeriod.Quarter => "每季度",
        RecurrencePeriod.HalfYear => "每半年",
        RecurrencePeriod.Year => "每年",
    };
}
