using Gongbao.Gazette.Validity;

namespace Gongbao.Gazette.Search.Index;

/// <summary>A document's states over time (效力沿革) in few bytes: for each period its first day and its state. They change with a row, as all of it does.</summary>
internal readonly struct StatePeriods
{
    private readonly (int From, ValidityState State)[] _periods;

    private StatePeriods((int, ValidityState)[] periods) => _periods = periods;

    /// <param name="timeline">As the index keeps it.</param>
    public static StatePeriods Of(string timeline) => new([.. ValidityTimeline.Parse(timeline).Periods.Select(p => (p.From.DayNumber, p.State))]);

    /// <summary>The state on a day, counted from 0001-01-01; null where there was no such document yet.</summary>
    public ValidityState? At(int day)
    {
        for (var i = _periods.Length - 1; i >= 0; i--)
            if (_periods[i].From <= day) return _periods[i].State;
        return null;
    }
}
