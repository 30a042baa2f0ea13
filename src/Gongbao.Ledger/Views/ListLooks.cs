using Gongbao.Ledger.Sheets;

namespace Gongbao.Ledger.Views;

/// <summary>How the lists of the ledger may be shown.</summary>
internal static class ListLooks
{
    /// <summary>The keys of orders.</summary>
    public const string Day = "day", DayDown = "-day", Place = "place", PlaceDown = "-place";

    /// <summary>The keys of what is shown.</summary>
    public const string Document = "document", Unit = "unit", Role = "role", Stage = "stage", Due = "due", ReportBy = "report_by", LastReport = "last_report",
        Clause = "clause", Output = "output", Printed = "printed", Limit = "limit", Shares = "shares", Days = "days", Questions = "questions", Evidence = "evidence";

    private static readonly ListOrder ByPlace = new(Place, "按文件里的次序（选了文件的）");

    private static readonly ListColumn[] OfShare =
        [new(Document, "文件和序号", "文件", "序号"), new(Unit, "单位", "单位"), new(Role, "分工", "分工"), new(Stage, "进展", "阶段"), new(Due, "到期日", "到期日"), new(ReportBy, "应报告日", "应报告日"), new(LastReport, "最近一次报告", "最近报告")];

    /// <summary>Of what is owed by a day.</summary>
    public static ListOffer Work { get; } = new([new(Day, "最先到期的在前"), new(DayDown, "没有日期的、最后到期的在前"), ByPlace], OfShare);

    /// <summary>Of what is late.</summary>
    public static ListOffer Late { get; } = new([new(Day, "过期最久的在前"), new(DayDown, "刚过期的在前"), ByPlace], OfShare);

    /// <summary>Of what waits for a verdict.</summary>
    public static ListOffer Submitted { get; } = new([new(Day, "报告早的在前"), new(DayDown, "报告晚的在前"), ByPlace], OfShare);

    /// <summary>Of what one unit owes, settled or not.</summary>
    public static ListOffer OfUnit { get; } = new([new(Day, "最先到期的在前")], OfShare);

    /// <summary>Of the obligations of one document.</summary>
    public static ListOffer Programme { get; } = new(
        [new(Place, "按文件里的次序"), new(PlaceDown, "按文件里的次序，倒过来")],
        [
            new(Clause, "条款和类别", LedgerSheet.PlaceHead, LedgerSheet.GroupHead), new(Limit, "完成时限", LedgerSheet.LimitHead), new(Output, "成果", LedgerSheet.OutputHead), new(Printed, "责任单位（原文）", LedgerSheet.UnitsHead),
            new(Shares, "各单位的进展", LedgerSheet.UnitHead, LedgerSheet.RoleHead, LedgerSheet.StateHead, LedgerSheet.OnHead),
            new(Days, "各单位的日期", LedgerSheet.DueHead, LedgerSheet.ReportByHead, LedgerSheet.LastReportHead, LedgerSheet.DoneHead, LedgerSheet.LateHead),
            new(Questions, "待明确的事项", LedgerSheet.QuestionsHead), new(Evidence, "证明材料要求", LedgerSheet.EvidenceHead),
        ], Printed, Days, Evidence);
}
