using System.Net;
using System.Text.Json;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Tests.Library;
using Gongbao.Web.Listing;

namespace Gongbao.Gazette.Tests.Listing;

/// <summary>What programs are answered that follow a list, and those that ask for a place which it has not.</summary>
[Clause("GAZ-02")]
public sealed class Cursors_over_HTTP : IAsyncLifetime
{
    private GazetteSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await GazetteSite.StartAsync();
        await _site.ImportAsync(Issues.Read(Issues.Both).Sure());
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("/api/gazette/issues", null)]
    [InlineData("/api/gazette/clean-ups", null)]
    [InlineData("/api/gazette/clean-ups/none/documents", "organiser")]
    [InlineData("/api/gazette/validity/claims", null)]
    [InlineData("/api/gazette/citations/unresolved", null)]
    [InlineData("/api/gazette/readings", "reviewer")]
    [InlineData("/api/gazette/classifications", "reviewer")]
    [InlineData("/api/gazette/uncarried", "reviewer")]
    [InlineData("/api/gazette/files", "reader")]
    [InlineData("/api/gazette/imports", "reader")]
    [InlineData("/api/gazette/imports/0198c5a2-0000-7000-8000-000000000000", "reader")]
    public async Task Is_refused_in_a_sentence_where_the_list_did_not_give_it(string address, string? actor)
    {
        using var client = _site.Open(actor);
        foreach (var wrong in new[] { "x", "e30", "湖", new string('A', 5_000), new string('A', 7_000), A_cursor.Encoded("{}"), A_cursor.Encoded("null"), new ListCursor("other").Write(new IssuePlace("a"))! })
        {
            using var answer = await client.GetAsync($"{address}?cursor={wrong}");
            Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            Assert.Equal("urn:gongbao:refusal:list.wrong-cursor", problem.RootElement.GetProperty("type").GetString());
            Assert.Matches("^cursor 不是这个列表给出的值：.*。$", problem.RootElement.GetProperty("detail").GetString());
        }
    }

    [Theory]
    [InlineData("/api/gazette/validity/claims", null)]
    [InlineData("/api/gazette/readings", "reviewer")]
    [InlineData("/api/gazette/classifications", "reviewer")]
    [InlineData("/api/gazette/uncarried", "reviewer")]
    [InlineData("/api/gazette/files", "reader")]
    [InlineData("/api/gazette/imports/0198c5a2-0000-7000-8000-000000000000", "reader")]
    public async Task Does_not_go_together_with_a_page(string address, string? actor)
    {
        using var client = _site.Open(actor);
        using var answer = await client.GetAsync(address + "?page=2&cursor=x");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("page 和 cursor 不能同时填", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>Where an answer holds two lists, each has a cursor of its own.</summary>
    [Theory]
    [InlineData("/api/gazette/uncarried", "reviewer", "cited", "cited_next")]
    [InlineData("/api/gazette/documents/清府发-2024-3/citations", null, "cites", "cites_next")]
    [InlineData("/api/gazette/documents/清府发-2024-3/citations", null, "cited_by", "cited_by_next")]
    public async Task Is_refused_by_the_name_of_its_parameter(string address, string? actor, string parameter, string next)
    {
        using var client = _site.Open(actor);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address)).StatusCode);
        using var answer = await client.GetAsync($"{address}?{parameter}={new ListCursor("uncarried").Write(new IssuePlace("a"))}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Matches($"^{parameter} 不是这个列表给出的值：.* {next}，.*。$", problem.RootElement.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Leads_through_a_list_over_HTTP()
    {
        foreach (var i in Enumerable.Range(1, 101))
            await _site.ImportAsync(Issues.Read(Issues.Both.Replace("〔2024〕7号", $"〔2023〕{i}号", StringComparison.Ordinal).Replace("〔2024〕3号", $"〔2023〕{i}号", StringComparison.Ordinal), $"qinghe-{1900 + i}-03.txt").Sure());
        using var anybody = _site.Open();
        using var first = JsonDocument.Parse(await anybody.GetStringAsync("/api/gazette/issues"));
        var next = first.RootElement.GetProperty("next").GetString();
        using var second = JsonDocument.Parse(await anybody.GetStringAsync("/api/gazette/issues?cursor=" + next));
        var slugs = new[] { first, second }.SelectMany(p => p.RootElement.GetProperty("issues").EnumerateArray()).Select(i => i.GetProperty("slug").GetString()).ToList();
        Assert.Equal((100, 102), (first.RootElement.GetProperty("issues").GetArrayLength(), slugs.Count));
        Assert.Equal(slugs.OrderDescending(StringComparer.Ordinal).Distinct(), slugs);
        Assert.Equal(JsonValueKind.Null, second.RootElement.GetProperty("next").ValueKind);
        Assert.Equal(HttpStatusCode.BadRequest, (await anybody.GetAsync("/api/gazette/issues?on=2025-01-01&cursor=" + next)).StatusCode);
    }
}
