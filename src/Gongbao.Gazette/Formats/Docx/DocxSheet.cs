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
            if (sheet.Table.Rows.Count > 0) Table(writer, sheet);
            // A table is never the last of a text.
            writer.Paragraph("SheetText", () => writer.Words(sheet.Closing));
            writer.Finish(DocxLayout.Section);
        });
        package.Layout();
        package.Frame(new Dictionary<string, string>(), hasNumbering: false);
    }

    private static void Table(DocxWriter writer, OfficialSheet sheet)
    {
        var sum = sheet.Weights.Sum();
        writer.Start("tbl");
        writer.TableFrame([.. sheet.Weights.Select(w => DocxLayout.TextWidth * w / sum)]);
        writer.StartHeads();
        foreach (var head in sheet.Table.Heads) writer.Cell([() => writer.Words(head, isBold: true)], 1, style: KnownStyles.Small);
        writer.End();
        foreach (var row in sheet.Table.Rows)
        {
            writer.Start("tr");
            foreach (var words in row) writer.Cell([() => writer.Words(words)], 1, style: KnownStyles.Small);
            writer.End();
        }
        writer.End();
    }
}
