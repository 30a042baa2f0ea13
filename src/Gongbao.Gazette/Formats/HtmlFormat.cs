using System.Globalization;
using System.Text;
using System.Xml;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;
using Gongbao.Web.Formats.Office;
using Gongbao.Web.Formats;

namespace Gongbao.Gazette.Formats;

/// <summary>
/// A page that stands by itself (离线网页): no style sheet, script or picture from elsewhere, every place with its anchor. Written as XML,
/// so that it is XHTML too.
/// </summary>
internal sealed class HtmlFormat
{
    private const string Namespace = "http://www.w3.org/1999/xhtml";

    private readonly XmlWriter _xml;
    private readonly Func<string, string> _address;

    private HtmlFormat(XmlWriter xml, Func<string, string> address) => (_xml, _address) = (xml, address);

    public static void Write(DocumentView document, Uri site, Stream output)
    {
        using var xml = XmlWriter.Create(output, new() { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true, CloseOutput = false });
        Write(document, site, path => new Uri(site, path).AbsoluteUri, xml);
    }

    /// <param name="document">What is written.</param>
    /// <param name="site">Where its page stands.</param>
    /// <param name="address">Where a path of the site is found from this page.</param>
    /// <param name="xml">Is left open.</param>
    /// <param name="styleSheet">Address of one; null where the page stands by itself.</param>
    public static void Write(DocumentView document, Uri site, Func<string, string> address, XmlWriter xml, string? styleSheet = null)
    {
        xml.WriteDocType("html", null, null, null);
        new HtmlFormat(xml, address).Document(document, new Uri(site, "/d/" + Uri.EscapeDataString(document.Slug)), styleSheet);
    }

    private void Document(DocumentView document, Uri page, string? styleSheet)
    {
        Start("html");
        _xml.WriteAttributeString("lang", "zh-CN");
        _xml.WriteAttributeString("xml", "lang", null, "zh-CN");
        Start("head");
        Start("meta");
        _xml.WriteAttributeString("charset", "utf-8");
        _xml.WriteEndElement();
        Element("title", document.Title);
        Link("canonical", page.AbsoluteUri);
        if (styleSheet is not null) Link("stylesheet", styleSheet);
        _xml.WriteEndElement();
        Start("body");
        if (document.Validity?.Note is { } note) Element("p", note.Text);
        foreach (var issuer in document.Issuers) Element("p", issuer);
        Element("h1", document.Title);
        if (document.Number is { } number) Element("p", number);
        Element("p", "成文日期：" + ChineseFormat.Date(document.DatedOn));
        if (document.Addressees is { } addressees) Line("p", null, () => { Runs(addressees); Words("："); });
        foreach (var block in document.Body) Block(block, 2);
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void Link(string relation, string address)
    {
        Start("link");
        _xml.WriteAttributeString("rel", relation);
        _xml.WriteAttributeString("href", address);
        _xml.WriteEndElement();
    }

    private void Block(BlockView block, int rank)
    {
        switch (block.Kind)
        {
            case NodeKind.Clause or NodeKind.Attachment or NodeKind.AttachedText:
                Start("section", block.Slug);
                var isHeading = block.Kind is not NodeKind.Clause || block.IsHeading;
                Line(isHeading ? "h" + Math.Min(6, rank).ToString(CultureInfo.InvariantCulture) : "p", null, () =>
                {
                    Words(block.Label ?? (block.Kind is NodeKind.Attachment ? "附件" : null));
                    if (block.Plain != block.Label) Runs(block.Text);
                });
                foreach (var child in block.Children) Block(child, isHeading ? rank + 1 : rank);
                _xml.WriteEndElement();
                break;
            case NodeKind.Title:
                Line("h" + Math.Min(6, rank).ToString(CultureInfo.InvariantCulture), null, () => Runs(block.Text));
                break;
            case NodeKind.Table when TableGrid.Of(block) is { } grid:
                Table(block, grid);
                foreach (var rest in block.Children.Where(c => c.Kind is not NodeKind.Row)) Block(rest, rank);
                break;
            case NodeKind.List or NodeKind.Form:
                if (block.Label is not null || block.Text.Count > 0) Line("p", null, () => { Words(block.Label); Runs(block.Text); });
                if (block.Children.Count == 0) break;
                Start("ul", block.Slug);
                foreach (var entry in block.Children) Line("li", entry.Slug, () => { Words(entry.Label); Words(block.Kind is NodeKind.Form && entry.Label is not null ? "：" : null); Inline(entry); });
                _xml.WriteEndElement();
                break;
            default:
                if (block.Label is not null || block.Text.Count > 0) Line("p", block.Slug, () => { Words(block.Label); Runs(block.Text); });
                foreach (var child in block.Children) Block(child, rank);
                break;
        }
    }

    private void Table(BlockView block, TableGrid grid)
    {
        Start("table", block.Slug);
        if (block.Text.Count > 0) Line("caption", null, () => Runs(block.Text));
        Start("thead");
        Start("tr");
        foreach (var head in grid.Heads) Element("th", head);
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        Start("tbody");
        foreach (var row in grid.Rows)
        {
            Start("tr", row.Row.Slug);
            if (row.Row.Children.Count == 0)
            {
                Start("td");
                _xml.WriteAttributeString("colspan", XmlConvert.ToString(grid.Heads.Count));
                Runs(row.Row.Text);
                _xml.WriteEndElement();
            }
            else
            {
                foreach (var cells in row.Cells) Line("td", null, () => { foreach (var cell in cells) Inline(cell); });
            }
            _xml.WriteEndElement();
        }
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void Inline(BlockView block)
    {
        Runs(block.Text);
        foreach (var child in block.Children)
        {
            Words(" " + child.Label);
            Inline(child);
        }
    }

    private void Runs(IReadOnlyList<TextRun> runs)
    {
        foreach (var run in runs)
        {
            if (run.Href is { } href)
            {
                Start("a");
                _xml.WriteAttributeString("href", _address(href));
                Words(run.Text);
                _xml.WriteEndElement();
            }
            else Words(run.Text);
        }
    }

    private void Line(string name, string? id, Action words)
    {
        Start(name, id);
        words();
        // An element without words is written with its end tag: a browser does not know the short form.
        _xml.WriteFullEndElement();
    }

    private void Element(string name, string words) => Line(name, null, () => Words(words));

    private void Start(string name, string? id = null)
    {
        _xml.WriteStartElement(name, Namespace);
        if (id is not null) _xml.WriteAttributeString("id", id);
    }

    private void Words(string? words)
    {
        if (words is not null) _xml.WriteString(XmlWords.Sound(words));
    }
}
