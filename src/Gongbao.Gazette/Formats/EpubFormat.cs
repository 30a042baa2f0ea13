using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Pages;
using Gongbao.Web.Formats.Office;
using Gongbao.Web.Formats;

namespace Gongbao.Gazette.Formats;

/// <summary>
/// A whole issue to be read without a connection (离线阅读): EPUB 3.3, a page a document, an outline of them all. Links between the issue's
/// documents stay inside the book; others lead to the site. The same issue gives the same bytes.
/// </summary>
internal sealed class EpubFormat
{
    public const string MediaType = "application/epub+zip";

    private const string Container = "urn:oasis:names:tc:opendocument:xmlns:container";
    private const string Package = "http://www.idpf.org/2007/opf";
    private const string Dublin = "http://purl.org/dc/elements/1.1/";
    private const string Html = "http://www.w3.org/1999/xhtml";
    private const string Ops = "http://www.idpf.org/2007/ops";
    private const string Page = "application/xhtml+xml";

    private const string Style = """
        body { line-height: 1.75; }
        h1, h2, h3 { line-height: 1.4; text-wrap: balance; }
        p { margin: 0.5em 0; text-align: justify; }
        table { border-collapse: collapse; width: 100%; font-size: 0.875em; }
        th, td { border: 1px solid; padding: 0.25em 0.5em; text-align: left; vertical-align: top; }
        nav ol { list-style: none; padding-left: 1em; }
        """;

    /// <summary>The day on which the format of the archive begins; a part's own time would make two equal files differ.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive _zip;
    private readonly IssueView _issue;
    private readonly Uri _site;

    /// <summary>Documents in order, and the page of each.</summary>
    private readonly IReadOnlyList<(DocumentView Document, string File)> _pages;
    private readonly Dictionary<string, string> _files;

    private EpubFormat(ZipArchive zip, IssueView issue, IReadOnlyList<DocumentView> documents, Uri site)
    {
        (_zip, _issue, _site) = (zip, issue, site);
        _pages = [.. documents.Select((d, i) => (d, string.Create(CultureInfo.InvariantCulture, $"document-{i + 1}.xhtml")))];
        _files = _pages.ToDictionary(p => p.Document.Slug, p => p.File, StringComparer.Ordinal);
    }

