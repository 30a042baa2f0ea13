namespace Gongbao.Kernel.Time;

/// <summary>
/// The calendar of working days (工作日历): weekends are off, holidays are off, make-up days (调休) are worked. A day of a year whose
/// holiday notice is not out follows the weekend rule alone and is provisional. Immutable.
/// </summary>
/// <source>《全国年节及纪念日放假办法》; 国务院办公厅关于部分节假日安排的通知（逐年）; 《行政许可法》第八十二条</source>
public sealed class WorkCalendar
{
    private readonly Dictionary<DateOnly, CalendarDay> _named = [];
    private readonly SortedSet<int> _years;
    private readonly DateOnly _first;
    private readonly DateOnly _last;
    private readonly DateOnly[] _working;
    private readonly int[] _workedBefore;

    /// <param name="days">The holidays and make-up days of the notices.</param>
    /// <param name="publishedYears">Years whose notice is out; none is allowed, then every day is provisional.</param>
    /// <exception cref="ArgumentException">A day is named as holiday and as make-up day, or is neither.</exception>
    public WorkCalendar(IEnumerable<CalendarDay> days, IEnumerable<int> publishedYears)
    {
        _years = [.. publishedYears];
        foreach (var day in days)
        {
            if (day.Kind is not (CalendarDayKind.Holiday or CalendarDayKind.MakeUpWorkday))
                throw new ArgumentException($"{day.Date:O} is neither a holiday nor a make-up day.", nameof(days));
            if (_named.TryGetValue(day.Date, out var other) && other.Kind != day.Kind)
                throw new ArgumentException($"{day.Date:O} is named both as a day off and as a working day.", nameof(days));
            _named[day.Date] = day;
        }
        if (_years.Count == 0)
        {
            (_first, _last, _working, _workedBefore) = (DateOnly.MaxValue, DateOnly.MinValue, [], []);
            return;
        }

        (_first, _last) = (new(_years.Min, 1, 1), new(_years.Max, 12, 31));
        var working = new List<DateOnly>();
        _workedBefore = new int[_last.DayNumber - _first.DayNumber + 2];
        for (var day = _first; day <= _last; day = day.AddDays(1))
        {
            if (IsWorkingDay(day)) working.Add(day);
            _workedBefore[day.DayNumber - _first.DayNumber + 1] = working.Count;
        }
        _working = [.. working];
    }

    /// <summary>The last year whose holiday notice is out; null when none is.</summary>
    public int? LastPublishedYear => _years.Count > 0 ? _years.Max : null;

    /// <summary>Years whose notice is out, ascending.</summary>
    public IReadOnlyCollection<int> PublishedYears => _years;

    /// <summary>All holidays and make-up days, by date.</summary>
    public IReadOnlyList<CalendarDay> NamedDays => [.. _named.Values.OrderBy(d => d.Date)];

    /// <summary>A calendar that knows one more notice as well.</summary>
    public WorkCalendar With(int year, IEnumerable<CalendarDay> days) => new([.. _named.Values, .. days], [.. _years, year]);

    /// <summary>What a day is, and by what name.</summary>
    public CalendarDay DayOf(DateOnly date)
    {
        if (_named.TryGetValue(date, out var named)) return named with { IsProvisional = IsProvisional(date) };
        var kind = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? CalendarDayKind.Weekend : CalendarDayKind.Workday;
        return new(date, kind, null, IsProvisional(date));
    }

    public bool IsWorkingDay(DateOnly date) =>
        _named.TryGetValue(date, out var named) ? named.IsWorking : date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>Whether the notice of the day's year is not out: the day may still turn out otherwise.</summary>
    public bool IsProvisional(DateOnly date) => !_years.Contains(date.Year);

    /// <summary>The day on which a span of working days ends (次日起算): the day of receipt is not counted, the first working day after it is the first.</summary>
    /// <source>《民法典》第二百零一条; 《行政许可法》第八十二条</source>
    /// <param name="receivedOn">The day of the event, working day or not.</param>
    /// <param name="days">Working days; 0 gives the day of the event itself.</param>
    /// <returns>Always a date; ask <see cref="IsProvisional"/> whether it is settled.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is negative.</exception>
    public DateOnly AddWorkingDays(DateOnly receivedOn, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var day = receivedOn;
        for (var left = days; left > 0;)
        {
            if (day >= _first && day < _last)
            {
                var before = _workedBefore[day.DayNumber - _first.DayNumber + 1];
                if (before + left <= _working.Length) return _working[before + left - 1];
                left -= _working.Length - before;
                day = _last;
                if (left == 0) return _working[^1];
                continue;
            }
            day = day.AddDays(1);
            if (IsWorkingDay(day)) left--;
        }
        return day;
    }

    /// <summary>Working days after the first day and up to the second, which is counted; 0 when the second is not later.</summary>
    public int WorkingDaysBetween(DateOnly after, DateOnly through)
    {
        var count = 0;
        for (var day = after; day < through;)
        {
            if (day >= _first && day < _last)
            {
                var end = through < _last ? through : _last;
                count += _workedBefore[end.DayNumber - _first.DayNumber + 1] - _workedBefore[day.DayNumber - _first.DayNumber + 1];
                day = end;
                continue;
            }
            day = day.AddDays(1);
            if (IsWorkingDay(day)) count++;
        }
        return count;
    }

    /// <summary>The day itself where it is worked, else the next working day (顺延).</summary>
    /// <source>《民法典》第二百零三条; 《民事诉讼法》第八十五条</source>
    public DateOnly RollOn(DateOnly date) => IsWorkingDay(date) ? date : AddWorkingDays(date, 1);

    /// <summary>The end of a span that is not counted in working days, from a day that is not counted itself.</summary>
    /// <param name="startedOn">The day of the event.</param>
    /// <param name="term">Days, weeks, months or years; a month ends on the same day of a later month, or on its last where it has no such day.</param>
    /// <source>《民法典》第二百零一条、第二百零二条、第二百零三条</source>
    /// <exception cref="ArgumentOutOfRangeException">The term is counted in minutes or hours.</exception>
    public DateOnly EndOf(DateOnly startedOn, Term term)
    {
        var end = term.Unit switch
        {
            TimeUnit.Days => startedOn.AddDays(term.Amount),
            TimeUnit.Weeks => startedOn.AddDays(7 * term.Amount),
            TimeUnit.Months => startedOn.AddMonths(term.Amount),
            TimeUnit.Years => startedOn.AddYears(term.Amount),
            TimeUnit.WorkingDays => AddWorkingDays(startedOn, term.Amount),
            TimeUnit.Minutes or TimeUnit.Hours => throw new ArgumentOutOfRangeException(nameof(term), "Minutes and hours end at an instant, not on a day."),
        };
        return term.RollsOn ? RollOn(end) : end;
    }
}
