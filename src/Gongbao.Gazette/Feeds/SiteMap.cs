using System.Text;
using System.Xml;
using Gongbao.Gazette.Library;

namespace Gongbao.Gazette.Feeds;

/// <summary>Every document's address for search engines (站点地图), by the protocol of sitemaps.org: an index, and files of at most 20,000 addresses.</summary>
internal static class SiteMap
{
    public const int PerFile = 20_000;

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <param name="site">The site.</param>
    /// <param name="changedAt">When each document last changed, in the order of the files.</param>
    public static byte[] Index(Uri site, IReadOnlyList<DateTimeOffset> changedAt) => Write("sitemapindex", xml =>
    {
        foreach (var (file, changed) in changedAt.Chunk(PerFile).Select(c => (DateTimeOffset?)c.Max()).DefaultIfEmpty().Index())
            Entry(xml, "sitemap", new Uri(site, $"/sitemap-{XmlConvert.ToString(file + 1)}.xml"), changed);
    });

    /// <param name="site">The site.</param>
    /// <param name="documents">Those of one file.</param>
    public static byte[] File(Uri site, IEnumerable<ListedDocument> documents) => Write("urlset", xml =>
    {
        foreach (var document in documents) Entry(xml, "url", new Uri(site, document.Path), document.ChangedAt);
    });

    private static byte[] Write(string root, Action<XmlWriter> entries)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement(root, Namespace);
            entries(xml);
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    private static void Entry(XmlWriter xml, string name, Uri address, DateTimeOffset? changed)
    {
        xml.WriteStartElement(name, Namespace);
        xml.WriteElementString("loc", Namespace, address.AbsoluteUri);
        if (changed is { } at) xml.WriteElementString("lastmod", Namespace, XmlConvert.ToString(at.UtcDateTime, XmlDateTimeSerializationMode.Utc));
        xml.WriteEndElement();
    }
}
