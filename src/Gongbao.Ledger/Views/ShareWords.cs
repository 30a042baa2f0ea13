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
        ListedShare.stage	阶段：open 办理中，submitted 待核验，verified 已核验，released 已免除
        ListedShare.owed_on	到期日，含当日；没有的为 null
        ListedShare.report_by	没有到期日的，下次报告最迟哪一天；没有的为 null
        ListedShare.last_report_on	最近一次报告的日期；没有报告过的为 null
        AssignmentStage	阶段：open 办理中，submitted 待核验，verified 已核验，released 已免除
        """;

    private const string Parameters = """
        unit	单位的编号，如单位页面地址里的最后一段
        measure	措施的名称，如 （五）
        length	报告的种类：week 周报，month 月报，year 年报
        period	报告期：年报写成 2025，月报写成 2025-05，周报写成其中一天 2025-05-06
        programme	文件在地址里的部分，如 清市府办发-2025-6
        """;

    public static ApiWords All { get; } = ApiWords.Of(Types, Parameters);
}
