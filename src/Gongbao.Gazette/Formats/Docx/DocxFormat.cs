using System.Xml;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;
using Gongbao.Web.Formats.Office;

namespace Gongbao.Gazette.Formats.Docx;

/// <summary>A document as a word processor opens it (DOCX): the layout of GB/T 9704, numbers of clauses automatic, tables as tables.</summary>
internal sealed class DocxFormat : DocxWriter
{
    private readonly DocxNumbering _numbering;
    private readonly Dictionary<string, string> _links;
    private readonly Uri _site;

    private DocxFormat(XmlWriter xml, DocxNumbering numbering, Dictionary<string, string> links, Uri site) : base(xml) => (_numbering, _links, _site) = (numbering, links, site);

    public static void Write(DocumentView document, Uri site, Stream output)
    {
        using var package = new DocxPackage(output);
        var numbering = new DocxNumbering();
        var links = new Dictionary<string, string>(StringComparer.Ordinal);
        package.Part("word/document.xml", xml => new DocxFormat(xml, numbering, links, site).Document(document));
        package.Part("word/numbering.xml", numbering.Write);
        package.Layout();
        package.Frame(links);
    }

    private void Document(DocumentView document)
    {
        Begin();
        if (document.Validity?.Note is { } note) Paragraph("AsOf", () => Words(note.Text));
        // An order is headed by its own title and number.
        foreach (var mark in document.IsOrder ? [document.Title] : document.Issuers) Paragraph("Mark", () => Words(mark));
        if (document.NumberUnderTitle is { } number) Paragraph("Number", () => Words(number));
        if (!document.IsOrder) Paragraph("Title", () => Words(document.Title));
        if (document.Addressees is { } addressees) Paragraph("Addressees", () => { Runs(addressees); Words("："); });
        Blocks(document.Body);
        Finish(DocxLayout.Section);
    }

    private void Blocks(IEnumerable<BlockView> blocks)
    {
        var run = new DocxNumbering.Run();
        foreach (var block in blocks) Block(block, run);
    }

    private void Block(BlockView block, DocxNumbering.Run run)
    {
        switch (block.Kind)
        {
            case NodeKind.Clause:
                Paragraph(StyleOf(block), () => Runs(block.Text), block.Label, run);
                Blocks(block.Children);
                return;
            case NodeKind.Attachment or NodeKind.AttachedText:
                Paragraph("AttachmentLabel", () => Words(block.Label));
                if (block.Text.Count > 0 && block.Plain != block.Label) Paragraph("Normal", () => Runs(block.Text));
                break;
            case NodeKind.Title: Paragraph("Title", () => Runs(block.Text)); break;
            case NodeKind.Signature:
                foreach (var name in block.Plain.Split(LineNodes.LineGap)) Paragraph("Signature", () => Words(name));
                break;
            case NodeKind.DatedOn: Paragraph("Dated", () => Runs(block.Text)); break;
            case NodeKind.Byline: Paragraph("Centred", () => Runs(block.Text)); break;
            case NodeKind.AttachmentNote:
                foreach (var (i, line) in AttachmentLines.Of(block).Index()) Paragraph(i == 0 ? "AttachmentNote" : "AttachmentName", () => { if (i == 0) Words(block.Label); Runs(line); });
                break;
            case NodeKind.Table when TableShape.Of(block) is { } shape:
                Table(block, shape);
                Blocks(block.Children.Where(c => c.Kind is not NodeKind.Row));
                return;
            case NodeKind.Form when block.Children.Count > 0:
                Form(block);
                return;
            case NodeKind.Entry or NodeKind.Field or NodeKind.Row:
                Paragraph("Normal", () => Words(block.Label + block.AllWords));
                return;
            default:
                if (block.Label is not null || block.Text.Count > 0) Paragraph("Normal", () => { Words(block.Label); Runs(block.Text); });
                break;
        }
        Blocks(block.Children);
    }

    /// <summary>Only what heads others is set as a heading; a clause that is a sentence of its own is body.</summary>
    private static string StyleOf(BlockView clause) => (clause.Label, clause.Level) switch
    {
        (['第', .., '编' or '章' or '节'], _) => Division,
        (var label, _) when ClauseAddresses.Article(label) is not null => "Normal",
        (_, 1) when clause.IsHeading => "Level1",
        (_, 2) when clause.IsHeading => "Level2",
        _ => "Normal",
    };

