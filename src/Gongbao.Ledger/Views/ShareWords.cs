using Gongbao.Web;

namespace Gongbao.Ledger.Views;

/// <summary>The data of the lists over programmes in words (数据说明), one line a type or property.</summary>
internal static class ShareWords
{
    private const string Types = """
        ShareList	各文件的分工
        ShareList.shares	分工
        ShareList.total	一共几份
        ShareList.next	下一页的 cursor；最后一页为 null
        ListedShare	一家单位在一项任务里的分工
        ListedShare.share	分工的编号
        ListedShare.obligation	任务的编号
        ListedShare.seen	任务的编号和版本；办理时原样填上
        ListedShare.programme	文件在地址里的部分
        ListedShare.number	文号；没有时为 null
        ListedShare.ordinal	任务在台账里的序号，从 1 起
        ListedShare.task	任务，所印的文字
        ListedShare.unit	单位全称
        ListedShare.role	分工：lead 牵头，responsible 责任，supporting 配合
        ListedShare.stage	阶段：open 办理中，submitted 待核验，verified 已核验，released 已免除，returned 已退回改派
        ListedShare.owed_on	到期日，含当日；没有的为 null
        ListedShare.report_by	没有到期日的，下次报告最迟哪一天；没有的为 null
        ListedShare.last_report_on	最近一次报告的日期；没有报告过的为 null
        AssignmentStage	阶段：open 办理中，submitted 待核验，verified 已核验，released 已免除，returned 已退回改派
        """;

    private const string Parameters = """
        unit	单位的编号，如单位页面地址里的最后一段
        measure	措施的名称，如 （五）
        length	报告的种类：week 周报，month 月报，year 年报
        period	报告期：年报写成 2025，月报写成 2025-05，周报写成其中一天 2025-05-06
        week	一周，写成其中一天 2025-05-06
        programme	文件在地址里的部分，如 清市府办发-2025-6
        within	只要多少天以内到期、应报告的，已经过期的也在内，如 30
        text	只要任务里有这些字的
        sort	排序：day 日期早的在前（默认），-day 日期晚的在前，place 按文件里的次序（只在要一份文件的时候）；一份文件的任务：place（默认）或者 -place
        col	只要哪些列，可以填几次；不填则全部。各文件的分工：document、unit、role、stage、due、report_by、last_report；一份文件的任务：clause、limit、output、printed、shares、days、questions、evidence
        """;

    public static ApiWords All { get; } = ApiWords.Of(Types, Parameters);
}
