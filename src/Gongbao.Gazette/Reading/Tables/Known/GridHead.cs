namespace Gongbao.Gazette.Reading;

/// <summary>The head of a known table.</summary>
/// <param name="Rows">Rows from the first on that are not its data: what stands above the head too.</param>
/// <param name="Names">What heads each column; empty where nothing does.</param>
/// <param name="Roles">What each column holds, by its head; null where the head does not tell.</param>
internal sealed record GridHead(int Rows, IReadOnlyList<string> Names, IReadOnlyList<ColumnRole?> Roles)
{
    private const int LowestFirstRow = 3;

    /// <summary>The head as the readers of printed tables know it.</summary>
    public ColumnHead AsPrinted => new([.. Enumerable.Range(0, Names.Count).Where(c => Roles[c] is not null).Select(c => new Column(Names[c], Roles[c]!.Value))], 0, 0);

    /// <summary>The head by its words; where those are no known ones, the row that the file repeats on each page, or the first.</summary>
    public static GridHead Of(GridCells cells, int repeated)
    {
        for (var row = 0; row < Math.Min(LowestFirstRow, cells.Rows - 1); row++)
            if (At(cells, row, EndOf(cells, row)) is var head && head.AsPrinted.IsTable) return head;
        return At(cells, 0, Math.Clamp(repeated, EndOf(cells, 0), Math.Max(1, cells.Rows - 1)));
    }

    /// <summary>A head is as high as its highest cell: 责任单位 over 牵头 and 配合, 序号 beside both.</summary>
    private static int EndOf(GridCells cells, int row)
    {
        var end = row + 1;
        foreach (var cell in cells.Beginning(row)) end = Math.Max(end, cell.Row + cell.RowSpan);
        return Math.Min(end, Math.Max(1, cells.Rows - 1));
    }

    private static GridHead At(GridCells cells, int from, int to)
    {
        var names = new string[cells.Columns];
        var roles = new ColumnRole?[cells.Columns];
        for (var column = 0; column < names.Length; column++)
        {
            names[column] = "";
            for (var row = to - 1; row >= from && names[column].Length == 0; row--) names[column] = cells.Words(row, column);
            for (var row = to - 1; row >= from && roles[column] is null; row--)
                if (cells.At(row, column) is { } cell && (cell.ColumnSpan == 1 || cell.Column == column)) roles[column] = HeadWords.RoleOf(cells.Words(row, column));
        }
        return new(to, names, roles);
    }
}
