namespace Gongbao.Gazette.Reading;

/// <summary>A stretch of a table whose columns come one after another: a page of it.</summary>
/// <param name="Head">Its heads, printed before, behind, or on another page.</param>
/// <param name="Lines">Its cells.</param>
internal readonly record struct TablePanel(ColumnHead Head, LineRange Lines)
{
    /// <summary>The lines of each column, where each stands under its own head.</summary>
    public List<(Column Column, LineRange Lines)> ColumnsUnder(IReadOnlyList<ColumnHead> heads)
    {
        var columns = new List<(Column, LineRange)>(heads.Count);
        for (var i = 0; i < heads.Count; i++) columns.Add((heads[i].Columns[0], new(heads[i].To, i + 1 < heads.Count ? heads[i + 1].From : Lines.To)));
        return columns;
    }
}

/// <summary>The lines of a part divided into heads, panels and what stands around the table. Every line is in one of them.</summary>
internal sealed class TablePanels
{
    private static readonly string[] RemarkStarts = ["备注：", "备注:", "注：", "注:", "说明：", "说明:", "附注：", "填表说明"];

    public List<TablePanel> Panels { get; } = [];

    /// <summary>The lines of every head.</summary>
    public List<LineRange> Heads { get; } = [];

    /// <summary>The columns of every head, a page's together where each column has its own.</summary>
    public List<IReadOnlyList<Column>> Columns { get; } = [];

    /// <summary>Lines over the table that belong to none of its columns.</summary>
    public LineRange Front { get; private set; }

    /// <summary>备注 under the table.</summary>
    public LineRange Remark { get; private set; }

    /// <summary>Whether every column stands under its own head.</summary>
    public IReadOnlyList<IReadOnlyList<ColumnHead>>? Apart { get; private set; }

    /// <returns>Null where the lines are no table.</returns>
    public static TablePanels? Of(SourceText source, TableLine[] lines)
    {
        var words = ColumnHeads.Words(source, lines);
        var heads = ColumnHeads.Find(words);
        var panels = new TablePanels();
        var end = RemarkFrom(lines);
        panels.Remark = new(end, lines.Length);
        if (heads.Count == 0)
        {
            if (ColumnHeads.Apart(words, lines.Length) is not { } apart) return null;
            panels.Apart = apart;
            panels.Front = new(0, apart[0][0].From);
            for (var p = 0; p < apart.Count; p++)
            {
                foreach (var head in apart[p]) panels.Heads.Add(new(head.From, head.To));
                panels.Columns.Add([.. apart[p].SelectMany(h => h.Columns)]);
                panels.Panels.Add(new(new(panels.Columns[^1], 0, 0), new(apart[p][0].From, p + 1 < apart.Count ? apart[p + 1][0].From : end)));
            }
            return panels;
        }
        heads = [.. heads.Where(h => h.To <= end)];
        if (heads.Count == 0) return null;
        foreach (var head in heads)
        {
            panels.Heads.Add(new(head.From, head.To));
            panels.Columns.Add(head.Columns);
        }
        var front = FrontTo(lines, heads[0].From);
        panels.Front = new(0, front);
        if (heads[0].From <= front) panels.HeadFirst(lines, heads, end);
        else panels.HeadLast(lines, heads, front, end);
        return panels;
    }

    private void HeadFirst(TableLine[] lines, IReadOnlyList<ColumnHead> heads, int end)
    {
        for (var h = 0; h < heads.Count; h++) AddPages(lines, heads[h], heads[h].To, h + 1 < heads.Count ? heads[h + 1].From : end);
    }

    private void HeadLast(TableLine[] lines, IReadOnlyList<ColumnHead> heads, int front, int end)
    {
        var from = front;
        foreach (var head in heads)
        {
            AddPages(lines, head, from, head.From);
            from = head.To;
        }
        AddPages(lines, heads[^1], from, end);
    }

    /// <summary>A page that shows its end but not its head is a panel of its own, if it begins as panels do.</summary>
    private void AddPages(TableLine[] lines, ColumnHead head, int from, int to)
    {
        if (to <= from) return;
        var start = from;
        for (var i = from + 1; i < to; i++)
        {
            if (lines[i].Line.Stretch == lines[i - 1].Line.Stretch || !Restarts(lines, head, start, i, to)) continue;
            Panels.Add(new(head, new(start, i)));
            start = i;
        }
        Panels.Add(new(head, new(start, to)));
    }

    private static bool Restarts(TableLine[] lines, ColumnHead head, int start, int at, int to)
    {
        if (at - start < 3 || to - at < 3) return false;
        if (head.Columns[0].Role is ColumnRole.Number) return LineClasses.IsRowNumber(lines[at].Text);
        var last = lines[at - 1].Text;
        return LimitShape.Matches(last) || LineClasses.IsPoint(last);
    }

    private static int RemarkFrom(TableLine[] lines)
    {
        for (var i = lines.Length - 1; i >= Math.Max(0, lines.Length - 30); i--)
            if (BeginsRemark(lines[i].Text)) return i;
        return lines.Length;
    }

    /// <summary>Whether words under a table are a remark on it (备注).</summary>
    public static bool BeginsRemark(string text) => Lexicon.StartsWithAny(text, RemarkStarts);

    /// <summary>考评对象：, 单位：万元: lines with a colon over the table.</summary>
    private static int FrontTo(TableLine[] lines, int head)
    {
        var front = 0;
        while (front < Math.Min(head, 4) && lines[front].Text.Length <= 40 && lines[front].Text.AsSpan().IndexOfAny('：', ':') > 0 && !lines[front].Text.Contains('。')) front++;
        return front;
    }
}
