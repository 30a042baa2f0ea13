using System.Net;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gongbao.Gazette.Embedding;
using Gongbao.Gazette.Tests.Library;
using Microsoft.AspNetCore.Components;

namespace Gongbao.Gazette.Tests.Embedding;

public sealed partial class The_embedded_view : IAsyncLifetime
{
    private const string Client = "https://app.qinghe.example.cn";

    private GazetteSite _site = null!;
    private HttpClient _client = null!;
    private string _document = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await GazetteSite.StartAsync();
        await _site.ImportAsync(Issues.Read(Issues.Both).Sure());
        _client = _site.Open();
        using var found = JsonDocument.Parse(await _client.GetStringAsync("/api/gazette/search?q=" + Uri.EscapeDataString("清府办发〔2024〕7号")));
        _document = found.RootElement.GetProperty("exact").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _site.DisposeAsync();
    }

    [Fact, Clause("GAZ-03")]
    public async Task May_stand_inside_the_declared_sites_and_nothing_else_may()
    {
        var addresses = new[] { "/embed", "/embed/", "/Embed/topics", "/embed/d/" + _document, $"/embed/d/{_document}/1.2", "/embed/search?q=水质", "/embed/d/none", "/embed/none" };
        foreach (var address in addresses)
        {
            using var answer = await _client.GetAsync(address);
            Assert.EndsWith($"frame-ancestors 'self' {Client}", Policy(answer), StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("X-Frame-Options"), address);
            Assert.False(answer.Headers.Contains("Set-Cookie"), address);
        }
        foreach (var address in new[] { "/", "/embedded", "/d/" + _document, "/search?q=水质", "/search?view=embed", "/none", "/api/gazette/embed", "/open-data", "/review", "/embed%2Fd", "/d/embed" })
        {
            using var answer = await _client.GetAsync(address);
            Assert.EndsWith("frame-ancestors 'none'", Policy(answer), StringComparison.Ordinal);
            Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
        }
    }

    [Fact, Clause("GAZ-03")]
    public async Task Leads_nowhere_but_to_pages_of_its_own_and_to_the_same_page_on_the_site()
    {
        await _site.ImportAsync(Issues.Sample());
        var left = new Queue<string>(["/embed?mode=elder&theme=dark&on=2099-01-01", "/embed/search?q=清河市&mode=elder&theme=dark&on=2099-01-01"]);
        var seen = new HashSet<string>(left);
        var kinds = new HashSet<string>();
        while (left.TryDequeue(out var address) && seen.Count < 400)
        {
            using var answer = await _client.GetAsync(address);
            if (answer.StatusCode is HttpStatusCode.Found)
            {
                if (seen.Add(answer.Headers.Location!.PathAndQuery)) left.Enqueue(answer.Headers.Location.PathAndQuery);
                continue;
            }
            Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{address}: {answer.StatusCode}");
            var page = await answer.Content.ReadAsStringAsync();
            Assert.Contains("data-theme=\"dark\" data-mode=\"elder\"", page, StringComparison.Ordinal);
            Assert.DoesNotContain("site-header", page, StringComparison.Ordinal);
            Assert.DoesNotContain("site-footer", page, StringComparison.Ordinal);
            Assert.DoesNotContain("method=\"post\"", page, StringComparison.OrdinalIgnoreCase);
            Assert.All(Actions().Matches(page), a => Assert.Equal("/embed/search", a.Groups[1].Value));
            var outside = Assert.Single(Links().Matches(page), l => l.Value.Contains("target", StringComparison.Ordinal));
            Assert.Contains("target=\"_blank\" rel=\"noopener\"", outside.Value, StringComparison.Ordinal);
            Assert.DoesNotContain("/embed", outside.Groups[1].Value, StringComparison.Ordinal);
            Assert.Contains("on=2099-01-01", outside.Groups[1].Value, StringComparison.Ordinal);
            foreach (var link in Links().Matches(page).Where(l => l.Index != outside.Index).Select(l => WebUtility.HtmlDecode(l.Groups[1].Value)).Where(l => l[0] != '#'))
            {
                Assert.True(link.StartsWith("/embed", StringComparison.Ordinal), $"{address} leads to {link}");
                Assert.Contains("on=2099-01-01&mode=elder&theme=dark", link, StringComparison.Ordinal);
                var next = link.Split('#')[0];
                if (seen.Add(next)) left.Enqueue(next);
            }
            kinds.Add(string.Join('/', address.Split('?')[0].Split('/').Take(3)) + address.Split('?')[0].Count(c => c == '/'));
        }
        Assert.Superset(new HashSet<string> { "/embed1", "/embed/search2", "/embed/i3", "/embed/d3", "/embed/d4", "/embed/topics2", "/embed/topics3", "/embed/audiences3" }, kinds);
    }

    [Fact]
    public async Task Shows_the_words_of_the_document_and_where_the_whole_page_is()
    {
        var page = WebUtility.HtmlDecode(await _client.GetStringAsync("/embed/d/" + _document));

        Assert.Contains("每周取样一次。", page, StringComparison.Ordinal);
        Assert.DoesNotContain("13800000000", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/d/{_document}\" target=\"_blank\" rel=\"noopener\">在公报网站打开</a>", page, StringComparison.Ordinal);
        Assert.Contains("在公报网站打开", WebUtility.HtmlDecode(await _client.GetStringAsync($"/embed/d/{_document}/1.2")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Heeds_the_day_of_its_address_and_no_cookie()
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/embed/d/" + _document);
        asked.Headers.Add("Cookie", "gongbao.on=2024-01-01; gongbao.elder=on; gongbao.theme=dark");
        using var answer = await _client.SendAsync(asked);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Contains("data-theme=\"auto\" data-mode=\"standard\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("2024年1月1日", page, StringComparison.Ordinal);
        Assert.Contains("2024年1月1日时还没有这份文件", await _client.GetStringAsync($"/embed/d/{_document}?on=2024-01-01"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/embed/d/none")]
    [InlineData("/embed/d/none/1.1")]
    [InlineData("/embed/i/none")]
    [InlineData("/embed/topics/none")]
    [InlineData("/embed/review")]
    public async Task Tells_in_the_same_view_of_what_there_is_not(string address)
    {
        using var answer = await _client.GetAsync(address + "?mode=elder");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("site-header", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/embed?mode=elder\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("on=%22%3E%3Cscript%3E&mode=%22%3E%3Cscript%3E&theme=%22%3E%3Cscript%3E")]
    [InlineData("on=2024-01-01&on=2024-01-02&mode=elder&mode=x&theme=dark%0d%0aX-Other:1")]
    [InlineData("on=9999-99-99&mode=ELDER&theme[]=dark")]
    public async Task Takes_nothing_from_parameters_that_are_none(string parameters)
    {
        foreach (var address in new[] { "/embed", "/embed/topics", "/embed/d/" + _document, "/embed/search" })
        {
            using var answer = await _client.GetAsync($"{address}?{parameters}");
            var page = await answer.Content.ReadAsStringAsync();

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.False(answer.Headers.Contains("X-Other"));
            Assert.Contains("data-theme=\"auto\" data-mode=\"standard\"", page, StringComparison.Ordinal);
            Assert.Contains("地址里的日期（on）应当写作", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
            Assert.DoesNotContain(Links().Matches(page), l => l.Groups[1].Value.Contains("on=", StringComparison.Ordinal) || l.Groups[1].Value.Contains("mode=", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Narrows_a_search_by_a_form_without_script_that_stays_in_the_view()
    {
        var page = WebUtility.HtmlDecode(await _client.GetStringAsync("/embed/search?q=清河市&mode=elder&theme=dark&on=2026-01-01"));
        var form = page[page.IndexOf("<details class=\"filter-fold", StringComparison.Ordinal)..page.IndexOf("</details>", StringComparison.Ordinal)];
        Assert.All((string[])["kind", "issuer", "topic", "year", "validity", "audience"], k => Assert.Contains($"<select id=\"filter-{k}\" name=\"{k}\">", form, StringComparison.Ordinal));
        Assert.All((string[])["q", "on", "mode", "theme"], k => Assert.Contains($"<input type=\"hidden\" name=\"{k}\"", form, StringComparison.Ordinal));
        Assert.Contains("action=\"/embed/search\"", form, StringComparison.Ordinal);

        var narrowed = WebUtility.HtmlDecode(await _client.GetStringAsync("/embed/search?q=清河市&kind=意见&issuer=&topic=&mode=elder"));
        Assert.Contains("找到 1 份文件", narrowed, StringComparison.Ordinal);
        Assert.Contains("关于加强城市供水管理的意见", narrowed, StringComparison.Ordinal);
        Assert.Contains("<option value=\"意见\" selected", narrowed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leads_from_a_typed_number_and_from_where_a_clause_was_inside_the_view()
    {
        using var number = await _client.GetAsync("/embed/search?mode=elder&q=" + Uri.EscapeDataString("清府办发〔2024〕7号 一（二）"));
        Assert.Equal($"/embed/d/{Uri.EscapeDataString(_document)}/1.2?mode=elder", number.Headers.Location!.PathAndQuery);

        await _site.ImportAsync(Issues.Read(Issues.Both.Replace("（二）水质。每周取样一次。\n", "", StringComparison.Ordinal).Replace("（三）堤岸", "（二）堤岸", StringComparison.Ordinal)));
        using var moved = await _client.GetAsync($"/embed/d/{_document}/1.3?theme=dark");
        Assert.Equal((HttpStatusCode.MovedPermanently, $"/embed/d/{Uri.EscapeDataString(_document)}/1.2?theme=dark"), (moved.StatusCode, moved.Headers.Location!.OriginalString));
    }

    [Fact, Clause("GAZ-03")]
    public async Task Is_described_for_clients_page_by_page()
    {
        using var answer = JsonDocument.Parse(await _client.GetStringAsync("/api/gazette/embed"));
        var said = answer.RootElement;

        Assert.Equal(1, said.GetProperty("version").GetInt32());
        Assert.Equal(Client, Assert.Single(said.GetProperty("origins").EnumerateArray()).GetString());
        Assert.Equal(_client.BaseAddress!.AbsoluteUri.TrimEnd('/'), said.GetProperty("site").GetString());
        var routes = typeof(EmbeddingView).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => r.Template).Where(t => t.StartsWith("/embed", StringComparison.Ordinal));
        var described = said.GetProperty("pages").EnumerateArray().Select(p => p.GetProperty("address").GetString()!.Split("{?")[0]);
        Assert.Equal(Shapes(routes), Shapes(described));
        Assert.Equal(["on", "mode", "theme"], said.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()));
        Assert.Contains("允许 1 个网站嵌入", await _client.GetStringAsync("/open-data"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Shapes(IEnumerable<string> templates) => templates.Select(t => Names().Replace(t, "{}")).Order(StringComparer.Ordinal);

    private static string Policy(HttpResponseMessage answer) => Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));

    [GeneratedRegex("<a [^>]*href=\"([^\"]*)\"[^>]*>")]
    private static partial Regex Links();

    [GeneratedRegex("action=\"([^\"]*)\"")]
    private static partial Regex Actions();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Names();
}
