namespace Gongbao.Gazette.Reading;

/// <summary>
/// Cuts the columns of a panel into cells. How many rows there are is what all columns agree on best: limits, units and tasks have a
/// cell in each row, merged groups have fewer.
/// </summary>
internal sealed class PanelReader
{
    private const int MostRowsTried = 60;

    private readonly TableLine[] _lines;
    private readonly BodyText _body;
    private readonly IReadOnlyList<TextDivision> _texts;
    private readonly UnitDivisions _units;
    private readonly List<(Column Head, CellCuts Cuts)> _single = [];
    private readonly IReadOnlyList<Column> _textHeads = [];
    private readonly IReadOnlyList<Column> _unitHeads = [];
    private LineRange _numbers;

    private PanelReader(TableLine[] lines, LineClasses classes, BodyText body, IReadOnlyList<ColumnBlock> blocks, LineRange[] ranges)
    {
        (_lines, _body, _texts, _units) = (lines, body, [], UnitDivisions.None);
        for (var b = 0; b < blocks.Count; b++)
        {
            if (ranges[b].Count == 0) continue;
            if (blocks[b].Class is BlockClass.Text) (_texts, _textHeads) = (TextDivisions.Of(lines, ranges[b], blocks[b].Columns, body), blocks[b].Columns);
            else if (blocks[b].Class is BlockClass.Units) (_units, _unitHeads) = (UnitDivisions.Of(lines, ranges[b], blocks[b].Columns), blocks[b].Columns);
            else AddSingle(blocks[b].Columns, ranges[b], classes);
        }
    }

    /// <summary>Columns whose lines are known because each has its own head.</summary>
    private PanelReader(TableLine[] lines, LineClasses classes, BodyText body, IReadOnlyList<(Column Column, LineRange Lines)> columns)
    {
        (_lines, _body, _texts, _units) = (lines, body, [], UnitDivisions.None);
        var texts = new List<(Column Column, LineRange Lines)>();
        var units = new List<(Column Column, LineRange Lines)>();
        foreach (var column in columns)
        {
            if (column.Lines.Count == 0) continue;
            var kind = ColumnBlock.ClassOf(column.Column.Role);
            if (kind is BlockClass.Text) texts.Add(column);
            else if (kind is BlockClass.Units) units.Add(column);
            else AddSingle([column.Column], column.Lines, classes);
        }
        if (texts.Count > 0) (_texts, _textHeads) = (TextDivisions.Known(lines, [.. texts.Select(t => t.Lines)], body), [.. texts.Select(t => t.Column)]);
        if (units.Count == 0) return;
        _units = UnitDivisions.Known(lines, [.. units.Select(u => u.Lines)]);
        _unitHeads = [.. units.Select(u => u.Column)];
    }

    private static IReadOnlyList<ColumnRole> Roles(IReadOnlyList<Column> columns) => [.. columns.Select(c => c.Role)];

    private void AddSingle(IReadOnlyList<Column> heads, LineRange range, LineClasses classes)
    {
        var kind = ColumnBlock.ClassOf(heads[^1].Role);
        if (kind is BlockClass.Number) _numbers = range;
        if (kind is BlockClass.Points) _single.Add((heads[^1], LimitCuts.OneALine(range)));
        if (kind is BlockClass.Limit) _single.Add((heads[^1], LimitCuts.Of(range, classes)));
    }

    /// <summary>Columns one after another, head left out.</summary>
    public static PanelCells Read(TableLine[] lines, LineRange panel, IReadOnlyList<ColumnBlock> blocks, LineClasses classes, BodyText body, int? rows = null) =>
        new PanelReader(lines, classes, body, blocks, ColumnDivider.Divide(lines, panel.From, panel.To, blocks, classes)).Cells(rows);

    /// <summary>Columns that each have their own head.</summary>
    public static PanelCells Read(TableLine[] lines, IReadOnlyList<(Column Column, LineRange Lines)> columns, LineClasses classes, BodyText body) =>
        new PanelReader(lines, classes, body, columns).Cells(null);

