using Gongbao.Contracts.Gazette;
using Gongbao.Ledger.States;
using Gongbao.Web.Formats;

namespace Gongbao.Ledger.Reports;

/// <summary>What a report says in words and lists (报告文稿): the same on the page, for word processors and on paper.</summary>
/// <param name="Report">The report.</param>
/// <param name="IsPublic">True where it goes out: without scores, commendation and criticism.</param>
internal sealed record ReportText(ProgrammeReport Report, bool IsPublic)
{
    private const int MostTask = 80;

    private string Cited => ChineseFormat.Cited(Report.View.Programme.Title, Report.View.Programme.Number);

    /// <summary>The title without who issues it.</summary>
    public string Title => Report.Period.Kind is ReportKind.Year ? $"关于{Cited}{Report.Period.Name}落实情况的报告" : $"{Report.View.Programme.Number ?? Cited}任务推进情况{Report.Period.KindName}（{Report.Period.Name}）";

    public IReadOnlyList<string> Paragraphs =>
    [
        $"截至{ChineseFormat.Date(Report.View.On)}，{Cited}部署的任务共{Report.View.Rows.Count}项，由{Report.Units.Count}家单位承担，分工{Shares}份。其中已核验{Report.Of(AssignmentState.Verified)}份，待核验{Report.Of(AssignmentState.Submitted)}份，按期推进{Report.Of(AssignmentState.OnTime) + Report.Of(AssignmentState.DueSoon)}份（临近到期{Report.Of(AssignmentState.DueSoon)}份），逾期{Report.Of(AssignmentState.Overdue)}份，到期未报告{Report.Of(AssignmentState.NoReport)}份，待事情发生{Report.Of(AssignmentState.Waiting)}份，已免除{Report.Of(AssignmentState.Released)}份；整项完成的任务{Report.DoneObligations}项。",
        $"{(Report.Period.Kind switch { ReportKind.Week => "本周", ReportKind.Month => "本月", _ => "本年" })}各单位报告进展{Report.Of(ActKind.Reported)}次，其中报告办结{Report.Completions}次；核验通过{Report.Of(ActKind.Verified)}次，退回重办{Report.Of(ActKind.SentBack)}次；反映困难和建议{Report.Of(ActKind.Raised)}件，答复{Report.Of(ActKind.Answered)}件；同意延期{Report.Of(ActKind.ExtensionGranted)}次。",
        Late,
        .. IsPublic ? [] : new[] { Lists, Report.Score.Say() },
    ];

    public IReadOnlyList<OfficialAnnex> Annexes =>
    [
        .. new OfficialAnnex?[]
        {
            Report.Units.Where(IsTold).ToList() is { Count: > 0 } units ? new(Report.Period.Kind is ReportKind.Week ? "本周有变化的单位" : "各单位任务进展表", [.. UnitHeads], [.. units.Select(UnitLine)]) : null,
            Named("逾期的任务", Report.Late, "逾期天数"),
            Named("到期未报告的任务", Report.NoReport, "超过天数"),
            Report.Period.Kind is ReportKind.Year ? Whole() : Named("接下来到期的任务", Report.Ahead, null),
        }.OfType<OfficialAnnex>(),
    ];

    /// <summary>As an official document.</summary>
    /// <param name="issuer">Full name of who issues it.</param>
    /// <param name="addressee">To whom it goes.</param>
    public OfficialDocument Document(string issuer, string addressee) => new()
    {
        Issuer = issuer, Title = Title, Addressee = addressee, Paragraphs = Paragraphs, Annexes = Annexes, DatedOn = Report.View.On,
        Note = Report.View.On < Report.Period.To ? $"报告期还没有结束，数据截至{ChineseFormat.Date(Report.View.On)}。" : null,
    };

    private int Shares => Report.View.Rows.Sum(r => r.Shares.Count);

    private string Late => Report.Late.Count == 0 ? "目前没有逾期的任务。"
        : $"逾期的任务涉及{string.Join("、", Report.Late.GroupBy(s => s.Share.UnitName).OrderByDescending(g => g.Count()).Select(g => $"{g.Key}{g.Count()}份"))}，逾期最久的已经{Report.Late[0].Share.Standing.DaysLate}天。";

    private string Lists => (Report.Commended.Count == 0 ? "没有达到表扬条件的单位" : $"拟表扬的单位：{Scores(Report.Commended)}") + "；" + (Report.Criticised.Count == 0 ? "没有需要批评的单位。" : $"拟批评的单位：{Scores(Report.Criticised)}。");

    /// <summary>A week is told on one sheet: of its units those that reported something or owe something late.</summary>
    private bool IsTold(UnitReport unit) => Report.Period.Kind is not ReportKind.Week || unit.Reports + unit.Overdue + unit.NoReport > 0;

    private IEnumerable<string> UnitHeads => ["单位", "分工", "办结", "逾期办结", "逾期", "到期未报告", "报告次数", .. IsPublic ? [] : new[] { "被退回", "得分" }];

    private IReadOnlyList<string> UnitLine(UnitReport unit) =>
    [
        unit.Name, Number(unit.Shares), Number(unit.Done), Number(unit.Late), Number(unit.Overdue), Number(unit.NoReport), Number(unit.Reports),
        .. IsPublic ? [] : new[] { Number(unit.SentBack), unit.Score is { } score ? ScoreOf(score) : "不计" },
    ];

    /// <summary>A line for each obligation and day, with the units that it is about; what is named first stays first.</summary>
    private static OfficialAnnex? Named(string title, IReadOnlyList<NamedShare> shares, string? days) => shares.Count == 0 ? null : new(
        title, ["序号", "任务", "单位", "到期日", .. days is null ? [] : new[] { days }],
        [.. shares.GroupBy(s => (s.Row, Day: (s.Share.Standing.OwedOn ?? s.Share.Standing.ReportBy)!.Value, s.Share.Standing.DaysLate)).Select(g => (IReadOnlyList<string>)
        [
            Number(g.Key.Row.Obligation.Ordinal), Short(g.Key.Row.Obligation.Task), string.Join("、", g.Select(s => s.Share.UnitName)), ChineseFormat.Date(g.Key.Day), .. days is null ? [] : new[] { Number(g.Key.DaysLate) },
        ])]);

    private OfficialAnnex Whole() => new("各项任务落实情况表", ["序号", "任务", "完成时限", "落实情况"], [.. Report.View.Rows.Select(r => (IReadOnlyList<string>)
    [
        Number(r.Obligation.Ordinal), Short(r.Obligation.Task), r.Limit.Words ?? "未标明",
        r.Shares.Count == 0 ? "责任单位待明确" : string.Join("，", StateWords.All.Where(s => r.RollUp.Of(s) > 0).Select(s => $"{StateWords.Of(s)}{r.RollUp.Of(s)}家")),
    ])]);

    private static string Scores(IReadOnlyList<UnitReport> units) => string.Join("、", units.Select(u => $"{u.Name}（{ScoreOf(u.Score!.Value)}分）"));

    internal static string ScoreOf(decimal score) => score.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);

    private static string Number(int number) => ChineseFormat.Number(number);

    private static string Short(string task) => task.Length > MostTask ? task[..MostTask] + "……" : task;
}
