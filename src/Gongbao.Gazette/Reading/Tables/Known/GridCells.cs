namespace Gongbao.Gazette.Reading;

/// <summary>A cell of a known table with its lines, numbered within the part.</summary>
internal sealed record GridCell(int Row, int Column, int RowSpan, int ColumnSpan, LineRange Lines)
{
    public bool HasWords => Lines.Count > 0;

    public bool Covers(int column) => Column <= column && column < Column + ColumnSpan;
}

/// <summary>A known table laid over the lines of its part: which cell covers which place.</summary>
internal sealed class GridCells
{
    private readonly GridCell?[,] _at;
    private readonly TableLine[] _lines;
    private readonly ILookup<int, GridCell> _beginning;

    private GridCells(KnownGrid grid, TableLine[] lines, GridCell[] cells)
    {
        (Rows, Columns, All, Stub, _lines) = (grid.Rows, grid.Columns, cells, grid.Stub, lines);
        _at = new GridCell?[Rows, Columns];
        _beginning = cells.Where(c => c.HasWords).ToLookup(c => c.Row);
        foreach (var cell in cells)
            for (var row = cell.Row; row < Math.Min(Rows, cell.Row + cell.RowSpan); row++)
                for (var column = cell.Column; column < Math.Min(Columns, cell.Column + cell.ColumnSpan); column++) _at[row, column] ??= cell;
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>How many columns, from the left, say what the rows belong to; null where the file does not say.</summary>
    public int? Stub { get; }

    public IReadOnlyList<GridCell> All { get; }

    /// <param name="grid">As the file gives it.</param>
    /// <param name="lines">All its lines and no others.</param>
    public static GridCells Of(KnownGrid grid, TableLine[] lines)
    {
        int At(int number)
        {
            var (low, high) = (0, lines.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (lines[middle].Words.Place < number) low = middle + 1;
                else high = middle;
            }
            return low;
        }
        return new(grid, lines, [.. grid.Cells.Select(c => new GridCell(c.Row, c.Column, c.RowSpan, c.ColumnSpan, new(At(c.FromLine), At(c.ToLine))))]);
    }

    /// <summary>The cell that covers a place; null where the row is shorter.</summary>
    public GridCell? At(int row, int column) => _at[row, column];

    /// <summary>The words without white space; empty for a place without any.</summary>
    public string Words(int row, int column) => At(row, column) is { HasWords: true } cell ? TableLine.Joined(_lines, cell.Lines) : "";

    /// <summary>The cells that begin in a row and have words.</summary>
    public IEnumerable<GridCell> Beginning(int row) => _beginning[row];
}
