namespace Gongbao.Gazette.Reading;

/// <summary>
/// Reads a weighted score sheet (评价表): items in categories, with points. A number or points that the page does not show stay null
/// and are flagged.
/// </summary>
internal sealed class ScoreSheet
{
    private readonly TableLine[] _lines;
    private readonly BodyText _body;
    private readonly CellText _text;
    private readonly TableNodes _nodes;
    private readonly List<ScoreItem> _items = [];
    private readonly List<Flag> _flags = [];

    private ScoreSheet(ContentPart part, TableLine[] lines)
    {
        (_lines, _body, _text) = (lines, part.Body, new(part.Source, lines));
        _nodes = new(lines, _text);
    }

    public static ContentReading Read(ContentPart part, TableLine[] lines, TablePanels panels)
    {
        var sheet = new ScoreSheet(part, lines);
        var classes = LineClasses.Of(lines, 0, lines.Length);
        var nodes = new List<Node>();
        if (panels.Front.Count > 0) nodes.Add(sheet._nodes.Plain(NodeKind.Paragraph, panels.Front));
        sheet._nodes.Head(panels);
        nodes.Add(sheet._nodes.Table);
        for (var i = 0; i < panels.Panels.Count; i++)
        {
            var (head, range) = (panels.Panels[i].Head, panels.Panels[i].Lines);
            if (range.Count > 0)
                sheet.Items(panels.Apart is { } apart ? PanelReader.Read(lines, panels.Panels[i].ColumnsUnder(apart[i]), classes, sheet._body)
                    : PanelReader.Read(lines, range, ColumnBlock.Of(head.Columns), classes, sheet._body));
        }
        if (panels.Remark.Count > 0) nodes.Add(sheet._nodes.Plain(NodeKind.Remark, panels.Remark));
        foreach (var left in sheet._nodes.Leftovers())
            sheet._flags.Add(new("score_sheet", "表中这些文字不能归入任何一列，已按原文保留，请核对。", left.Line, left.Span, 0.3));
        return new() { Nodes = nodes, ScoreSheet = sheet._items, Flags = sheet._flags };
    }

    /// <summary>The items of a sheet whose cells are known; its tree is not made here.</summary>
    public static ContentReading Read(ContentPart part, TableLine[] lines, GridRows rows)
    {
        var sheet = new ScoreSheet(part, lines);
        var tasks = rows.Panel.Columns[ColumnRole.Task];
        for (var row = 0; row < tasks.Count; row++)
        {
            var points = rows.Panel.Cell(ColumnRole.Points, row) is { } cell ? sheet.Points(cell) : null;
            LineRange? number = row < rows.Panel.Numbers.Count && rows.Panel.Numbers[row] is { Count: > 0 } printed ? printed : null;
            var grouped = rows.Panel.Cell(ColumnRole.Group, row) ?? rows.Groups[row]?.Lines;
            var category = grouped is { } of ? sheet.Category(of) : null;
            sheet.Doubts($"score_sheet[{row}]", rows.Panel, row, tasks[row], noNumber: false, noPoints: points is null, new(-1, 1));
            sheet._items.Add(new(
                number is { } own && PanelReader.NumberOf(sheet._text.Compact(own)) is { } no ? new(no, sheet._text.Value(own).Span) : null,
                category?.Name, category?.Points, sheet._text.Value(tasks[row]), points));
        }
        return new() { ScoreSheet = sheet._items, Flags = sheet._flags };
    }

    private void Items(PanelCells cells)
    {
        var tasks = cells.Columns.GetValueOrDefault(ColumnRole.Task, []);
        var rows = Math.Min(cells.Rows, tasks.Count);
        var points = Enumerable.Range(0, rows).Select(r => cells.Cell(ColumnRole.Points, r) is { } cell ? Points(cell) : null).ToList();
        var categories = cells.Groups.Select(Category).ToList();
        var groups = Extents(cells, tasks, rows, points, categories);
        var numbers = Numbers(cells, rows, groups);
        var first = _items.Count;
        var tree = new TableRows(_nodes, cells);
        tree.Columns(rows);
        for (var r = 0; r < rows; r++)
        {
            var category = groups[r].Group >= 0 ? categories[groups[r].Group] : null;
            var sure = groups[r].Confidence;
            _items.Add(new(
                numbers[r] is { } number && PanelReader.NumberOf(_text.Compact(number)) is { } no ? new(no, _text.Value(number).Span) : null,
                category is null ? null : category.Name with { Confidence = sure }, category?.Points is { } whole ? whole with { Confidence = sure } : null,
                _text.Value(tasks[r]), points[r]));
            Doubts($"score_sheet[{first + r}]", cells, r, tasks[r], numbers[r] is null, points[r] is null, groups[r]);
        }
        for (var g = 0; g < cells.Groups.Count; g++) tree.Group(Array.FindIndex(groups, x => x.Group == g) is >= 0 and var row ? row : null, cells.Groups[g], 0);
        foreach (var number in cells.Numbers) tree.Number(Array.IndexOf(numbers, number) is >= 0 and var own ? own : null, number);
        tree.Build([.. tasks.Take(rows).Select(t => _lines[t.From].Line.Number)]);
    }

