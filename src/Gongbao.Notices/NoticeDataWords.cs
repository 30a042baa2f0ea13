using Gongbao.Web;

namespace Gongbao.Notices;

/// <summary>The data of notices in words (数据说明), one line a type or property.</summary>
internal static class NoticeDataWords
{
    private const string Parameters = """
        unread	true：只列还没有“知道了”的告知
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
        InboxLine.clause	依据的条款；没有时为 null
        InboxLine.address	在哪一页查看和办理
        InboxLine.is_urgent	是否急件
        InboxLine.due_at	应当告知的法定时刻
        InboxLine.acknowledged_at	本人“知道了”的法定时刻；没有时为 null
        Inbox.AcknowledgementInput	知道了哪些告知
        Inbox.AcknowledgementInput.ids	告知的编号
        Inbox.AcknowledgementAnswer	知道了的结果
        Inbox.AcknowledgementAnswer.acknowledged	这一次记下的条数
        """;

    public static ApiWords All { get; } = new(Lines(Types), Lines(Parameters));

    private static Dictionary<string, string> Lines(string words) =>
        words.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')).ToDictionary(l => l[0], l => l[1], StringComparer.Ordinal);
}
