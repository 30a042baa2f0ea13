namespace Gongbao.Web.Formats.Office;

/// <summary>A column of a table in a word processor.</summary>
/// <param name="Head">Its title.</param>
/// <param name="Weight">How wide it is against the others.</param>
public sealed record DocxColumn(string Head, int Weight);

/// <summary>A wide table under a title as offices print it (DOCX): the sheet lies across, the heads stand again on each, rows are not broken.</summary>
public static class DocxTable
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <param name="title">The title.</param>
    /// <param name="notes">Lines under it, as the day for which it stands.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">Words for each column; a line break begins a paragraph. Null where there is nothing.</param>
    public static byte[] Write(string title, IReadOnlyList<string> notes, IReadOnlyList<DocxColumn> columns, IEnumerable<IReadOnlyList<string?>> rows)
    {
        using var bytes = new MemoryStream();
        using (var package = new DocxPackage(bytes))
        {
            package.Part("word/document.xml", xml =>
            {
                var writer = new DocxWriter(xml);
                writer.Begin();
                writer.Paragraph("Title", () => writer.Words(title));
                foreach (var note in notes) writer.Paragraph("Centred", () => writer.Words(note));
                Table(writer, columns, rows);
                // A table is never the last of a text.
                writer.Paragraph("Cell", () => { });
                writer.Finish(DocxLayout.Landscape);
            });
            package.Layout();
            package.Frame(new Dictionary<string, string>(), hasNumbering: false);
        }
        return bytes.ToArray();
    }

    private static void Table(DocxWriter writer, IReadOnlyList<DocxColumn> columns, IEnumerable<IReadOnlyList<string?>> rows)
    {
        var sum = columns.Sum(c => c.Weight);
        writer.Start("tbl");
        writer.TableFrame([.. columns.Select(c => DocxLayout.LandscapeWidth * c.Weight / sum)]);
        writer.StartHeads();
        foreach (var column in columns) writer.Cell([() => writer.Words(column.Head, isBold: true)], 1);
        writer.End();
        foreach (var row in rows)
        {
            writer.Start("tr");
            writer.Start("trPr");
            writer.Value("cantSplit", null);
            writer.End();
            foreach (var words in row) writer.Cell([.. (words ?? "").Split('\n').Select(line => (Action)(() => writer.Words(line)))], 1);
            writer.End();
        }
        writer.End();
    }
}
