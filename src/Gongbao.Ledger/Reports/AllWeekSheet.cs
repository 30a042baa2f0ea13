using Gongbao.Contracts.Gazette;
using Gongbao.Ledger.States;
using Gongbao.Web.Formats;

namespace Gongbao.Ledger.Reports;

/// <summary>The weekly of all programmes on one page: figures, a line a programme, a line a unit that is late; so many of both as the page has room for.</summary>
internal static class AllWeekSheet
{
    private const int MostName = 24;
    private const int MostNamed = 5;

    /// <param name="week">The week.</param>
    /// <param name="issuer">Full name of who reports.</param>
    public static OfficialSheet Of(WeekOfAll week, string issuer) => new()
    {
        Issuer = issuer,
        Title = TitleOf(week),
        Byline = $"{WeekSheet.Cut(issuer, 2 * MostName)}　截至{ChineseFormat.Date(week.On)}{(week.On < week.Period.To ? "，报告期还没有结束" : "")}",
        Paragraphs = [Standing(week), Done(week), Late(week)],
        First = new(ProgrammesOf(week.Programmes, MostName), [28, 8, 8, 8, 12, 8, 10], left => $"另有{Number(left)}份文件，见任务台账中这一周的页面。"),
        Table = UnitsOf(week.Behind, MostName),
        Weights = [20, 8, 8, 12],
        Rest = left => left == week.Behind.Count ? $"有逾期或者到期未报告任务的单位共{Number(left)}家，见任务台账中这一周的页面。" : $"另有{Number(left)}家，见任务台账中这一周的页面。",
    };

    /// <summary>What the sheet is called.</summary>
    public static string TitleOf(WeekOfAll week) => $"任务推进情况周报（{week.Period.Name}）";

    /// <summary>A line a programme.</summary>
    /// <param name="programmes">The programmes.</param>
    /// <param name="mostName">Longer names are cut.</param>
    public static OfficialAnnex ProgrammesOf(IEnumerable<ProgrammeWeek> programmes, int mostName) => new("各文件的任务（任务、完成以项计，其余以份计）", ["文件", "任务", "完成", "分工", "本周到期", "逾期", "未报告"],
        [.. programmes.Select(p => (IReadOnlyList<string>)[WeekSheet.Cut(p.Name, mostName), Number(p.Obligations), Number(p.Done), Number(p.Shares), Number(p.Due), Number(p.Late), Number(p.NoReport)])]);

    /// <summary>A line a unit.</summary>
    /// <param name="units">The units.</param>
    /// <param name="mostName">Longer names are cut.</param>
    public static OfficialAnnex UnitsOf(IEnumerable<UnitWeek> units, int mostName) => new("有逾期或者到期未报告任务的单位（以份计）", ["单位", "逾期", "未报告", "最久"],
        [.. units.Select(u => (IReadOnlyList<string>)[WeekSheet.Cut(u.Name, mostName), Number(u.Late), Number(u.NoReport), Longest(u)])]);

    private static string Longest(UnitWeek unit) => unit.Late > 0 ? $"逾期{Number(unit.LongestLate)}天" : $"未报告{Number(unit.LongestSilent)}天";

    private static string Standing(WeekOfAll week) =>
        $"{Number(week.Programmes.Count)}份文件的任务共{Number(week.Sum(p => p.Obligations))}项，整项完成{Number(week.Sum(p => p.Done))}项；分工{Number(week.Sum(p => p.Shares))}份，其中本周到期还没有办结{Number(week.Sum(p => p.Due))}份，" +
        $"逾期{Number(week.Sum(p => p.Late))}份，到期未报告{Number(week.Sum(p => p.NoReport))}份；下周到期{Number(week.DueNext)}份。";

    private static string Done(WeekOfAll week) =>
        $"本周报告进展{Number(week.Of(ActKind.Reported))}次，其中报告办结{Number(week.Completions)}次；核验通过{Number(week.Of(ActKind.Verified))}次，退回重办{Number(week.Of(ActKind.SentBack))}次；" +
        $"反映困难和建议{Number(week.Of(ActKind.Raised))}件，答复{Number(week.Of(ActKind.Answered))}件；同意延期{Number(week.Of(ActKind.ExtensionGranted))}次。" +
        (week.Finished.Count == 0 ? "" : $"本周办结的分工{Number(week.Finished.Sum(u => u.Count))}份：{WeekSheet.Joined([.. week.Finished.Select(u => $"{WeekSheet.Cut(u.Name, MostName)}{Number(u.Count)}份")], MostNamed)}。");

    private static string Late(WeekOfAll week)
    {
        var late = week.Behind.Where(u => u.Late > 0).ToList();
        if (late.Count == 0) return "目前没有逾期的任务。";
        var longest = late.MaxBy(u => u.LongestLate)!;
        return $"有逾期任务的单位{Number(late.Count)}家，逾期最久的是{WeekSheet.Cut(longest.Name, MostName)}，已经{Number(longest.LongestLate)}天。";
    }

    private static string Number(int number) => ChineseFormat.Number(number);
}
