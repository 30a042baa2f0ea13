using Gongbao.Casework.Declarations;

namespace Gongbao.Casework.Running;

/// <summary>Whether the items have joined, read from where they stand now: nothing is counted, so that an item which ends late, twice or not at all cannot spoil it.</summary>
internal static class CaseJoin
{
    /// <returns>Null where it is not decided yet.</returns>
    public static CaseOutcome? Of(CaseDeclaration declaration, CaseState state)
    {
        var items = declaration.Items.Select(i => (Declared: i, State: state.Items[i.Id])).Where(i => i.State.Phase != ItemPhase.LeftOut).ToList();
        var isDone = items.All(i => i.State.IsEnded);
        if (state.Halt is not null) return isDone ? CaseOutcome.Halted : null;
        var granted = items.Count(i => KindOf(i) == OutcomeKind.Granted);
        switch (declaration.Join.Policy)
        {
            case JoinPolicy.Any when granted > 0:
            case JoinPolicy.Quorum when granted >= declaration.Join.Quorum:
                return CaseOutcome.Completed;
            case JoinPolicy.Required:
                var required = items.Where(i => declaration.Join.Required.Contains(i.Declared.Id)).ToList();
                if (required.Count > 0) return required.All(i => i.State.IsEnded) ? OutcomeOf(required) : null;
                break;
        }
        return isDone ? OutcomeOf(items) : null;
    }

    private static CaseOutcome OutcomeOf(List<(ItemDeclaration Declared, ItemState State)> items)
    {
        var kinds = items.Select(KindOf).ToHashSet();
        if (kinds.All(k => k == OutcomeKind.Granted)) return CaseOutcome.Completed;
        if (kinds.Contains(OutcomeKind.Granted)) return CaseOutcome.Partly;
        // What was ended because what it waited for was taken back was taken back with it.
        return kinds.Contains(OutcomeKind.Withdrawn) && kinds.All(k => k is OutcomeKind.Withdrawn or OutcomeKind.Closed) ? CaseOutcome.Withdrawn : CaseOutcome.Refused;
    }

    private static OutcomeKind? KindOf((ItemDeclaration Declared, ItemState State) item) => item.State.Outcome is { } outcome ? item.Declared.Outcome(outcome)!.Kind : null;
}
