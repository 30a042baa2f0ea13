using Gongbao.Ledger.States;
using Gongbao.Platform.City;

namespace Gongbao.Ledger.Reports;

/// <summary>How the city scores units, as it declares (计分办法).</summary>
/// <param name="Overdue">Points of a share that is overdue; one in time has 100.</param>
/// <param name="NoReport">Points of a share on which a report is missing.</param>
/// <param name="Late">Points of a share that was done late.</param>
/// <param name="SentBack">Points taken off for each time a report was sent back; none below 0.</param>
/// <param name="CommendAt">From this score on a unit is commended.</param>
/// <param name="CriticiseBelow">Below this score it is criticised.</param>
/// <param name="LeastShares">Units with fewer shares are named in neither list.</param>
/// <param name="LeastDone">Units that have done fewer are not commended.</param>
/// <param name="Source">What it rests on.</param>
internal sealed record ScoreRules(int Overdue, int NoReport, int Late, int SentBack, int CommendAt, int CriticiseBelow, int LeastShares, int LeastDone, string Source)
{
    private const int Full = 100;

    public static ScoreRules Of(DeclaredMap declared) => new(
        declared.Number("overdue")!.Value, declared.Number("no_report")!.Value, declared.Number("late")!.Value, declared.Number("sent_back")!.Value, declared.Number("commend_at")!.Value,
        declared.Number("criticise_below")!.Value, declared.Number("least_shares")!.Value, declared.Number("least_done")!.Value, declared.RequiredText("source"));

    /// <summary>What one share counts; null where it is released and counts nothing.</summary>
    /// <param name="standing">How it stands.</param>
    /// <param name="sentBack">How often a report on it was sent back.</param>
    public int? Of(Standing standing, int sentBack)
    {
        if (standing.State is AssignmentState.Released) return null;
        var points = standing.State switch { AssignmentState.Overdue => Overdue, AssignmentState.NoReport => NoReport, _ => standing.WasLate ? Late : Full };
        return Math.Max(0, points - sentBack * SentBack);
    }

    /// <summary>The rule in sentences, as a report prints it.</summary>
    public string Say() =>
        $"计分办法：每份分工按期推进、按期办结的得{Full}分，逾期未办结的得{Overdue}分，到期未报告的得{NoReport}分，逾期办结的得{Late}分，办结报告被退回一次扣{SentBack}分；已免除的不计。单位得分是各份的平均。承担{LeastShares}份以上的，得分不低于{CommendAt}分并且至少办结{LeastDone}份的列入表扬名单，得分低于{CriticiseBelow}分的列入批评名单（依据：{Source}）。";
}
