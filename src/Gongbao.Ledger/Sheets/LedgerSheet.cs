using Gongbao.Ledger.Desk;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Views;
using Gongbao.Web.Formats;
using Gongbao.Web.Formats.Office;

namespace Gongbao.Ledger.Sheets;

/// <summary>
/// A programme as a table (任务台账), a line for the share of each unit; an obligation without one has a line as well. What is given out here comes in again
/// by the import, whatever stands in it of states, which follow from reports alone.
/// </summary>
internal static class LedgerSheet
{
    public const string OrdinalHead = "序号";
    public const string PlaceHead = "条款";
    public const string GroupHead = "类别";
    public const string TaskHead = "任务";
    public const string OutputHead = "成果";
    public const string UnitsHead = "责任单位（原文）";
    public const string LimitHead = "完成时限（原文）";
    public const string UnitHead = "单位";
    public const string RoleHead = "分工";
    public const string StateHead = "状态";
    public const string OnHead = "截至日期";
    public const string DueHead = "到期日";
    public const string ReportByHead = "应报告日";
    public const string LastReportHead = "最近报告";
    public const string DoneHead = "办结日期";
    public const string LateHead = "逾期天数";
    public const string QuestionsHead = "待明确";
    public const string EvidenceHead = "证明材料要求";

    /// <summary>The first row, which tells the table from any other.</summary>
    public static IReadOnlyList<string> Heads { get; } =
        [OrdinalHead, PlaceHead, GroupHead, TaskHead, OutputHead, UnitsHead, LimitHead, UnitHead, RoleHead, StateHead, OnHead, DueHead, ReportByHead, LastReportHead, DoneHead, LateHead, QuestionsHead, EvidenceHead];

    /// <summary>Whether a row is the first of a table that was given out here; columns may have been moved or left out.</summary>
    public static bool IsHead(IReadOnlyList<string> cells) => new[] { OrdinalHead, TaskHead, UnitsHead, LimitHead, UnitHead, RoleHead }.All(cells.Contains);

    /// <summary>Which of its columns says what of an obligation.</summary>
    public static SheetMapping Mapping(IReadOnlyList<string> cells) => new(
        new (string Head, SheetField Field)[] { (TaskHead, SheetField.Task), (PlaceHead, SheetField.Measure), (GroupHead, SheetField.Group), (OutputHead, SheetField.Output), (UnitsHead, SheetField.Units), (LimitHead, SheetField.Limit), (EvidenceHead, SheetField.Evidence) }
            .Select(c => (c.Field, Column: cells.Index().Where(x => x.Item == c.Head).Select(x => x.Index).DefaultIfEmpty(-1).First())).Where(c => c.Column >= 0).ToDictionary(c => c.Field, c => c.Column));

    /// <summary>Between the questions of an obligation.</summary>
    public const char Between = '\n';

    /// <summary>The columns of the printed table, with what of a row each belongs to; null for what is never left out.</summary>
    private static readonly (DocxColumn Column, string? Of)[] Columns =
    [
        (new("序号", 3), null), (new("任务", 18), null), (new("成果形式", 8), ListLooks.Output), (new("责任单位", 14), ListLooks.Printed), (new("完成时限", 7), ListLooks.Limit), (new("到期日", 6), ListLooks.Days), (new("进展", 14), ListLooks.Shares),
    ];

    /// <param name="view">The programme as of a day.</param>
    /// <param name="wanted">Which shares; null for all.</param>
    /// <param name="look">Which columns; null for all.</param>
    public static byte[] Csv(ProgrammeView view, Func<ShareRow, bool>? wanted = null, ListLook? look = null)
    {
        var (heads, lines) = Table(view, wanted, look);
        return Web.Formats.Csv.Table(heads, lines.Select(l => (IReadOnlyList<string?>)[.. l.Select(c => c.Words)]));
    }

    /// <inheritdoc cref="Csv"/>
    public static byte[] Workbook(ProgrammeView view, Func<ShareRow, bool>? wanted = null, ListLook? look = null)
    {
        var (heads, lines) = Table(view, wanted, look);
        return Xlsx.Table(view.Programme.Number ?? "任务台账", heads, [.. lines]);
    }

    /// <summary>As offices print it: a line for each obligation, the units of each state together.</summary>
    /// <inheritdoc cref="Csv"/>
    public static byte[] Docx(ProgrammeView view, Func<ShareRow, bool>? wanted = null, ListLook? look = null)
    {
        var kept = Columns.Index().Where(c => c.Item.Of is not { } of || look?.Chosen?.Any(l => l.Key == of) is not false).Select(c => c.Index).ToList();
        return DocxTable.Write(
            $"{view.Programme.Title}任务台账", [$"{(view.Programme.Number is { } number ? number + "，" : "")}截至{ChineseFormat.Date(view.On)}"], [.. kept.Select(i => Columns[i].Column)],
            view.Rows.Where(r => wanted is null || r.Shares.Any(wanted)).Select(r => (string?[])
            [
                ChineseFormat.Number(r.Obligation.Ordinal), r.Obligation.Task, r.Obligation.Output, r.Obligation.Units ?? "没有写明", r.Limit.Words ?? "未标明",
                r.Limit.Limit?.Date is { } due ? ChineseFormat.Date(due) : null, Progress(r, wanted),
            ]).Select(cells => (IReadOnlyList<string?>)[.. kept.Select(i => cells[i])]));
    }

    private static (IReadOnlyList<string> Heads, IEnumerable<IReadOnlyList<SheetCell>> Lines) Table(ProgrammeView view, Func<ShareRow, bool>? wanted, ListLook? look)
    {
        if (look?.Chosen is null) return (Heads, Lines(view, wanted));
        var kept = look.Kept(Heads);
        return ([.. kept.Select(i => Heads[i])], Lines(view, wanted).Select(l => (IReadOnlyList<SheetCell>)[.. kept.Select(i => l[i])]));
    }

    /// <summary>The cells of each line, one for each head.</summary>
    public static IEnumerable<IReadOnlyList<SheetCell>> Lines(ProgrammeView view, Func<ShareRow, bool>? wanted = null)
    {
        foreach (var row in view.Rows)
        {
            if (row.Shares.Count == 0 && wanted is null) yield return Line(view, row, null);
            foreach (var share in row.Shares)
                if (wanted is null || wanted(share)) yield return Line(view, row, share);
        }
    }

    private static IReadOnlyList<SheetCell> Line(ProgrammeView view, ObligationRow row, ShareRow? share)
    {
        var (o, standing) = (row.Obligation, share?.Standing);
        return
        [
            o.Ordinal, o.PlaceName ?? o.Measure, o.Group, o.Task, o.Output, o.Units, o.Limit, share?.UnitName, share is null ? null : StateWords.Of(share.Share.Role), standing is null ? "责任单位待明确" : StateWords.Of(standing.State),
            view.On, standing?.OwedOn, standing?.ReportBy, standing?.LastReportOn, standing?.DoneOn, standing?.DaysLate is > 0 and var late ? late : (int?)null,
            row.Questions.Count == 0 ? null : string.Join(Between, row.Questions.Select(q => q.Why).Order(StringComparer.Ordinal)), row.EvidenceWanted,
        ];
    }

    private static string Progress(ObligationRow row, Func<ShareRow, bool>? wanted) => row.Shares.Count == 0 ? "责任单位待明确" : string.Join(
        Between, row.Shares.Where(s => wanted is null || wanted(s)).GroupBy(s => s.Standing.State).OrderBy(g => g.Key).Select(g => $"{StateWords.Of(g.Key)}：{string.Join('、', g.Select(s => s.UnitName))}"));
}
