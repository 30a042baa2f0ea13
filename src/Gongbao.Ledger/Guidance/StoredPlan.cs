using Gongbao.Platform.Store;

namespace Gongbao.Ledger.Guidance;

/// <summary>That units have to file a plan for a programme (推进方案、实施方案). Of a programme the newest counts.</summary>
internal sealed class StoredPlanCall
{
    public required Guid Id { get; init; }

    public required Guid ProgrammeId { get; init; }

    /// <summary>The units in words, as the document orders: 各县（市、区）人民政府，高新区管委会.</summary>
    public required string Units { get; init; }

    /// <summary>The place in the document that orders it, as a citation names it; null where none is named.</summary>
    public required string? Place { get; init; }

    /// <summary>The last day, inclusive; null where none is set.</summary>
    public required DateOnly? DueOn { get; init; }

    public required DateOnly CalledOn { get; init; }

    public required DateTimeOffset CalledAt { get; init; }

    public required string CalledBy { get; init; }
}

/// <summary>A plan that a unit filed for a programme. A newer one takes its place; all are kept.</summary>
internal sealed class StoredPlan
{
    public required Guid Id { get; init; }

    public required Guid ProgrammeId { get; init; }

    /// <summary>Directory id of the unit.</summary>
    public required string Unit { get; init; }

    public required string Title { get; init; }

    /// <summary>The day that the plan bears.</summary>
    public required DateOnly DatedOn { get; init; }

    /// <summary>The legal day on which it was filed.</summary>
    public required DateOnly FiledOn { get; init; }

    public required DateTimeOffset FiledAt { get; init; }

    public required string FiledBy { get; init; }

    /// <summary>An address; null where a file was given.</summary>
    public required string? Link { get; init; }

    /// <summary>Under which name the bytes are stored; null where a link was given.</summary>
    public required string? File { get; init; }

    /// <summary>What the file was called; null where a link was given.</summary>
    public required string? FileName { get; init; }

    /// <summary>Bytes; null where a link was given.</summary>
    public required long? FileLength { get; init; }
}

/// <summary>Good experience (典型经验): what a unit did about an obligation, marked with why, and promoted.</summary>
internal sealed class StoredExperience : IRevised
{
    public required Guid Id { get; init; }

    public required Guid ProgrammeId { get; init; }

    public required Guid ObligationId { get; init; }

    /// <summary>The report in which it stands; null where the whole obligation is meant.</summary>
    public required Guid? ReportId { get; init; }

    /// <summary>Directory id of the unit whose experience it is.</summary>
    public required string Unit { get; init; }

    public required string Title { get; init; }

    /// <summary>What was done, as it may be promoted.</summary>
    public required string Text { get; init; }

    /// <summary>Why it is good.</summary>
    public required string Why { get; init; }

    public required DateOnly MarkedOn { get; init; }

    public required string MarkedBy { get; init; }

    /// <summary>The legal day since when everybody may read it; null until then.</summary>
    public DateOnly? PromotedOn { get; set; }

    public string? PromotedBy { get; set; }

    /// <summary>The legal day on which it was taken back; null while it stands.</summary>
    public DateOnly? TakenBackOn { get; set; }

    /// <summary>Why it was taken back.</summary>
    public string? TakenBackWhy { get; set; }

    public string? TakenBackBy { get; set; }

    public long Revision { get; private set; }
}
