namespace Gongbao.Ledger.States;

/// <summary>How far a share is, whatever the day.</summary>
internal enum AssignmentStage
{
    /// <summary>Something is owed (办理中).</summary>
    Open,

    /// <summary>The unit says it is done, nobody has looked yet (待核验).</summary>
    Submitted,

    /// <summary>Found done (已核验).</summary>
    Verified,

    /// <summary>Owed no more (已免除).</summary>
    Released,

    /// <summary>Given back as not the unit's own, as was agreed (已退回): somebody else has to do it.</summary>
    Returned,
}

/// <summary>What a share is called on a day. Computed, never stored.</summary>
internal enum AssignmentState
{
    /// <summary>按期推进</summary>
    OnTime,

    /// <summary>临近到期</summary>
    DueSoon,

    /// <summary>逾期</summary>
    Overdue,

    /// <summary>到期未报告：没有日期的任务，到了报告的日子还没有报告</summary>
    NoReport,

    /// <summary>待事情发生</summary>
    Waiting,

    /// <summary>待核验</summary>
    Submitted,

    /// <summary>已核验</summary>
    Verified,

    /// <summary>已免除</summary>
    Released,
}
