using Gongbao.Contracts.Gazette;
using Gongbao.Gazette.Formats.Pdf.Fonts;

namespace Gongbao.Gazette.Formats.Pdf;

/// <summary>A report on one page (一页纸) on paper.</summary>
internal static class PdfSheet
{
    public static void Write(OfficialSheet sheet, Stream output)
    {
        var paper = new PdfPaper(FontShelf.Machine.Faces().IsRefused(out var refusal, out var faces) ? throw new InvalidOperationException(refusal.Reason) : faces);
        var flow = new PdfFlow(paper);
        flow.Centred(PdfLines.Balance([.. paper.Letters(sheet.Title, paper.Title, SheetRoom.TitleSize)], PdfLayout.Width), SheetRoom.TitlePitch, SheetRoom.TitleSize);
        flow.Centred(PdfLines.Balance([.. paper.Letters(sheet.Byline, paper.Kai, SheetRoom.TextSize)], PdfLayout.Width), SheetRoom.TextPitch, SheetRoom.TextSize);
        flow.Skip(SheetRoom.TitleGap);
        foreach (var paragraph in sheet.Paragraphs) Paragraph(flow, paragraph);
        if (sheet.First is { } first) List(flow, first.Table, first.Weights, first.Closing);
        List(flow, sheet.Table, sheet.Weights, sheet.Closing);
        paper.Write(output, sheet.Title, sheet.Issuer, sheet.Issuer, []);
    }

    private static void List(PdfFlow flow, OfficialAnnex table, IReadOnlyList<int> weights, string? closing)
    {
        var paper = flow.Paper;
        if (table.Rows.Count > 0)
        {
            flow.Skip(SheetRoom.TitleGap);
            new PdfTable(flow, [.. weights.Select(w => (double)w)], SheetRoom.CellSize).Write(
                [.. table.Heads.Select(h => new PdfCell([[.. paper.Letters(h, paper.Hei, SheetRoom.CellSize)]], IsCentred: true))],
                [.. table.Rows.Select(r => (IReadOnlyList<PdfCell>)[.. r.Select(words => new PdfCell([[.. paper.Letters(words, paper.Body, SheetRoom.CellSize)]]))])],
                SheetRoom.TitleGap);
        }
        if (closing is not null) Paragraph(flow, closing);
    }

    private static void Paragraph(PdfFlow flow, string words)
    {
        var lines = PdfLines.Break([.. flow.Paper.Letters(words, flow.Paper.Body, SheetRoom.TextSize)], PdfLayout.Width, 2 * SheetRoom.TextSize, 0, isJustified: true);
        foreach (var (i, line) in lines.Index()) flow.Line(line, PdfLayout.Left + (i == 0 ? 2 * SheetRoom.TextSize : 0), SheetRoom.TextPitch, SheetRoom.TextSize);
    }
}
