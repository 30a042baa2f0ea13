namespace Gongbao.Contracts.Ledger;

/// <summary>What became of the clauses of a document, for whoever shows the document.</summary>
public interface IObligationStates
{
    /// <summary>The public state of each obligation that a document ordered, as of a day.</summary>
    /// <param name="document">The document's part of the address.</param>
    /// <param name="on">Beijing date.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>By the place that states it, as an address has it; empty where nothing of the document is in the ledger.</returns>
    Task<ILookup<string, ObligationState>> OfAsync(string document, DateOnly on, CancellationToken stop);
}

/// <summary>The state of an obligation in a few words.</summary>
/// <param name="Address">The page of the obligation, a path on this site.</param>
/// <param name="Says">As 已核验 3 家，共 9 家.</param>
/// <param name="IsOverdue">Whether some unit is late.</param>
/// <param name="IsDone">Whether nothing more is owed.</param>
public sealed record ObligationState(string Address, string Says, bool IsOverdue, bool IsDone);
