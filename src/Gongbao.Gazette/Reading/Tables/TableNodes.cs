namespace Gongbao.Gazette.Reading;

/// <summary>
/// The tree of a table: heads, rows and cells. Every line of the part gets its place, what fits nowhere too: it stands in rows of its own
/// behind all others. A head that is printed again on a later page is the table's and stands once.
/// </summary>
internal sealed class TableNodes(TableLine[] lines, CellText text)
{
    /// <summary>The label of a row that heads columns.</summary>
    public const string HeadLabel = "表头";

    private readonly bool[] _placed = new bool[lines.Length];
    private readonly List<Node> _loose = [];
    private readonly List<Span> _repeated = [];
    private Node? _table;

    public Node Table => _table ??= new(NodeKind.Table) { Line = lines.Length > 0 ? lines[0].Line.Number : 0, Pieces = _repeated };

    /// <summary>The columns of the head, from left to right.</summary>
    public IReadOnlyList<Column> Columns { get; private set; } = [];

    /// <summary>The head as printed on the first page that prints all of it.</summary>
    public void Head(TablePanels panels)
    {
        var shown = panels.Columns.MaxBy(c => c.Count)!;
        Columns = shown;
        var row = new Node(NodeKind.Row) { Label = HeadLabel, Line = text.LineAt(shown[0].Pieces[0].From) };
        foreach (var column in shown) row.Children.Add(Printed(column.Head, column.Pieces));
        Table.Children.Add(row);
        foreach (var columns in panels.Columns.Where(c => !ReferenceEquals(c, shown)))
            foreach (var column in columns)
            {
                if (shown.Any(c => c.Head == column.Head)) _repeated.AddRange(column.Pieces);
                else Loose(Printed(column.Head, column.Pieces));
            }
        foreach (var range in panels.Heads)
        {
            var taken = panels.Columns.SelectMany(c => c).SelectMany(c => c.Pieces).ToList();
            for (var i = range.From; i < range.To; i++)
            {
                _placed[i] = true;
                foreach (var rest in text.Without(lines[i].Line.Span, taken))
                {
                    if (text.IsRule(rest)) _repeated.Add(rest);
                    else Loose(Printed(text.Words(rest), [rest]));
                }
            }
        }
        _repeated.Sort((a, b) => a.From.CompareTo(b.From));
    }

    private Node Printed(string words, IReadOnlyList<Span> pieces) => new(NodeKind.Cell) { Text = words, Pieces = pieces, Line = text.LineAt(pieces[0].From) };

    /// <summary>A row of the head whose cells are known.</summary>
    public void HeadRow(IReadOnlyList<LineRange> cells)
    {
        var row = new Node(NodeKind.Row) { Label = HeadLabel, Line = lines[cells[0].From].Line.Number };
        row.Children.AddRange(cells.Select(c => Cell(null, c)));
        Table.Children.Add(row);
    }

    public Node Row(LineRange first) => Row(lines[first.From].Line.Number);

    public Node Row(int line)
    {
        var row = new Node(NodeKind.Row) { Line = line };
        Table.Children.Add(row);
        return row;
    }

    /// <param name="label">Head of the column.</param>
    /// <param name="cell">Its lines.</param>
    /// <param name="isUnits">Whether it lists units: names printed one a line are set apart by 、.</param>
    public Node Cell(string? label, LineRange cell, bool isUnits = false)
    {
        var joined = text.Join(cell);
        for (var i = cell.From; i < cell.To; i++) _placed[i] = true;
        return new(NodeKind.Cell) { Label = label, Text = isUnits ? text.Listed(cell) : joined.Text, Pieces = joined.PiecesOf(0, joined.Text.Length), Line = lines[cell.From].Line.Number };
    }

    /// <summary>A cell that belongs to no row that can be told gets a row of its own behind all others.</summary>
    public void Loose(Node cell)
    {
        var row = new Node(NodeKind.Row) { Line = cell.Line };
        row.Children.Add(cell);
        _loose.Add(row);
    }

    public Node Plain(NodeKind kind, LineRange range)
    {
        var joined = text.Join(range);
        for (var i = range.From; i < range.To; i++) _placed[i] = true;
        return new(kind) { Text = joined.Text, Pieces = joined.PiecesOf(0, joined.Text.Length), Line = lines[range.From].Line.Number };
    }

    /// <summary>Ends the table with the rows of what belongs to no other, and gives the cells of lines that no column took.</summary>
    public IReadOnlyList<Node> Leftovers()
    {
        var left = new List<Node>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (_placed[i]) continue;
            var end = i + 1;
            while (end < lines.Length && !_placed[end]) end++;
            left.Add(Cell(null, new(i, end)));
            i = end - 1;
        }
        foreach (var cell in left) Loose(cell);
        Table.Children.AddRange(_loose);
        return left;
    }
}
