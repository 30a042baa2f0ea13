using Gongbao.Web;

namespace Gongbao.Ledger.Desk;

/// <summary>The data of the ledger in words (数据说明), one line a type or property.</summary>
internal static class LedgerWords
{
    private const string Types = """
        Ledger.ProgrammeList	各文件的任务台账
        Ledger.ProgrammeList.programmes	成文晚的在前
        Ledger.ProgrammeList.next	下一页的 cursor；最后一页为 null
        ProgrammeLine	一份文件的任务台账
        ProgrammeLine.slug	文件在地址里的部分
        ProgrammeLine.full_title	文件的标题，带发文机关
        ProgrammeLine.number	文号；没有时为 null
        ProgrammeLine.signed_on	成文日期；没有时为 null
        ProgrammeLine.obligations	已纳入的任务数
        ProgrammeLine.shares	各单位的分工数
        ProgrammeLine.overdue	逾期的分工数
        ProgrammeLine.no_report	到期未报告的分工数
        ProgrammeLine.submitted	待核验的分工数
        ProgrammeLine.verified	已核验的分工数
        ProgrammeLine.questions	待明确的事项数
        ProgrammeData	一份文件的任务台账，截至一天
        ProgrammeData.slug	文件在地址里的部分
        ProgrammeData.full_title	文件的标题，带发文机关
        ProgrammeData.number	文号；没有时为 null
        ProgrammeData.signed_on	成文日期；没有时为 null
        ProgrammeData.on	截至哪一天
        ProgrammeData.counts	各种状态的分工数
        ProgrammeData.obligations	任务，依文件里的次序
        ObligationData	一项任务
        ObligationData.seen	编号和版本；办理时原样填上
        ObligationData.ordinal	在台账里的序号，从 1 起
        ObligationData.place	出处在文件地址里的部分；没有地址的为 null
        ObligationData.measure	所属的措施，如 （五）；看不出的为 null
        ObligationData.group	表里的类别；没有的为 null
        ObligationData.task	任务，所印的文字
        ObligationData.output	成果形式；没有写明的为 null
        ObligationData.units	所印的责任单位；没有写明的为 null
        ObligationData.limit	现在按哪个时限，原来的写法；没有标明的为 null
        ObligationData.nature	时限的性质：dated 有到期日，after_event 事情发生后起算，periodic 每期一次，rhythm 没有到期日、按节奏报告，unstated 未标明
        ObligationData.percent	已报告办结和已核验的份额，百分数；没有单位的为 null
        ObligationData.is_done	整项任务是否完成
        ObligationData.questions	待明确的事项
        ObligationData.shares	各单位的分工
        ShareData	一家单位的分工
        ShareData.share	编号
        ShareData.unit	单位全称
        ShareData.role	分工：lead 牵头，responsible 责任，supporting 配合
        ShareData.state	在所问那天的状态
        ShareData.owed_on	到期日，含当日；没有的为 null
        ShareData.report_by	没有到期日的，下次报告最迟哪一天；没有的为 null
        ShareData.last_report_on	最近一次报告的日期；没有报告过的为 null
        ShareData.done_on	报告办结的日期；没有的为 null
        ShareData.was_late	是否逾期办结
        ShareData.days_late	逾期或者到期未报告的天数；没有的为 0
        DutyRole	分工：lead 牵头，responsible 责任，supporting 配合
        AssignmentState	状态：on_time 按期推进，due_soon 临近到期，overdue 逾期，no_report 到期未报告，waiting 待事情发生，submitted 待核验，verified 已核验，released 已免除
        Ledger.AcceptInput	把哪些任务纳入台账
        Ledger.AcceptInput.keys	任务的编号；不填则全部纳入
        Ledger.AcceptedAnswer	纳入的结果
        Ledger.AcceptedAnswer.obligations	纳入了几项
        ReportInput	单位的报告；有文件的用 multipart/form-data，报告放在 report 一项，文件放在 files 各项
        ReportInput.seen	任务的编号和版本，如答复里的 seen
        ReportInput.share	分工的编号
        ReportInput.text	进展情况
        ReportInput.is_done	是否办结
        ReportInput.link	佐证材料的地址；没有的为 null
        ReportInput.links	佐证材料的地址，可以有几个；没有的不填
        ReportInput.figures	佐证的数据，可以有几个；没有的不填
        FigureInput	一个数据
        FigureInput.name	指标
        FigureInput.number	数值
        FigureInput.unit	计量单位；没有的为 null
        Ledger.VerdictInput	对办结报告的认定
        Ledger.VerdictInput.seen	任务的编号和版本，如答复里的 seen
        Ledger.VerdictInput.share	分工的编号
        Ledger.VerdictInput.is_true	true 核验通过，false 退回重办
        Ledger.VerdictInput.reason	意见；退回的必填
        Ledger.DoneAnswer	办理的结果
        Ledger.DoneAnswer.obligation	任务的编号
        """;

    public static ApiWords All { get; } = ApiWords.Of(Types);
}
