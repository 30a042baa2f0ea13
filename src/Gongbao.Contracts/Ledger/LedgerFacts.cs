namespace Gongbao.Contracts.Ledger;

/// <summary>A report on an obligation was made public (公开进展). Published by the ledger in the unit that does it.</summary>
/// <param name="Document">The document's part of the address.</param>
/// <param name="Place">The place that orders it, as an address has it; null where it has none.</param>
/// <param name="Task">What is owed.</param>
/// <param name="Address">The page of the obligation, a path on this site.</param>
/// <param name="Unit">Directory id of the unit that reported.</param>
public sealed record ReportMadePublic(string Document, string? Place, string Task, string Address, string Unit);
