using Gongbao.Kernel.Directory;

namespace Gongbao.Ledger.Calendar;

/// <summary>A day in somebody's calendar: the share of one unit that is owed, or to be reported on, by then.</summary>
/// <param name="Share">Id of the share; the entry keeps it when its day moves.</param>
/// <param name="Obligation">Id of the obligation.</param>
/// <param name="On">The last day, inclusive.</param>
/// <param name="IsReport">True where a report is due by then on what has no last day (应报告日); false where the work itself is (到期日).</param>
/// <param name="Task">The obligation.</param>
/// <param name="UnitName">The unit's full name.</param>
/// <param name="Role">What it has to do in it.</param>
/// <param name="Source">The document and the place in it that order it.</param>
/// <param name="Explained">How the day follows, whole sentences.</param>
/// <param name="Version">How often something happened that may have moved the day: it never falls.</param>
/// <param name="ChangedAt">When that happened last, legal instant.</param>
internal sealed record CalendarEntry(
    Guid Share, Guid Obligation, DateOnly On, bool IsReport, string Task, string UnitName, DutyRole Role, string Source, string Explained, int Version, DateTimeOffset ChangedAt);

/// <summary>What a calendar shows.</summary>
/// <param name="Entries">The earliest day first.</param>
/// <param name="Total">How many there are; more than are shown where they are too many.</param>
internal sealed record DueCalendar(IReadOnlyList<CalendarEntry> Entries, int Total);
