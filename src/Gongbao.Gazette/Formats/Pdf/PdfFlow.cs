namespace Gongbao.Gazette.Formats.Pdf;

/// <summary>Fills the text block from top to bottom, sheet after sheet.</summary>
internal sealed class PdfFlow(PdfPaper paper)
{
    /// <summary>How far down the text block the next line begins.</summary>
    public double Y { get; private set; }

    public PdfPaper Paper => paper;

    public PdfPlace Place => new(paper.Sheets - 1, PdfLayout.Top + Y);

    public double Rest => PdfLayout.Height - Y;

    public void NewSheet()
    {
        paper.NewSheet();
        Y = 0;
    }

    /// <summary>Goes to a new sheet unless so much fits on this one.</summary>
    public void Need(double height)
    {
        if (Rest + 0.01 < height && Y > 0) NewSheet();
    }

    public void Skip(double height) => Y = Math.Min(PdfLayout.Height, Y + height);

    /// <summary>A paragraph of the body, its first line two characters in.</summary>
    /// <param name="letters">Its words.</param>
    /// <param name="isHeading">A heading does not stay behind at the foot of a page.</param>
    /// <param name="indent">In characters.</param>
    public void Body(IReadOnlyList<Letter> letters, bool isHeading = false, int indent = 2)
    {
        var lines = PdfLines.Break(letters, PdfLayout.Width, indent * PdfLayout.Cell, PdfLayout.Cell - PdfLayout.BodySize, isJustified: true);
        if (isHeading) Need((lines.Count + 1) * PdfLayout.Pitch);
        foreach (var (i, line) in lines.Index()) Line(line, PdfLayout.Left + (i == 0 ? indent * PdfLayout.Cell : 0), PdfLayout.Pitch, PdfLayout.BodySize);
    }

    public void Centred(IReadOnlyList<PdfLine> lines, double pitch, double size, bool isRed = false)
    {
        foreach (var line in lines) Line(line, PdfLayout.Left + (PdfLayout.Width - line.Width) / 2, pitch, size, isRed);
    }

    /// <param name="letters">One line, or more where it is long.</param>
    /// <param name="cells">So many characters from the right edge.</param>
    public void Right(IReadOnlyList<Letter> letters, int cells)
    {
        var room = PdfLayout.Width - cells * PdfLayout.Cell;
        foreach (var line in PdfLines.Break(letters, room, 0, PdfLayout.Cell - PdfLayout.BodySize, isJustified: false))
            Line(line, PdfLayout.Left + room - line.Width, PdfLayout.Pitch, PdfLayout.BodySize);
    }

    public void Line(PdfLine line, double x, double pitch, double size, bool isRed = false)
    {
        Need(pitch);
        paper.Draw(line, x, Baseline(Y, pitch, size), isRed);
        Y += pitch;
    }

    /// <summary>Where letters stand in a line so high: in its middle.</summary>
    public static double Baseline(double y, double pitch, double size) => PdfLayout.Top + y + (pitch - size) / 2 + size * 0.86;
}
