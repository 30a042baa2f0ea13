using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Gongbao.Gazette.Tests.Library;

public sealed class The_gazette_over_HTTP : IAsyncLifetime
{
    private const string Patrol = "清府办发〔2024〕7号";

    private GazetteSite _site = null!;
    private HttpClient _anybody = null!;
    private string _document = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await GazetteSite.StartAsync();
        _anybody = _site.Open();
        await _site.ImportAsync(Issues.Read(Issues.Both).Sure().Doubting(Patrol, "title", "湖泊巡查"));
        _document = (await JsonAsync(_anybody, "/api/gazette/search?q=" + Uri.EscapeDataString(Patrol))).GetProperty("exact").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        _anybody.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Is_sent_again_only_when_it_changed()
    {
        var address = "/api/gazette/documents/" + _document;
        using var first = await _anybody.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("application/json", first.Content.Headers.ContentType!.MediaType);

        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync(address, first.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(address, "\"another\""));
        await _site.ImportAsync(Issues.Read(Issues.Both.Replace("每周取样一次", "每旬取样一次", StringComparison.Ordinal)).Sure());
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(address, first.Headers.ETag.ToString()));
    }

    /// <summary>On a day before the issue came out there was none, and no document of a topic; a page of it says so.</summary>
    [Fact, Clause("GAZ-06")]
    public async Task Lists_and_counts_what_there_was_on_the_day()
    {
        static int Documents(JsonElement topics) => topics.EnumerateArray().Sum(t => t.GetProperty("documents").GetInt32());
        var issue = Assert.Single((await JsonAsync(_anybody, "/api/gazette/issues")).GetProperty("issues").EnumerateArray()).GetProperty("slug").GetString()!;
        Assert.Empty((await JsonAsync(_anybody, "/api/gazette/issues?on=2020-01-01")).GetProperty("issues").EnumerateArray());
        Assert.Single((await JsonAsync(_anybody, "/api/gazette/issues?on=2025-01-01")).GetProperty("issues").EnumerateArray());
        Assert.Equal(0, Documents((await JsonAsync(_anybody, "/api/gazette/topics?on=2020-01-01")).GetProperty("topics")));
        Assert.Contains("2020年1月1日时这一期还没有出版", await _anybody.GetStringAsync($"/i/{issue}?on=2020-01-01"), StringComparison.Ordinal);
        Assert.DoesNotContain("还没有出版", await _anybody.GetStringAsync($"/i/{issue}"), StringComparison.Ordinal);
        var home = await _anybody.GetStringAsync("/?on=2020-01-01");
        Assert.Contains("2020年1月1日时还没有公报。", home, StringComparison.Ordinal);
        Assert.DoesNotContain(_document, home, StringComparison.Ordinal);
    }

    /// <summary>Page, embedded page and data say of each document in the contents of an issue what its own answer says.</summary>
    [Theory, Clause("GAZ-06")]
    [InlineData("", "现行有效", "现行有效")]
    [InlineData("?on=2024-03-01", "当日尚无此文件", "现行有效")]
    [InlineData("?on=2024-02-17", "当日尚无此文件", "当日尚无此文件")]
    public async Task Tells_in_the_contents_of_an_issue_the_state_of_each_document_on_the_day(string on, params string[] states)
    {
        var issue = Assert.Single((await JsonAsync(_anybody, "/api/gazette/issues")).GetProperty("issues").EnumerateArray()).GetProperty("slug").GetString()!;
        var documents = (await JsonAsync(_anybody, $"/api/gazette/issues/{issue}{on}")).GetProperty("sections").EnumerateArray().SelectMany(s => s.GetProperty("documents").EnumerateArray()).ToList();
        Assert.Equal(states, documents.Select(d => d.GetProperty("state_name").GetString()));
        foreach (var document in documents)
        {
            var validity = (await JsonAsync(_anybody, $"/api/gazette/documents/{document.GetProperty("slug").GetString()}{on}")).GetProperty("validity");
            Assert.Equal((validity.GetProperty("state").GetString(), validity.GetProperty("state_name").GetString()), (document.GetProperty("state").GetString(), document.GetProperty("state_name").GetString()));
        }
        foreach (var page in new[] { "/i/", "/embed/i/" })
            Assert.Equal(states, System.Text.RegularExpressions.Regex.Matches(await _anybody.GetStringAsync(page + issue + on), "<li><article.*?</article>", System.Text.RegularExpressions.RegexOptions.Singleline)
                .Select(line => states.Distinct().Single(s => line.Value.Contains($">{s}<", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("/api/gazette/documents/none")]
    [InlineData("/api/gazette/issues/none")]
    [InlineData("/d/none")]
    [InlineData("/d/none/1.1")]
    [InlineData("/i/none")]
    public async Task Knows_nothing_of_what_it_does_not_hold(string address) => Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(address));

    [Fact]
    public async Task Knows_nothing_of_a_clause_that_never_was()
    {
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/d/{_document}/9.9"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/api/gazette/documents/{_document}/clauses/9.9"));
    }

    [Fact, Clause("GAZ-03")]
    public async Task Gives_the_elder_mode_one_way_to_the_downloads_and_the_history_of_a_document()
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/d/" + _document);
        asked.Headers.Add("Cookie", "gongbao.elder=on");
        using var answer = await _anybody.SendAsync(asked);
        var record = $"/d/{_document}/record";
        Assert.Contains($"<a class=\"button\" href=\"{record}\">下载与沿革</a>", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.DoesNotContain(record, WebUtility.HtmlDecode(await _anybody.GetStringAsync("/d/" + _document)), StringComparison.Ordinal);

        var page = WebUtility.HtmlDecode(await _anybody.GetStringAsync(record));
        Assert.All(Gazette.Formats.DocumentFormat.All, f => Assert.Contains(f.Name + "</a>", page, StringComparison.Ordinal));
        Assert.Contains("<strong>现行有效</strong>", page, StringComparison.Ordinal);
        Assert.Contains($"/d/{_document}/compare", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/d/none/record"));
    }

    [Fact]
    public async Task Leads_from_where_a_clause_was_to_where_it_is()
    {
        await _site.ImportAsync(Issues.Read(Issues.Both.Replace("（二）水质。每周取样一次。\n", "", StringComparison.Ordinal).Replace("（三）堤岸", "（二）堤岸", StringComparison.Ordinal)));

        using var page = await _anybody.GetAsync($"/d/{_document}/1.3");
        Assert.Equal((HttpStatusCode.MovedPermanently, $"/d/{Uri.EscapeDataString(_document)}/1.2"), (page.StatusCode, page.Headers.Location!.OriginalString));
        using var data = await _anybody.GetAsync($"/api/gazette/documents/{_document}/clauses/1.3");
        Assert.Equal((HttpStatusCode.MovedPermanently, $"/api/gazette/documents/{Uri.EscapeDataString(_document)}/clauses/1.2"), (data.StatusCode, data.Headers.Location!.OriginalString));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(page.Headers.Location.OriginalString));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(data.Headers.Location.OriginalString));
    }

    [Fact]
    public async Task Leads_from_a_typed_number_to_its_document()
    {
        using var answer = await _anybody.GetAsync("/search?q=" + Uri.EscapeDataString("清府办发[2024]7号"));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.EndsWith("/d/" + Uri.EscapeDataString(_document), answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/search?q=" + Uri.EscapeDataString("水质")));
    }

    [Fact]
    public async Task Names_an_order_by_its_number_and_its_issuer_once()
    {
        const string order = """
            清河市人民政府令
            第12号
            《清河市湖泊保护办法》已经审议通过，现予公布，自2024年5月1日起施行。
            市长 周大同
            2024年3月9日
            清河市湖泊保护办法
            第一条 为了保护湖泊，制定本办法。
            第二条 本办法自2024年5月1日起施行。
            """;
        await _site.ImportAsync(Issues.Read(order, "qinghe-2024-05.txt").Sure());

        using var found = await _anybody.GetAsync("/search?q=" + Uri.EscapeDataString("清河市人民政府令第12号"));
        Assert.Equal(HttpStatusCode.Found, found.StatusCode);
        var address = found.Headers.Location!.OriginalString;
        Assert.Equal("清河市人民政府令第12号", (await JsonAsync(_anybody, "/api/gazette/documents" + address[address.LastIndexOf('/')..])).GetProperty("citation").GetString());
        var print = WebUtility.HtmlDecode(await _anybody.GetStringAsync(address + "/print"));
        Assert.Contains(">清河市人民政府令</h1>", print, StringComparison.Ordinal);
        Assert.Contains(">第12号</p>", print, StringComparison.Ordinal);
        Assert.DoesNotContain("清河市人民政府清河市人民政府令", WebUtility.HtmlDecode(await _anybody.GetStringAsync("/search?q=" + Uri.EscapeDataString("湖泊保护"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("reader")]
    public async Task Keeps_the_review_desk_from_whoever_may_not_review(string? actor)
    {
        using var client = _site.Open(actor);
        using var list = await client.GetAsync("/api/gazette/readings");
        using var decision = await client.PostAsJsonAsync("/api/gazette/readings/decisions", new { seen = Array.Empty<string>(), verdict = "accepted" });
        using var page = await client.GetAsync("/review");
        var status = actor is null ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden;
        Assert.Equal((status, status), (list.StatusCode, decision.StatusCode));
        Assert.NotEqual(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task Lets_programs_with_the_verb_decide()
    {
        using var client = _site.Open("reviewer");
        var reading = (await JsonAsync(client, "/api/gazette/readings")).GetProperty("readings").EnumerateArray().Single();
        Assert.Equal(("title", "open"), (reading.GetProperty("at").GetString(), reading.GetProperty("state").GetString()));

        var input = new { seen = new[] { reading.GetProperty("seen").GetString() }, verdict = "corrected", correction = "关于巡湖的通知" };
        using var done = await client.PostAsJsonAsync("/api/gazette/readings/decisions", input);
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        using var again = await client.PostAsJsonAsync("/api/gazette/readings/decisions", input);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("review.decided-meanwhile", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("关于巡湖的通知", (await JsonAsync(_anybody, "/api/gazette/documents/" + _document)).GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"seen":["x"],"verdict":"accepted"}""")]
    [InlineData("""{"seen":[null],"verdict":"accepted"}""")]
    [InlineData("""{"seen":[],"verdict":"confirmagain"}""")]
    public async Task Says_what_is_wrong_with_a_decision(string json)
    {
        using var client = _site.Open("reviewer");
        using var answer = await client.PostAsync("/api/gazette/readings/decisions", new StringContent(json, System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task<HttpStatusCode> StatusAsync(string address, string? tag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (tag is not null) request.Headers.Add("If-None-Match", tag);
        using var answer = await _anybody.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task<JsonElement> JsonAsync(HttpClient client, string address) => await client.GetFromJsonAsync<JsonElement>(address);
}
