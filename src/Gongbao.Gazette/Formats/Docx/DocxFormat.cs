using System.Xml;
using Gongbao.Gazette.Ingest;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Formats.Docx;

/// <summary>A document as a word processor opens it (DOCX): the layout of GB/T 9704, numbers of clauses automatic, tables as tables.</summary>
internal sealed class DocxFormat
{
    private readonly XmlWriter _xml;
    private readonly DocxNumbering _numbering;
    private readonly Dictionary<string, string> _links;
    private readonly Uri _site;

    private DocxFormat(XmlWriter xml, DocxNumbering numbering, Dictionary<string, string> links, Uri site) => (_xml, _numbering, _links, _site) = (xml, numbering, links, site);

    public static void Write(DocumentView document, Uri site, Stream output)
    {
        using var package = new DocxPackage(output);
        var numbering = new DocxNumbering();
        var links = new Dictionary<string, string>(StringComparer.Ordinal);
        package.Part("word/document.xml", xml => new DocxFormat(xml, numbering, links, site).Document(document));
        package.Part("word/numbering.xml", numbering.Write);
        package.Part("word/styles.xml", DocxLayout.Styles);
        package.Part("word/settings.xml", DocxLayout.Settings);
        package.Part("word/footer1.xml", DocxLayout.Footer(isEven: false));
        package.Part("word/footer2.xml", DocxLayout.Footer(isEven: true));
        package.Frame(links);
    }

    private void Document(DocumentView document)
    {
        _xml.WriteStartElement("w", "document", DocxPackage.W);
        _xml.WriteAttributeString("xmlns", "r", null, DocxPackage.R);
        Start("body");
        if (document.Validity?.Note is { } note) Paragraph("AsOf", () => Words(note.Text));
        // An order is headed by its own title and number.
        foreach (var mark in document.IsOrder ? [document.Title] : document.Issuers) Paragraph("Mark", () => Words(mark));
        if (document.NumberUnderTitle is { } number) Paragraph("Number", () => Words(number));
        if (!document.IsOrder) Paragraph("Title", () => Words(document.Title));
        if (document.Addressees is { } addressees) Paragraph("Addressees", () => { Runs(addressees); Words("："); });
        Blocks(document.Body);
        _xml.WriteRaw(DocxLayout.Section);
        _xml.WriteEndElement();
        _xml.WriteEndElement();
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
        TableFrame(isNarrow ? [TextWidth / 2, TextWidth / 2] : Widths(shape));
        Start("tr");
        Start("trPr");
        Value("cantSplit", null);
        Value("tblHeader", null);
        End();
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
        TableFrame([TextWidth / 3, TextWidth - TextWidth / 3]);
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
        return [.. weights.Select(w => (int)(TextWidth * w / sum))];
    }

    private void TableFrame(IReadOnlyList<int> widths)
    {
        Start("tblPr");
        _xml.WriteStartElement("tblW", DocxPackage.W);
        Attribute("w", "5000");
        Attribute("type", "pct");
        End();
        Start("tblBorders");
        foreach (var side in new[] { "top", "left", "bottom", "right", "insideH", "insideV" })
        {
            Start(side);
            Attribute("val", "single");
            Attribute("sz", "6");
            Attribute("space", "0");
            Attribute("color", "auto");
            End();
        }
        End();
        End();
        Start("tblGrid");
        foreach (var width in widths)
        {
            Start("gridCol");
            Attribute("w", XmlConvert.ToString(width));
            End();
        }
        End();
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

    /// <summary>156 mm.</summary>
    private const int TextWidth = 8844;

    /// <param name="lines">One a paragraph.</param>
    /// <param name="width">Columns that it covers.</param>
    /// <param name="merges">Whether it is one with the cell above or below.</param>
    /// <param name="goesOn">Whether it is the cell above.</param>
    /// <param name="style">Name of its style.</param>
    private void Cell(IReadOnlyList<Action> lines, int width, bool merges = false, bool goesOn = false, string style = KnownStyles.Cell)
    {
        Start("tc");
        Start("tcPr");
        if (width > 1) Value("gridSpan", XmlConvert.ToString(width));
        if (merges) Value("vMerge", goesOn ? "continue" : "restart");
        Value("vAlign", "center");
        End();
        var id = style == KnownStyles.Group ? "Group" : "Cell";
        foreach (var line in lines) Paragraph(id, line);
        // A cell without a paragraph is not allowed.
        if (lines.Count == 0) Paragraph(id, () => { });
        End();
    }

    private void Paragraph(string style, Action words, string? label = null, DocxNumbering.Run? run = null)
    {
        var list = label is not null && run is not null ? _numbering.Number(label, run) : null;
        Start("p");
        Start("pPr");
        Value("pStyle", style);
        if (list is { } id)
        {
            Start("numPr");
            Value("ilvl", "0");
            Value("numId", XmlConvert.ToString(id));
            End();
            if (style == Division) NoIndent();
        }
        End();
        if (list is null) Words(label);
        words();
        End();
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
            _xml.WriteAttributeString("id", DocxPackage.R, _links.First(l => l.Value == address).Key);
            Words(run.Text);
            End();
        }
    }

    private void Words(string? words, bool isBold = false)
    {
        if (string.IsNullOrEmpty(words)) return;
        Start("r");
        if (isBold)
        {
            Start("rPr");
            Value("b", null);
            End();
        }
        Start("t");
        _xml.WriteAttributeString("xml", "space", null, "preserve");
        _xml.WriteString(XmlWords.Sound(words));
        End();
        End();
    }

    private void Value(string name, string? value)
    {
        Start(name);
        if (value is not null) Attribute("val", value);
        End();
    }

    private void Attribute(string name, string value) => _xml.WriteAttributeString(name, DocxPackage.W, value);

    private void Start(string name) => _xml.WriteStartElement(name, DocxPackage.W);

    private void End() => _xml.WriteEndElement();
}
