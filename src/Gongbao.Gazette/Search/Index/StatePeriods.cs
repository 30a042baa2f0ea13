using System.Globalization;
using Gongbao.Gazette.Validity;

namespace Gongbao.Gazette.Search.Index;

/// <summary>
/// A row's states over time (效力沿革) in few bytes: for each period its first day and its state, and the days on which its document has the
/// row's words. They change with a row, as all of it does.
/// </summary>
internal readonly struct StatePeriods
{
    private const char BeforeDays = '@';
    private readonly (int From, ValidityState State)[] _periods;

    private StatePeriods((int, ValidityState)[] periods, WordingDays days) => (_periods, Days) = (periods, days);

    /// <summary>The days on which the document has these words.</summary>
    public WordingDays Days { get; }

    /// <param name="states">As <see cref="Write"/> writes them.</param>
    public static StatePeriods Of(string states)
    {
        var at = states.IndexOf(BeforeDays, StringComparison.Ordinal);
        var timeline = at < 0 ? states : states[..at];
        return new([.. ValidityTimeline.Parse(timeline).Periods.Select(p => (p.From.DayNumber, p.State))], at < 0 ? WordingDays.Always : ReadDays(states[(at + 1)..]));
    }

    /// <summary>As the index keeps them: the timeline and, of a document that has several wordings, <c>@738000-738365</c>.</summary>
    public static string Write(string timeline, WordingDays days) =>
        days == WordingDays.Always ? timeline : string.Create(CultureInfo.InvariantCulture, $"{timeline}{BeforeDays}{days.From}-{days.Until}");

    /// <summary>The state on a day, counted from 0001-01-01; null where there was no such document yet, or it had other words.</summary>
    public ValidityState? At(int day)
    {
        if (!Days.Hold(day)) return null;
        for (var i = _periods.Length - 1; i >= 0; i--)
            if (_periods[i].From <= day) return _periods[i].State;
        return null;
    }

    /// <summary>The day nearest to another on which the document was there and had these words; null where there never was one.</summary>
    public int? NearestTo(int day)
    {
        var first = Math.Max(_periods[0].From, Days.From ?? 0);
        if (Days.Until <= first) return null;
        return day < first ? first : Days.Until is { } until && day >= until ? until - 1 : day;
    }

    private static WordingDays ReadDays(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return new(Day(text[..dash]), Day(text[(dash + 1)..]));

        static int? Day(string number) => number.Length == 0 ? null : int.Parse(number, CultureInfo.InvariantCulture);
    }
}
