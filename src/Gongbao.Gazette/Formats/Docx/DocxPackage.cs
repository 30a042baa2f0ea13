using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Gongbao.Gazette.Formats.Docx;

/// <summary>The parts of a DOCX file (ECMA-376) and how they name one another. The same parts give the same bytes.</summary>
internal sealed class DocxPackage : IDisposable
{
    public const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private static readonly (string Name, string Kind, string Type)[] Parts =
    [
        ("styles", "styles", Word + "styles+xml"),
        ("settings", "settings", Word + "settings+xml"),
        ("numbering", "numbering", Word + "numbering+xml"),
        ("footer1", "footer", Word + "footer+xml"),
        ("footer2", "footer", Word + "footer+xml"),
    ];

    /// <summary>The day on which the format of the archive begins; a part's own time would make two equal files differ.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive _zip;

    public DocxPackage(Stream output) => _zip = new(output, ZipArchiveMode.Create, leaveOpen: true);


    public void Part(string name, Action<XmlWriter> write)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = NoTime;
        using var stream = entry.Open();
        using var xml = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false) });
        xml.WriteStartDocument(standalone: true);
        write(xml);
    }

    public void Part(string name, string xml) => Part(name, writer => writer.WriteRaw(xml));

    /// <summary>What the file is made of, and where its links lead.</summary>
    /// <param name="links">Addresses by relation.</param>
    public void Frame(IReadOnlyDictionary<string, string> links)
    {
        Part("[Content_Types].xml", xml =>
        {
            xml.WriteStartElement("Types", Types);
            Empty(xml, "Default", Types, ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
            Empty(xml, "Override", Types, ("PartName", "/word/document.xml"), ("ContentType", Word + "document.main+xml"));
            foreach (var part in Parts) Empty(xml, "Override", Types, ("PartName", $"/word/{part.Name}.xml"), ("ContentType", part.Type));
            xml.WriteEndElement();
        });
        Part("_rels/.rels", xml =>
        {
            xml.WriteStartElement("Relationships", Relations);
            Empty(xml, "Relationship", Relations, ("Id", "document"), ("Type", R + "/officeDocument"), ("Target", "word/document.xml"));
            xml.WriteEndElement();
        });
        Part("word/_rels/document.xml.rels", xml =>
        {
            xml.WriteStartElement("Relationships", Relations);
            foreach (var part in Parts) Empty(xml, "Relationship", Relations, ("Id", part.Name), ("Type", $"{R}/{part.Kind}"), ("Target", part.Name + ".xml"));
            foreach (var (id, address) in links) Empty(xml, "Relationship", Relations, ("Id", id), ("Type", R + "/hyperlink"), ("Target", address), ("TargetMode", "External"));
            xml.WriteEndElement();
        });
    }

    public void Dispose() => _zip.Dispose();

    private static void Empty(XmlWriter xml, string name, string ns, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name, ns);
        foreach (var (attribute, value) in attributes) xml.WriteAttributeString(attribute, value);
        xml.WriteEndElement();
    }
}
