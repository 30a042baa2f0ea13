using Gongbao.Web;

namespace Gongbao.Notices;

/// <summary>The data of notices in words (数据说明), one line a type or property.</summary>
internal static class NoticeDataWords
{
    private const string Parameters = """
        unread	true：只列还没有“知道了”的告知
        show	all 全部（默认），failed 没有发出的，nobody 无人可告的，unanswered 还没有回应的
        cause	只列这一件事的告知，如 obligation:…
        """;

    private const string Types = """
        InboxView	收件箱的一部分
        InboxView.messages	告知，新的在前
        InboxView.unread	还没有“知道了”的条数
        InboxView.next	下一页的 cursor；没有时为 null
        InboxLine	一条告知
        InboxLine.id	编号
        InboxLine.subject	一句话
        InboxLine.text	正文；没有时为 null
        InboxLine.unit	为哪个单位告知；全市的和只告知本人的为 null
        InboxLine.clause	依据的条款；没有时为 null
        InboxLine.address	在哪一页查看和办理
        InboxLine.is_urgent	是否急件
        InboxLine.due_at	应当告知的法定时刻
        InboxLine.acknowledged_at	本人“知道了”的法定时刻；没有时为 null
        DeskView	告知记录的一部分
        DeskView.messages	告知，新的在前
        DeskView.next	下一页的 cursor；没有时为 null
        DeskLine	一条告知及其结果
        DeskLine.id	编号
        DeskLine.cause	因何告知，如 obligation:…
        DeskLine.subject	一句话
        DeskLine.address	在哪一页查看
        DeskLine.recipient	告知的账户名；没有人可告知时为 null
        DeskLine.people	以什么身份告知，如 单位负责人；没有时为 null
        DeskLine.unit	为哪个单位告知；全市的为 null
        DeskLine.state	waiting 等候发出，given 已交渠道，superseded 被后一级取代，nobody 无人可告
        DeskLine.due_at	应当告知的法定时刻
        DeskLine.sent	站外投递的情况；只在收件箱时为 null
        DeskLine.acknowledged_at	本人“知道了”的法定时刻；没有时为 null
        SentBy	一次站外投递
        SentBy.channel	email 电子邮件，webhook 短信或工作群网关，print 打印交送
        SentBy.state	waiting 等候或再试，handed_over 已送出，refused 对方拒收，passed_over 送不到而跳过
        SentBy.attempts	试过几次
        SentBy.handed_at	对方收下的真实时刻；没有时为 null
        SentBy.fault	最近一次哪里不对；没有时为 null
        SenderStateView	投递情况
        SenderStateView.waiting	等候发出的份数，不含打印的
        SenderStateView.failed	其中试过没有发出的份数
        SenderStateView.to_print	等候打印交送的份数
        SenderStateView.climbing	还有后续告知的事项数
        SenderStateView.next_at	下一次告知的法定时刻；没有时为 null
        SenderStateView.last_handed_at	最近一次发出的真实时刻；没有时为 null
        SenderStateView.silence	要人处理的原因，一句话；正常时为 null
        Notices.HandOverInput	哪些打印件已经交送
        Notices.HandOverInput.deliveries	投递的编号
        Notices.DeliveriesAnswer	办理的结果
        Notices.DeliveriesAnswer.deliveries	办理的份数
        Inbox.AcknowledgementInput	知道了哪些告知
        Inbox.AcknowledgementInput.ids	告知的编号
        Inbox.AcknowledgementAnswer	知道了的结果
        Inbox.AcknowledgementAnswer.acknowledged	这一次记下的条数
        """;

    public static ApiWords All { get; } = new(Lines(Types), Lines(Parameters));

    private static Dictionary<string, string> Lines(string words) =>
        words.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')).ToDictionary(l => l[0], l => l[1], StringComparer.Ordinal);
}
