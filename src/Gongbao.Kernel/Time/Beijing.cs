namespace Gongbao.Kernel.Time;

/// <summary>Beijing time (北京时间): the zone of every legal day. UTC+8 all the year.</summary>
public static class Beijing
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>Asia/Shanghai of the system, or the same rule where the system has no zones.</summary>
    public static TimeZoneInfo Zone { get; } =
        TimeZoneInfo.TryFindSystemTimeZoneById("Asia/Shanghai", out var zone) ? zone : TimeZoneInfo.CreateCustomTimeZone("Asia/Shanghai", Offset, "北京时间", "北京时间");

    /// <summary>The date in Beijing at an instant.</summary>
    public static DateOnly BeijingDate(this DateTimeOffset instant) => DateOnly.FromDateTime(instant.InBeijing().DateTime);

    /// <summary>The same instant as Beijing clocks show it.</summary>
    public static DateTimeOffset InBeijing(this DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>The instant at which a Beijing day begins.</summary>
    public static DateTimeOffset StartsAt(this DateOnly day) => At(day, TimeOnly.MinValue);

    /// <summary>The first instant after a Beijing day: a limit that includes the day is missed from then on.</summary>
    /// <source>《民法典》第二百零三条第二款：期间的最后一日的截止时间为二十四时</source>
    public static DateTimeOffset EndsAt(this DateOnly day) => day.AddDays(1).StartsAt();

    /// <summary>A Beijing day and time of day as an instant.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new(local, Zone.GetUtcOffset(local));
    }
}
