namespace Gongbao.Gazette.Reading;

/// <summary>Reads a table that hands out duties (分工表、事项清单、任务台账).</summary>
internal sealed class DutyTable
{
    private readonly ContentPart _part;
    private readonly TableLine[] _lines;
    private readonly LineClasses _classes;
    private readonly BodyText _body;
    private readonly CellText _text;
    private readonly TableNodes _nodes;
    private readonly List<Obligation> _obligations = [];
    private readonly List<Flag> _flags = [];
    private int _measure = -1;

    private DutyTable(ContentPart part, TableLine[] lines)
    {
        (_part, _lines) = (part, lines);
        _classes = LineClasses.Of(lines, 0, lines.Length);
        _body = part.Body;
        _text = new(part.Source, lines);
        _nodes = new(lines, _text);
    }

    public static ContentReading Read(ContentPart part, TableLine[] lines, TablePanels panels)
    {
        var table = new DutyTable(part, lines);
        var nodes = new List<Node>();
        if (panels.Front.Count > 0) nodes.Add(table._nodes.Plain(NodeKind.Paragraph, panels.Front));
        table._nodes.Head(panels);
        nodes.Add(table._nodes.Table);
        for (var i = 0; i < panels.Panels.Count; i++) table.Panel(panels.Panels[i], panels.Apart?[i]);
        if (panels.Remark.Count > 0) nodes.Add(table._nodes.Plain(NodeKind.Remark, panels.Remark));
        foreach (var left in table._nodes.Leftovers())
            table._flags.Add(new("table", "表中这些文字不能归入任何一列，已按原文保留，请核对。", left.Line, left.Span, 0.3));
        return new() { Nodes = nodes, Obligations = table._obligations, Flags = table._flags };
    }

    /// <summary>The duties of a table whose cells are known; its tree is not made here.</summary>
    public static ContentReading Read(ContentPart part, TableLine[] lines, GridRows rows)
    {
        var table = new DutyTable(part, lines);
        var tasks = rows.Panel.Columns[ColumnRole.Task];
        var own = rows.Panel.Columns.ContainsKey(ColumnRole.Group);
        for (var row = 0; row < tasks.Count; row++)
        {
            var place = table.PassageOf(tasks[row]);
            if (place >= 0) table._measure = place;
            var group = own ? rows.Panel.Cell(ColumnRole.Group, row) is { } cell ? table._text.Value(cell) : null
                : rows.Groups[row] is { } merged ? table._text.Value(merged.Lines) with { Value = table._text.Compact(merged.Lines) } : null;
            table._obligations.Add(table.Row(rows.Panel, row, tasks[row], place) with { Group = group });
        }
        return new() { Obligations = table._obligations, Flags = table._flags };
    }

    private void Panel(TablePanel panel, IReadOnlyList<ColumnHead>? apart)
    {
        if (panel.Lines.Count == 0) return;
        var blocks = ColumnBlock.Of(panel.Head.Columns);
        if (apart is not null) Rows(PanelReader.Read(_lines, panel.ColumnsUnder(apart), _classes, _body));
        else if (RowStarts(panel) is { } starts)
            for (var i = 0; i < starts.Count; i++)
                Rows(PanelReader.Read(_lines, new(starts[i], i + 1 < starts.Count ? starts[i + 1] : panel.Lines.To), blocks, _classes, _body, 1));
        else Rows(PanelReader.Read(_lines, panel.Lines, blocks, _classes, _body));
    }

    /// <summary>Where rows begin in a text that prints row by row: a number, the row's cells, the next number.</summary>
    private List<int>? RowStarts(TablePanel panel)
    {
        if (panel.Head.Columns[0].Role is not ColumnRole.Number || !_classes.IsNumber[panel.Lines.From]) return null;
        var starts = new List<int>();
        var next = -1;
        for (var i = panel.Lines.From; i < panel.Lines.To; i++)
        {
            if (!_classes.IsNumber[i] || PanelReader.NumberOf(_lines[i].Text) is not { } number || next >= 0 && number != next) continue;
            if (starts.Count > 0 && i == starts[^1] + 1) return null;
            starts.Add(i);
            next = number + 1;
        }
        var limits = 0;
        for (var i = panel.Lines.From + 1; i < panel.Lines.To; i++)
            if (_classes.LimitStarts[i] != 0 && !_classes.IsLimit[i - 1]) limits++;
        return starts.Count >= 2 && (limits >= starts.Count - 1 || limits == 0) ? starts : null;
    }

