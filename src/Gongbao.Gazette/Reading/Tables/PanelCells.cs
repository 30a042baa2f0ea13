namespace Gongbao.Gazette.Reading;

/// <summary>The cells of one panel: a page's worth of a table.</summary>
internal sealed class PanelCells
{
    /// <summary>How many rows.</summary>
    public required int Rows { get; init; }

    /// <summary>Cells of the columns that have one in each row; where the counts do not agree, another number of them.</summary>
    public required IReadOnlyDictionary<ColumnRole, IReadOnlyList<LineRange>> Columns { get; init; }

    /// <summary>The head that each of those columns stands under.</summary>
    public required IReadOnlyDictionary<ColumnRole, Column> Heads { get; init; }

    /// <summary>The heads that the merged cells stand under, from left to right; empty where there are none.</summary>
    public IReadOnlyList<Column> GroupHeads { get; init; } = [];

    /// <summary>Numbers as printed.</summary>
    public required IReadOnlyList<LineRange> Numbers { get; init; }

    /// <summary>Merged cells to the left of the tasks.</summary>
    public required IReadOnlyList<LineRange> Groups { get; init; }

    /// <summary>Columns whose number of cells is not that of the rows.</summary>
    public required IReadOnlySet<ColumnRole> Uneven { get; init; }

    /// <summary>For each column, the cells that could nearly as well have been cut elsewhere.</summary>
    public required IReadOnlyDictionary<ColumnRole, bool[]> Doubtful { get; init; }

    /// <summary>The cell of a row; null where the column has none, or none that can be told.</summary>
    public LineRange? Cell(ColumnRole role, int row) =>
        Columns.GetValueOrDefault(role) is { } cells && row < cells.Count && cells[row].Count > 0 && !Uneven.Contains(role) ? cells[row] : null;

    public bool IsDoubtful(ColumnRole role, int row) => Doubtful.GetValueOrDefault(role) is { } doubts && row < doubts.Length && doubts[row];
}
