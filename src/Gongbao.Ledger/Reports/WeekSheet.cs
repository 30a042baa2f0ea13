using Gongbao.Contracts.Gazette;
using Gongbao.Ledger.States;
using Gongbao.Web.Formats;

namespace Gongbao.Ledger.Reports;

/// <summary>
/// A week on one page (一页周报): how things stand, what was done, who is late the longest, and so many of the late tasks as the page has room for. Whatever has no end
/// by itself (units, names, the words of a task) is cut here, so that the words always fit.
/// </summary>
internal static class WeekSheet
{
    private const int MostTitle = 40;
    private const int MostTask = 27;
    private const int MostName = 16;
    private const int MostLate = 5;
    private const int MostNamed = 3;

    /// <param name="report">The report of a week.</param>
    /// <param name="issuer">Full name of who reports.</param>
    public static OfficialSheet Of(ProgrammeReport report, string issuer)
    {
        var late = report.Late.Concat(report.NoReport).GroupBy(s => (s.Row, Day: (s.Share.Standing.OwedOn ?? s.Share.Standing.ReportBy)!.Value, s.Share.Standing.State, s.Share.Standing.DaysLate)).ToList();
        return new()
        {
            Issuer = issuer,
            Title = $"{report.View.Programme.Number ?? Cut(report.View.Programme.Title, MostTitle)}任务推进情况周报（{report.Period.Name}）",
            Byline = $"{Cut(issuer, 2 * MostName)}　截至{ChineseFormat.Date(report.View.On)}{(report.View.On < report.Period.To ? "，报告期还没有结束" : "")}",
            Paragraphs = [Standing(report), Done(report), Behind(report), Lists(report), Ahead(report)],
            Table = new("逾期和到期未报告的任务", ["任务", "单位", "到期日", "情况"],
            [
                .. late.Select(g => (IReadOnlyList<string>)
                [
                    $"{ChineseFormat.Number(g.Key.Row.Obligation.Ordinal)}．{Cut(g.Key.Row.Obligation.Task, MostTask)}", Joined([.. g.Select(s => Cut(s.Share.UnitName, MostName))], 1), ChineseFormat.Date(g.Key.Day),
                    $"{(g.Key.State is AssignmentState.Overdue ? "逾期" : "未报告")}{ChineseFormat.Number(g.Key.DaysLate)}天",
                ]),
            ]),
            Weights = [20, 12, 10, 8],
            Rest = left => left == late.Count ? $"逾期和到期未报告的任务共{ChineseFormat.Number(left)}项，见任务台账中这份文件“逾期”和“到期未报告”的清单。" : $"其余{ChineseFormat.Number(left)}项见任务台账中这份文件“逾期”和“到期未报告”的清单。",
        };
    }

    private static string Standing(ProgrammeReport report) =>
        $"任务{Number(report.View.Rows.Count)}项，由{Number(report.Units.Count)}家单位承担，分工{Number(report.View.Rows.Sum(r => r.Shares.Count))}份：" +
        $"{string.Join('，', StateWords.All.Where(s => report.Of(s) > 0).Select(s => $"{StateWords.Of(s)}{Number(report.Of(s))}份"))}；整项完成{Number(report.DoneObligations)}项。";

    private static string Done(ProgrammeReport report) =>
        $"本周报告进展{Number(report.Of(ActKind.Reported))}次，其中报告办结{Number(report.Completions)}次；核验通过{Number(report.Of(ActKind.Verified))}次，退回重办{Number(report.Of(ActKind.SentBack))}次；" +
        $"反映困难和建议{Number(report.Of(ActKind.Raised))}件，答复{Number(report.Of(ActKind.Answered))}件；同意延期{Number(report.Of(ActKind.ExtensionGranted))}次。";

    private static string Behind(ProgrammeReport report)
    {
        if (report.Late.Count == 0) return "目前没有逾期的任务。";
        var units = report.Late.CountBy(s => s.Share.UnitName).OrderByDescending(u => u.Value).ToList();
        return $"逾期的分工涉及{Number(units.Count)}家单位，最多的是{Joined([.. units.Select(u => $"{Cut(u.Key, MostName)}{Number(u.Value)}份")], MostLate)}；逾期最久的已经{Number(report.Late[0].Share.Standing.DaysLate)}天。";
    }

    private static string Lists(ProgrammeReport report) =>
        $"{(report.Commended.Count == 0 ? "没有达到表扬条件的单位" : $"拟表扬{Scores(report.Commended)}")}；{(report.Criticised.Count == 0 ? "没有需要批评的单位。" : $"拟批评{Scores(report.Criticised)}。")}";

    private static string Ahead(ProgrammeReport report) => report.Ahead.Count == 0
        ? $"到{ChineseFormat.Date(report.Period.Next.To)}没有到期的分工。"
        : $"到{ChineseFormat.Date(report.Period.Next.To)}还有{Number(report.Ahead.Count)}份分工到期，最早的是{ChineseFormat.Date(report.Ahead[0].Share.Standing.OwedOn!.Value)}的“{Cut(report.Ahead[0].Row.Obligation.Task, MostTask)}”。";

    private static string Scores(IReadOnlyList<UnitReport> units) => Joined([.. units.Select(u => $"{Cut(u.Name, MostName)}（{ReportText.ScoreOf(u.Score!.Value)}分）")], MostNamed);

    internal static string Joined(IReadOnlyList<string> words, int most) => string.Join('、', words.Take(most)) + (words.Count > most ? $"等{Number(words.Count)}家" : "");

    internal static string Cut(string words, int most) => words.Length > most ? words[..(most - 1)] + "…" : words;

    private static string Number(int number) => ChineseFormat.Number(number);
}