    private void Rows(PanelCells cells)
    {
        if (!cells.Columns.TryGetValue(ColumnRole.Task, out var tasks))
        {
            Flag("table", "这一页没有找到任务一列，文字已保留，请核对。", cells.Columns.Values.SelectMany(c => c).FirstOrDefault());
            tasks = [];
        }
        var first = _obligations.Count;
        var count = Math.Min(cells.Rows, tasks.Count);
        var places = new List<int>(count);
        for (var row = 0; row < count; row++)
        {
            var place = PassageOf(tasks[row]);
            if (place >= 0) _measure = place;
            places.Add(place);
            _obligations.Add(Row(cells, row, tasks[row], place));
        }
        var rows = new TableRows(_nodes, cells);
        rows.Columns(count);
        var begins = Groups(cells, first, places, rows);
        for (var i = 0; i < cells.Numbers.Count; i++)
            rows.Number(cells.Numbers.Count == cells.Rows ? i < count ? i : null : cells.Numbers.Count == begins.Count ? begins[i] : null, cells.Numbers[i]);
        rows.Build([.. tasks.Take(count).Select(t => _lines[t.From].Line.Number)]);
    }

    private Obligation Row(PanelCells cells, int row, LineRange task, int place)
    {
        var at = $"obligations[{_obligations.Count}]";
        double Sure(ColumnRole role, string field, string what)
        {
            if (!cells.IsDoubtful(role, row)) return 1;
            if (cells.Cell(role, row) is { } cell) Flag($"{at}.{field}", $"这一格{what}从何处起、到何处止不能确定，请对照原表核对。", cell);
            return 0.5;
        }
        (Found<string>? Text, IReadOnlyList<Found<string>> Names) Units(ColumnRole role, DutyLabel part) =>
            cells.Cell(role, row) is { } cell ? _text.Units(cell, part, Sure(role, "units_text", "单位")) : (null, []);

        var (lead, leads) = Units(ColumnRole.Lead, DutyLabel.Lead);
        var (responsible, all) = Units(ColumnRole.Responsible, DutyLabel.Responsible);
        var (supporting, supporters) = Units(ColumnRole.Supporting, DutyLabel.Supporting);
        var due = cells.Cell(ColumnRole.Due, row) is { } limit ? _text.Limit(limit, Sure(ColumnRole.Due, "due_text", "时限")) : null;
        var units = responsible ?? (lead is not null && supporting is not null ? new(lead.Value + "、" + supporting.Value, lead.Span.Union(supporting.Span)) : lead ?? supporting);
        Missing(cells, row, at, task);
        return new()
        {
            Measure = place >= 0 ? Measure(place) : null,
            Task = _text.Value(task, place >= 0 && !cells.IsDoubtful(ColumnRole.Task, row) ? 1 : Sure(ColumnRole.Task, "task", "任务")),
            Output = cells.Cell(ColumnRole.Output, row) is { } output ? _text.Value(output, Sure(ColumnRole.Output, "output", "成果")) : null,
            Units = units, Others = units is not null && UnitNames.HasOthers(units.Value), Lead = leads, Responsible = all, Supporting = supporters,
            DueText = due, Due = due is null ? null : Dues.Of(due.Value, _part.Year), Line = _lines[task.From].Line.Number,
        };
    }

    private void Missing(PanelCells cells, int row, string at, LineRange task)
    {
        foreach (var role in cells.Uneven)
        {
            var (field, what) = role switch
            {
                ColumnRole.Due => ("due_text", "完成时限"),
                ColumnRole.Output => ("output", "成果形式"),
                ColumnRole.Lead => ("lead", "牵头单位"),
                ColumnRole.Supporting => ("supporting", "配合单位"),
                ColumnRole.Responsible => ("units_text", "责任单位"),
                _ => ("", ""),
            };
            if (field.Length > 0)
                Flag($"{at}.{field}", $"本页{what}有 {cells.Columns[role].Count} 格、任务有 {cells.Rows} 行，第 {row + 1} 行是哪一格不能确定，请对照原表填写。", task);
        }
    }

