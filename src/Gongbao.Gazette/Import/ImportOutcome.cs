using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Import;

/// <summary>What an import did.</summary>
/// <param name="Issue">The issue's part of the address.</param>
/// <param name="Version">Which version of the issue now stands.</param>
/// <param name="IsUnchanged">True when this very file was in already and nothing was done.</param>
/// <param name="Totals">What was read.</param>
/// <param name="Documents">How many documents are new, read again, and no longer printed.</param>
/// <param name="Clauses">How many clauses are new, kept their address, moved, and are gone.</param>
/// <param name="Decisions">How many earlier decisions were replayed, and how many must be confirmed again.</param>
internal sealed record ImportOutcome(
    string Issue, int Version, bool IsUnchanged, ReadingTotals Totals, DocumentChanges Documents, ClauseChanges Clauses, DecisionChanges Decisions)
{
    public static ImportOutcome Unchanged(string issue, int version, ReadingTotals totals) => new(issue, version, true, totals, new(), new(), new());
}

internal sealed record DocumentChanges(int New = 0, int Again = 0, int Withdrawn = 0);

internal sealed record ClauseChanges(int New = 0, int Kept = 0, int Moved = 0, int Gone = 0);

internal sealed record DecisionChanges(int Replayed = 0, int ConfirmAgain = 0);
