namespace Gongbao.Gazette.Reading;

/// <summary>The tree of a table: heads, rows and cells. Every line of the part gets its place, what fits nowhere too.</summary>
internal sealed class TableNodes(TableLine[] lines, CellText text)
{
    /// <summary>The label of a row that heads columns.</summary>
    public const string HeadLabel = "表头";

    /// <summary>The column of what groups the rows below it, whatever its head says.</summary>
    public const string GroupLabel = "分组";

    private readonly bool[] _placed = new bool[lines.Length];

    public Node Table { get; } = new(NodeKind.Table) { Line = lines.Length > 0 ? lines[0].Line.Number : 0 };

    public void Head(LineRange head)
    {
        if (head.Count == 0) return;
        var row = new Node(NodeKind.Row) { Label = HeadLabel, Line = lines[head.From].Line.Number };
        for (var i = head.From; i < head.To; i++)
            if (!_placed[i]) row.Children.Add(Cell(null, new(i, i + 1)));
        if (row.Children.Count > 0) Table.Children.Add(row);
    }

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
    public Node Cell(string? label, LineRange cell)
    {
        var joined = text.Join(cell);
        for (var i = cell.From; i < cell.To; i++) _placed[i] = true;
        return new(NodeKind.Cell) { Label = label, Text = joined.Text, Pieces = joined.PiecesOf(0, joined.Text.Length), Line = lines[cell.From].Line.Number };
    }

    public Node Plain(NodeKind kind, LineRange range)
    {
        var joined = text.Join(range);
        for (var i = range.From; i < range.To; i++) _placed[i] = true;
        return new(kind) { Text = joined.Text, Pieces = joined.PiecesOf(0, joined.Text.Length), Line = lines[range.From].Line.Number };
    }

    /// <summary>Puts the lines that no column took into cells of their own.</summary>
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
        Table.Children.AddRange(left);
        return left;
    }
}
