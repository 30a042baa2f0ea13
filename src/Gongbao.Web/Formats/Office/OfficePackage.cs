using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Gongbao.Web.Formats.Office;

/// <summary>An office file that is an archive of parts (ECMA-376). The same parts give the same bytes.</summary>
public class OfficePackage : IDisposable
{
    /// <summary>The namespace of relations in the parts themselves.</summary>
    public const string R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string RelationTypes = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>The day on which the format of the archive begins; a part's own time would make two equal files differ.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive _zip;

    /// <param name="output">Left open.</param>
    public OfficePackage(Stream output) => _zip = new(output, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>Writes a part.</summary>
    public void Part(string name, Action<XmlWriter> write)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = NoTime;
        using var stream = entry.Open();
        using var xml = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false) });
        xml.WriteStartDocument(standalone: true);
        write(xml);
    }

    /// <summary>Writes a part that is XML already.</summary>
    public void Part(string name, string xml) => Part(name, writer => writer.WriteRaw(xml));

    /// <summary>Writes what the file is made of.</summary>
    /// <param name="parts">Each part with what it is.</param>
    public void ContentTypes(IEnumerable<(string Part, string Type)> parts) => Part("[Content_Types].xml", xml =>
    {
        xml.WriteStartElement("Types", Types);
        Empty(xml, "Default", Types, ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
        foreach (var (part, type) in parts) Empty(xml, "Override", Types, ("PartName", part), ("ContentType", type));
        xml.WriteEndElement();
    });

    /// <summary>Writes where the relations of a part lead.</summary>
    /// <param name="name">Of the part that holds them: <c>_rels/.rels</c>.</param>
    /// <param name="relations">Id, the last word of the kind, the target, and whether it lies outside.</param>
    public void Relations(string name, IEnumerable<(string Id, string Kind, string Target, bool IsOutside)> relations) => Part(name, xml =>
    {
        xml.WriteStartElement("Relationships", RelationTypes);
        foreach (var (id, kind, target, isOutside) in relations)
        {
            ReadOnlySpan<(string, string)> attributes = [("Id", id), ("Type", $"{R}/{kind}"), ("Target", target), .. isOutside ? [("TargetMode", "External")] : Array.Empty<(string, string)>()];
            Empty(xml, "Relationship", RelationTypes, attributes);
        }
        xml.WriteEndElement();
    });

    public void Dispose()
    {
        _zip.Dispose();
        GC.SuppressFinalize(this);
    }

    private static void Empty(XmlWriter xml, string name, string ns, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name, ns);
        foreach (var (attribute, value) in attributes) xml.WriteAttributeString(attribute, value);
        xml.WriteEndElement();
    }
}
