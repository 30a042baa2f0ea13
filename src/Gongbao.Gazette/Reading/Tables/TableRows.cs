namespace Gongbao.Gazette.Reading;

/// <summary>The rows of one panel, whose cells are put under their heads from left to right in whatever order they become known.</summary>
/// <param name="nodes">The tree of the table.</param>
/// <param name="cells">The cells of the panel.</param>
internal sealed class TableRows(TableNodes nodes, PanelCells cells)
{
    private readonly List<(double Place, Node Cell)>[] _rows = [.. Enumerable.Range(0, cells.Rows).Select(_ => new List<(double, Node)>())];

    /// <summary>Puts the cells of every column that has one for each row; those of the others get rows of their own.</summary>
    /// <param name="rows">How many rows there are, the panel's or fewer.</param>
    public void Columns(int rows)
    {
        foreach (var (role, column) in cells.Columns)
        {
            var head = cells.Heads[role];
            var isUnits = ColumnBlock.ClassOf(role) is BlockClass.Units;
            for (var row = 0; row < column.Count; row++)
            {
                var cell = nodes.Cell(head.Head, column[row], isUnits);
                if (row < rows && (column.Count == cells.Rows || role is ColumnRole.Task)) _rows[row].Add((PlaceOf(head), cell));
                else nodes.Loose(cell);
            }
        }
    }

    /// <summary>A number (序号) beside the row where its cell begins; null for none that can be told.</summary>
    public void Number(int? row, LineRange number) => Put(row, NumberHead(), number, 0);

    /// <summary>A merged cell, in the row where it begins; null for none that can be told.</summary>
    /// <param name="row">The row.</param>
    /// <param name="group">The cell.</param>
    /// <param name="depth">0 for the outer ones, 1 for those that stand to their right.</param>
    public void Group(int? row, LineRange group, int depth)
    {
        var heads = cells.GroupHeads;
        if (depth < heads.Count) Put(row, heads[depth], group, 0);
        else Put(row, heads[^1] with { Head = ColumnHead.Again(heads[^1].Head, depth - heads.Count + 2) }, group, depth - heads.Count + 1);
    }

    /// <summary>Adds the rows to the table.</summary>
    /// <param name="lines">The source line of each.</param>
    public void Build(IReadOnlyList<int> lines)
    {
        for (var row = 0; row < lines.Count; row++)
            nodes.Row(lines[row]).Children.AddRange(_rows[row].OrderBy(c => c.Place).Select(c => c.Cell));
    }

    private void Put(int? row, Column head, LineRange range, int behind)
    {
        var cell = nodes.Cell(head.Head, range);
        if (row is not { } at || _rows[at].Exists(c => c.Cell.Label == head.Head)) nodes.Loose(cell);
        else _rows[at].Add((PlaceOf(cells.GroupHeads.FirstOrDefault(g => behind > 0 && head.Head.StartsWith(g.Head, StringComparison.Ordinal)) ?? head) + behind / 8.0, cell));
    }

    private Column NumberHead() => nodes.Columns.FirstOrDefault(c => c.Role is ColumnRole.Number) ?? new("序号", ColumnRole.Number);

    private int PlaceOf(Column head)
    {
        for (var i = 0; i < nodes.Columns.Count; i++)
            if (nodes.Columns[i].Head == head.Head) return i;
        return nodes.Columns.Count;
    }
}
