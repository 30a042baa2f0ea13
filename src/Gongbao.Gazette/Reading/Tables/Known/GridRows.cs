namespace Gongbao.Gazette.Reading;

/// <summary>
/// The rows of a known table as the readers of printed tables take them: each column's cell of each row, and the merged cell that the
/// row is grouped by. Nothing is guessed: where a cell covers several rows, it is each row's.
/// </summary>
internal sealed class GridRows
{
    private readonly GridCells _cells;
    private readonly List<GridCell?> _groups = [];

    private GridRows(GridCells cells, GridHead head) => (_cells, Head) = (cells, head);

    public GridHead Head { get; }

    /// <summary>Rows with a task, in order.</summary>
    public PanelCells Panel { get; private set; } = null!;

    /// <summary>What groups each of them; null where nothing does.</summary>
    public IReadOnlyList<GridCell?> Groups => _groups;

    /// <returns>Null where no column holds tasks.</returns>
    public static GridRows? Of(GridCells cells, GridHead head)
    {
        var rows = new GridRows(cells, head);
        return rows.Fill() ? rows : null;
    }

    private bool Fill()
    {
        var texts = Enumerable.Range(0, _cells.Columns).Where(c => Head.Roles[c] is { } role && ColumnBlock.ClassOf(role) is BlockClass.Text && IsFirstOfItsCell(c)).ToList();
        var merged = _cells.Stub is { } stub ? texts.Count(c => c < stub) : texts.TakeWhile(IsGrouping).Count();
        if (merged == texts.Count) merged = Math.Max(0, texts.Count - 1);
        var plain = texts[merged..];
        if (plain.Count == 0) return false;
        var roles = PanelReader.TextRoles([.. texts.Select(c => Head.Roles[c]!.Value)], plain.Count);
        var columns = new Dictionary<ColumnRole, int>();
        for (var i = 0; i < plain.Count; i++) columns[roles[Math.Min(i, roles.Count - 1)]] = plain[i];
        for (var column = 0; column < _cells.Columns; column++)
            if (Head.Roles[column] is { } role && ColumnBlock.ClassOf(role) is BlockClass.Units or BlockClass.Limit or BlockClass.Points && IsFirstOfItsCell(column)) columns[role] = column;
        if (!columns.TryGetValue(ColumnRole.Task, out var task)) return false;
        Take(columns, task, merged > 0 ? texts[0] : null);
        return Panel.Rows > 0;
    }

    private bool IsFirstOfItsCell(int column) => column == 0 || _cells.At(Head.Rows - 1, column) is not { } cell || cell.Column == column;

    /// <summary>Whether cells of the column stand over several rows, merged or with nothing below them.</summary>
    private bool IsGrouping(int column)
    {
        for (var row = Head.Rows; row < _cells.Rows; row++)
            if (_cells.At(row, column) is { RowSpan: > 1 } cell && cell.ColumnSpan < _cells.Columns || row > Head.Rows && _cells.Words(row, column).Length == 0) return true;
        return false;
    }

    private void Take(Dictionary<ColumnRole, int> columns, int task, int? grouping)
    {
        var taken = columns.Keys.ToDictionary(r => r, _ => new List<LineRange>());
        var numbers = new List<LineRange>();
        var number = Enumerable.Range(0, _cells.Columns).FirstOrDefault(c => Head.Roles[c] is ColumnRole.Number, -1);
        GridCell? group = null;
        for (var row = Head.Rows; row < _cells.Rows; row++)
        {
            if (IsAcross(row) is { } across)
            {
                group = across;
                continue;
            }
            // Where the file says which columns group the rows, a cell of theirs without words groups none.
            if (grouping is { } at && _cells.At(row, at) is var above && (above is { HasWords: true } || _cells.Stub is not null)) group = above is { HasWords: true } ? above : null;
            if (_cells.At(row, task) is not { HasWords: true } cell || cell.Row != row || IsHeadAgain(row)) continue;
            foreach (var (role, column) in columns) taken[role].Add(LinesAt(row, column, role));
            numbers.Add(number >= 0 && _cells.At(row, number) is { HasWords: true } own && own.Row == row ? own.Lines : default);
            _groups.Add(group);
        }
        var count = taken[ColumnRole.Task].Count;
        Panel = new()
        {
            Rows = count, Columns = taken.ToDictionary(t => t.Key, t => (IReadOnlyList<LineRange>)t.Value), Heads = new Dictionary<ColumnRole, Column>(), Numbers = numbers, Groups = [],
            Uneven = new HashSet<ColumnRole>(), Doubtful = new Dictionary<ColumnRole, bool[]>(),
        };
    }

    /// <summary>Units and limits hold for every row that their cell stands beside; points are given once.</summary>
    private LineRange LinesAt(int row, int column, ColumnRole role) =>
        _cells.At(row, column) is { } cell && (role is not ColumnRole.Points || cell.Row == row) ? cell.Lines : default;

    /// <summary>The one cell of a row that runs across the table: it heads the rows below it.</summary>
    private GridCell? IsAcross(int row) =>
        _cells.At(row, 0) is { HasWords: true } first && first.Row == row && first.ColumnSpan == _cells.Columns ? first : null;

    /// <summary>Whether a row repeats the head, as tables do that are set page by page.</summary>
    private bool IsHeadAgain(int row)
    {
        for (var column = 0; column < _cells.Columns; column++)
            if (_cells.Words(row, column) != _cells.Words(Head.Rows - 1, column)) return false;
        return true;
    }
}
