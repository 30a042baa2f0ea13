using System.Text;
using System.Xml;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;
using Gongbao.Web.Formats.Office;
using Gongbao.Web.Formats;

namespace Gongbao.Gazette.Formats;

/// <summary>
/// Akoma Ntoso 3 (OASIS LegalDocML), valid against its schema. 编 章 节 条 have elements of their own; 一、 （一） 1． （1） are levels.
/// An <c>eId</c> is the place's part of the address on this site. Attachments and issued texts are documents inside the document.
/// </summary>
internal sealed class AkomaNtosoFormat
{
    private const string Namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

    /// <summary>A date must be given; this one means that the document states none.</summary>
    private const string NoDate = "9999-12-31";

    private readonly DocumentView _document;
    private readonly XmlWriter _xml;
    private int _unnamed;

    private AkomaNtosoFormat(DocumentView document, XmlWriter xml) => (_document, _xml) = (document, xml);

    public static void Write(DocumentView document, Uri site, Stream output)
    {
        using var xml = XmlWriter.Create(output, new() { Encoding = new UTF8Encoding(false), Indent = true, CloseOutput = false });
        xml.WriteStartDocument();
        xml.WriteStartElement("akomaNtoso", Namespace);
        new AkomaNtosoFormat(document, xml).Document();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private void Document()
    {
        Start("doc", null, ("name", _document.Kind ?? "公文"));
        Meta("main", _document.Kind);
        Start("preface");
        foreach (var issuer in _document.Issuers) Line("issuer", () => Element("docAuthority", issuer));
        Line("title", () => Element("docTitle", _document.Title));
        if (_document.Number is { } number) Line("number", () => Element("docNumber", number));
        _xml.WriteEndElement();
        if (_document.Addressees is { Count: > 0 } addressees)
        {
            Start("preamble");
            Line("addressees", () => { Runs(addressees); Words("："); });
            _xml.WriteEndElement();
        }
        Parts(_document.Body);
        _xml.WriteEndElement();
    }

    /// <summary>What follows the head: the body, what closes it, and the documents inside it.</summary>
    private void Parts(IReadOnlyList<BlockView> blocks)
    {
        var inner = blocks.Where(b => b.Kind is NodeKind.Attachment or NodeKind.AttachedText).ToList();
        var closing = blocks.Where(b => b.Kind is NodeKind.Signature or NodeKind.DatedOn or NodeKind.Imprint).ToList();
        Start("mainBody");
        var body = blocks.Except(inner).Except(closing).ToList();
        if (body.Count == 0) Element("p", "");
        foreach (var block in body) Block(block);
        _xml.WriteEndElement();
        if (closing.Count > 0)
        {
            Start("conclusions");
            foreach (var block in closing) Block(block);
            _xml.WriteEndElement();
        }
        if (inner.Count == 0) return;
        Start("attachments");
        foreach (var part in inner) Inner(part);
        _xml.WriteEndElement();
    }

    private void Inner(BlockView part)
    {
        var id = Id(part);
        Start("attachment", id);
        if (part.Label is { } label) Element("num", label);
        if (part.PartTitle is { Length: > 0 } title) Element("heading", title);
        Start("doc", null, ("name", part.Kind is NodeKind.Attachment ? "附件" : "所附正文"));
        Meta(id, null);
        var own = part.Text.Count > 0 && part.Plain != part.Label ? new[] { part with { Kind = NodeKind.Paragraph, Slug = null, Label = null, Children = [] } } : [];
        Parts([.. own, .. part.Children.Where(c => c.Kind is not NodeKind.Title)]);
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void Meta(string component, string? subtype)
    {
        var date = Date;
        var work = $"/akn/cn/doc/{date}/{_document.Slug}";
        Start("meta");
        Start("identification", null, ("source", "#gongbao"));
        Frbr("FRBRWork", work, component, date, () =>
        {
            Start("FRBRcountry", null, ("value", "cn"));
            _xml.WriteEndElement();
            if (subtype is not null) Value("FRBRsubtype", subtype);
            if (_document.Number is { } number) Value("FRBRnumber", number);
            Value("FRBRname", _document.Title);
        });
        Frbr("FRBRExpression", work + "/zho@", component, date, () =>
        {
            Start("FRBRlanguage", null, ("language", "zho"));
            _xml.WriteEndElement();
        });
        Frbr("FRBRManifestation", work + "/zho@.xml", component, date, () => Value("FRBRformat", "application/akn+xml"));
        _xml.WriteEndElement();
        Start("references", null, ("source", "#gongbao"));
        Organization("gongbao", _document.IssueTitle, "/i/" + _document.IssueSlug);
        if (component == "main")
            foreach (var (index, issuer) in _document.Issuers.Index()) Organization($"issuer-{index + 1}", issuer, "/akn/ontology/organization/cn/" + Uri.EscapeDataString(issuer));
        _xml.WriteEndElement();
        _xml.WriteEndElement();

        void Organization(string id, string name, string href)
        {
            // Identifiers are unique in the whole file: a document inside it refers to those outside.
            if (component != "main" && id == "gongbao") id = $"gongbao-{component}";
            Start("TLCOrganization", id, ("href", href), ("showAs", name));
            _xml.WriteEndElement();
        }
    }

    private void Frbr(string name, string uri, string component, string date, Action rest)
    {
        Start(name);
        Value("FRBRthis", uri + "/!" + component);
        Value("FRBRuri", uri);
        Start("FRBRdate", null, ("date", date), ("name", date == NoDate ? "未标明" : "成文日期"));
        _xml.WriteEndElement();
        Start("FRBRauthor", null, ("href", _document.Issuers.Count > 0 ? "#issuer-1" : "#gongbao"));
        _xml.WriteEndElement();
        rest();
        _xml.WriteEndElement();
    }

    private void Block(BlockView block)
    {
        switch (block.Kind)
        {
            case NodeKind.Clause: Clause(block); break;
            case NodeKind.Table: Table(block); break;
            case NodeKind.List: List(block); break;
            case NodeKind.Form: Form(block); break;
            case NodeKind.Attachment or NodeKind.AttachedText: Container(block); break;
            case NodeKind.Signature: Line("signature", () => { Start("signature"); Runs(block.Text); _xml.WriteEndElement(); }); break;
            case NodeKind.DatedOn: Line("dated", () => { Start("docDate", null, ("date", Date)); Runs(block.Text); _xml.WriteEndElement(); }); break;
            default: Paragraph(block); break;
        }
    }

    private void Clause(BlockView block)
    {
        Start(ElementOf(block.Label), Id(block));
        if (block.Label is { } label) Element("num", label);
        if (block.IsHeading)
        {
            Start("heading");
            Runs(block.Text);
            _xml.WriteEndElement();
        }
        if (block.Children.Count == 0)
        {
            Start("content");
            Line(null, () => Runs(block.IsHeading ? [] : block.Text));
            _xml.WriteEndElement();
        }
        else
        {
            if (!block.IsHeading && block.Text.Count > 0)
            {
                Start("intro");
                Line(null, () => Runs(block.Text));
                _xml.WriteEndElement();
            }
            foreach (var child in block.Children) Under(child);
        }
        _xml.WriteEndElement();
    }

    /// <summary>Below a clause only clauses stand free; everything else is wrapped.</summary>
    private void Under(BlockView child)
    {
        if (child.Kind is NodeKind.Clause)
        {
            Clause(child);
            return;
        }
        Start("hcontainer", null, ("name", child.Kind is NodeKind.Paragraph ? "款" : "内容"));
        Start("content");
        Block(child);
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void Paragraph(BlockView block)
    {
        if (block.Text.Count > 0 || block.Label is not null || block.Children.Count == 0)
            Line(block.Kind is NodeKind.Paragraph ? null : ClassOf(block.Kind), () => { Words(block.Label); Runs(block.Text); }, block.Slug);
        foreach (var child in block.Children) Block(child);
    }

    private void Container(BlockView block)
    {
        Start("blockContainer", Id(block));
        Line(null, () => { Words(block.Label); if (block.Plain != block.Label) Runs(block.Text); });
        foreach (var child in block.Children)
            if (child.Kind is NodeKind.Clause) Flat(child);
            else Block(child);
        _xml.WriteEndElement();
    }

    /// <summary>A clause where the schema allows no hierarchy: its lines, one after another.</summary>
    private void Flat(BlockView clause)
    {
        Line("clause", () => { Words(clause.Label); Runs(clause.Text); }, clause.Slug);
        foreach (var child in clause.Children)
            if (child.Kind is NodeKind.Clause) Flat(child);
            else Block(child);
    }

    private void Table(BlockView block)
    {
        if (TableGrid.Of(block) is not { } grid)
        {
            Paragraph(block);
            return;
        }
        Start("table", Id(block));
        if (block.Text.Count > 0)
        {
            Start("caption");
            Runs(block.Text);
            _xml.WriteEndElement();
        }
        Start("tr");
        foreach (var head in grid.Heads)
        {
            Start("th");
            Element("p", head);
            _xml.WriteEndElement();
        }
        _xml.WriteEndElement();
        foreach (var row in grid.Rows)
        {
            Start("tr", row.Row.Slug);
            if (row.Row.Children.Count == 0) Cell([row.Row], grid.Heads.Count);
            else foreach (var cells in row.Cells) Cell(cells, 1);
            _xml.WriteEndElement();
        }
        _xml.WriteEndElement();
        foreach (var rest in block.Children.Where(c => c.Kind is not NodeKind.Row)) Block(rest);
    }

    private void Cell(IReadOnlyList<BlockView> cells, int width)
    {
        Start("td", null, [.. width > 1 ? new (string, string)[] { ("colspan", XmlConvert.ToString(width)) } : []]);
        foreach (var cell in cells) Line(null, () => Inline(cell));
        if (cells.Count == 0) Element("p", "");
        _xml.WriteEndElement();
    }

    private void Inline(BlockView block)
    {
        Runs(block.Text);
        foreach (var child in block.Children)
        {
            Words(" ");
            Words(child.Label);
            Inline(child);
        }
    }

    private void List(BlockView block)
    {
        if (block.Label is not null || block.Text.Count > 0) Line("list-head", () => { Words(block.Label); Runs(block.Text); });
        if (block.Children.Count == 0) return;
        Start("blockList", Id(block));
        foreach (var entry in block.Children)
        {
            Start("item", Id(entry));
            if (entry.Label is { } label) Element("num", label);
            Line(null, () => Inline(entry));
            _xml.WriteEndElement();
        }
        _xml.WriteEndElement();
    }

    private void Form(BlockView block)
    {
        if (block.Text.Count > 0) Line("form-title", () => Runs(block.Text));
        if (block.Children.Count == 0) return;
        Start("table", Id(block));
        foreach (var field in block.Children)
        {
            Start("tr", field.Slug);
            Start("th");
            Element("p", field.Label ?? "");
            _xml.WriteEndElement();
            Start("td");
            Line(null, () => Inline(field));
            _xml.WriteEndElement();
            _xml.WriteEndElement();
        }
        _xml.WriteEndElement();
    }

    private void Line(string? @class, Action words, string? id = null)
    {
        Start("p", id, [.. @class is null ? [] : new (string, string)[] { ("class", @class) }]);
        words();
        _xml.WriteEndElement();
    }

    private void Runs(IReadOnlyList<TextRun> runs)
    {
        foreach (var run in runs)
        {
            if (run is { Kind: RunKind.Cite, Href: { } href }) Start("ref", null, ("href", href));
            Words(run.Text);
            if (run is { Kind: RunKind.Cite, Href: not null }) _xml.WriteEndElement();
        }
    }

    private void Start(string name, string? id = null, params IReadOnlyList<(string Name, string Value)> attributes)
    {
        _xml.WriteStartElement(name, Namespace);
        if (id is not null) _xml.WriteAttributeString("eId", id);
        foreach (var (attribute, value) in attributes) _xml.WriteAttributeString(attribute, XmlWords.Sound(value));
    }

    private void Element(string name, string words)
    {
        Start(name);
        Words(words);
        _xml.WriteEndElement();
    }

    private void Value(string name, string value)
    {
        Start(name, null, ("value", value));
        _xml.WriteEndElement();
    }

    private void Words(string? words)
    {
        if (words is not null) _xml.WriteString(XmlWords.Sound(words));
    }

    /// <summary>The place's part of the address; a count where it has none.</summary>
    private string Id(BlockView block) => block.Slug ?? $"part-{++_unnamed}";

    private string Date => _document.DatedOn is { } on ? ChineseFormat.Iso(on) : NoDate;

    private static string ElementOf(string? label) => label switch
    {
        ['第', .., '编'] => "part",
        ['第', .., '章'] => "chapter",
        ['第', .., '节'] => "section",
        _ when ClauseAddresses.Article(label) is not null => "article",
        _ => "level",
    };

    private static string ClassOf(NodeKind kind) => kind.ToString().ToLowerInvariant();
}