    private void Doubts(string at, PanelCells cells, int row, LineRange task, bool noNumber, bool noPoints, RowGroup group)
    {
        if (noNumber && cells.Numbers.Count > 0)
            Flag($"{at}.no", $"本页印有 {cells.Numbers.Count} 个序号、{cells.Rows} 项内容，这一项的序号不能确定，请对照原表填写。", task);
        if (noPoints) Flag($"{at}.points", "原文没有印出这一项的分值，请对照原表填写。", task);
        if (group.Group >= 0 && group.Confidence < 0.8) Flag($"{at}.category", "合并单元格包括哪几项，文本中看不出，这是按内容推断的，请对照原表核对。", task);
        if (cells.IsDoubtful(ColumnRole.Task, row)) Flag($"{at}.text", "这一项内容从何处起、到何处止不能确定，请对照原表核对。", task);
    }

    private sealed record CategoryName(Found<string> Name, Found<int>? Points);

    /// <summary>数据统筹（20分）</summary>
    private CategoryName Category(LineRange cell)
    {
        var value = _text.Value(cell);
        var words = _text.Compact(cell);
        var open = words.LastIndexOfAny(['（', '(']);
        if (open < 1 || !words.AsSpan(open).ContainsAnyInRange('0', '9')) return new(value with { Value = words }, null);
        var figures = words[(open + 1)..].TrimEnd('）', ')', '分', '%');
        return int.TryParse(figures, out var points) ? new(value with { Value = words[..open] }, new(points, value.Span)) : new(value with { Value = words }, null);
    }

    private Found<decimal>? Points(LineRange cell) =>
        decimal.TryParse(_text.Compact(cell).TrimEnd('分'), System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var value)
            ? new(value, _text.Value(cell).Span) : null;

    /// <summary>Which items a category covers: their points sum to its own; where no points are printed, what the words are like.</summary>
    private RowGroup[] Extents(PanelCells cells, IReadOnlyList<LineRange> tasks, int rows, List<Found<decimal>?> points, List<CategoryName> categories)
    {
        if (points.All(p => p is not null) && categories.Count > 0 && categories.All(c => c.Points is not null))
        {
            var summed = new RowGroup[rows];
            var (row, exact) = (0, true);
            for (var c = 0; c < categories.Count && exact; c++)
            {
                var left = (decimal)categories[c].Points!.Value;
                while (row < rows && left > 0)
                {
                    summed[row] = new(c, 1);
                    left -= points[row++]!.Value;
                }
                exact = left == 0;
            }
            if (exact && row == rows) return summed;
        }
        var words = Enumerable.Range(0, rows).Select(r => _text.Compact(tasks[r])).ToList();
        return RowGroups.Assign(words, [.. categories.Select(c => c.Name.Value)], _body, [.. Enumerable.Repeat(-1, rows)], Breaks(cells, rows));
    }

    /// <summary>A number left out of the count stands between two categories.</summary>
    private List<int> Breaks(PanelCells cells, int rows)
    {
        var breaks = new List<int>();
        foreach (var run in Runs(cells.Numbers).SkipLast(1))
        {
            var at = (breaks.Count > 0 ? breaks[^1] : 0) + run;
            if (at >= rows) break;
            breaks.Add(at);
            if (cells.Numbers.Count != rows) break;
        }
        return breaks;
    }

    private List<int> Runs(IReadOnlyList<LineRange> numbers)
    {
        var runs = new List<int>();
        var last = int.MinValue;
        foreach (var cell in numbers)
        {
            var value = PanelReader.NumberOf(_text.Compact(cell)) ?? 0;
            if (runs.Count > 0 && value == last + 1) runs[^1]++;
            else runs.Add(1);
            last = value;
        }
        return runs;
    }

    /// <summary>
    /// Which number each item has. Where the page prints fewer numbers than items, a run of numbers that fits whole categories is
    /// theirs; what remains cannot be told.
    /// </summary>
    private LineRange?[] Numbers(PanelCells cells, int rows, RowGroup[] groups)
    {
        var found = new LineRange?[rows];
        if (cells.Numbers.Count == rows)
        {
            for (var r = 0; r < rows; r++) found[r] = cells.Numbers[r];
            return found;
        }
        var (row, next) = (0, 0);
        var runs = Runs(cells.Numbers);
        for (var run = 0; run + 1 < runs.Count; run++)
        {
            var end = row + runs[run];
            if (end >= rows || groups[end - 1].Group == groups[end].Group) return found;
            while (row < end) found[row++] = cells.Numbers[next++];
        }
        if (runs.Count > 0 && rows - row == runs[^1])
            while (row < rows) found[row++] = cells.Numbers[next++];
        return found;
    }

    private void Flag(string at, string why, LineRange cell) =>
        _flags.Add(new(at, why, _lines[cell.From].Line.Number, new(_lines[cell.From].Line.From, _lines[cell.To - 1].Line.To)));
}
