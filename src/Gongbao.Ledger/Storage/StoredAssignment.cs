using Gongbao.Kernel.Directory;
using Gongbao.Ledger.States;

namespace Gongbao.Ledger.Storage;

/// <summary>
/// The share of one unit in an obligation (分工). From <see cref="Stage"/> on stands what the acts come to by now, kept for lists: written anew in the unit
/// that adds an act, and by a re-projection where the calendar or the city's rules changed; by nothing else.
/// </summary>
internal sealed class StoredAssignment
{
    /// <summary>More shares than an obligation has: the step of <see cref="Position"/> from one obligation to the next.</summary>
    private const int MostShares = 1_000;

    public required Guid Id { get; init; }

    public required Guid ObligationId { get; init; }

    public required Guid ProgrammeId { get; init; }

    /// <summary>Directory id of the unit.</summary>
    public required string Unit { get; init; }

    public required DutyRole Role { get; init; }

    /// <summary>The words that name the unit: its own name, or that of a group it is in.</summary>
    public required string Printed { get; init; }

    /// <summary>True where a group names it (各县（市、区）人民政府).</summary>
    public required bool ByGroup { get; init; }

    /// <summary>Place among the units of the obligation, from 1.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The legal day on which the unit was given it.</summary>
    public required DateOnly SharesSince { get; init; }

    public AssignmentStage Stage { get; set; }

    /// <summary>The last day for what is owed next; null where nothing is owed by a day.</summary>
    public DateOnly? OwedOn { get; set; }

    /// <summary>The last day for the next report of what has no day; null for what has one, and where nothing more is owed.</summary>
    public DateOnly? ReportBy { get; set; }

    public DateOnly? LastReportOn { get; set; }

    /// <summary>The day on which the unit said that it was done, once that is not taken back; null until then.</summary>
    public DateOnly? DoneOn { get; set; }

    /// <summary>Whether it was done after its last day.</summary>
    public bool WasLate { get; set; }

    /// <summary>Whether the unit wrote a measure for it.</summary>
    public bool HasMeasure { get; set; }

    /// <summary>Whether nothing more is owed.</summary>
    public bool IsSettled { get; set; }

    /// <summary><see cref="OwedOn"/> or else <see cref="ReportBy"/>; <see cref="Never"/> where there is neither, so that lists by day run along an index.</summary>
    public DateOnly NextOn { get; set; } = Never;

    /// <summary>Its place among all shares of the programme, by obligation and unit.</summary>
    public int Position { get; set; }

    /// <summary>The day of the event from which <see cref="WorkingDays"/> are counted to <see cref="OwedOn"/>; null where that day does not depend on the calendar.</summary>
    public DateOnly? CountedFrom { get; set; }

    /// <summary>So many working days are counted; null as <see cref="CountedFrom"/>.</summary>
    public int? WorkingDays { get; set; }

    /// <summary>Stands behind every day.</summary>
    public static DateOnly Never { get; } = DateOnly.MaxValue;

    /// <summary>Writes what the acts come to.</summary>
    /// <param name="standing">By the acts up to now.</param>
    /// <param name="obligation">Ordinal of the obligation.</param>
    /// <param name="hasMeasure">Whether the unit wrote a measure.</param>
    public void Show(Standing standing, int obligation, bool hasMeasure)
    {
        (Stage, OwedOn, ReportBy, LastReportOn, DoneOn, WasLate) = (standing.Stage, standing.OwedOn, standing.ReportBy, standing.LastReportOn, standing.DoneOn, standing.WasLate);
        (IsSettled, HasMeasure, NextOn, Position) = (standing.IsSettled, hasMeasure, OwedOn ?? ReportBy ?? Never, obligation * MostShares + Ordinal);
        (CountedFrom, WorkingDays) = (standing.Counted?.From, standing.Counted?.WorkingDays);
    }
}
