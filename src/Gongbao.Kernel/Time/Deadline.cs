using System.Globalization;

namespace Gongbao.Kernel.Time;

/// <summary>When a clock runs out (到期日) by one calendar, and why.</summary>
public sealed class Deadline
{
    internal Deadline(Clock clock, WorkCalendar calendar)
    {
        (Clock, Calendar) = (clock, calendar);
        if (clock.Term.IsExact)
        {
            EndsAt = Count.Instant(clock);
            On = EndsAt?.BeijingDate();
            return;
        }

        (On, Remaining) = Count.Day(clock, calendar);
        EndsAt = On?.EndsAt();
        IsProvisional = On is { } last && (clock.Term.Unit == TimeUnit.WorkingDays || clock.Term.RollsOn)
            && Enumerable.Range(clock.Run.StartOn.Year, last.Year - clock.Run.StartOn.Year + 1).Any(y => calendar.IsProvisional(new(y, 1, 1)));
    }

    public Clock Clock { get; }

    public WorkCalendar Calendar { get; }

    /// <summary>The last day on which it is kept, Beijing date, inclusive; null while the count stands still before the end.</summary>
    public DateOnly? On { get; }

    /// <summary>The first instant at which it is missed: midnight after <see cref="On"/>, or the very end of minutes and hours. Null as <see cref="On"/>.</summary>
    public DateTimeOffset? EndsAt { get; }

    /// <summary>Days of the term that are still to count, while the count stands still; null otherwise, and for minutes, hours, months and years.</summary>
    public int? Remaining { get; }

    /// <summary>Whether a holiday notice that is not out yet may still move it.</summary>
    public bool IsProvisional { get; }

    /// <summary>Whether the term has run out at an instant; false while the count stands still. A settled clock is judged by when it was settled.</summary>
    public bool IsMissedAt(DateTimeOffset now) => (Clock.StoppedAt ?? now) >= EndsAt;

    /// <summary>Every day from the event to the end with what it counted for; of a halted clock, the days up to the pause. Empty for minutes and hours.</summary>
    public IReadOnlyList<DeadlineDay> Explain() => Clock.Term.IsExact ? [] : [.. DeadlineDays.Of(this)];

    /// <summary>The reckoning as one Chinese sentence.</summary>
    public string Say()
    {
        var run = Clock.Run;
        var span = Clock.Amount == Clock.Term.Amount ? $"{Clock.Term}" : $"{Clock.Term with { Amount = Clock.Amount }}（含延长）";
        var from = Clock.Term.IsExact ? $"自{Moment(run.StartAt)}{run.Reason}起算{span}" : $"自{Chinese(run.StartOn)}{run.Reason}的次日起算{span}";
        var pauses = string.Concat(Clock.Pauses.Where(p => p.StopAt is null || On is null || p.StartOn <= On)
            .Select(p => p.StopAt is null ? $"，{p.Reason}期间不计" : $"，{p.Reason}期间（至{Chinese(p.StopOn!.Value)}）不计"));
        var end = (On, EndsAt) switch
        {
            (null, _) => "，目前中止计算，恢复后才能确定到期日",
            (_, { } instant) when Clock.Term.IsExact => $"，到{Moment(instant)}届满",
            ({ } day, _) => $"，到{Chinese(day)}届满",
        };
        return from + pauses + end + (IsProvisional ? "（放假安排尚未公布，暂定）。" : "。");

        static string Moment(DateTimeOffset instant) => instant.InBeijing().ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>The deadline by a calendar that knows more, with the change.</summary>
    /// <returns>Null when neither the day nor its certainty changes.</returns>
    public Reprojection? Reproject(WorkCalendar grown)
    {
        var now = new Deadline(Clock, grown);
        return now.On == On && now.IsProvisional == IsProvisional ? null : new(this, now);
    }

    internal static string Chinese(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
