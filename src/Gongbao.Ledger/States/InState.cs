using System.Linq.Expressions;
using Gongbao.Ledger.Storage;

namespace Gongbao.Ledger.States;

/// <summary>Which shares are in a state on a day, as the database compares what their rows show: the same as <see cref="Standing.Shown"/>.</summary>
internal static class InState
{
    /// <param name="state">The state.</param>
    /// <param name="on">The day.</param>
    /// <param name="rules">How the city keeps its ledger.</param>
    public static Expression<Func<StoredAssignment, bool>> Of(AssignmentState state, DateOnly on, LedgerRules rules)
    {
        var soon = on.AddDays(rules.DueSoonDays);
        return state switch
        {
            AssignmentState.OnTime => a => a.Stage == AssignmentStage.Open && (a.OwedOn > soon || a.OwedOn == null && a.ReportBy >= on),
            AssignmentState.DueSoon => a => a.Stage == AssignmentStage.Open && a.OwedOn >= on && a.OwedOn <= soon,
            AssignmentState.Overdue => a => a.Stage == AssignmentStage.Open && a.OwedOn < on,
            AssignmentState.NoReport => a => a.Stage == AssignmentStage.Open && a.OwedOn == null && a.ReportBy < on,
            AssignmentState.Waiting => a => a.Stage == AssignmentStage.Open && a.OwedOn == null && a.ReportBy == null,
            AssignmentState.Submitted => a => a.Stage == AssignmentStage.Submitted,
            AssignmentState.Verified => a => a.Stage == AssignmentStage.Verified,
            AssignmentState.Released => a => a.Stage == AssignmentStage.Released || a.Stage == AssignmentStage.Returned,
        };
    }
}
