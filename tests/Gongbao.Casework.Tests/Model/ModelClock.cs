using Gongbao.Kernel.Time;

namespace Gongbao.Casework.Tests.Model;

/// <summary>Days off and make-up days as the model knows them: two sets and the days of the week.</summary>
internal sealed class ModelCalendar(IReadOnlySet<DateOnly> off, IReadOnlySet<DateOnly> made)
{
    public bool IsWorking(DateOnly day) => made.Contains(day) || (!off.Contains(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    /// <summary>The same for the engine.</summary>
    public WorkCalendar ForEngine(int year) => new([.. off.Select(d => CalendarDay.Holiday(d, "假日")), .. made.Select(d => CalendarDay.MakeUp(d, "假日"))], [year]);
}

/// <summary>A time during which a clock of the model stands still.</summary>
internal sealed record Standstill(DateTimeOffset From, DateTimeOffset? To, string Why);

/// <summary>A time limit as somebody reckons it with a finger on a wall calendar: day by day, or minute by minute. Shares nothing with the kernel's clock.</summary>
internal sealed class ModelClock(Term term, DateTimeOffset startAt)
{
    private readonly List<Standstill> _still = [];
    private DateTimeOffset? _ends;
    private bool _reckoned;

    public DateTimeOffset StartAt { get; private set; } = startAt;

    public DateTimeOffset? StoppedAt { get; private set; }

    public bool Runs => StoppedAt is null;

    public bool IsPaused => Runs && _still.Any(s => s.To is null);

    /// <summary>By how much it was lengthened since it began, and how often.</summary>
    public (int Amount, int Times) Extended { get; private set; }

    /// <summary>Whether its end has been dealt with.</summary>
    public bool IsExpired { get; set; }

    public bool StandsStillFor(string why) => _still.Any(s => s.To is null && s.Why == why);

    public void Pause(DateTimeOffset at, string why) => Change(() => _still.Add(new(at, null, why)));

    public void Resume(DateTimeOffset at, string why) => Change(() =>
    {
        var i = _still.FindLastIndex(s => s.To is null && s.Why == why);
        _still[i] = _still[i] with { To = at < _still[i].From ? _still[i].From : at };
    });

    /// <summary>Begins anew; what it stands still for it goes on standing still for.</summary>
    public void Restart(DateTimeOffset at) => Change(() =>
    {
        var open = _still.Where(s => s.To is null).Select(s => s with { From = at }).ToList();
        _still.Clear();
        _still.AddRange(open);
        (StartAt, Extended, IsExpired) = (at, (0, 0), false);
    });

    public void Extend(int by) => Change(() => Extended = (Extended.Amount + by, Extended.Times + 1));

    public void Stop(DateTimeOffset at) => StoppedAt ??= at < StartAt ? StartAt : at;

    /// <summary>The first instant at which it is missed; null while it stands still before that.</summary>
    public DateTimeOffset? EndsAt(ModelCalendar calendar)
    {
        if (!_reckoned) (_ends, _reckoned) = (term.Unit is TimeUnit.Minutes or TimeUnit.Hours ? ByMinutes() : ByDays(calendar), true);
        return _ends;
    }

    private DateTimeOffset? ByMinutes()
    {
        var left = (term.Amount + Extended.Amount) * (term.Unit == TimeUnit.Hours ? 60 : 1);
        var now = StartAt;
        while (left > 0)
        {
            if (_still.Find(s => s.From <= now && !(s.To <= now)) is { } still)
            {
                if (still.To is not { } on) return null;
                now = on;
                continue;
            }
            now = now.AddMinutes(1);
            left--;
        }
        return now;
    }

    private DateTimeOffset? ByDays(ModelCalendar calendar)
    {
        var amount = term.Amount + Extended.Amount;
        var day = DayOf(StartAt);
        var left = term.Unit switch
        {
            TimeUnit.Weeks => 7 * amount,
            TimeUnit.Months => day.AddMonths(amount).DayNumber - day.DayNumber,
            TimeUnit.Years => day.AddYears(amount).DayNumber - day.DayNumber,
            _ => amount,
        };
        while (left > 0)
        {
            day = day.AddDays(1);
            // The day on which it comes to stand is counted still, the day on which it goes on is not.
            if (_still.Find(s => day > DayOf(s.From) && !(s.To is { } to && day > DayOf(to))) is { } still)
            {
                if (still.To is null) return null;
                continue;
            }
            if (term.Unit != TimeUnit.WorkingDays || calendar.IsWorking(day)) left--;
        }
        while (term.RollsOn && !calendar.IsWorking(day)) day = day.AddDays(1);
        return new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8));
    }

    private void Change(Action change)
    {
        change();
        _reckoned = false;
    }

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(TimeSpan.FromHours(8)).DateTime);
}
