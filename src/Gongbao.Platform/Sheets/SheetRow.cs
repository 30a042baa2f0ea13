namespace Gongbao.Platform.Sheets;

/// <summary>A row of a table that somebody keeps.</summary>
/// <param name="Number">As the table's own program counts it, from 1, so that the row is found again.</param>
/// <param name="Cells">What stands in it, without white space around; missing cells are empty.</param>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells)
{
    public bool IsBlank => Cells.All(c => c.Length == 0);

    /// <param name="column">From 0; null for a column that the table does not have.</param>
    /// <returns>Empty where there is none.</returns>
    public string Cell(int? column) => column is { } at && at < Cells.Count ? Cells[at] : "";
}
