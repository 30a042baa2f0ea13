namespace Gongbao.Kernel.Time;

/// <summary>What a day is in the work calendar.</summary>
public enum CalendarDayKind
{
    /// <summary>Monday to Friday, nothing published.</summary>
    Workday,

    /// <summary>Saturday or Sunday, nothing published.</summary>
    Weekend,

    /// <summary>A day off that the holiday notice names (放假), on whatever day of the week.</summary>
    Holiday,

    /// <summary>A Saturday or Sunday that the holiday notice makes a working day (调休上班).</summary>
    MakeUpWorkday,
}

/// <summary>One day of the work calendar.</summary>
/// <param name="Date">Beijing date.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The holiday it belongs to, as 春节; null for ordinary days.</param>
/// <param name="IsProvisional">Whether the notice of its year is not published yet, so that it may still change.</param>
public sealed record CalendarDay(DateOnly Date, CalendarDayKind Kind, string? Name = null, bool IsProvisional = false)
{
    private const string Weekdays = "日一二三四五六";

    public static CalendarDay Holiday(DateOnly date, string name) => new(date, CalendarDayKind.Holiday, name);

    public static CalendarDay MakeUp(DateOnly date, string name) => new(date, CalendarDayKind.MakeUpWorkday, name);

    /// <summary>Whether it counts as a working day (工作日).</summary>
    public bool IsWorking => Kind is CalendarDayKind.Workday or CalendarDayKind.MakeUpWorkday;

    /// <summary>周二, 周六休息, 春节放假, 春节调休上班.</summary>
    public string Say() => Kind switch
    {
        CalendarDayKind.Workday => Weekday,
        CalendarDayKind.Weekend => $"{Weekday}休息",
        CalendarDayKind.Holiday => $"{Name}放假",
        CalendarDayKind.MakeUpWorkday => $"{Name}调休上班",
    };

    /// <summary>周日 to 周六.</summary>
    public string Weekday => $"周{Weekdays[(int)Date.DayOfWeek]}";
}
