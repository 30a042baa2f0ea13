using System.Globalization;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.States;

namespace Gongbao.Ledger.Charts;

/// <summary>An obligation on a day of the calendar, with the shares that have that day.</summary>
internal sealed record DayEntry(DateOnly Day, ObligationSpan Span, IReadOnlyList<ShareSpan> Shares)
{
    public int Late => Shares.Count(s => s.Row.Standing.State is AssignmentState.Overdue);

    /// <summary>Whether nothing more is owed, or everything waits for a verdict.</summary>
    public bool IsDone => Shares.All(s => s.Row.Standing.Stage is not AssignmentStage.Open);

    public string Says => string.Join("、", StateWords.All.Select(s => (State: s, Count: Shares.Count(x => x.Row.Standing.State == s))).Where(c => c.Count > 0).Select(c => $"{StateWords.Of(c.State)} {c.Count} 家"));
}

/// <summary>A day as the calendar shows it.</summary>
/// <param name="Day">What the work calendar says of it.</param>
/// <param name="IsInMonth">False for the days before and after that fill the weeks.</param>
/// <param name="Entries">What has its last day on it.</param>
internal sealed record CalendarCell(CalendarDay Day, bool IsInMonth, IReadOnlyList<DayEntry> Entries);

/// <summary>One month of a programme (日历): weeks from Monday on, each day with what falls due on it.</summary>
internal sealed record MonthView(DateOnly First, IReadOnlyList<IReadOnlyList<CalendarCell>> Weeks, IReadOnlyList<DayEntry> Entries)
{
    /// <summary>Every obligation on every day that one of its shares has; one whose shares have different days stands on each of them.</summary>
    public static IReadOnlyList<DayEntry> EntriesOf(IEnumerable<ObligationSpan> spans) =>
        [.. spans.SelectMany(o => o.Shares.Where(s => s.Day is not null).GroupBy(s => s.Day!.Value).Select(g => new DayEntry(g.Key, o, [.. g]))).OrderBy(e => e.Day).ThenBy(e => e.Span.Row.Obligation.Ordinal)];

    /// <param name="month">A day of the month.</param>
    /// <param name="entries">Those of all months.</param>
    /// <param name="calendar">The work calendar.</param>
    public static MonthView Of(DateOnly month, IEnumerable<DayEntry> entries, WorkCalendar calendar)
    {
        var first = FirstOf(month);
        var own = entries.Where(e => FirstOf(e.Day) == first).ToList();
        var byDay = own.ToLookup(e => e.Day);
        var monday = first.AddDays(-(((int)first.DayOfWeek + 6) % 7));
        var weeks = (first.AddMonths(1).DayNumber - monday.DayNumber + 6) / 7;
        return new(first, [.. Enumerable.Range(0, weeks).Select(w => Enumerable.Range(0, 7).Select(d => monday.AddDays((w * 7) + d)).Select(day => new CalendarCell(calendar.DayOf(day), FirstOf(day) == first, FirstOf(day) == first ? [.. byDay[day]] : [])).ToList())], own);
    }

    public static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>Reads <c>2023-06</c>; null for anything else, and for a month that no calendar can show.</summary>
    public static DateOnly? Parse(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month.Year is > 1900 and < 9000 ? month : null;

    public static string Key(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