    /// <param name="issue">The issue.</param>
    /// <param name="documents">Its documents, in order.</param>
    /// <param name="changedAt">When the issue's words last changed.</param>
    /// <param name="site">The site, for links that lead out of the book.</param>
    /// <param name="output">Must be one that can be gone back in; is left open.</param>
    public static void Write(IssueView issue, IReadOnlyList<DocumentView> documents, DateTimeOffset changedAt, Uri site, Stream output)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        var book = new EpubFormat(zip, issue, documents, site);
        // A reader looks for the kind of the file at its very beginning, unpacked.
        book.Part("mimetype", Encoding.ASCII.GetBytes(MediaType), CompressionLevel.NoCompression);
        book.Part("META-INF/container.xml", WriteContainer);
        book.Part("EPUB/package.opf", xml => book.WritePackage(xml, changedAt));
        book.Part("EPUB/nav.xhtml", book.WriteOutline);
        book.Part("EPUB/style.css", Encoding.UTF8.GetBytes(Style));
        foreach (var (document, file) in book._pages) book.Part("EPUB/" + file, xml => HtmlFormat.Write(document, site, book.Address, xml, "style.css"));
    }

    private static void WriteContainer(XmlWriter xml)
    {
        xml.WriteStartElement("container", Container);
        xml.WriteAttributeString("version", "1.0");
        xml.WriteStartElement("rootfiles", Container);
        Empty(xml, "rootfile", Container, ("full-path", "EPUB/package.opf"), ("media-type", "application/oebps-package+xml"));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WritePackage(XmlWriter xml, DateTimeOffset changedAt)
    {
        xml.WriteStartElement("package", Package);
        xml.WriteAttributeString("version", "3.0");
        xml.WriteAttributeString("unique-identifier", "id");
        xml.WriteAttributeString("xml", "lang", null, "zh-CN");
        xml.WriteStartElement("metadata", Package);
        xml.WriteAttributeString("xmlns", "dc", null, Dublin);
        xml.WriteStartElement("identifier", Dublin);
        xml.WriteAttributeString("id", "id");
        xml.WriteString(new Uri(_site, "/i/" + Uri.EscapeDataString(_issue.Slug)).AbsoluteUri);
        xml.WriteEndElement();
        xml.WriteElementString("title", Dublin, XmlWords.Sound(_issue.Title));
        xml.WriteElementString("language", Dublin, "zh-CN");
        foreach (var issuer in _pages.SelectMany(p => p.Document.Issuers).Distinct()) xml.WriteElementString("creator", Dublin, XmlWords.Sound(issuer));
        foreach (var (property, value) in new[]
        {
            ("dcterms:modified", changedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)),
            ("schema:accessMode", "textual"), ("schema:accessModeSufficient", "textual"), ("schema:accessibilityFeature", "tableOfContents"),
            ("schema:accessibilityFeature", "structuralNavigation"), ("schema:accessibilityHazard", "none"),
        })
        {
            xml.WriteStartElement("meta", Package);
            xml.WriteAttributeString("property", property);
            xml.WriteString(value);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteStartElement("manifest", Package);
        Empty(xml, "item", Package, ("id", "nav"), ("href", "nav.xhtml"), ("media-type", Page), ("properties", "nav"));
        Empty(xml, "item", Package, ("id", "style"), ("href", "style.css"), ("media-type", "text/css"));
        foreach (var (_, file) in _pages) Empty(xml, "item", Package, ("id", Path.GetFileNameWithoutExtension(file)), ("href", file), ("media-type", Page));
        xml.WriteEndElement();
        xml.WriteStartElement("spine", Package);
        Empty(xml, "itemref", Package, ("idref", "nav"));
        foreach (var (_, file) in _pages) Empty(xml, "itemref", Package, ("idref", Path.GetFileNameWithoutExtension(file)));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteOutline(XmlWriter xml)
    {
        xml.WriteDocType("html", null, null, null);
        xml.WriteStartElement("html", Html);
        xml.WriteAttributeString("xmlns", "epub", null, Ops);
        xml.WriteAttributeString("lang", "zh-CN");
        xml.WriteAttributeString("xml", "lang", null, "zh-CN");
        xml.WriteStartElement("head", Html);
        xml.WriteElementString("title", Html, XmlWords.Sound(_issue.Title));
        Empty(xml, "link", Html, ("rel", "stylesheet"), ("href", "style.css"));
        xml.WriteEndElement();
        xml.WriteStartElement("body", Html);
        xml.WriteElementString("h1", Html, XmlWords.Sound(_issue.Title));
        if (_pages.Select(p => p.Document.Validity?.Note).FirstOrDefault(n => n is not null) is { } note) xml.WriteElementString("p", Html, $"本书按{ChineseFormat.Date(note.Day)}的效力与文字。");
        xml.WriteStartElement("nav", Html);
        xml.WriteAttributeString("type", Ops, "toc");
        xml.WriteElementString("h2", Html, "目录");
        xml.WriteStartElement("ol", Html);
        foreach (var section in _issue.Sections)
        {
            var documents = section.Documents.Where(d => _files.ContainsKey(d.Slug)).ToList();
            if (documents.Count == 0) continue;
            xml.WriteStartElement("li", Html);
            xml.WriteElementString("span", Html, XmlWords.Sound(section.Name));
            xml.WriteStartElement("ol", Html);
            foreach (var document in documents) Entry(xml, _files[document.Slug], new("", document.Title, Outlines.Of(_pages.First(p => p.Document.Slug == document.Slug).Document)));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Entry(XmlWriter xml, string file, Outlines.Entry entry)
    {
        xml.WriteStartElement("li", Html);
        xml.WriteStartElement("a", Html);
        xml.WriteAttributeString("href", entry.Slug.Length == 0 ? file : $"{file}#{Uri.EscapeDataString(entry.Slug)}");
        xml.WriteString(XmlWords.Sound(entry.Text));
        xml.WriteEndElement();
        if (entry.Inner.Count > 0)
        {
            xml.WriteStartElement("ol", Html);
            foreach (var inner in entry.Inner) Entry(xml, file, inner);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    /// <summary>A document of this issue is a page of the book; everything else stays where it is.</summary>
    private string Address(string path)
    {
        if (path.Split('/') is not ["", "d", var slug, ..] parts || parts.Length > 4 || !_files.TryGetValue(Uri.UnescapeDataString(slug), out var file)) return new Uri(_site, path).AbsoluteUri;
        return parts.Length == 3 ? file : $"{file}#{Uri.EscapeDataString(Uri.UnescapeDataString(parts[3]))}";
    }

    private void Part(string name, Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false) })) write(xml);
        Part(name, bytes.ToArray());
    }

    private void Part(string name, byte[] bytes, CompressionLevel level = CompressionLevel.Optimal)
    {
        var entry = _zip.CreateEntry(name, level);
        entry.LastWriteTime = NoTime;
        using var stream = entry.Open();
        stream.Write(bytes);
    }

    private static void Empty(XmlWriter xml, string name, string ns, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name, ns);
        foreach (var (attribute, value) in attributes) xml.WriteAttributeString(attribute, value);
        xml.WriteEndElement();
    }
}
