using Gongbao.Kernel.Directory;
using Gongbao.Web.Components;

namespace Gongbao.Ledger.States;

/// <summary>What pages and data call states, acts and parts.</summary>
internal static class StateWords
{
    public static IReadOnlyList<AssignmentState> All { get; } = Enum.GetValues<AssignmentState>();

    public static string Of(AssignmentState state) => state switch
    {
        AssignmentState.OnTime => "按期推进",
        AssignmentState.DueSoon => "临近到期",
        AssignmentState.Overdue => "逾期",
        AssignmentState.NoReport => "到期未报告",
        AssignmentState.Waiting => "待事情发生",
        AssignmentState.Submitted => "待核验",
        AssignmentState.Verified => "已核验",
        AssignmentState.Released => "已免除",
    };

    public static Tone ToneOf(AssignmentState state) => state switch
    {
        AssignmentState.Overdue => Tone.Bad,
        AssignmentState.NoReport or AssignmentState.DueSoon => Tone.Doubt,
        AssignmentState.Verified => Tone.Good,
        AssignmentState.Submitted => Tone.Accent,
        _ => Tone.Plain,
    };

    public static string Of(DutyRole role) => role switch
    {
        DutyRole.Lead => "牵头",
        DutyRole.Responsible => "责任",
        DutyRole.Supporting => "配合",
    };

    public static string Of(ActKind kind) => kind switch
    {
        ActKind.Accepted => "纳入台账",
        ActKind.LimitDecided => "认定时限",
        ActKind.LimitOverridden => "上级另定时限",
        ActKind.EventHappened => "登记事情发生",
        ActKind.UnitAdded => "增列单位",
        ActKind.Reported => "报告进展",
        ActKind.Verified => "核验通过",
        ActKind.SentBack => "退回重办",
        ActKind.Released => "免除",
        ActKind.ExtensionAsked => "申请延期",
        ActKind.ExtensionGranted => "同意延期",
        ActKind.ExtensionDeclined => "不同意延期",
        ActKind.ReturnAsked => "退回改派",
        ActKind.ReturnGranted => "同意退回",
        ActKind.ReturnDeclined => "不同意退回",
        ActKind.Raised => "反映困难或者建议",
        ActKind.Answered => "答复",
        ActKind.MeasureWritten => "制定措施",
        ActKind.MadePublic => "公开进展",
        ActKind.MeasureReassigned => "措施改由他岗负责",
        ActKind.AwaitSet => "设定前置任务",
        ActKind.AwaitRemoved => "取消前置任务",
        ActKind.SameTask => "认定为同一任务",
        ActKind.NotSameTask => "认定为不是同一任务",
        ActKind.EvidenceWanted => "提出证明材料要求",
        ActKind.Reminded => "催办",
    };
}
