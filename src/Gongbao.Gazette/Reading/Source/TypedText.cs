namespace Gongbao.Gazette.Reading;

/// <summary>
/// The layout of a plain text that people typed or that was written for them: each paragraph is one line behind two blanks (　　), and tables stand between
/// rules, as books set them (三线表): heavy ones over and under it (━), a light one under its head (─), │ between columns, ║ behind those that say what the
/// rows belong to; there 〃 goes on with the cell above, in the head with the one before it. A form has no head: a name, │, and a line to fill in (＿).
/// A text of printed lines has no such layout.
/// </summary>
internal static class TypedText
{
    /// <summary>What begins a paragraph (段首空两字).</summary>
    public const string Indent = "　　";

    public const char HeavyRule = '━';
    public const char LightRule = '─';
    public const char Column = '│';
    public const char StubColumn = '║';
    public const char Again = '〃';
    public const char Blank = '＿';

    /// <summary>Rules are at least this long.</summary>
    private const int ShortestRule = 10;

    /// <summary>At least one line in so many begins a paragraph.</summary>
    private const int FewestParagraphs = 10;

    /// <summary>Null for a text of printed lines.</summary>
    public static SourceLayout? LayoutOf(string text)
    {
        if (!text.Contains("\n" + Indent, StringComparison.Ordinal) || text.Contains('\f')) return null;
        var lines = Split(text);
        var layout = new Layout(text, lines);
        return layout.Read() ? new() { Lines = layout.Lines, Grids = layout.Grids } : null;
    }

    private static List<Span> Split(string text)
    {
        var lines = new List<Span>();
        for (var from = 0; from < text.Length;)
        {
            var length = text.AsSpan(from).IndexOfAny('\n', '\r');
            var to = length < 0 ? text.Length : from + length;
            lines.Add(new(from, to));
            from = to + (to + 1 < text.Length && text[to] == '\r' && text[to + 1] == '\n' ? 2 : 1);
        }
        return lines;
    }

    private sealed class Layout(string text, List<Span> printed)
    {
        public List<KnownLine> Lines { get; } = [];

        public List<KnownGrid> Grids { get; } = [];

        /// <returns>False where the lines are printed ones: a paragraph goes on in a line that is not set in.</returns>
        public bool Read()
        {
            int paragraphs = 0, words = 0;
            var before = false;
            for (var i = 0; i < printed.Count; i++)
            {
                if (TableEnd(i) is { } end)
                {
                    Table(i, end);
                    (i, before) = (end, false);
                    continue;
                }
                var line = text.AsSpan(printed[i].From, printed[i].Length);
                var isBlank = line.IsWhiteSpace();
                var isParagraph = !isBlank && line.StartsWith(Indent) && !char.IsWhiteSpace(line[2]);
                if (before && !isBlank && !char.IsWhiteSpace(line[0])) return false;
                before = isParagraph;
                if (!isBlank) words++;
                if (isParagraph) paragraphs++;
                Lines.Add(new(printed[i], isBlank ? LineKind.Blank : LineKind.Text, isParagraph ? true : null, null) { Number = i + 1 });
            }
            return paragraphs * FewestParagraphs >= words;
        }

        private bool IsRule(int line, char rule) => line < printed.Count && printed[line].Length >= ShortestRule && text.AsSpan(printed[line].From, printed[line].Length).TrimEnd().TrimStart(rule).Length == 0;

        private int ColumnsOf(int line)
        {
            var columns = 1;
            foreach (var c in text.AsSpan(printed[line].From, printed[line].Length))
                if (c is Column or StubColumn) columns++;
            return columns;
        }

        /// <summary>The last rule of the table that begins at a line; null where none does.</summary>
        private int? TableEnd(int from)
        {
            if (!IsRule(from, HeavyRule) || from + 2 >= printed.Count) return null;
            var isForm = !IsRule(from + 2, LightRule);
            var columns = ColumnsOf(from + 1);
            if (columns < 2 || isForm && columns != 2) return null;
            for (var i = isForm ? from + 1 : from + 3; i < printed.Count; i++)
            {
                if (IsRule(i, HeavyRule)) return i > from + (isForm ? 1 : 3) && (long)(i - from) * columns <= Ingest.IngestLimits.Cells && columns <= Ingest.IngestLimits.Columns ? i : null;
                if (text.AsSpan(printed[i].From, printed[i].Length).IsWhiteSpace() || ColumnsOf(i) is var own && own != columns && (own != 1 || isForm)) return null;
            }
            return null;
        }

        private void Table(int from, int to)
        {
            var (cells, open) = (new List<KnownCell>(), new Dictionary<int, int>());
            var columns = ColumnsOf(from + 1);
            var isForm = !IsRule(from + 2, LightRule);
            var (row, stub) = (0, 0);
            for (var i = from; i <= to; i++)
            {
                if (i == from || i == to || !isForm && i == from + 2) Rule(printed[i], i);
                else Row(i, row++, columns, isForm, cells, open, ref stub);
            }
            Grids.Add(new(row, columns, cells, isForm ? 0 : 1) { Stub = isForm ? null : stub, IsForm = isForm });
        }

        private void Row(int line, int row, int columns, bool isForm, List<KnownCell> cells, Dictionary<int, int> open, ref int stub)
        {
            var (at, end, column) = (printed[line].From, printed[line].To, 0);
            if (ColumnsOf(line) == 1)
            {
                cells.Add(Words(new(row, 0, 1, columns, 0, 0), new(at, end), line));
                open.Clear();
                return;
            }
            while (true)
            {
                var next = text.AsSpan(at, end - at).IndexOfAny(Column, StubColumn);
                var cell = new Span(at, next < 0 ? end : at + next);
                var words = text.AsSpan(cell.From, cell.Length).Trim();
                var isAgain = words.Length == 1 && words[0] == Again;
                if (row == 0 && isAgain && cells.Count > 0 && !isForm)
                {
                    Rule(cell, line);
                    cells[^1] = cells[^1] with { ColumnSpan = cells[^1].ColumnSpan + 1 };
                }
                else if (row > 0 && isAgain && column < stub && open.TryGetValue(column, out var above))
                {
                    Rule(cell, line);
                    cells[above] = cells[above] with { RowSpan = cells[above].RowSpan + 1 };
                }
                else
                {
                    open[column] = cells.Count;
                    if (isForm && column == 1 && words.Trim(Blank).Length == 0)
                    {
                        Rule(cell, line);
                        cells.Add(new(row, column, 1, 1, Lines.Count + 1, Lines.Count + 1));
                    }
                    else cells.Add(Words(new(row, column, 1, 1, 0, 0), cell, line));
                }
                if (next < 0) return;
                Rule(new(cell.To, cell.To + 1), line);
                if (row == 0 && text[cell.To] == StubColumn) stub = column + 1;
                (at, column) = (cell.To + 1, column + 1);
            }
        }

        /// <summary>The cell with its line; blanks alone are no words.</summary>
        private KnownCell Words(KnownCell cell, Span span, int line)
        {
            var isBlank = text.AsSpan(span.From, span.Length).IsWhiteSpace();
            if (!span.IsEmpty) Lines.Add(new(span, isBlank ? LineKind.Blank : LineKind.Text, isBlank ? null : true, isBlank ? null : Grids.Count) { Number = line + 1 });
            return cell with { FromLine = isBlank ? Lines.Count + 1 : Lines.Count, ToLine = Lines.Count + 1 };
        }

        private void Rule(Span span, int line)
        {
            if (!span.IsEmpty) Lines.Add(new(span, LineKind.Rule, null, null) { Number = line + 1 });
        }
    }
}
