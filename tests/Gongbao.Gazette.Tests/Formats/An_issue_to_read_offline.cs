using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml.Linq;
using Gongbao.Gazette.Formats;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Tests.Library;

namespace Gongbao.Gazette.Tests.Formats;

public class An_issue_to_read_offline
{
    private static readonly XNamespace Package = "http://www.idpf.org/2007/opf";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    [Fact, Clause("GAZ-03")]
    public void Says_what_it_is_at_its_beginning_unpacked()
    {
        var bytes = Bytes(Issues.Sample());
        // A local head of ZIP has 30 bytes; the name follows, then at once the words.
        Assert.Equal("PK\u0003\u0004", Encoding.Latin1.GetString(bytes, 0, 4));
        Assert.Equal("mimetype" + EpubFormat.MediaType, Encoding.ASCII.GetString(bytes, 30, 28));
        Assert.Equal(0, bytes[8] + bytes[9] + bytes[28] + bytes[29]);
    }

    [Fact, Clause("GAZ-03")]
    public void Holds_every_document_in_order_and_nothing_it_does_not_name()
    {
        var issue = Issue(Issues.Sample());
        using var zip = Open(Bytes(issue));
        var package = Xml(zip, "EPUB/package.opf").Root!;
        Assert.Equal("EPUB/package.opf", Xml(zip, "META-INF/container.xml").Descendants().Single(e => e.Name.LocalName == "rootfile").Attribute("full-path")!.Value);

        var items = package.Element(Package + "manifest")!.Elements().ToDictionary(i => i.Attribute("id")!.Value, i => "EPUB/" + i.Attribute("href")!.Value);
        Assert.Equal(zip.Entries.Select(e => e.FullName).Except(["mimetype", "META-INF/container.xml", "EPUB/package.opf"]).Order(), items.Values.Order());
        var spine = package.Element(Package + "spine")!.Elements().Select(i => items[i.Attribute("idref")!.Value]).ToList();
        Assert.Equal("EPUB/nav.xhtml", spine[0]);
        Assert.Equal(issue.Documents.Select(d => d.View.Title), spine.Skip(1).Select(p => Xml(zip, p).Descendants(Html + "h1").Single().Value));

        var about = package.Element(Package + "metadata")!;
        Assert.Equal(issue.Title, about.Element(Dublin + "title")!.Value);
        Assert.Equal("zh-CN", about.Element(Dublin + "language")!.Value);
        Assert.Equal(package.Attribute("unique-identifier")!.Value, about.Element(Dublin + "identifier")!.Attribute("id")!.Value);
        Assert.Contains(about.Elements(Package + "meta"), m => m.Attribute("property")!.Value == "dcterms:modified" && m.Value == "2025-04-20T02:30:00Z");
    }

    [Fact, Clause("GAZ-03")]
    public void Leads_to_places_that_it_holds()
    {
        using var zip = Open(Bytes(Issue(Issues.Both.Replace("为做好湖泊巡查，", "根据《关于加强城市供水管理的意见》（清府发〔2024〕3号）和清府发〔2019〕1号，", StringComparison.Ordinal), n => n == "清府发〔2024〕3号" ? "document-1" : n == "清府发〔2019〕1号" ? "of-another-issue" : null)));
        var (inside, outline) = (0, 0);
        foreach (var page in zip.Entries.Where(e => e.FullName.EndsWith(".xhtml", StringComparison.Ordinal)))
        {
            foreach (var link in Xml(zip, page.FullName).Descendants().Attributes("href").Select(a => a.Value).Where(h => !h.StartsWith("https://gazette.example/", StringComparison.Ordinal)))
            {
                var parts = link.Split('#');
                Assert.NotNull(zip.GetEntry("EPUB/" + parts[0]));
                if (parts.Length == 2) Assert.Single(Xml(zip, "EPUB/" + parts[0]).Descendants().Attributes("id"), a => a.Value == Uri.UnescapeDataString(parts[1]));
                if (page.Name != "nav.xhtml" && parts[0].EndsWith(".xhtml", StringComparison.Ordinal)) inside++;
                if (page.Name == "nav.xhtml" && parts.Length == 2) outline++;
            }
        }
        Assert.True(inside == 1 && outline > 3, $"{inside} links between documents, {outline} places in the outline");
        Assert.Contains("https://gazette.example/d/of-another-issue", Xml(zip, "EPUB/document-1.xhtml").Descendants().Attributes("href").Select(a => a.Value));
    }

