namespace Gongbao.Kernel.Time;

/// <summary>One day in the reckoning of a deadline.</summary>
/// <param name="Day">The day, with the holiday's name and whether it is provisional.</param>
/// <param name="Number">Which day of the term it is, from 1; null when it does not count.</param>
/// <param name="Why">Why it counts or not, in Chinese: 第3个工作日, 春节放假，不计.</param>
public sealed record DeadlineDay(CalendarDay Day, int? Number, string Why)
{
    public DateOnly Date => Day.Date;

    /// <summary>Whether it is one of the days of the term.</summary>
    public bool Counted => Number is not null;

    public bool IsProvisional => Day.IsProvisional;
}

/// <summary>Writes the reckoning day by day.</summary>
internal static class DeadlineDays
{
    public static IEnumerable<DeadlineDay> Of(Deadline deadline)
    {
        var (clock, calendar) = (deadline.Clock, deadline.Calendar);
        var working = clock.Term.Unit == TimeUnit.WorkingDays;
        ClockSegment[] pauses = [.. clock.Pauses];
        var start = clock.Run.StartOn;
        yield return new(calendar.DayOf(start), null, $"{clock.Run.Reason}当日，不计，次日起算");

        var number = 0;
        var last = deadline.On ?? pauses.First(p => p.StopAt is null).StartOn;
        var due = Nominal(deadline);
        for (var date = start.AddDays(1); date <= last; date = date.AddDays(1))
        {
            var day = calendar.DayOf(date);
            if (Array.Find(pauses, p => date > p.StartOn && !(date > p.StopOn)) is { } pause) yield return new(day, null, $"{pause.Reason}期间，不计");
            else if (date > due) yield return new(day, null, date == last ? $"{day.Say()}，期限届满" : $"{day.Say()}，顺延");
            else if (working && !day.IsWorking) yield return new(day, null, $"{day.Say()}，不计");
            else
            {
                number++;
                yield return new(day, number, Counting(number, date));
            }
        }

        string Counting(int n, DateOnly date)
        {
            var counted = working ? $"第{n}个工作日" : $"第{n}日";
            if (calendar.DayOf(date) is { Kind: CalendarDayKind.MakeUpWorkday } madeUp && working) counted += $"（{madeUp.Say()}）";
            if (working && n > clock.Term.Amount) counted += "（延长期内）";
            if (date != due || deadline.On is null) return counted;
            return date == last ? $"{counted}，期限届满" : $"{counted}，届满日是{calendar.DayOf(date).Say()}，顺延";
        }
    }

    /// <summary>The end before it is moved on to a working day.</summary>
    private static DateOnly Nominal(Deadline deadline)
    {
        if (!deadline.Clock.Term.RollsOn) return deadline.On ?? DateOnly.MaxValue;
        var plain = Clock.From(deadline.Clock.Term with { RollsOn = false }, deadline.Clock.Segments);
        return plain.DueBy(deadline.Calendar).On ?? DateOnly.MaxValue;
    }
}
