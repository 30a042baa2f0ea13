namespace Gongbao.Ledger.Handover;

/// <summary>What pages call handovers and their lines.</summary>
internal static class HandoverWords
{
    public static string Of(HandoverState state) => state switch
    {
        HandoverState.Waiting => "待接收",
        HandoverState.Confirmed => "已接收",
        HandoverState.Declined => "已退回",
    };

    public static string Of(HandoverLineKind kind) => kind switch
    {
        HandoverLineKind.Share => "还在办理的任务",
        HandoverLineKind.Request => "等待答复的申请、困难和建议",
        HandoverLineKind.Measure => "措施",
    };

    /// <summary>How the journal names an account.</summary>
    public static string ActorOf(Guid account) => $"account:{account:N}";
}
