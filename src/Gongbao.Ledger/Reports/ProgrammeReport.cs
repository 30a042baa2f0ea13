using Gongbao.Ledger.Desk;
using Gongbao.Ledger.States;

namespace Gongbao.Ledger.Reports;

/// <summary>Something that was done, as a report counts it.</summary>
/// <param name="Share">The share; null for the whole obligation.</param>
/// <param name="Kind">What was done.</param>
/// <param name="On">The legal day.</param>
/// <param name="IsDone">Of a report: whether it is one of completion.</param>
internal sealed record CountedAct(Guid? Share, ActKind Kind, DateOnly On, bool IsDone);

/// <summary>What one unit comes to in a report.</summary>
/// <param name="Unit">Its directory id.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Shares">Shares that are not released.</param>
/// <param name="Done">Of them done, verified or not.</param>
/// <param name="Late">Of the done, those done late.</param>
/// <param name="Overdue">Overdue on the day of the report.</param>
/// <param name="NoReport">On which a report is missing.</param>
/// <param name="Reports">Reports in the period.</param>
/// <param name="SentBack">Reports that were sent back, until the day of the report.</param>
/// <param name="Score">Mean of its shares, one decimal; null where all are released.</param>
internal sealed record UnitReport(string Unit, string Name, int Shares, int Done, int Late, int Overdue, int NoReport, int Reports, int SentBack, decimal? Score);

/// <summary>A share that a report names.</summary>
internal sealed record NamedShare(ObligationRow Row, ShareRow Share);

/// <summary>
/// How a programme stands at the end of a period and what was done in it (工作报告): a pure function of the programme as of that day, of the acts until then, and of the
/// declared rule, so that a report of a past day is the same whenever it is asked for.
/// </summary>
internal sealed class ProgrammeReport
{
    /// <param name="view">The programme as of the day of the report.</param>
    /// <param name="period">What it is about.</param>
    /// <param name="acts">The acts of the programme; those after the day are left out.</param>
    /// <param name="score">How units are scored.</param>
    public ProgrammeReport(ProgrammeView view, ReportPeriod period, IEnumerable<CountedAct> acts, ScoreRules score)
    {
        (View, Period, Score) = (view, period, score);
        var done = acts.Where(a => a.On <= view.On).ToList();
        var within = done.Where(a => a.On >= period.From).ToList();
        Within = within.CountBy(a => a.Kind).ToDictionary();
        Completions = within.Count(a => a is { Kind: ActKind.Reported, IsDone: true });
        var sentBack = done.Where(a => a.Kind is ActKind.SentBack && a.Share is not null).CountBy(a => a.Share!.Value).ToDictionary();
        var reports = within.Where(a => a.Kind is ActKind.Reported && a.Share is not null).CountBy(a => a.Share!.Value).ToDictionary();
        var shares = view.Rows.SelectMany(r => r.Shares.Select(s => new NamedShare(r, s))).ToList();
        Late = [.. shares.Where(s => s.Share.Standing.State is AssignmentState.Overdue).OrderByDescending(s => s.Share.Standing.DaysLate)];
        NoReport = [.. shares.Where(s => s.Share.Standing.State is AssignmentState.NoReport).OrderByDescending(s => s.Share.Standing.DaysLate)];
        Finished = [.. shares.Where(s => s.Share.Standing.DoneOn >= period.From)];
        var until = period.Next.To;
        Ahead = [.. shares.Where(s => s.Share.Standing.OwedOn >= view.On && s.Share.Standing.OwedOn <= until).OrderBy(s => s.Share.Standing.OwedOn)];
        Units =
        [
            .. shares.GroupBy(s => (s.Share.Share.Unit, s.Share.UnitName)).Select(g =>
            {
                var points = g.Select(s => score.Of(s.Share.Standing, sentBack.GetValueOrDefault(s.Share.Share.Id))).OfType<int>().ToList();
                return new UnitReport(
                    g.Key.Unit, g.Key.UnitName, points.Count, Count(g, s => s.Stage is AssignmentStage.Submitted or AssignmentStage.Verified), Count(g, s => s is { DoneOn: not null, WasLate: true, State: not AssignmentState.Released }),
                    Count(g, s => s.State is AssignmentState.Overdue), Count(g, s => s.State is AssignmentState.NoReport), g.Sum(s => reports.GetValueOrDefault(s.Share.Share.Id)), g.Sum(s => sentBack.GetValueOrDefault(s.Share.Share.Id)),
                    points.Count == 0 ? null : Math.Round((decimal)points.Sum() / points.Count, 1, MidpointRounding.AwayFromZero));
            }),
        ];
        var named = Units.Where(u => u.Shares >= score.LeastShares && u.Score is not null).ToList();
        Commended = [.. named.Where(u => u.Score >= score.CommendAt && u.Done >= score.LeastDone).OrderByDescending(u => u.Score).ThenByDescending(u => u.Done)];
        Criticised = [.. named.Where(u => u.Score < score.CriticiseBelow).OrderBy(u => u.Score).ThenByDescending(u => u.Overdue)];
    }

    /// <summary>The programme as of the day of the report.</summary>
    public ProgrammeView View { get; }

    public ReportPeriod Period { get; }

    public ScoreRules Score { get; }

    /// <summary>Acts of the period by kind.</summary>
    public IReadOnlyDictionary<ActKind, int> Within { get; }

    /// <summary>Reports of completion in the period.</summary>
    public int Completions { get; }

    /// <summary>Shares that are overdue, the latest first.</summary>
    public IReadOnlyList<NamedShare> Late { get; }

    /// <summary>Shares on which a report is missing, the longest first.</summary>
    public IReadOnlyList<NamedShare> NoReport { get; }

    /// <summary>Shares that were reported done in the period.</summary>
    public IReadOnlyList<NamedShare> Finished { get; }

    /// <summary>Shares whose last day comes until the end of the next period, the earliest first.</summary>
    public IReadOnlyList<NamedShare> Ahead { get; }

    /// <summary>Every unit, in the order of the programme.</summary>
    public IReadOnlyList<UnitReport> Units { get; }

    /// <summary>Units to be commended (表扬), the best first.</summary>
    public IReadOnlyList<UnitReport> Commended { get; }

    /// <summary>Units to be criticised (批评), the worst first.</summary>
    public IReadOnlyList<UnitReport> Criticised { get; }

    /// <summary>Obligations of which enough is verified, as the city declares.</summary>
    public int DoneObligations => View.Rows.Count(r => r.RollUp.IsDone);

    public int Of(AssignmentState state) => View.Counts.GetValueOrDefault(state);

    public int Of(ActKind kind) => Within.GetValueOrDefault(kind);

    private static int Count(IEnumerable<NamedShare> shares, Func<Standing, bool> counts) => shares.Count(s => counts(s.Share.Standing));
}
