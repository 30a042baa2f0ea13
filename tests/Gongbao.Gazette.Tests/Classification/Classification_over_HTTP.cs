using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Gongbao.Gazette.Tests.Library;

namespace Gongbao.Gazette.Tests.Classification;

[Clause("GAZ-09")]
public sealed class Classification_over_HTTP : IAsyncLifetime
{
    private GazetteSite _site = null!;
    private HttpClient _anybody = null!;
    private HttpClient _reviewer = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await GazetteSite.StartAsync();
        (_anybody, _reviewer) = (_site.Open(), _site.Open("reviewer"));
        await _site.ImportAsync(Issues.Read(Issues.Both).Sure());
    }

    public async ValueTask DisposeAsync()
    {
        _anybody.Dispose();
        _reviewer.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Lets_a_program_with_the_verb_decide_and_everybody_see_it()
    {
        var listed = (await JsonAsync(_reviewer, "/api/gazette/classifications?topic=urban-works")).GetProperty("documents").EnumerateArray().Single();
        Assert.Contains("标题“供水”（10 分）", listed.GetProperty("proposal").EnumerateArray().First().GetProperty("evidence").EnumerateArray().Select(e => e.GetString()));
        var document = listed.GetProperty("document").GetString();
        var before = (await JsonAsync(_anybody, "/api/gazette/documents/" + document)).GetProperty("classes");
        Assert.Equal(("urban-works", true), (before.GetProperty("topics")[0].GetProperty("id").GetString(), before.GetProperty("is_proposed").GetBoolean()));
        Assert.Contains("分类待确认", await PageAsync("/d/" + document), StringComparison.Ordinal);

        var input = new { seen = new[] { listed.GetProperty("seen").GetString() }, verdict = "change", topic = new[] { "water" } };
        using var done = await _reviewer.PostAsJsonAsync("/api/gazette/classifications/decisions", input);
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        using var again = await _reviewer.PostAsJsonAsync("/api/gazette/classifications/decisions", input);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);

        var page = await PageAsync("/d/" + document);
        Assert.Contains("/topics/water", page, StringComparison.Ordinal);
        Assert.DoesNotContain("分类待确认", page, StringComparison.Ordinal);
        Assert.Contains(document!, await PageAsync("/topics/water"), StringComparison.Ordinal);
        Assert.Contains("供水", await PageAsync("/feeds/documents.atom?topic=water"), StringComparison.Ordinal);
        Assert.DoesNotContain("供水", await PageAsync("/feeds/documents.atom?topic=urban-works"), StringComparison.Ordinal);
        Assert.Equal(2, (await JsonAsync(_anybody, "/api/gazette/topics")).GetProperty("topics").EnumerateArray().Single(t => t.GetProperty("id").GetString() == "other-matters").GetProperty("documents").GetInt32());
        Assert.Equal(2, (await JsonAsync(_anybody, "/api/gazette/search?topic=" + Uri.EscapeDataString("水利"))).GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("/classification")]
    [InlineData("/uncarried")]
    [InlineData("/files")]
    [InlineData("/api/gazette/classifications")]
    [InlineData("/api/gazette/uncarried")]
    [InlineData("/api/gazette/files")]
    public async Task Keeps_the_desks_from_the_public(string address)
    {
        using var answer = await _anybody.GetAsync(address);
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        using var editor = _site.Open(address.EndsWith("files", StringComparison.Ordinal) ? "reader" : "reviewer");
        Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync(address)).StatusCode);
    }

    [Theory]
    [InlineData("/topics/none-such")]
    [InlineData("/audiences/none-such")]
    [InlineData("/topics/officials")]
    [InlineData("/feeds/documents.atom?topic=none-such")]
    public async Task Has_no_page_for_a_class_that_is_not_declared(string address) => Assert.Equal(HttpStatusCode.NotFound, (await _anybody.GetAsync(address)).StatusCode);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"seen":["x"],"verdict":"accept"}""")]
    [InlineData("""{"seen":[null],"verdict":"accept"}""")]
    [InlineData("""{"seen":[],"verdict":"open"}""")]
    public async Task Says_what_is_wrong_with_a_decision(string json)
    {
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var answer = await _reviewer.PostAsync("/api/gazette/classifications/decisions", content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task<string> PageAsync(string address) => WebUtility.HtmlDecode(await _anybody.GetStringAsync(address));

    private static async Task<JsonElement> JsonAsync(HttpClient client, string address) => JsonDocument.Parse(await client.GetStringAsync(address)).RootElement;
}
