namespace Gongbao.Ledger.Desk;

/// <summary>When something is due, as who has to do it sees it.</summary>
internal enum WorkWhen
{
    /// <summary>Its day is past (已过期).</summary>
    Overdue,

    /// <summary>By the Sunday of this week (本周).</summary>
    ThisWeek,

    /// <summary>By the end of this month (本月).</summary>
    ThisMonth,

    /// <summary>Later than that (以后).</summary>
    Later,

    /// <summary>No day is set, or nothing is owed at the moment (没有日期).</summary>
    NoDay,
}

/// <summary>Puts work under the time by which it is due.</summary>
internal static class WorkWhens
{
    /// <param name="day">The last day, inclusive; null where none is set.</param>
    /// <param name="today">The legal day.</param>
    public static WorkWhen Of(DateOnly? day, DateOnly today) => day switch
    {
        null => WorkWhen.NoDay,
        { } known when known < today => WorkWhen.Overdue,
        { } known when known <= today.AddDays((7 - (int)today.DayOfWeek) % 7) => WorkWhen.ThisWeek,
        { } known when (known.Year, known.Month) == (today.Year, today.Month) => WorkWhen.ThisMonth,
        _ => WorkWhen.Later,
    };

    public static string Name(WorkWhen when) => when switch
    {
        WorkWhen.Overdue => "已过期",
        WorkWhen.ThisWeek => "本周",
        WorkWhen.ThisMonth => "本月",
        WorkWhen.Later => "以后",
        WorkWhen.NoDay => "没有日期",
    };
}
