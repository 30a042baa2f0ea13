using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Formats;

/// <summary>
/// A table as formats write it that are read again: its head as it stands, every cell under its own head, and which cells go on with the one above
/// (合并单元格). A row whose one cell names no column runs across.
/// </summary>
internal sealed class TableShape
{
    private readonly List<BlockView> _rows;
    private readonly List<string> _labels = [];

    private TableShape(List<BlockView> rows, List<ShapedHead> heads)
    {
        (_rows, Heads) = (rows, heads);
        foreach (var head in heads)
            for (var i = 1; i <= head.Width; i++) _labels.Add(ColumnHead.Again(head.Words, i));
        Stub = StubOf();
        var rowsMade = new List<IReadOnlyList<ShapedCell>>(rows.Count);
        var open = new bool[_labels.Count];
        string? group = null;
        foreach (var row in rows) rowsMade.Add(Shape(row, open, ref group));
        Rows = rowsMade;
    }

    /// <summary>The cells of the head, from left to right.</summary>
    public IReadOnlyList<ShapedHead> Heads { get; }

    public IReadOnlyList<IReadOnlyList<ShapedCell>> Rows { get; }

    public int Width => Math.Max(1, _labels.Count);

    /// <summary>How many columns, from the left, say what the rows belong to.</summary>
    public int Stub { get; }

    /// <summary>The most words of a column, its head counted.</summary>
    public int WordsIn(int column) => Rows.Where(r => r.Count > column).Select(r => r[column].Words.Length).Append(_labels[column].Length).Max();

    /// <summary>Null where the block has no row under a head.</summary>
    public static TableShape? Of(BlockView table)
    {
        var rows = table.Children.Where(c => c.Kind is NodeKind.Row).ToList();
        var at = rows.FindIndex(r => r.IsTableHead);
        if (rows.Count < 2) return null;
        var head = rows[Math.Max(0, at)];
        rows.Remove(head);
        var labels = rows.SelectMany(r => r.Children).Select(c => c.Label).OfType<string>().Distinct().ToList();
        List<ShapedHead> heads = [.. head.Children.Select(c => new ShapedHead(c.AllWords, [c], CountOf(c.AllWords, labels)))];
        var known = heads.SelectMany(h => Enumerable.Range(1, h.Width).Select(i => ColumnHead.Again(h.Words, i))).ToHashSet(StringComparer.Ordinal);
        heads.AddRange(labels.Where(l => !known.Contains(l)).Select(l => new ShapedHead(l, [], 1)));
        var bare = rows.Where(r => !IsAcross(r)).Select(r => r.Children.Count(c => c.Label is null)).DefaultIfEmpty().Max();
        if (labels.Count == 0) bare -= heads.Count;
        for (var i = 0; i < bare; i++) heads.Add(new("", [], 1));
        return new(rows, heads);
    }

    /// <summary>How many columns stand under a head: the second is called 工作任务（2）.</summary>
    private static int CountOf(string head, List<string> labels)
    {
        var count = 1;
        while (labels.Contains(ColumnHead.Again(head, count + 1))) count++;
        return count;
    }

    private static bool IsAcross(BlockView row) => row.Children.Count == 0 || row.Children is [{ Label: null }];

    /// <summary>Columns of groups are those that name what a duty is grouped by, and the categories of a score sheet.</summary>
    private int StubOf()
    {
        var roles = _labels.ConvertAll(l => HeadWords.RoleOf(BaseOf(l)));
        var texts = Enumerable.Range(0, roles.Count).Where(c => roles[c] is { } role && ColumnBlock.ClassOf(role) is BlockClass.Text).ToList();
        if (roles.Contains(ColumnRole.Points)) return texts.Count > 1 ? texts[^2] + 1 : 0;
        var last = -1;
        foreach (var column in texts)
            if (last >= 0 && BaseOf(_labels[column]) == BaseOf(_labels[last]) || _rows.Any(r => GroupOf(r) is { } group && Cells(r, column).Any(c => Characters.Compact(c.AllWords) == group))) last = column;
        return last + 1;
    }

    private static string BaseOf(string label) => label.EndsWith("（2）", StringComparison.Ordinal) ? label[..^3] : label;

    private static string? GroupOf(BlockView row) => row.Obligations is [{ Group: { } group }, ..] ? Characters.Compact(group) : null;

    private List<BlockView> Cells(BlockView row, int column) => [.. row.Children.Where(c => c.Label == _labels[column])];

    private IReadOnlyList<ShapedCell> Shape(BlockView row, bool[] open, ref string? group)
    {
        if (IsAcross(row))
        {
            Array.Clear(open);
            group = null;
            return [new(row.Children.Count == 0 ? [row] : row.Children, false)];
        }
        var cells = new List<ShapedCell>(_labels.Count);
        var bare = new Queue<BlockView>(row.Children.Where(c => c.Label is null));
        // A row that belongs to nothing goes on with nothing.
        var isOwn = row.Obligations.Count == 0 && _rows.Any(r => r.Obligations.Count > 0) || row.Children.Count == 1;
        var begins = isOwn;
        for (var column = 0; column < _labels.Count; column++)
        {
            var own = Cells(row, column);
            if (own.Count == 0 && bare.Count > 0 && (_labels[column].Length == 0 || row.Children.All(c => c.Label is null))) own = [bare.Dequeue()];
            if (column >= Stub)
            {
                cells.Add(new(own, false));
                continue;
            }
            var isGroup = HeadWords.RoleOf(_labels[column]) is { } role && ColumnBlock.ClassOf(role) is BlockClass.Text;
            if (own.Count > 0)
            {
                (open[column], begins) = (true, begins || isGroup);
                if (column == FirstGroup()) group = Characters.Compact(string.Concat(own.Select(c => c.AllWords)));
            }
            else if (begins || isGroup && row.Obligations.Count > 0 && GroupOf(row) != group && column == FirstGroup()) (open[column], begins) = (false, true);
            cells.Add(new(own, own.Count == 0 && open[column] && !begins));
        }
        return cells;
    }

    private int FirstGroup() => _labels.FindIndex(l => HeadWords.RoleOf(l) is { } role && ColumnBlock.ClassOf(role) is BlockClass.Text);
}

/// <summary>A cell of the head over one column or several.</summary>
internal sealed record ShapedHead(string Words, IReadOnlyList<BlockView> Cells, int Width);

/// <param name="Cells">What the tree has here: nothing, one, or several where they are set apart.</param>
/// <param name="GoesOn">Whether the cell above goes on here.</param>
internal sealed record ShapedCell(IReadOnlyList<BlockView> Cells, bool GoesOn)
{
    public string Words => string.Concat(Cells.Select(c => c.AllWords));
}
