using Gongbao.Ledger.Work;
using Gongbao.Platform.Sheets;

namespace Gongbao.Ledger.Sheets;

/// <summary>What is wrong in a sheet.</summary>
/// <param name="Row">Number of the row, from 1.</param>
/// <param name="Column">From 0; null where it is about the whole row.</param>
/// <param name="Head">What stands above the column; null where nothing does.</param>
/// <param name="Why">What is wrong and the mend, a whole sentence.</param>
internal sealed record SheetError(int Row, int? Column, string? Head, string Why)
{
    /// <summary>第 5 行 D 列（完成时限）</summary>
    public string Where => $"第 {Row} 行{(Column is { } at ? $" {SheetTable.ColumnName(at)} 列" : "")}{(string.IsNullOrEmpty(Head) ? "" : $"（{Head}）")}";
}

/// <summary>An obligation as it will be read.</summary>
/// <param name="Rows">The rows that it stands in.</param>
/// <param name="Entry">As it stands there.</param>
/// <param name="Read">As it is understood; null where something is wrong with it.</param>
/// <param name="DueOn">The last day; null where none follows.</param>
/// <param name="Questions">What will have to be decided.</param>
/// <param name="SameAs">The obligation of the ledger that says the same, which is not entered again; null where there is none.</param>
internal sealed record SheetLine(IReadOnlyList<int> Rows, EnteredObligation Entry, ReadEntry? Read, DateOnly? DueOn, IReadOnlyList<string> Questions, int? SameAs);

/// <summary>What would come of a sheet.</summary>
/// <param name="Table">The sheet as read.</param>
/// <param name="Head">Its row of heads.</param>
/// <param name="Mapping">Which column says what.</param>
/// <param name="IsOurs">Whether it is a table that the ledger gave out.</param>
/// <param name="IsKnown">Whether the mapping was set before for sheets with these heads.</param>
/// <param name="Lines">Its obligations.</param>
/// <param name="Errors">What is wrong; nothing is entered while there is any.</param>
/// <param name="Notes">What whoever brings it should know, whole sentences.</param>
internal sealed record SheetPreview(
    SheetTable Table, SheetRow Head, SheetMapping Mapping, bool IsOurs, bool IsKnown, IReadOnlyList<SheetLine> Lines, IReadOnlyList<SheetError> Errors, IReadOnlyList<string> Notes)
{
    /// <summary>What will be entered.</summary>
    public IReadOnlyList<SheetLine> Fresh { get; } = [.. Lines.Where(l => l.SameAs is null)];

    public string? HeadOf(int column) => Head.Cell(column) is { Length: > 0 } words ? words : null;
}