    private PanelCells Cells(int? known)
    {
        var rows = known ?? Rows();
        var text = Best(_texts, rows);
        var units = Best(_units.Ways, rows);
        var columns = new Dictionary<ColumnRole, IReadOnlyList<LineRange>>();
        var heads = new Dictionary<ColumnRole, Column>();
        var doubtful = new Dictionary<ColumnRole, bool[]>();
        var uneven = new HashSet<ColumnRole>();
        foreach (var (head, cuts) in _single) Take(head.Role, head, cuts);
        if (text is not null) TakeAll(text, TextRoles(Roles(_textHeads), text.Columns.Length), _textHeads);
        if (units is not null) TakeAll(units, Roles(_unitHeads), _unitHeads);
        if (!_units.IsComplete)
            foreach (var head in _unitHeads)
                if (doubtful.TryGetValue(head.Role, out var doubts)) Array.Fill(doubts, true);
        var numbers = LimitCuts.OneALine(_numbers).Cells(_numbers.Count);
        var groups = text is null ? [] : GroupCuts.Cells(_lines, text.Groups, _body, numbers.Count > 0 && numbers.Count < rows ? numbers.Count : null);
        IReadOnlyList<Column> above = text is null || groups.Count == 0 ? [] : [.. _textHeads.Take(Math.Max(1, _textHeads.Count - text.Columns.Length))];
        return new() { Rows = rows, Columns = columns, Heads = heads, GroupHeads = above, Numbers = numbers, Groups = groups, Uneven = uneven, Doubtful = doubtful };

        // Merged columns stand to the left of all others.
        void TakeAll(TextDivision division, IReadOnlyList<ColumnRole> roles, IReadOnlyList<Column> printed)
        {
            for (var c = 0; c < division.Columns.Length; c++) Take(roles[Math.Min(c, roles.Count - 1)], printed[Math.Max(0, printed.Count - division.Columns.Length + c)], division.Columns[c]);
        }

        void Take(ColumnRole role, Column head, CellCuts cuts)
        {
            heads[role] = head;
            var agrees = cuts.Score(rows) > cuts.Score(cuts.Natural) - Patience(role);
            var forced = role is ColumnRole.Task && rows <= cuts.Range.Count;
            columns[role] = cuts.Cells(agrees || forced ? rows : cuts.Natural);
            doubtful[role] = agrees ? cuts.Doubtful(columns[role].Count) : [.. Enumerable.Repeat(true, columns[role].Count)];
            if (!agrees && !forced) uneven.Add(role);
        }
    }

    /// <summary>How much against its own look a column may be cut before the counts are said not to agree.</summary>
    private static double Patience(ColumnRole role) => role is ColumnRole.Due or ColumnRole.Points ? 6 : 12;

    /// <summary>
    /// What the columns of words hold. Where the first is merged the next is the task, whatever its head says: 改革任务 is then what
    /// rows are grouped by, and 成果形式 is what is to be done.
    /// </summary>
    internal static IReadOnlyList<ColumnRole> TextRoles(IReadOnlyList<ColumnRole> heads, int columns) => columns switch
    {
        1 => [ColumnRole.Task],
        2 when heads[^1] is ColumnRole.Output && (heads.Count > 2 || heads[0] is not ColumnRole.Group) => [ColumnRole.Task, ColumnRole.Output],
        2 => [ColumnRole.Group, ColumnRole.Task],
        _ when heads[^1] is ColumnRole.Output => [ColumnRole.Group, ColumnRole.Task, ColumnRole.Output],
        _ => [ColumnRole.Group, .. Enumerable.Repeat(ColumnRole.Task, columns - 1)],
    };

    private static TextDivision? Best(IReadOnlyList<TextDivision> divisions, int rows)
    {
        TextDivision? best = null;
        var most = double.NegativeInfinity;
        foreach (var division in divisions)
        {
            var score = division.At(rows);
            if (best is not null && score <= most) continue;
            (best, most) = (division, score);
        }
        return best;
    }

    private int Rows()
    {
        var tried = new SortedSet<int>();
        foreach (var (_, cuts) in _single) Near(cuts.Natural);
        foreach (var division in _texts.Concat(_units.Ways).OrderByDescending(d => d.Score).Take(40))
            foreach (var column in division.Columns) Near(column.Natural);
        if (_numbers.Count > 0) Near(_numbers.Count);
        var (best, most) = (1, double.NegativeInfinity);
        foreach (var rows in tried.Count > MostRowsTried ? Likely(tried) : tried)
        {
            var score = Score(rows);
            if (score <= most) continue;
            (best, most) = (rows, score);
        }
        return best;

        void Near(int count)
        {
            for (var n = Math.Max(1, count - 1); n <= count + 1; n++) tried.Add(n);
        }
    }

    private IEnumerable<int> Likely(SortedSet<int> tried) =>
        _single.Count > 0 ? [.. _single.Select(s => s.Cuts.Natural).Distinct()] : tried.Take(MostRowsTried);

    private double Score(int rows)
    {
        var score = 0.0;
        foreach (var (_, cuts) in _single) score += Math.Max(-60, cuts.Score(rows));
        if (_texts.Count > 0) score += _texts.Max(t => t.At(rows));
        if (_units.Ways.Count > 0) score += _units.Ways.Max(u => u.At(rows));
        if (_numbers.Count == rows && AreConsecutive()) score += _single.Count + _units.Ways.Count == 0 ? 8 : 2;
        if (_numbers.Count > rows) score -= 4 * (_numbers.Count - rows);
        return score;
    }

    private bool AreConsecutive()
    {
        var last = 0;
        for (var i = _numbers.From; i < _numbers.To; i++)
        {
            if (NumberOf(_lines[i].Text) is not { } value || i > _numbers.From && value != last + 1) return false;
            last = value;
        }
        return true;
    }

    internal static int? NumberOf(string text)
    {
        var bare = text.Trim('（', '）', '(', ')', '．', '.', '、');
        if (bare.Length == 0) return null;
        if (!Characters.IsDigit(bare[0])) return Ordinals.Chinese(bare);
        var value = 0;
        foreach (var c in bare)
        {
            if (!Characters.IsDigit(c) || value > 99999) return null;
            value = value * 10 + Characters.DigitValue(c);
        }
        return value;
    }
}
