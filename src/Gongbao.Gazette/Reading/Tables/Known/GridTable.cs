namespace Gongbao.Gazette.Reading;

/// <summary>Reads a table whose cells the file gives: its tree is the table as it is, and what it states is read as from a printed one.</summary>
internal static class GridTable
{
    /// <param name="part">The lines of the table and no others.</param>
    /// <param name="grid">Its cells.</param>
    /// <param name="above">The lines of the part that stand over it: they name what a list of honours is of.</param>
    public static ContentReading Read(ContentPart part, KnownGrid grid, IReadOnlyList<ContentLine> above)
    {
        var lines = TableLine.Of(part);
        if (grid.IsForm) return BlankForm.Read(part, lines, GridCells.Of(grid, lines));
        var cells = GridCells.Of(grid, lines);
        var head = GridHead.Of(cells, grid.HeadRows);
        var text = new CellText(part.Source, lines);
        var table = Tree(cells, head, new(lines, text));
        var inside = ContentReaders.ReadText([.. cells.All.Where(c => c.HasWords && c.Row >= head.Rows).Select(c => new Passage(text.Join(c.Lines), [], null, lines[c.Lines.From].Line.Number))], part.Year);
        if (head.AsPrinted.IsTable && GridRows.Of(cells, head) is { } rows)
        {
            var read = head.AsPrinted.HasPoints ? ScoreSheet.Read(part, lines, rows) : DutyTable.Read(part, lines, rows);
            return read with { Nodes = [table], Personal = inside.Personal };
        }
        return HonourList.IsNamed(part.Title) ? new() { Nodes = [table], Honours = GridHonours.Read(cells, text, part.Title!, above), Personal = inside.Personal } : inside with { Nodes = [table] };
    }

    private static Node Tree(GridCells cells, GridHead head, TableNodes nodes)
    {
        for (var row = 0; row < cells.Rows; row++)
        {
            var beginning = cells.Beginning(row).ToList();
            if (beginning.Count == 0) continue;
            if (row < head.Rows) nodes.HeadRow([.. beginning.Select(c => c.Lines)]);
            else
            {
                var node = nodes.Row(beginning[0].Lines);
                foreach (var cell in beginning) node.Children.Add(nodes.Cell(Label(head, cell, cells.Columns), cell.Lines, head.Roles[cell.Column] is { } role && ColumnBlock.ClassOf(role) is BlockClass.Units));
            }
        }
        return nodes.Table;
    }

    /// <summary>The head of the column; of one of several columns of that name, with its count; none for a cell across the table.</summary>
    private static string? Label(GridHead head, GridCell cell, int columns)
    {
        var name = head.Names[cell.Column];
        if (name.Length == 0 || cell.ColumnSpan == columns) return null;
        var before = head.Names.Take(cell.Column).Count(n => n == name);
        return ColumnHead.Again(name, before + 1);
    }
}
