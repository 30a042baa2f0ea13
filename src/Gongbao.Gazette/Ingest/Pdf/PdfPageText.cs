using UglyToad.PdfPig.Content;

namespace Gongbao.Gazette.Ingest;

/// <summary>
/// Writes the lines of a page: each as far as its column runs, the left column before the right, furniture down the margin first, ruled tables
/// cell by cell where they stand.
/// </summary>
internal sealed class PdfPageText(LayoutWriter writer)
{
    /// <summary>Lines of a running head or a page number.</summary>
    private const int MostFurniture = 2;

    private readonly PdfTables _tables = new(writer);

    /// <summary>Whether the page before ended in a table.</summary>
    private bool _endedInTable;

    public void Write(Page page)
    {
        var glyphs = PdfGlyph.Of(page, out var isTurned);
        var tables = isTurned ? [] : PdfTable.Of(PdfRules.Of(page));
        var inside = tables.Select(t => glyphs.FindAll(g => t.Holds((g.Left + g.Right) / 2, g.Base + g.Size / 3))).ToList();
        if (tables.Count > 0) glyphs.RemoveAll(g => tables.Exists(t => t.Holds((g.Left + g.Right) / 2, g.Base + g.Size / 3)));
        var rows = PdfRow.Of(glyphs);
        if (rows.Count == 0 && inside.TrueForAll(i => i.Count == 0)) return;
        writer.BreakPage();
        foreach (var piece in PdfMargin.Take(rows)) writer.Paragraph(piece.Text);
        rows.RemoveAll(r => r.Pieces.Count == 0);
        var gutter = PdfColumns.Gutter(rows);
        var from = 0;
        for (var t = 0; t < tables.Count; t++)
        {
            var to = from;
            while (to < rows.Count && rows[to].At > tables[t].Top) to++;
            Rows(rows.GetRange(from, to - from), gutter);
            _tables.Write(tables[t], inside[t], mayGoOn: t == 0 && _endedInTable && to <= MostFurniture);
            from = to;
        }
        Rows(rows.GetRange(from, rows.Count - from), gutter);
        _endedInTable = tables.Count > 0 && rows.Count - from <= MostFurniture;
    }

    public void End() => _tables.End();

    private void Rows(List<PdfRow> rows, double? gutter)
    {
        foreach (var line in PdfColumns.InOrder(rows, gutter)) writer.Paragraph(line);
    }
}

/// <summary>A letter where it stands; y grows upwards.</summary>
internal readonly record struct PdfGlyph(string Text, double Left, double Right, double Base, double Size)
{
    /// <summary>How far apart two prints of one letter may be, in parts of its size: bold made by printing twice.</summary>
    private const double Twice = 0.12;

    /// <param name="page">Its letters.</param>
    /// <param name="isTurned">Whether its text runs up or down the page; then so do the heights here.</param>
    public static List<PdfGlyph> Of(Page page, out bool isTurned)
    {
        var glyphs = new List<PdfGlyph>(page.Letters.Count);
        var turned = page.Letters.Count(l => l.TextOrientation is TextOrientation.Rotate90);
        var back = page.Letters.Count(l => l.TextOrientation is TextOrientation.Rotate270);
        var wanted = turned * 2 > page.Letters.Count ? TextOrientation.Rotate90 : back * 2 > page.Letters.Count ? TextOrientation.Rotate270 : TextOrientation.Horizontal;
        isTurned = wanted is not TextOrientation.Horizontal;
        foreach (var letter in page.Letters)
        {
            if (string.IsNullOrWhiteSpace(letter.Value) || letter.Value[0] < ' ') continue;
            var (start, end) = (letter.StartBaseLine, letter.EndBaseLine);
            var size = Math.Max(1, letter.PointSize > 0 ? letter.PointSize : letter.FontSize);
            var (left, right, at) = wanted switch
            {
                TextOrientation.Rotate90 => (-start.Y, -end.Y, start.X),
                TextOrientation.Rotate270 => (start.Y, end.Y, -start.X),
                _ => (start.X, end.X, start.Y),
            };
            glyphs.Add(new(Radicals.Undo(letter.Value), Math.Min(left, right), Math.Max(left, right), at, size));
        }
        return glyphs;
    }

    public bool IsAgain(PdfGlyph before) => Text == before.Text && Math.Abs(Left - before.Left) < Twice * Size && Math.Abs(Base - before.Base) < Twice * Size;
}
