using System.Text;
using System.Xml;
using Gongbao.Gazette.Formats;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Validity.Showing;
using Gongbao.Web.Formats.Office;
using Gongbao.Web;
using Gongbao.Web.Formats;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Gazette.Feeds;

/// <summary>Documents as a feed that readers follow (订阅源): Atom, RFC 4287.</summary>
internal static class AtomFeed
{
    public const string MediaType = "application/atom+xml";

    private const string Namespace = "http://www.w3.org/2005/Atom";

    /// <summary>A feed as it is answered: named after the site, with its ETag. A feed as of a day is another feed: its title says the day, and its address too.</summary>
    /// <param name="http">The request.</param>
    /// <param name="what">What is followed: 全部文件, a body, a topic, a search.</param>
    /// <param name="path">The feed's own path and query, in their one form, without the day.</param>
    /// <param name="asOf">The day as of which the documents were listed.</param>
    /// <param name="documents">Newest first; may be none.</param>
    public static IResult Answer(HttpContext http, string what, string path, AsOf asOf, IReadOnlyList<ListedDocument> documents)
    {
        var (site, services) = (SiteAddress.Of(http.Request), http.RequestServices);
        var title = $"{services.GetRequiredService<SiteIdentity>().Title}：{what}" + (asOf.Chosen is { } day ? $"（截至{ChineseFormat.Date(day)}）" : "");
        var bytes = Write(title, new(site, OnDay(path, asOf)), site, documents, services.GetRequiredService<TimeProvider>().GetUtcNow());
        return Tagged.Bytes(http, bytes, MediaType + "; charset=utf-8");
    }

    /// <param name="title">What is followed.</param>
    /// <param name="self">The feed's own address.</param>
    /// <param name="site">That of the site.</param>
    /// <param name="documents">Newest first; may be none.</param>
    /// <param name="now">What stands as the feed's instant while it is empty.</param>
    public static byte[] Write(string title, Uri self, Uri site, IReadOnlyList<ListedDocument> documents, DateTimeOffset now)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("feed", Namespace);
            Element(xml, "id", self.AbsoluteUri);
            Element(xml, "title", title);
            Element(xml, "updated", Instant(documents.Count > 0 ? documents[0].ChangedAt : now));
            Link(xml, self, "self", "application/atom+xml");
            Link(xml, site, "alternate", "text/html");
            foreach (var document in documents) Entry(xml, document, site);
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    private static string OnDay(string path, AsOf asOf) => asOf.IsChosen ? $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{AsOf.Parameter}={asOf.Text}" : path;

    private static void Entry(XmlWriter xml, ListedDocument document, Uri site)
    {
        var address = new Uri(site, document.Path);
        xml.WriteStartElement("entry", Namespace);
        Element(xml, "id", address.AbsoluteUri);
        Element(xml, "title", document.FullTitle);
        Element(xml, "updated", Instant(document.ChangedAt));
        Link(xml, address, "alternate", "text/html");
        foreach (var issuer in document.Issuers.Split('、', StringSplitOptions.RemoveEmptyEntries).DefaultIfEmpty("未标明"))
        {
            xml.WriteStartElement("author", Namespace);
            Element(xml, "name", issuer);
            xml.WriteEndElement();
        }
        Element(xml, "summary", $"{document.Number ?? "没有文号"}，成文日期：{ChineseFormat.Date(document.DatedOn)}");
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, Uri address, string relation, string mediaType)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", mediaType);
        xml.WriteAttributeString("href", address.AbsoluteUri);
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string words) => xml.WriteElementString(name, Namespace, XmlWords.Sound(words));

    private static string Instant(DateTimeOffset instant) => XmlConvert.ToString(instant.UtcDateTime, XmlDateTimeSerializationMode.Utc);
}
