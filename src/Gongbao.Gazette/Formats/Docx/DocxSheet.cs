using Gongbao.Contracts.Gazette;
using Gongbao.Web.Formats.Office;

namespace Gongbao.Gazette.Formats.Docx;

/// <summary>A report on one page (一页纸) for word processors.</summary>
internal static class DocxSheet
{
    public static void Write(OfficialSheet sheet, Stream output)
    {
        using var package = new DocxPackage(output);
        package.Part("word/document.xml", xml =>
        {
            var writer = new DocxWriter(xml);
            writer.Begin();
            writer.Paragraph("SheetTitle", () => writer.Words(sheet.Title));
            writer.Paragraph("SheetByline", () => writer.Words(sheet.Byline));
            foreach (var paragraph in sheet.Paragraphs) writer.Paragraph("SheetText", () => writer.Words(paragraph));
            if (sheet.First is { } first) List(writer, first.Table, first.Weights, first.Closing);
            List(writer, sheet.Table, sheet.Weights, sheet.Closing);
            writer.Finish(DocxLayout.Section);
        });
        package.Layout();
        package.Frame(new Dictionary<string, string>(), hasNumbering: false);
    }

    private static void List(DocxWriter writer, OfficialAnnex table, IReadOnlyList<int> weights, string? closing)
    {
        if (table.Rows.Count > 0) Table(writer, table, weights);
        // A table is never the last of a text, and two that follow each other would become one.
        writer.Paragraph("SheetText", () => writer.Words(closing));
    }

    private static void Table(DocxWriter writer, OfficialAnnex table, IReadOnlyList<int> weights)
    {
        var sum = weights.Sum();
        writer.Start("tbl");
        writer.TableFrame([.. weights.Select(w => DocxLayout.TextWidth * w / sum)]);
        writer.StartHeads();
        foreach (var head in table.Heads) writer.Cell([() => writer.Words(head, isBold: true)], 1, style: KnownStyles.Small);
        writer.End();
        foreach (var row in table.Rows)
        {
            writer.Start("tr");
            foreach (var words in row) writer.Cell([() => writer.Words(words)], 1, style: KnownStyles.Small);
            writer.End();
        }
        writer.End();
    }
}
