namespace Gongbao.Platform.Sheets;

/// <summary>A cell that could not be read as it stands.</summary>
/// <param name="Row">Number of its row, from 1.</param>
/// <param name="Column">From 0.</param>
/// <param name="Why">What is wrong and the mend, a whole sentence.</param>
public sealed record SheetFault(int Row, int Column, string Why);

/// <summary>A table as it was read.</summary>
/// <param name="Rows">The rows that hold something.</param>
/// <param name="Notes">What its reader should know: sheets that were left out, rows that are hidden, the encoding. Whole sentences.</param>
/// <param name="Faults">Cells that could not be read.</param>
public sealed record SheetTable(IReadOnlyList<SheetRow> Rows, IReadOnlyList<string> Notes, IReadOnlyList<SheetFault> Faults)
{
    /// <summary>What programs of tables call a column: A, Z, AA.</summary>
    /// <param name="column">From 0.</param>
    public static string ColumnName(int column) => column < 26 ? ((char)('A' + column)).ToString() : ColumnName(column / 26 - 1) + (char)('A' + column % 26);
}
