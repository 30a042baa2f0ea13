using System.Text;

namespace Gongbao.Gazette.Ingest;

/// <summary>A stretch of letters without a wide gap.</summary>
internal sealed record PdfPiece(string Text, double Left, double Right, double Size)
{
    public double Middle => (Left + Right) / 2;
}

/// <summary>All pieces on one height of a page, from left to right.</summary>
internal sealed class PdfRow(double at, double size, List<PdfPiece> pieces)
{
    /// <summary>In sizes of a letter: a wider gap parts what stands in different columns or cells.</summary>
    private const double Gap = 1.6;

    /// <summary>A gap that a writer left, narrower than that between columns.</summary>
    private const double Space = 0.6;
    private const double NarrowSpace = 0.2;

    /// <summary>How far the heights of one line's letters may lie apart: marks set high or low.</summary>
    private const double Slack = 0.45;

    public double At => at;

    public double Size => size;

    public List<PdfPiece> Pieces => pieces;

    public static List<PdfRow> Of(List<PdfGlyph> glyphs)
    {
        glyphs.Sort(static (a, b) => b.Base.CompareTo(a.Base));
        var rows = new List<PdfRow>();
        for (int from = 0, to; from < glyphs.Count; from = to)
        {
            var size = glyphs[from].Size;
            for (to = from + 1; to < glyphs.Count && glyphs[from].Base - glyphs[to].Base < Slack * Math.Max(size, glyphs[to].Size); to++) size = Math.Max(size, glyphs[to].Size);
            var row = glyphs.GetRange(from, to - from);
            row.Sort(static (a, b) => a.Left.CompareTo(b.Left));
            rows.Add(new(glyphs[from].Base, size, Pieced(row)));
        }
        return rows;
    }

    private static List<PdfPiece> Pieced(List<PdfGlyph> row)
    {
        var pieces = new List<PdfPiece>();
        var text = new StringBuilder();
        var (left, right, size) = (row[0].Left, row[0].Right, row[0].Size);
        for (var i = 0; i < row.Count; i++)
        {
            var glyph = row[i];
            if (i > 0 && glyph.IsAgain(row[i - 1])) continue;
            var gap = text.Length == 0 ? 0 : (glyph.Left - right) / Math.Max(size, glyph.Size);
            if (gap > Gap)
            {
                pieces.Add(new(text.ToString(), left, right, size));
                text.Clear();
                (left, size) = (glyph.Left, glyph.Size);
            }
            else if (text.Length > 0 && (gap > Space || gap > NarrowSpace && char.IsAsciiLetterOrDigit(text[^1]) && char.IsAsciiLetterOrDigit(glyph.Text[0]))) text.Append(' ');
            text.Append(glyph.Text);
            (right, size) = (Math.Max(text.Length == glyph.Text.Length ? 0 : right, glyph.Right), Math.Max(size, glyph.Size));
        }
        pieces.Add(new(text.ToString(), left, right, size));
        return pieces;
    }

    /// <summary>Whether any piece of the row lies over an upright line.</summary>
    public bool Crosses(double x) => pieces.Exists(p => p.Left < x && p.Right > x);

    public string Text(double from, double to) => string.Join('　', pieces.Where(p => p.Middle >= from && p.Middle < to).Select(p => p.Text));
}
