using Gongbao.Platform.Store;

namespace Gongbao.Ledger.Handover;

/// <summary>How far a handover is.</summary>
internal enum HandoverState
{
    /// <summary>Waits for the successor (待接收).</summary>
    Waiting,

    /// <summary>The successor took it over (已接收).</summary>
    Confirmed,

    /// <summary>The successor did not take it over, with a reason (已退回).</summary>
    Declined,
}

/// <summary>
/// A handover of the work of a unit (工作交接) from one account to another: a list of what was open on the day, which does not change afterwards. Shares
/// stay with the unit; who may report is a matter of roles, which an administrator gives.
/// </summary>
internal sealed class StoredHandover : IRevised
{
    public required Guid Id { get; init; }

    /// <summary>Directory id of the unit.</summary>
    public required string Unit { get; init; }

    /// <summary>The account that leaves the work.</summary>
    public required Guid Leaver { get; init; }

    /// <summary>The account that takes it over.</summary>
    public required Guid Successor { get; init; }

    public required string Reason { get; init; }

    /// <summary>The post whose measures get another owner; null where none do.</summary>
    public required string? OldPost { get; init; }

    /// <summary>The post that answers for them once it is confirmed; null where none do.</summary>
    public required string? NewPost { get; init; }

    /// <summary>The legal day of the list.</summary>
    public required DateOnly MadeOn { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Who made it, by id.</summary>
    public required string MadeBy { get; init; }

    public HandoverState State { get; set; }

    /// <summary>When the successor answered; null while it waits.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>What the successor said; null where nothing.</summary>
    public string? Answer { get; set; }

    public long Revision { get; private set; }
}

/// <summary>What a line of a handover is about.</summary>
internal enum HandoverLineKind
{
    /// <summary>A share that is open or waits for a verdict (分工).</summary>
    Share,

    /// <summary>Something that was asked for and not answered yet (待答复的申请).</summary>
    Request,

    /// <summary>A measure of an open share (措施).</summary>
    Measure,
}

/// <summary>One line of the list, as it was on the day.</summary>
internal sealed class StoredHandoverLine
{
    public required Guid Id { get; init; }

    public required Guid HandoverId { get; init; }

    /// <summary>Place in the list, from 1.</summary>
    public required int Ordinal { get; init; }

    public required HandoverLineKind Kind { get; init; }

    public required Guid ObligationId { get; init; }

    public required Guid AssignmentId { get; init; }

    /// <summary>The request or the measure, by its act; null for a share.</summary>
    public required Guid? ActId { get; init; }

    /// <summary>Document and number of the obligation, as 清市府办发〔2025〕6号第4项.</summary>
    public required string Source { get; init; }

    /// <summary>The task, the request or the measure.</summary>
    public required string Words { get; init; }

    /// <summary>How it stood on the day, in words.</summary>
    public required string State { get; init; }

    /// <summary>The last day for it; null where none was set.</summary>
    public required DateOnly? Day { get; init; }

    /// <summary>Of a measure the post that answered for it; null for other lines.</summary>
    public required string? Owner { get; init; }
}
