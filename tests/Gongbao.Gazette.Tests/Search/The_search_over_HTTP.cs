using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gongbao.Gazette.Generating;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Tests.Generated;
using Gongbao.Gazette.Tests.Library;

namespace Gongbao.Gazette.Tests.Search;

public sealed partial class The_search_over_HTTP : IAsyncLifetime
{
    private GazetteSite _site = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await GazetteSite.StartAsync();
        await _site.ImportAsync(Issues.Read(Issues.Both + "\n" + Issues.Trees).Sure());
        await _site.ImportAsync(GazetteReader.Read(SourceText.Of(IssueGenerator.Generate(SampleCity.Words, 45, 3, Defects.None).Text, "generated.txt"), SampleCity.Reader));
        _client = _site.Open();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _site.DisposeAsync();
    }

    [Theory]
    [InlineData("水质", "")]
    [InlineData("清河市", "")]
    [InlineData("工作 通知", "")]
    [InlineData("清河市", "&kind=通知")]
    [InlineData("工作", "&issuer=清河市人民政府办公室")]
    [InlineData("", "&kind=意见")]
    public async Task Shows_on_the_page_what_the_API_gives(string query, string filters)
    {
        var data = new List<string>();
        var cursor = "";
        var total = 0;
        do
        {
            using var json = JsonDocument.Parse(await _client.GetStringAsync($"/api/gazette/search?q={query}{filters}{cursor}"));
            data.AddRange(json.RootElement.GetProperty("hits").EnumerateArray().Select(h => h.GetProperty("document").GetProperty("slug").GetString()!));
            total = json.RootElement.GetProperty("total").GetInt32();
            cursor = json.RootElement.GetProperty("next") is { ValueKind: JsonValueKind.String } next ? "&cursor=" + next.GetString() : "";
        }
        while (cursor.Length > 0);
        Assert.NotEmpty(data);
        Assert.Equal(data.Count, total);

        var pages = new List<string>();
        for (var page = 1; page <= (total + 19) / 20; page++)
            pages.AddRange(Hits().Matches(await _client.GetStringAsync($"/search?q={query}{filters}&page={page}")).Select(m => m.Groups[1].Value));
        Assert.Equal(data, pages);
    }

    [Fact]
    public async Task Links_each_facet_to_the_search_that_it_narrows()
    {
        var page = await _client.GetStringAsync("/search?q=清河市");
        foreach (Match link in Facets().Matches(page))
        {
            var narrowed = await _client.GetStringAsync(WebUtility.HtmlDecode(link.Groups["href"].Value));
            Assert.Contains($"找到 {link.Groups["count"].Value} 份文件", narrowed, StringComparison.Ordinal);
        }
        Assert.NotEmpty(Facets().Matches(page));
        Assert.Contains("<select id=\"filter-kind\" name=\"kind\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leads_to_the_document_of_a_number_and_to_the_clause_named_with_it()
    {
        Assert.EndsWith("/1.2", await RedirectAsync("清府办发〔2024〕7号 一（二）"), StringComparison.Ordinal);
        Assert.EndsWith("/1.2", await RedirectAsync("清府办发(2024)7号一（二）"), StringComparison.Ordinal);
        Assert.EndsWith("/1.2", await RedirectAsync("《关于加强湖泊巡查的通知》一（二）"), StringComparison.Ordinal);
        Assert.DoesNotContain("/1.", await RedirectAsync("清府办发2024 7"), StringComparison.Ordinal);
        Assert.EndsWith("/1.2", await RedirectAsync("《加强湖泊巡查的通知》一（二）"), StringComparison.Ordinal);
        // Who types a title alone gets the list, the document first in it.
        Assert.Contains("关于加强湖泊巡查的通知", await _client.GetStringAsync("/search?q=关于加强湖泊巡查的通知"), StringComparison.Ordinal);
        // There is no such clause: the document it is.
        Assert.DoesNotContain("/9", await RedirectAsync("清府办发〔2024〕7号 九"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_no_page_for_a_cursor_of_another_search()
    {
        using var first = JsonDocument.Parse(await _client.GetStringAsync("/api/gazette/search?q=清河市"));
        var next = first.RootElement.GetProperty("next").GetString();
        Assert.NotNull(next);
        foreach (var wrong in new[] { $"q=工作&cursor={next}", $"q=清河市&kind=通知&cursor={next}", "q=清河市&cursor=AAAA", "q=清河市&cursor=%2F%2E" })
        {
            var answer = await _client.GetAsync("/api/gazette/search?" + wrong);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains("cursor 不是这一查询给出的值", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("q=清河市&year=abc")]
    [InlineData("year=20245")]
    public async Task Asks_for_a_year_and_says_when_it_is_none(string query)
    {
        var answer = await _client.GetAsync("/api/gazette/search?" + query);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("应当是四位数字", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (var page in new[] { "/search", "/embed/search" })
            Assert.Contains("不是。下面没有按年份筛选。", WebUtility.HtmlDecode(await _client.GetStringAsync($"{page}?q=清河市&{query}")), StringComparison.Ordinal);
        foreach (var page in new[] { "/search", "/embed/search" })
            Assert.Contains("不是。请改正年份，或填要查的字。", WebUtility.HtmlDecode(await _client.GetStringAsync($"{page}?year=20245")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bears_a_missing_clause_on_the_first_and_the_last_day_there_are()
    {
        using var found = JsonDocument.Parse(await _client.GetStringAsync("/api/gazette/search?q=清河市"));
        var number = found.RootElement.GetProperty("hits")[0].GetProperty("document").GetProperty("number").GetString();
        foreach (var day in new[] { "0001-01-01", "9999-12-31" })
            Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync($"/api/gazette/search?q={Uri.EscapeDataString(number + " 第九十九条")}&on={day}")).StatusCode);
    }

    [Fact]
    public async Task Asks_for_a_day_and_says_when_it_is_none()
    {
        var answer = await _client.GetAsync("/api/gazette/search?q=清河市&on=2024-13-01");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("写作 2023-05-01", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("应当写作 2023-05-01", WebUtility.HtmlDecode(await _client.GetStringAsync("/search?q=清河市&on=昨天")), StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await _client.GetStringAsync("/search?q=湖泊&on=2030-01-01"));
        Assert.Contains("按 2030年1月1日查询", page, StringComparison.Ordinal);
        Assert.Contains("&on=2030-01-01", page, StringComparison.Ordinal);
        Assert.Contains("data-state=\"in-force\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_followed_as_a_feed()
    {
        var feed = await _client.GetStringAsync("/feeds/search.atom?q=湖泊&kind=通知");
        Assert.Contains("关于加强湖泊巡查的通知", feed, StringComparison.Ordinal);
        Assert.DoesNotContain("植树", feed, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await _client.GetAsync("/feeds/search.atom")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync("/feeds/saved/abc.atom")).StatusCode);
    }

    [Fact]
    public async Task Is_followed_as_of_a_day_by_a_feed_that_says_the_day()
    {
        const string address = "/feeds/search.atom?q=湖泊&kind=通知&on=";
        var (before, after) = (await _client.GetStringAsync(address + "2024-03-04"), await _client.GetStringAsync(address + "2024-03-05"));
        Assert.DoesNotContain("关于加强湖泊巡查的通知", before, StringComparison.Ordinal);
        Assert.Contains("：湖泊，通知（截至2024年3月4日）</title>", before, StringComparison.Ordinal);
        Assert.Contains("on=2024-03-04</id>", before, StringComparison.Ordinal);
        Assert.Contains("关于加强湖泊巡查的通知", after, StringComparison.Ordinal);
        Assert.DoesNotContain("截至", await _client.GetStringAsync("/feeds/search.atom?q=湖泊"), StringComparison.Ordinal);
        foreach (var wrong in new[] { "/feeds/search.atom?q=湖泊&on=2024-13-01", "/feeds/search.atom?q=湖泊&year=24", "/feeds/saved/abc.atom?on=昨天" })
            Assert.Equal(HttpStatusCode.BadRequest, (await _client.GetAsync(wrong)).StatusCode);
    }

    [Fact]
    public async Task Says_what_else_to_try_where_nothing_is_found()
    {
        Assert.Contains("清府办发〔2024〕7号", await _client.GetStringAsync("/search?q=清府办发〔2024〕8号"), StringComparison.Ordinal);
        var shorter = await _client.GetStringAsync("/search?q=湖泊 植树造林");
        Assert.Contains("少一个词", shorter, StringComparison.Ordinal);
        Assert.Contains("关于加强湖泊巡查的通知", await _client.GetStringAsync("/search?q=“湖泊巡查规范”"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offers_numbers_titles_and_organisations_while_somebody_types()
    {
        Assert.Contains(await OffersAsync("清府办发(2024)"), o => o is ("清府办发〔2024〕7号", "文号"));
        Assert.Contains(await OffersAsync("湖泊"), o => o is ("清河市人民政府办公室关于加强湖泊巡查的通知", "标题"));
        Assert.Contains(await OffersAsync("清河市人民政府办"), o => o.Kind == "机关");
        Assert.Empty(await OffersAsync(""));
        Assert.Empty(await OffersAsync("\"*^{}"));
    }

    [Fact]
    public async Task Says_why_a_document_was_found()
    {
        using var json = JsonDocument.Parse(await _client.GetStringAsync("/api/gazette/search?q=湖泊"));
        Assert.Equal("标题里有所查的词；正文有 1 处写到所查的词。", json.RootElement.GetProperty("hits")[0].GetProperty("why").GetString());
    }

    private async Task<string> RedirectAsync(string query)
    {
        using var answer = await _client.GetAsync("/search?q=" + Uri.EscapeDataString(query));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private async Task<List<(string Text, string Kind)>> OffersAsync(string typed)
    {
        using var json = JsonDocument.Parse(await _client.GetStringAsync("/api/gazette/suggest?q=" + Uri.EscapeDataString(typed)));
        return [.. json.RootElement.EnumerateArray().Select(o => (o.GetProperty("text").GetString()!, o.GetProperty("kind").GetString()!))];
    }

    [GeneratedRegex("document-line__title\"><a href=\"/d/([^\"]+)\"")]
    private static partial Regex Hits();

    [GeneratedRegex("<li><a href=\"(?<href>/search[^\"]+)\"[^>]*><span>[^<]+</span> <span class=\"facets__count\">(?<count>\\d+)</span>")]
    private static partial Regex Facets();
}
