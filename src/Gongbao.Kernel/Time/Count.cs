namespace Gongbao.Kernel.Time;

/// <summary>Counts a clock to its end.</summary>
internal static class Count
{
    /// <summary>The last day; with null, how many days were still to count when the count came to stand.</summary>
    public static (DateOnly? On, int? Remaining) Day(Clock clock, WorkCalendar calendar)
    {
        var term = clock.Term;
        var cursor = clock.Run.StartOn;
        if (term.Unit is TimeUnit.Months or TimeUnit.Years) return (ByMonths(clock, calendar), null);

        var left = term.Unit == TimeUnit.Weeks ? 7 * clock.Amount : clock.Amount;
        foreach (var (from, to) in Merged(clock.Pauses.Select(p => (p.StartOn, p.StopOn))))
        {
            var counted = from <= cursor ? 0 : Between(cursor, from);
            if (counted >= left) break;
            if (to is not { } resumed) return (null, left - counted);
            left -= counted;
            if (resumed > cursor) cursor = resumed;
        }
        var end = term.Unit == TimeUnit.WorkingDays ? calendar.AddWorkingDays(cursor, left) : cursor.AddDays(left);
        return (term.RollsOn ? calendar.RollOn(end) : end, null);

        int Between(DateOnly after, DateOnly through) =>
            term.Unit == TimeUnit.WorkingDays ? calendar.WorkingDaysBetween(after, through) : through.DayNumber - after.DayNumber;
    }

    /// <summary>The end of minutes and hours; null while the count stands still before it.</summary>
    public static DateTimeOffset? Instant(Clock clock)
    {
        var end = clock.Run.StartAt + clock.Amount * (clock.Term.Unit == TimeUnit.Hours ? TimeSpan.FromHours(1) : TimeSpan.FromMinutes(1));
        foreach (var (from, to) in Merged(clock.Pauses.Select(p => (p.StartAt, p.StopAt))))
        {
            if (from >= end) break;
            if (to is not { } resumed) return null;
            end += resumed - from;
        }
        return end;
    }

    private static DateOnly? ByMonths(Clock clock, WorkCalendar calendar)
    {
        var start = clock.Run.StartOn;
        var end = clock.Term.Unit == TimeUnit.Months ? start.AddMonths(clock.Amount) : start.AddYears(clock.Amount);
        foreach (var (from, to) in Merged(clock.Pauses.Select(p => (p.StartOn, p.StopOn))))
        {
            if (from >= end) break;
            if (to is not { } resumed) return null;
            end = end.AddDays(resumed.DayNumber - from.DayNumber);
        }
        return clock.Term.RollsOn ? calendar.RollOn(end) : end;
    }

    /// <summary>Overlapping pauses as one; an open one is the last.</summary>
    private static IEnumerable<(T From, T? To)> Merged<T>(IEnumerable<(T From, T? To)> pauses) where T : struct, IComparable<T>
    {
        (T From, T? To)? held = null;
        foreach (var pause in pauses)
        {
            if (held is not { } before) held = pause;
            else if (before.To is not { } end) break;
            else if (pause.From.CompareTo(end) > 0)
            {
                yield return before;
                held = pause;
            }
            else if (pause.To is not { } later || later.CompareTo(end) > 0) held = (before.From, pause.To);
        }
        if (held is { } last) yield return last;
    }
}