    [Fact, Clause("GAZ-03")]
    public async Task Is_named_on_the_page_of_the_issue_and_sent_as_a_file()
    {
        await using var site = await GazetteSite.StartAsync();
        using var anybody = site.Open();
        await site.ImportAsync(Issues.Sample());
        var issue = (await anybody.GetStringAsync("/api/gazette/issues")).Split("\"slug\":\"")[1].Split('"')[0];
        Assert.Contains($"href=\"/i/{issue}/issue.epub\"", await anybody.GetStringAsync("/i/" + issue), StringComparison.Ordinal);

        using var answer = await anybody.GetAsync($"/i/{issue}/issue.epub");
        Assert.Equal(EpubFormat.MediaType, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(issue + ".epub", answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal(await answer.Content.ReadAsByteArrayAsync(), await anybody.GetByteArrayAsync($"/i/{issue}/issue.epub"));
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync("/i/none/issue.epub")).StatusCode);

        // The reader's day, kept in a cookie, changes a page, which then says it in the address; never a download by itself.
        anybody.DefaultRequestHeaders.Add("Cookie", "gongbao.on=2025-05-01");
        Assert.Contains($"href=\"/i/{issue}/issue.epub?on=2025-05-01\"", await anybody.GetStringAsync("/i/" + issue), StringComparison.Ordinal);
        Assert.Equal(await answer.Content.ReadAsByteArrayAsync(), await anybody.GetByteArrayAsync($"/i/{issue}/issue.epub"));
        using var past = await anybody.GetAsync($"/i/{issue}/issue.epub?on=2025-05-01");
        Assert.Equal(issue + "@2025-05-01.epub", past.Content.Headers.ContentDisposition!.FileNameStar ?? past.Content.Headers.ContentDisposition.FileName);
        using var book = new ZipArchive(new MemoryStream(await past.Content.ReadAsByteArrayAsync()));
        Assert.Contains("本书按2025年5月1日的效力与文字。", Xml(book, "EPUB/nav.xhtml").Root!.Value, StringComparison.Ordinal);
        Assert.Contains("本文按2025年5月1日的效力与文字。", Xml(book, "EPUB/document-1.xhtml").Root!.Value, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await anybody.GetAsync($"/i/{issue}/issue.epub?on=gestern")).StatusCode);
    }

    private static OpenIssue Issue(GazetteReading reading, Func<string, string?>? slugOf = null) =>
        new("qinghe-2025-03", "政府公报 2025年第3期", reading, [.. reading.Documents.Select((d, i) => $"document-{i}")], slugOf ?? (_ => null));

    private static OpenIssue Issue(string text, Func<string, string?> slugOf) => Issue(Issues.Read(text), slugOf);

    private static byte[] Bytes(GazetteReading reading) => Bytes(Issue(reading));

    private static byte[] Bytes(OpenIssue issue)
    {
        using var bytes = new MemoryStream();
        EpubFormat.Write(issue.View, [.. issue.Documents.Select(d => d.View)], new(2025, 4, 20, 10, 30, 0, TimeSpan.FromHours(8)), new("https://gazette.example/"), bytes);
        return bytes.ToArray();
    }

    private static ZipArchive Open(byte[] bytes) => new(new MemoryStream(bytes));

    private static XDocument Xml(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        return XDocument.Load(stream);
    }
}