    private Found<string>? Measure(int place)
    {
        var passage = _body.Passages[place];
        return passage.Clause is [.., var label] ? new(label, passage.Text.SpanOf(0, Math.Min(label.Length, passage.Text.Text.Length))) : null;
    }

    /// <summary>The measure whose sentence the task begins with, at or behind the one of the row before; −1 where none has it.</summary>
    private int PassageOf(LineRange task)
    {
        var words = _text.Compact(task).AsSpan();
        for (int from = 0, to; from < words.Length; from = to)
        {
            to = BodyText.SentenceEnd(words, from);
            var places = _body.PassagesOf(words[from..to]);
            if (places.Count == 0) continue;
            foreach (var place in places)
                if (place >= _measure) return place;
            return places[^1];
        }
        return -1;
    }

    /// <summary>Says which group each row belongs to, and puts the merged cells into the rows where they begin.</summary>
    /// <returns>The row where each outer one begins; null where that cannot be told.</returns>
    private List<int?> Groups(PanelCells cells, int first, List<int> places, TableRows rows)
    {
        if (cells.Columns.TryGetValue(ColumnRole.Group, out var own) && own.Count == places.Count)
            for (var i = 0; i < places.Count; i++) _obligations[first + i] = _obligations[first + i] with { Group = _text.Value(own[i]) };
        if (cells.Groups.Count == 0) return [];
        var names = cells.Groups.Select(_text.Compact).ToList();
        var outer = Outer(names);
        var shown = Enumerable.Range(0, names.Count).Where(i => outer[i]).ToList();
        var known = places.Select(p => shown.FindIndex(g => Names(names[g], p))).ToList();
        var groups = RowGroups.Assign([.. Enumerable.Range(first, places.Count).Select(i => _obligations[i].Task.Value)], [.. shown.Select(i => names[i])], _body, known);
        for (var i = 0; i < places.Count; i++)
        {
            if (groups[i].Group < 0) continue;
            var cell = cells.Groups[shown[groups[i].Group]];
            _obligations[first + i] = _obligations[first + i] with { Group = _text.Value(cell, groups[i].Confidence) with { Value = _text.Compact(cell) } };
            if (groups[i].Confidence < 0.8)
                Flag($"obligations[{first + i}].group", "合并单元格包括哪几行，文本中看不出，这是按任务内容推断的，请对照原表核对。", cell);
        }
        var begins = new List<int?>();
        for (var g = 0; g < cells.Groups.Count; g++)
        {
            var at = shown.IndexOf(g) is >= 0 and var group ? Array.FindIndex(groups, x => x.Group == group) : places.FindIndex(p => Names(names[g], p));
            if (outer[g]) begins.Add(at >= 0 ? at : null);
            rows.Group(at >= 0 ? at : null, cells.Groups[g], outer[g] ? 0 : 1);
        }
        return begins;
    }

    /// <summary>Where merged cells stand in two columns, headings of chapters and of measures, rows are grouped by the chapters.</summary>
    private bool[] Outer(List<string> names)
    {
        var levels = names.Select(n => _body.HeadingOf(n) is >= 0 and var place ? _body.Passages[place].Clause.Count : 0).ToList();
        var top = levels.Min();
        return [.. levels.Select(l => top == 0 || l == top)];
    }

    private bool Names(string group, int place)
    {
        for (var p = place; p >= 0; p = _body.ParentOf(p))
            if (_body.IsHeadingOf(p, group)) return true;
        return false;
    }

    private void Flag(string at, string why, LineRange cell)
    {
        if (cell.Count == 0) return;
        _flags.Add(new(at, why, _lines[cell.From].Line.Number, new(_lines[cell.From].Line.From, _lines[cell.To - 1].Line.To)));
    }
}
