using System.Globalization;
using Gongbao.Ledger.States;
using Gongbao.Web.Formats;

namespace Gongbao.Ledger.Desk;

/// <summary>A programme as a table (任务台账), a line for the share of each unit; an obligation without one has a line as well.</summary>
internal static class LedgerCsv
{
    private static readonly IReadOnlyList<string> Heads = ["序号", "条款", "类别", "任务", "成果", "责任单位（原文）", "完成时限（原文）", "单位", "分工", "状态", "截至日期", "到期日", "应报告日", "最近报告", "办结日期", "逾期天数"];

    public static byte[] Of(ProgrammeView view) => Csv.Table(Heads, view.Rows.SelectMany(r => r.Shares.Count == 0 ? [Line(view, r, null)] : r.Shares.Select(s => Line(view, r, s))));

    private static IReadOnlyList<string?> Line(ProgrammeView view, ObligationRow row, ShareRow? share)
    {
        var o = row.Obligation;
        return
        [
            Number(o.Ordinal), o.PlaceName ?? o.Measure, o.Group, o.Task, o.Output, o.Units, o.Limit, share?.UnitName, share is null ? null : StateWords.Of(share.Share.Role), share is null ? "责任单位待明确" : StateWords.Of(share.Standing.State),
            ChineseFormat.Iso(view.On), Day(share?.Standing.OwedOn), Day(share?.Standing.ReportBy), Day(share?.Standing.LastReport?.On), Day(share?.Standing.DoneOn), share?.Standing.DaysLate is > 0 and var late ? Number(late) : null,
        ];
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day is { } known ? ChineseFormat.Iso(known) : null;
}
