using Gongbao.Kernel.Time;

namespace Gongbao.Kernel.Tests.Time;

/// <summary>What can happen to a running term.</summary>
public enum ActKind
{
    Pause,
    Resume,
    Restart,
    Extend,
}

/// <summary>What happened, and on which day.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="On">The day in Beijing.</param>
/// <param name="Reason">The reason of a pause, and of the pause that a resumption ends; a resumption without one ends the pause that began last.</param>
/// <param name="Added">How much an extension adds, in the unit of the term.</param>
internal readonly record struct Act(ActKind Kind, DateOnly On, string? Reason = null, int Added = 0);

/// <summary>Days that are left out: after the first day, up to and with the last, which is null while nobody knows it.</summary>
internal readonly record struct LeftOut(string Reason, DateOnly From, DateOnly? To)
{
    public bool IsOpen => To is null;

    public bool Holds(DateOnly day) => day > From && (To is null || day <= To);
}

/// <summary>
/// The last day of a term, found as a clerk finds it with a finger on the wall calendar: day after day, from the day after the event.
/// Slow, and shares nothing with the kernel but the days that the yearly notices name; what the kernel counts is held against it.
/// </summary>
/// <source>
/// 《民法典》第二百零一条、第二百零二条、第二百零三条; 《行政许可法》第八十二条; 《政府信息公开条例》第三十条、第三十三条
/// </source>
internal sealed class DayByDayOracle
{
    private static readonly HashSet<DateOnly> Holidays = Named(CalendarDayKind.Holiday);
    private static readonly HashSet<DateOnly> MakeUpDays = Named(CalendarDayKind.MakeUpWorkday);

    private readonly List<LeftOut> _pauses = [];
    private readonly Term _term;
    private DateOnly _start;
    private int _amount;

    /// <param name="term">Working days, days or months.</param>
    /// <param name="receivedOn">The day of the event, which is not counted.</param>
    /// <param name="acts">What happened since, in order of recording, each of them allowed.</param>
    public DayByDayOracle(Term term, DateOnly receivedOn, IEnumerable<Act> acts)
    {
        (_term, _start, _amount) = (term, receivedOn, term.Amount);
        foreach (var act in acts) Happen(act);
    }

    /// <summary>Worked are the weekdays that no notice gives off, and the days at weekends that a notice has worked for them.</summary>
    public static bool IsWorked(DateOnly day) =>
        MakeUpDays.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Contains(day));

    /// <summary>The open pauses, in order of recording.</summary>
    public IReadOnlyList<LeftOut> Open() => _pauses.FindAll(p => p.IsOpen);

    /// <summary>The code of the refusal that one more act meets; null where it is allowed.</summary>
    public string? Refuses(Act act)
    {
        if (act.On < _start) return "clock.before-start";
        if (act.Kind != ActKind.Resume) return null;
        var ended = EndedBy(act);
        if (ended < 0) return "clock.not-paused";
        return act.On < _pauses[ended].From ? "clock.before-start" : null;
    }

    /// <summary>The last day of the term; null where the finger runs into a pause that is still open, for then nobody can say.</summary>
    public DateOnly? LastDay()
    {
        var left = _term.Unit == TimeUnit.Months ? DaysOfMonths() : _amount;
        var day = _start;
        while (left > 0)
        {
            day = day.AddDays(1);
            var isLeftOut = false;
            foreach (var pause in _pauses)
            {
                if (!pause.Holds(day)) continue;
                if (pause.IsOpen) return null;
                isLeftOut = true;
            }

            if (isLeftOut) continue;
            if (_term.Unit == TimeUnit.WorkingDays && !IsWorked(day)) continue;
            left--;
        }

        while (_term.RollsOn && !IsWorked(day)) day = day.AddDays(1);
        return day;
    }

    private void Happen(Act act)
    {
        switch (act.Kind)
        {
            case ActKind.Pause:
                _pauses.Add(new(act.Reason!, act.On, null));
                break;
            case ActKind.Resume:
                var ended = EndedBy(act);
                _pauses[ended] = _pauses[ended] with { To = act.On };
                break;
            case ActKind.Restart:
                (_start, _amount) = (act.On, _term.Amount);
                _pauses.Clear();
                break;
            case ActKind.Extend:
                _amount += act.Added;
                break;
        }
    }

    /// <summary>The pause that a resumption ends: the open one of its reason, or of all open ones that which began last; -1 where there is none.</summary>
    private int EndedBy(Act resumption)
    {
        var ended = -1;
        for (var i = 0; i < _pauses.Count; i++)
        {
            if (!_pauses[i].IsOpen || (resumption.Reason is { } reason && _pauses[i].Reason != reason)) continue;
            if (ended < 0 || _pauses[i].From >= _pauses[ended].From) ended = i;
        }

        return ended;
    }

    /// <summary>How many days the months have: up to the same day of the last month, or to its end where it has no such day.</summary>
    private int DaysOfMonths()
    {
        var days = 0;
        for (var day = _start; ; day = day.AddDays(1), days++)
        {
            var passed = ((day.Year - _start.Year) * 12) + day.Month - _start.Month;
            var isLastOfMonth = day.AddDays(1).Month != day.Month;
            if (passed == _amount && (day.Day == _start.Day || (isLastOfMonth && day.Day < _start.Day))) return days;
        }
    }

    private static HashSet<DateOnly> Named(CalendarDayKind kind) =>
        [.. Enumerable.Range(2022, 5).SelectMany(TestCalendar.DaysOf).Where(d => d.Kind == kind).Select(d => d.Date)];
}
