using Gongbao.Kernel.Clauses;

namespace Gongbao.Kernel.Time;

/// <summary>What a segment does to the count.</summary>
public enum ClockSegmentKind
{
    /// <summary>The term runs (期限起算). A later run starts the whole term anew, as after a correction (补正) is received.</summary>
    Run,

    /// <summary>The count stands still (中止、不计入期限), as while a third party is consulted.</summary>
    Pause,

    /// <summary>The term is lengthened (延长) by <see cref="ClockSegment.Added"/>.</summary>
    Extension,
}

/// <summary>One thing that happened to a clock: when, why, and the clause that says so.</summary>
/// <param name="Kind">What it does to the count.</param>
/// <param name="StartAt">When it began. Counted in days, the day itself is not counted to a run, and is still counted under a pause.</param>
/// <param name="StopAt">When it ended; null while it lasts, and for an extension. The day on which a pause ends is not counted.</param>
/// <param name="Reason">A few Chinese words that fit into a sentence: 收到申请, 征求第三方意见.</param>
/// <param name="Source">The clause that orders or allows it; null where none is known.</param>
public sealed record ClockSegment(ClockSegmentKind Kind, DateTimeOffset StartAt, DateTimeOffset? StopAt, string Reason, ClauseRef? Source)
{
    /// <summary>What an extension adds, in the unit of the term; 0 for other kinds.</summary>
    public int Added { get; init; }

    /// <summary>The Beijing day on which it began.</summary>
    public DateOnly StartOn => StartAt.BeijingDate();

    /// <summary>The Beijing day on which it ended; null while it lasts.</summary>
    public DateOnly? StopOn => StopAt?.BeijingDate();
}