    private void Table(BlockView block, TableShape shape)
    {
        if (block.Text.Count > 0) Paragraph("Centred", () => Runs(block.Text));
        // A table of one column is taken for running text that is set in a frame.
        var isNarrow = shape.Width == 1;
        Start("tbl");
        TableFrame(isNarrow ? [DocxLayout.TextWidth / 2, DocxLayout.TextWidth / 2] : Widths(shape));
        StartHeads();
        foreach (var head in shape.Heads) Cell([() => Words(head.Words, isBold: true)], head.Width);
        if (isNarrow) Cell([], 1);
        End();
        foreach (var row in shape.Rows)
        {
            Start("tr");
            if (row.Count == 1 && !isNarrow) Cell(Lines(row[0]), shape.Width);
            else
                for (var column = 0; column < row.Count; column++)
                    Cell(Lines(row[column]), 1, column < shape.Stub && Merges(shape, row, column), row[column].GoesOn, column < shape.Stub ? KnownStyles.Group : KnownStyles.Cell);
            if (isNarrow) Cell([], 1);
            End();
        }
        End();
    }

    private static bool Merges(TableShape shape, IReadOnlyList<ShapedCell> row, int column)
    {
        var next = shape.Rows.SkipWhile(r => !ReferenceEquals(r, row)).Skip(1).FirstOrDefault();
        return row[column].GoesOn || row[column].Cells.Count > 0 && next is not null && next.Count > column && next[column].GoesOn;
    }

    private List<Action> Lines(ShapedCell cell) => [.. cell.Cells.Select(c => (Action)(() => Inline(c)))];

    /// <summary>Each field has a control of its own (内容控件), named and tagged, for what is to be filled in.</summary>
    private void Form(BlockView block)
    {
        if (block.Text.Count > 0) Paragraph("Centred", () => Runs(block.Text));
        Start("tbl");
        TableFrame([DocxLayout.TextWidth / 3, DocxLayout.TextWidth - DocxLayout.TextWidth / 3]);
        for (var i = 0; i < block.Children.Count; i++)
        {
            var (field, number) = (block.Children[i], i + 1);
            Start("tr");
            Cell([() => Words(field.Label ?? field.AllWords)], 1);
            Cell([() => Control(field, number)], 1);
            End();
        }
        End();
    }

    private void Control(BlockView field, int number)
    {
        Start("sdt");
        Start("sdtPr");
        Value("alias", XmlWords.Sound(field.Label ?? field.AllWords));
        Value("tag", "field" + XmlConvert.ToString(number));
        Value("text", null);
        End();
        Start("sdtContent");
        if (field.Label is not null && field.AllWords.Length > 0) Inline(field);
        else Words("　　");
        End();
        End();
    }

    /// <summary>Wider columns for more words, by the root of their number, so that a narrow one stays readable.</summary>
    private static IReadOnlyList<int> Widths(TableShape shape)
    {
        var weights = Enumerable.Range(0, shape.Width).Select(c => Math.Sqrt(4 + shape.WordsIn(c))).ToList();
        var sum = weights.Sum();
        return [.. weights.Select(w => (int)(DocxLayout.TextWidth * w / sum))];
    }

    /// <summary>A list's indent holds against the style's; what stands in the middle says itself that it has none.</summary>
    private void NoIndent()
    {
        Start("ind");
        Attribute("firstLine", "0");
        Attribute("firstLineChars", "0");
        End();
    }

    /// <summary>The style of 编, 章 and 节.</summary>
    private const string Division = "Division";

    private void Paragraph(string style, Action words, string? label, DocxNumbering.Run? run)
    {
        var list = label is not null && run is not null ? _numbering.Number(label, run) : null;
        Paragraph(
            style,
            () =>
            {
                if (list is null) Words(label);
                words();
            },
            () =>
            {
                if (list is not { } id) return;
                Start("numPr");
                Value("ilvl", "0");
                Value("numId", XmlConvert.ToString(id));
                End();
                if (style == Division) NoIndent();
            });
    }

    private void Inline(BlockView block)
    {
        Runs(block.Text);
        foreach (var child in block.Children)
        {
            Words(child.Label);
            Inline(child);
        }
    }

    private void Runs(IReadOnlyList<TextRun> runs)
    {
        foreach (var run in runs)
        {
            if (run.Href is not { } href)
            {
                Words(run.Text);
                continue;
            }
            var address = new Uri(_site, href).AbsoluteUri;
            if (!_links.ContainsValue(address)) _links.Add($"link{_links.Count + 1}", address);
            Start("hyperlink");
            Xml.WriteAttributeString("id", OfficePackage.R, _links.First(l => l.Value == address).Key);
            Words(run.Text);
            End();
        }
    }
}
