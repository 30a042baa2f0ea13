namespace Gongbao.Gazette.Formats.Pdf;

/// <summary>A table with rules around its cells; its head stands again on every sheet it runs over to.</summary>
/// <param name="flow">Where it stands.</param>
/// <param name="weights">How wide the columns are beside one another.</param>
/// <param name="size">Of its letters; null for the usual.</param>
internal sealed class PdfTable(PdfFlow flow, IReadOnlyList<double> weights, double? size = null)
{
    private const double Thin = 0.5;
    private const double Padding = 3.5;

    private readonly double[] _edges = Edges(weights);

    /// <summary>Smaller where columns are many.</summary>
    public static double SizeFor(int columns) => columns switch { <= 7 => 12, <= 11 => 10.5, _ => 9 };

    /// <param name="head">Cells of the head; none where it has none.</param>
    /// <param name="rows">The cells of each row, each with the columns it spans and its paragraphs.</param>
    /// <param name="gap">Left free under it; half a line where it is not said.</param>
    public void Write(IReadOnlyList<PdfCell> head, IReadOnlyList<IReadOnlyList<PdfCell>> rows, double gap = PdfLayout.Pitch / 2)
    {
        var heads = head.Count > 0 ? Row(head) : null;
        var first = rows.Count > 0 ? Row(rows[0]).Height : 0;
        flow.Need(Math.Min(PdfLayout.Height, (heads?.Height ?? 0) + Math.Min(first, PdfLayout.Height / 3)));
        Begin(heads);
        foreach (var cells in rows)
        {
            var row = Row(cells);
            if (row.Height > flow.Rest && row.Height <= PdfLayout.Height - (heads?.Height ?? 0)) Turn(heads);
            while (row.Height > flow.Rest)
            {
                var fits = (int)Math.Floor((flow.Rest - 2 * Padding) / row.Pitch);
                if (fits < 1)
                {
                    if (flow.Y <= (heads?.Height ?? 0)) fits = 1;
                    else
                    {
                        Turn(heads);
                        continue;
                    }
                }
                Draw(row.Upto(fits), isCentred: false);
                row = row.After(fits);
                Turn(heads);
            }
            Draw(row, isCentred: true);
        }
        flow.Skip(gap);
    }

    private void Turn(TableRow? heads)
    {
        flow.NewSheet();
        Begin(heads);
    }

    private void Begin(TableRow? heads)
    {
        Across(flow.Y);
        // A head that fills half the sheet is said once.
        if (heads is not null && heads.Height < PdfLayout.Height / 2) Draw(heads, isCentred: true);
    }

    private void Draw(TableRow row, bool isCentred)
    {
        var (top, bottom, column) = (flow.Y, flow.Y + row.Height, 0);
        Down(_edges[0], top, bottom);
        foreach (var cell in row.Cells)
        {
            var (left, right) = (_edges[column], _edges[column += cell.Span]);
            var y = top + Padding + (isCentred ? (row.Height - 2 * Padding - cell.Lines.Count * row.Pitch) / 2 : 0);
            foreach (var line in cell.Lines)
            {
                var x = cell.IsCentred ? left + (right - left - line.Width) / 2 : left + Padding;
                flow.Paper.Draw(line, PdfLayout.Left + x, PdfFlow.Baseline(y, row.Pitch, row.Pitch / 1.35));
                y += row.Pitch;
            }
            Down(right, top, bottom);
        }
        flow.Skip(row.Height);
        Across(flow.Y);
    }

    private TableRow Row(IReadOnlyList<PdfCell> cells)
    {
        var (column, set) = (0, new List<SetCell>());
        foreach (var cell in cells)
        {
            var width = _edges[column + cell.Span] - _edges[column] - 2 * Padding;
            set.Add(new([.. cell.Paragraphs.SelectMany(p => PdfLines.Break(p, width, 0, 0, isJustified: false))], cell.Span, cell.IsCentred));
            column += cell.Span;
        }
        return new(set, (size ?? SizeFor(weights.Count)) * 1.35);
    }

    private void Across(double y) => flow.Paper.Rule(PdfLayout.Left, PdfLayout.Top + y, PdfLayout.Left + PdfLayout.Width, PdfLayout.Top + y, Thin);

    private void Down(double x, double from, double to) => flow.Paper.Rule(PdfLayout.Left + x, PdfLayout.Top + from, PdfLayout.Left + x, PdfLayout.Top + to, Thin);

    private static double[] Edges(IReadOnlyList<double> weights)
    {
        var (edges, sum, at) = (new double[weights.Count + 1], weights.Sum(), 0.0);
        for (var i = 0; i < weights.Count; i++) edges[i + 1] = PdfLayout.Width * (at += weights[i]) / sum;
        return edges;
    }

    private sealed record SetCell(IReadOnlyList<PdfLine> Lines, int Span, bool IsCentred);

    private sealed record TableRow(IReadOnlyList<SetCell> Cells, double Pitch)
    {
        public double Height => Math.Max(1, Cells.Max(c => c.Lines.Count)) * Pitch + 2 * Padding;

        public TableRow Upto(int lines) => this with { Cells = [.. Cells.Select(c => c with { Lines = [.. c.Lines.Take(lines)] })] };

        public TableRow After(int lines) => this with { Cells = [.. Cells.Select(c => c with { Lines = [.. c.Lines.Skip(lines)] })] };
    }
}

/// <param name="Paragraphs">Each begins a line.</param>
/// <param name="Span">So many columns wide.</param>
/// <param name="IsCentred">As heads are.</param>
internal sealed record PdfCell(IReadOnlyList<IReadOnlyList<Letter>> Paragraphs, int Span = 1, bool IsCentred = false);
