using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Gongbao.Gazette.Formats;
using Gongbao.Gazette.Tests.Library;

namespace Gongbao.Gazette.Tests.Formats;

/// <summary>Formats, feeds, site maps and the archive, asked for over HTTP.</summary>
public sealed class What_machines_follow : IAsyncLifetime
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private GazetteSite _site = null!;
    private HttpClient _anybody = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await GazetteSite.StartAsync();
        _anybody = _site.Open();
        await _site.ImportAsync(Issues.Read(Issues.Both).Sure());
    }

    public async ValueTask DisposeAsync()
    {
        _anybody.Dispose();
        await _site.DisposeAsync();
    }

    [Fact, Clause("GAZ-02")]
    public async Task Every_format_of_a_document_is_named_on_its_page_and_sent_as_a_file()
    {
        var page = await _anybody.GetStringAsync("/d/" + Slug("清府发〔2024〕3号"));
        foreach (var format in DocumentFormat.All)
        {
            var address = $"/api/gazette/documents/{Uri.EscapeDataString(Slug("清府发〔2024〕3号"))}/formats/{format.Key}";
            Assert.Contains($"href=\"{address}\"", page, StringComparison.Ordinal);
            using var answer = await _anybody.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(format.MediaType.Split(';')[0], answer.Content.Headers.ContentType!.MediaType);
            Assert.EndsWith("." + format.Extension, answer.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
            Assert.NotNull(answer.Headers.ETag);
        }
        using var none = await _anybody.GetAsync($"/api/gazette/documents/{Uri.EscapeDataString(Slug("清府发〔2024〕3号"))}/formats/wps");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        Assert.Contains("markdown", await none.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>A copy would give later words for those of the day; what the page tells above them, the answer tells instead of them.</summary>
    [Fact, Clause("GAZ-06")]
    public async Task No_format_is_sent_as_of_a_day_before_the_document()
    {
        var slug = Uri.EscapeDataString(Slug("清府发〔2024〕3号"));
        foreach (var format in DocumentFormat.All)
        {
            using var before = await _anybody.GetAsync($"/api/gazette/documents/{slug}/formats/{format.Key}?on=2024-02-17");
            Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (before.StatusCode, before.Content.Headers.ContentType?.MediaType));
            using var problem = JsonDocument.Parse(await before.Content.ReadAsStringAsync());
            Assert.Equal("当日尚无此文件：《清河市人民政府关于加强城市供水管理的意见》（清府发〔2024〕3号）成文于2024年2月18日，2024年2月17日时还没有这份文件。请把日期（on）改为成文日期或者以后的日期。", problem.RootElement.GetProperty("detail").GetString());
            using var from = await _anybody.GetAsync($"/api/gazette/documents/{slug}/formats/{format.Key}?on=2024-02-18");
            Assert.Equal(HttpStatusCode.OK, from.StatusCode);
        }
        using (var clause = await _anybody.GetAsync($"/api/gazette/documents/{slug}/clauses/1?on=2024-02-17")) Assert.StartsWith("当日尚无此文件", JsonDocument.Parse(await clause.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
        foreach (var page in new[] { "/d/", "/embed/d/" })
            Assert.Contains("当日尚无此文件：2024年2月17日时还没有这份文件，下面是它后来的文字。", WebUtility.HtmlDecode(await _anybody.GetStringAsync(page + slug + "?on=2024-02-17")), StringComparison.Ordinal);
        foreach (var page in new[] { "", "/record" })
        {
            var words = WebUtility.HtmlDecode(await _anybody.GetStringAsync($"/d/{slug}{page}?on=2024-02-17"));
            Assert.Contains("当日尚无此文件，没有那一天的文本可以下载。", words, StringComparison.Ordinal);
            Assert.DoesNotContain("on=2024-02-17\" download", words, StringComparison.Ordinal);
        }
    }

    [Fact, Clause("GAZ-06")]
    public async Task No_issue_is_sent_to_be_read_offline_as_of_a_day_before_it()
    {
        using var issues = JsonDocument.Parse(await _anybody.GetStringAsync("/api/gazette/issues"));
        var issue = "/i/" + issues.RootElement.GetProperty("issues")[0].GetProperty("slug").GetString();
        using var before = await _anybody.GetAsync(issue + "/issue.epub?on=2024-03-04");
        Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);
        Assert.Contains("2024年3月4日时这一期还没有出版。", await before.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("issue.epub", await _anybody.GetStringAsync(issue + "?on=2024-03-04"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _anybody.GetAsync(issue + "/issue.epub?on=2024-03-05")).StatusCode);
        Assert.Contains("issue.epub?on=2024-03-05", await _anybody.GetStringAsync(issue + "?on=2024-03-05"), StringComparison.Ordinal);
    }

    [Fact, Clause("GAZ-02")]
    public async Task The_format_JSON_is_what_the_interface_answers()
    {
        var slug = Uri.EscapeDataString(Slug("清府发〔2024〕3号"));
        Assert.Equal(await _anybody.GetStringAsync("/api/gazette/documents/" + slug), await _anybody.GetStringAsync($"/api/gazette/documents/{slug}/formats/json"));
    }

    [Theory, Clause("GAZ-02")]
    [InlineData("")]
    [InlineData("issuer=清河市人民政府&")]
    [InlineData("topic=urban-works&")]
    public async Task A_feed_as_of_a_day_leaves_out_what_came_later(string query)
    {
        var address = "/feeds/documents.atom?" + query + "on=";
        var before = XDocument.Parse(await _anybody.GetStringAsync(address + "1990-01-01"));
        var after = XDocument.Parse(await _anybody.GetStringAsync(address + "2090-01-01"));

        Assert.Empty(before.Root!.Elements(Atom + "entry"));
        Assert.NotEmpty(after.Root!.Elements(Atom + "entry"));
        Assert.EndsWith("on=1990-01-01", before.Root.Element(Atom + "id")!.Value, StringComparison.Ordinal);
        Assert.EndsWith("（截至1990年1月1日）", before.Root.Element(Atom + "title")!.Value, StringComparison.Ordinal);
        using var wrong = await _anybody.GetAsync(address + "1990-13-01");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact, Clause("GAZ-02")]
    public async Task A_feed_tells_of_all_documents_or_of_one_bodys()
    {
        var all = XDocument.Parse(await _anybody.GetStringAsync("/feeds/documents.atom"));
        var one = XDocument.Parse(await _anybody.GetStringAsync("/feeds/documents.atom?issuer=" + Uri.EscapeDataString("清河市人民政府")));
        var none = XDocument.Parse(await _anybody.GetStringAsync("/feeds/documents.atom?issuer=" + Uri.EscapeDataString("人民政府")));

        Assert.Equal(2, all.Root!.Elements(Atom + "entry").Count());
        Assert.Equal("清河市人民政府关于加强城市供水管理的意见", Assert.Single(one.Root!.Elements(Atom + "entry")).Element(Atom + "title")!.Value);
        Assert.Empty(none.Root!.Elements(Atom + "entry"));
        Assert.All(all.Root.Descendants(Atom + "updated"), u => Assert.EndsWith("Z", u.Value, StringComparison.Ordinal));
        foreach (var link in all.Descendants(Atom + "entry").Elements(Atom + "link"))
            Assert.Equal(HttpStatusCode.OK, (await _anybody.GetAsync(new Uri(link.Attribute("href")!.Value))).StatusCode);
    }

    [Theory]
    [InlineData("/feeds/documents.atom?issuer=%00")]
    [InlineData("/feeds/documents.atom?issuer=" + "a%00b")]
    [InlineData("/api/gazette/library.zip?since=%00")]
    public async Task A_question_that_no_database_can_hold_is_refused(string address) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await _anybody.GetAsync(address)).StatusCode);

    [Theory]
    [InlineData("/feeds/documents.atom")]
    [InlineData("/sitemap.xml")]
    [InlineData("/sitemap-1.xml")]
    [InlineData("/robots.txt")]
    [InlineData("/api/gazette/documents/{0}/formats/html")]
    [InlineData("/api/gazette/documents/{0}/formats/jsonld")]
    public async Task Whole_links_lead_to_the_declared_site_whatever_the_request_says(string address)
    {
        await using var site = await GazetteSite.StartAsync(new("https://gazette.example/"));
        await site.ImportAsync(Issues.Read(Issues.Both).Sure());
        using var anybody = site.Open();
        using var request = new HttpRequestMessage(HttpMethod.Get, string.Format(System.Globalization.CultureInfo.InvariantCulture, address, Uri.EscapeDataString(Slug("清府发〔2024〕3号")))) { Headers = { Host = "evil.example" } };
        var words = await (await anybody.SendAsync(request)).Content.ReadAsStringAsync();

        Assert.Contains("https://gazette.example/", words, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_site_map_names_every_document()
    {
        Assert.Contains("/sitemap.xml", await _anybody.GetStringAsync("/robots.txt"), StringComparison.Ordinal);
        var index = XDocument.Parse(await _anybody.GetStringAsync("/sitemap.xml"));
        var file = Assert.Single(index.Descendants(Map + "loc")).Value;
        var places = XDocument.Parse(await _anybody.GetStringAsync(new Uri(file))).Descendants(Map + "loc").Select(l => l.Value).ToList();

        Assert.Equal(2, places.Count);
        foreach (var place in places) Assert.Equal(HttpStatusCode.OK, (await _anybody.GetAsync(new Uri(place))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _anybody.GetAsync("/sitemap-2.xml")).StatusCode);
    }

    [Fact, Clause("GAZ-02")]
    public async Task The_archive_holds_the_library_and_then_only_what_changed()
    {
        var (first, cursor, _) = await ArchiveAsync("");
        Assert.Equal(2 * DocumentFormat.All.Count(f => f.IsArchived) + 1, first.Count);
        var (nothing, same, _) = await ArchiveAsync("?since=" + cursor);
        Assert.Equal(["manifest.json"], nothing);
        Assert.Equal(cursor, same);

        await _site.ImportAsync(Issues.Read(Issues.Patrol + "\n" + Issues.Trees).Sure());
        var (changed, next, withdrawn) = await ArchiveAsync("?since=" + cursor);
        Assert.Equal(2 * DocumentFormat.All.Count(f => f.IsArchived) + 1, changed.Count);
        Assert.NotEqual(cursor, next);
        Assert.Equal([Slug("清府发〔2024〕3号")], withdrawn);

        Assert.Equal(HttpStatusCode.BadRequest, (await _anybody.GetAsync("/api/gazette/library.zip?since=yesterday")).StatusCode);
    }

    private async Task<(List<string> Names, string Cursor, List<string> Withdrawn)> ArchiveAsync(string query)
    {
        using var zip = new ZipArchive(new MemoryStream(await _anybody.GetByteArrayAsync("/api/gazette/library.zip" + query)));
        await using var stream = await zip.GetEntry("manifest.json")!.OpenAsync();
        var manifest = (await JsonDocument.ParseAsync(stream)).RootElement;
        return ([.. zip.Entries.Select(e => e.FullName)], manifest.GetProperty("cursor").GetString()!, [.. manifest.GetProperty("withdrawn").EnumerateArray().Select(w => w.GetString()!)]);
    }

    private static string Slug(string number) => Gongbao.Gazette.Library.ClauseAddresses.OfDocument(number, "", 0);
}
