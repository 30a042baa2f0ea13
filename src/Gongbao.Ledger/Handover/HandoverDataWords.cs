using Gongbao.Web;

namespace Gongbao.Ledger.Handover;

/// <summary>The data of handovers and deputies in words (数据说明), one line a type or property.</summary>
internal static class HandoverDataWords
{
    private const string Types = """
        Handover.UnitWork	一家单位由谁办理
        Handover.UnitWork.unit	单位的编号
        Handover.UnitWork.accounts	单位的账户
        Handover.UnitWork.deputies	今天和以后的代办
        Handover.UnitWork.handovers	最近的交接清单，新的在前
        Handover.UnitWork.posts	负责措施的岗位
        Handover.AccountItem	一个账户
        Handover.AccountItem.account	账户的编号
        Handover.AccountItem.name	账户名
        Handover.AccountItem.may_report	是否可以为单位报告
        Handover.DeputyItem	一次代办
        Handover.DeputyItem.deputyship	代办的编号
        Handover.DeputyItem.absent	不在岗的账户
        Handover.DeputyItem.deputy	代办的账户
        Handover.DeputyItem.from	第一天
        Handover.DeputyItem.until	最后一天，含当日
        Handover.HandoverDetail	一份交接清单
        Handover.HandoverDetail.handover	交接
        Handover.HandoverDetail.lines	清单上的各项
        Handover.HandoverItem	一次交接
        Handover.HandoverItem.handover	编号
        Handover.HandoverItem.seen	编号和版本；办理时原样填上
        Handover.HandoverItem.unit	单位的编号
        Handover.HandoverItem.leaver	移交人的账户
        Handover.HandoverItem.successor	接收人的账户
        Handover.HandoverItem.reason	原因
        Handover.HandoverItem.old_post	措施原来由哪个岗位负责；不改的为 null
        Handover.HandoverItem.new_post	接收以后由哪个岗位负责；不改的为 null
        Handover.HandoverItem.made_on	列单的日期
        Handover.HandoverItem.state	状态：waiting 待接收，confirmed 已接收，declined 已退回
        Handover.HandoverItem.answered_at	接收或者退回的时刻；还没有的为 null
        Handover.HandoverItem.answer	接收人的意见；没有的为 null
        Handover.LineItem	清单上的一项
        Handover.LineItem.ordinal	序号，从 1 起
        Handover.LineItem.kind	是什么：share 还在办理的任务，request 等待答复的申请，measure 措施
        Handover.LineItem.obligation	任务的编号
        Handover.LineItem.share	分工的编号
        Handover.LineItem.act	申请或者措施的编号；任务为 null
        Handover.LineItem.source	哪份文件的第几项
        Handover.LineItem.words	任务、申请或者措施
        Handover.LineItem.state	列单那天的情况
        Handover.LineItem.day	最后一天；没有的为 null
        Handover.LineItem.owner	措施由哪个岗位负责；不是措施的为 null
        HandoverState	交接的状态：waiting 待接收，confirmed 已接收，declined 已退回
        HandoverLineKind	清单上的一项是什么：share 还在办理的任务，request 等待答复的申请，measure 措施
        Handover.MakeInput	要办的交接
        Handover.MakeInput.unit	单位的编号
        Handover.MakeInput.leaver	移交人的账户
        Handover.MakeInput.successor	接收人的账户，要已经是这家单位的联络员
        Handover.MakeInput.reason	原因
        Handover.MakeInput.old_post	措施原来由哪个岗位负责；不改的不填
        Handover.MakeInput.new_post	以后由哪个岗位负责；不改的不填
        Handover.AnswerInput	接收或者退回
        Handover.AnswerInput.seen	交接清单的编号和版本，如答复里的 seen
        Handover.AnswerInput.is_taken	是否接收
        Handover.AnswerInput.text	意见；退回的必填
        Handover.DeputyInput	要安排的代办
        Handover.DeputyInput.unit	单位的编号
        Handover.DeputyInput.absent	不在岗的账户
        Handover.DeputyInput.deputy	代办的账户
        Handover.DeputyInput.from	第一天
        Handover.DeputyInput.until	最后一天，含当日
        Handover.DeputyInput.reason	原因
        Handover.DeputyEndInput	要终止的代办
        Handover.DeputyEndInput.unit	单位的编号
        Handover.DeputyEndInput.deputyship	代办的编号
        Handover.HandoverAnswer	办理的结果
        Handover.HandoverAnswer.handover	交接清单的编号
        Handover.DeputyAnswer	办理的结果
        Handover.DeputyAnswer.deputyship	代办的编号
        """;

    private const string Parameters = """
        handover	交接清单的编号
        """;

    public static ApiWords All { get; } = ApiWords.Of(Types, Parameters);
}
