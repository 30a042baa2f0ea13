using Gongbao.Kernel.Directory;

namespace Gongbao.Ledger.States;

/// <summary>What the shares of an obligation come to together (汇总), by the declared rule.</summary>
/// <param name="Percent">The weight of the shares that are verified or reported done, in whole per cent of all that are owed; null where nobody owes anything.</param>
/// <param name="State">The state of the obligation: the most urgent of those of its shares; null where it has none.</param>
/// <param name="Counts">How many shares are in each state.</param>
/// <param name="IsDone">Whether the verified shares reach what the city declares to be enough, or all is released; what every unit gave back is not done.</param>
internal sealed record RollUp(int? Percent, AssignmentState? State, IReadOnlyDictionary<AssignmentState, int> Counts, bool IsDone)
{
    /// <summary>From the most urgent on.</summary>
    private static readonly AssignmentState[] Urgency =
    [
        AssignmentState.Overdue, AssignmentState.NoReport, AssignmentState.DueSoon, AssignmentState.OnTime, AssignmentState.Waiting, AssignmentState.Submitted, AssignmentState.Verified, AssignmentState.Released,
    ];

    /// <param name="shares">The part and the standing of each unit.</param>
    /// <param name="rules">How the city adds shares up.</param>
    public static RollUp Of(IReadOnlyList<(DutyRole Role, Standing Standing)> shares, LedgerRules rules)
    {
        var counts = shares.CountBy(s => s.Standing.State).ToDictionary();
        var owed = shares.Where(s => s.Standing.IsOwed).ToList();
        var all = owed.Sum(s => rules.Weights[s.Role]);
        int? Share(Func<Standing, bool> counts) => all == 0 ? null : owed.Where(s => counts(s.Standing)).Sum(s => rules.Weights[s.Role]) * 100 / all;
        var verified = Share(s => s.Stage is AssignmentStage.Verified);
        return new(
            Share(s => s.Stage is AssignmentStage.Verified or AssignmentStage.Submitted), shares.Count == 0 ? null : Urgency.First(counts.ContainsKey), counts,
            owed.Count > 0 ? verified >= rules.DoneAt : shares.Count > 0 && shares.All(s => s.Standing.Stage is AssignmentStage.Released));
    }

    /// <summary>How many shares are in a state.</summary>
    public int Of(AssignmentState state) => Counts.GetValueOrDefault(state);
}
