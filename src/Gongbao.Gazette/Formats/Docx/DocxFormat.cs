using System.Xml;
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

    /// <summary>Units of the duties, by their words without marks.</summary>
    private readonly Dictionary<string, string> _units = new(StringComparer.Ordinal);

    /// <summary>What groups a duty, by the words of its task without marks.</summary>
    private readonly Dictionary<string, string> _groups = new(StringComparer.Ordinal);

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
        foreach (var duty in document.Obligations)
        {
            if (duty.Group is { } group) _groups.TryAdd(WithoutMarks(duty.Task), group);
            foreach (var units in (string?[])[duty.Units, string.Join('、', duty.Lead), string.Join('、', duty.Supporting)])
                if (units is { Length: > 0 }) _units.TryAdd(WithoutMarks(units), units);
        }
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
            case NodeKind.Signature: Paragraph("Signature", () => Runs(block.Text)); break;
            case NodeKind.DatedOn: Paragraph("Dated", () => Runs(block.Text)); break;
            case NodeKind.Byline: Paragraph("Centred", () => Runs(block.Text)); break;
            case NodeKind.AttachmentNote: Paragraph("AttachmentNote", () => { Words(block.Label); Runs(block.Text); }); break;
            case NodeKind.Table when TableGrid.Of(block) is { } grid:
                Table(block, grid);
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

    private void Table(BlockView block, TableGrid grid)
    {
        if (block.Text.Count > 0) Paragraph("Centred", () => Runs(block.Text));
        Start("tbl");
        var (outer, inner) = Groups(grid);
        var hasInner = inner.Any(c => c.Count > 0);
        // A table of one column is taken for running text that is set in a frame.
        var isNarrow = grid.Heads.Count == 1 && !hasInner;
        TableFrame(isNarrow ? [TextWidth / 2, TextWidth / 2] : hasInner ? [.. Enumerable.Repeat(TextWidth / (grid.Heads.Count + 1), grid.Heads.Count + 1)] : Widths(grid));
        Start("tr");
        Start("trPr");
        Value("cantSplit", null);
        Value("tblHeader", null);
        End();
        foreach (var head in grid.Heads)
        {
            Cell([() => Words(head, isBold: true)], 1);
            if (hasInner && head == TableNodes.GroupLabel) Cell([() => Words(TableNodes.GroupLabel + "（2）", isBold: true)], 1);
        }
        if (isNarrow) Cell([], 1);
        End();
        string? group = null;
        foreach (var (row, i) in grid.Rows.Select((r, i) => (r, i)))
        {
            Start("tr");
            if (row.Row.Children.Count == 0)
            {
                Cell([() => Runs(row.Row.Text)], Math.Max(2, grid.Heads.Count + (hasInner ? 1 : 0)));
                group = null;
            }
            else
            {
                foreach (var (head, cells) in grid.Heads.Zip(row.Cells))
                {
                    if (head != TableNodes.GroupLabel)
                    {
                        Cell(Lines(cells), 1);
                        continue;
                    }
                    if (outer[i] is { } grouped && grouped != group) Cell([() => Words(grouped)], 1, "restart");
                    else Cell([], 1, group is null ? null : "continue");
                    group = outer[i] ?? group;
                    if (hasInner) Cell([.. inner[i].Select(c => (Action)(() => Inline(c)))], 1);
                }
                if (isNarrow) Cell([], 1);
            }
            End();
        }
        End();
    }

    /// <summary>
    /// What groups the rows. Print does not say in which row a group begins, the duties do; of groups inside groups they name the outer one, the
    /// others stand beside it where they are printed. Null where a row goes on.
    /// </summary>
    private (IReadOnlyList<string?> Outer, IReadOnlyList<IReadOnlyList<BlockView>> Inner) Groups(TableGrid grid)
    {
        var column = grid.Heads.ToList().IndexOf(TableNodes.GroupLabel);
        var printed = grid.Rows.Select(r => column >= 0 && r.Cells.Count > column ? r.Cells[column] : []).ToList();
        var duties = grid.Rows.Select(r => r.Cells.Select(c => _groups.GetValueOrDefault(WithoutMarks(string.Concat(c.Select(x => x.AllWords))))).FirstOrDefault(g => g is not null)).ToList();
        var known = duties.OfType<string>().Select(WithoutMarks).ToHashSet(StringComparer.Ordinal);
        if (known.Count == 0) return ([.. printed.Select(cells => cells.Count == 0 ? null : string.Concat(cells.Select(c => c.AllWords)))], [.. printed.Select(_ => (IReadOnlyList<BlockView>)[])]);
        return (duties, [.. printed.Select(cells => (IReadOnlyList<BlockView>)[.. cells.Where(c => !known.Contains(WithoutMarks(c.AllWords)))])]);
    }

    /// <summary>Paragraphs of a cell. Names of units that print sets one a line without a mark between them are written with it, as the duty has them.</summary>
    private List<Action> Lines(IReadOnlyList<BlockView> cells)
    {
        var printed = string.Concat(cells.Select(c => c.AllWords));
        return _units.TryGetValue(WithoutMarks(printed), out var units) ? [() => Words(printed is [.., ('。' or '；') and var end] ? units + end : units)] : [.. cells.Select(c => (Action)(() => Inline(c)))];
    }

    private static string WithoutMarks(string words) => string.Concat(words.Where(c => c is not ('、' or '，' or '；' or '。') && !char.IsWhiteSpace(c)));

    private void Form(BlockView block)
    {
        if (block.Text.Count > 0) Paragraph("Centred", () => Runs(block.Text));
        Start("tbl");
        TableFrame([TextWidth / 3, TextWidth - TextWidth / 3]);
        foreach (var field in block.Children)
        {
            Start("tr");
            Cell([() => Words(field.Label ?? field.AllWords)], 1);
            Cell([.. field.Label is null ? Array.Empty<Action>() : [() => Inline(field)]], 1);
            End();
        }
        End();
    }

    /// <summary>Wider columns for more words, by the root of their number, so that a narrow one stays readable.</summary>
    private static IReadOnlyList<int> Widths(TableGrid grid)
    {
        var weights = grid.Heads.Select((head, i) => Math.Sqrt(4 + head.Length + grid.Rows.Where(r => r.Cells.Count > i).Select(r => r.Cells[i].Sum(c => c.AllWords.Length)).DefaultIfEmpty().Max())).ToList();
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
    /// <param name="merge">Whether rows below go on with it (restart), or it goes on from above (continue); null for neither.</param>
    private void Cell(IReadOnlyList<Action> lines, int width, string? merge = null)
    {
        Start("tc");
        Start("tcPr");
        if (width > 1) Value("gridSpan", XmlConvert.ToString(width));
        if (merge is not null) Value("vMerge", merge);
        Value("vAlign", "center");
        End();
        foreach (var line in lines) Paragraph("Cell", line);
        // A cell without a paragraph is not allowed.
        if (lines.Count == 0) Paragraph("Cell", () => { });
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
