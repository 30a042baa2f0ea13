using Gongbao.Web;

namespace Gongbao.Ledger.Letters;

/// <summary>The data of letters in words (数据说明), one line a type or property.</summary>
internal static class LetterDataWords
{
    private const string SeenOf = "督办函的编号和版本，如答复里的 seen";

    private const string Types = $"""
        LetterList	督办函登记表的一部分
        LetterList.letters	督办函，草稿在前，其次编号大的在前
        LetterList.total	一共几份
        LetterList.next	下一页的 cursor；最后一页为 null
        LetterItem	一份督办函
        LetterItem.letter	编号
        LetterItem.seen	编号和版本；办理时原样填上
        LetterItem.number	文号；签发以前为 null
        LetterItem.title	标题
        LetterItem.unit	主送单位的编号
        LetterItem.addressee	主送单位
        LetterItem.state	状态，见 LetterState
        LetterItem.items	督办几项
        LetterItem.drafted_on	起草日期
        LetterItem.signed_on	签发日期；没有签发的为 null
        LetterItem.served_on	最早送达的日期；没有送达的为 null
        LetterItem.reply_by	回复的最后一天，含当日
        LetterItem.replied_on	最早回复的日期；没有回复的为 null
        LetterItem.withdrawn_on	撤回的日期；没有撤回的为 null
        LetterState	状态：draft 待签发，sent 待送达，served 待回复，overdue 逾期未回复，replied 已回复，withdrawn 已撤回
        LetterDetail	一份督办函和它的办理情况
        LetterDetail.letter	督办函
        LetterDetail.issuer	发文单位
        LetterDetail.paragraphs	正文，一段一条
        LetterDetail.shares	督办事项，是起草那天的情况
        LetterDetail.acts	办理经过，先办的在前
        LetterShareData	一项督办事项
        LetterShareData.ordinal	序号，从 1 起
        LetterShareData.obligation	任务的编号
        LetterShareData.share	分工的编号
        LetterShareData.task	任务
        LetterShareData.basis	依据
        LetterShareData.clause	条款；没有地址的为 null
        LetterShareData.limit	时限；没有标明的为 null
        LetterShareData.due_on	错过的最后一天
        LetterShareData.days_late	起草那天超过几天
        LetterShareData.is_report	没有按时的是不是报告
        LetterActData	办理经过里的一件事
        LetterActData.kind	办了什么，见 LetterActKind
        LetterActData.on	记录的日期
        LetterActData.at	记录的时刻
        LetterActData.by	谁办的，账号的编号
        LetterActData.text	理由、凭据或者回复；没有的为 null
        LetterActData.day	送达或者回复的日期，早于记录的才有；没有的为 null
        LetterActData.service	送达方式；不是送达的为 null
        LetterActData.recipient	签收的岗位；没有的为 null
        LetterActData.link	材料链接；没有的为 null
        LetterActKind	办了什么：drafted 起草，edited 修改，given_back 退回修改，signed 签发，served 送达，replied 回复，withdrawn 撤回
        ServiceKind	送达方式：inbox 站内签收，direct 直接送达，mail 邮寄送达，electronic 电子送达
        Letter.DraftInput	要起草的督办函
        Letter.DraftInput.unit	主送单位的编号
        Letter.DraftInput.shares	督办哪些分工；都要是这家单位逾期或者到期未报告的
        Letter.EditInput	修改后的草稿
        Letter.EditInput.seen	{SeenOf}
        Letter.EditInput.title	标题
        Letter.EditInput.body	正文，一段一行
        Letter.EditInput.reply_by	回复的最后一天
        Letter.SeenInput	一份督办函
        Letter.SeenInput.seen	{SeenOf}
        Letter.ReasonInput	退回或者撤回
        Letter.ReasonInput.seen	{SeenOf}
        Letter.ReasonInput.reason	理由
        Letter.ServiceInput	送达
        Letter.ServiceInput.seen	{SeenOf}
        Letter.ServiceInput.kind	送达方式：direct、mail 或者 electronic；站内签收由系统记录
        Letter.ServiceInput.day	送达的日期
        Letter.ServiceInput.recipient	签收的岗位；不要写姓名
        Letter.ServiceInput.note	送达凭据；可不填
        Letter.ReplyInput	回复
        Letter.ReplyInput.seen	{SeenOf}
        Letter.ReplyInput.text	回复的内容
        Letter.ReplyInput.link	材料链接；可不填
        Letter.ReplyInput.day	纸质回复的日期；不填为今天
        Letter.LetterAnswer	办理的结果
        Letter.LetterAnswer.letter	督办函的编号
        """;

    private const string Parameters = """
        letter	督办函的编号
        """;

    public static ApiWords All { get; } = ApiWords.Of(Types, Parameters);
}
