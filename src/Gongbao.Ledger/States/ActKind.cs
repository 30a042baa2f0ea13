namespace Gongbao.Ledger.States;

/// <summary>What may be done about an obligation.</summary>
internal enum ActKind
{
    /// <summary>It was accepted into the ledger (纳入台账).</summary>
    Accepted,

    /// <summary>A person said what the limit is, where the document does not (认定时限).</summary>
    LimitDecided,

    /// <summary>A higher authority set another limit (上级另定时限).</summary>
    LimitOverridden,

    /// <summary>The event from which the limit is counted happened (事情发生).</summary>
    EventHappened,

    /// <summary>A unit was given a share (增列单位).</summary>
    UnitAdded,

    /// <summary>A unit reported (报告进展).</summary>
    Reported,

    /// <summary>A report of completion was found true (核验通过).</summary>
    Verified,

    /// <summary>A report of completion was sent back with a reason (退回重办).</summary>
    SentBack,

    /// <summary>A share or the whole is owed no more (免除).</summary>
    Released,

    /// <summary>A unit asked for more time (申请延期).</summary>
    ExtensionAsked,

    /// <summary>More time was given (同意延期).</summary>
    ExtensionGranted,

    /// <summary>More time was not given (不同意延期).</summary>
    ExtensionDeclined,

    /// <summary>A unit said that the work is not its own (退回改派).</summary>
    ReturnAsked,

    /// <summary>It was agreed: the share is released (同意退回).</summary>
    ReturnGranted,

    /// <summary>It was not agreed (不同意退回).</summary>
    ReturnDeclined,

    /// <summary>A unit raised a difficulty or made a suggestion (反映困难、提出建议).</summary>
    Raised,

    /// <summary>The difficulty or suggestion was answered (答复).</summary>
    Answered,

    /// <summary>A unit wrote the measure it takes, with the day by which (制定措施).</summary>
    MeasureWritten,

    /// <summary>A report was made public (公开进展).</summary>
    MadePublic,

    /// <summary>The measure got another post that answers for it, as its work was handed over (措施改由他岗负责).</summary>
    MeasureReassigned,

    /// <summary>It waits for another obligation (设定前置任务).</summary>
    AwaitSet,

    /// <summary>It waits for it no longer (取消前置任务).</summary>
    AwaitRemoved,

    /// <summary>It is the same task as one of another document (认定为同一任务).</summary>
    SameTask,

    /// <summary>It is not the same task, however alike the words (认定为不是同一任务).</summary>
    NotSameTask,

    /// <summary>The follow-up office said what has to be shown (证明材料要求).</summary>
    EvidenceWanted,

    /// <summary>The follow-up office had the unit's people told once more (催办).</summary>
    Reminded,
}
