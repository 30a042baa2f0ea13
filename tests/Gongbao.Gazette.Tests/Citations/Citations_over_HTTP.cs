using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gongbao.Gazette.Tests.Library;

namespace Gongbao.Gazette.Tests.Citations;

public sealed class Citations_over_HTTP : IAsyncLifetime
{
    private GazetteSite _site = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await GazetteSite.StartAsync();
        await _site.ImportAsync(Issues.Read(Texts.Rules, "a.txt"));
        await _site.ImportAsync(Issues.Read(Texts.Points, "b.txt"));
        _client = _site.Open();
    }

    [Fact]
    public async Task List_what_the_library_does_not_hold_and_no_certificate()
    {
        var page = await _client.GetStringAsync("/citations", TestContext.Current.CancellationToken);
        Assert.Contains("《中华人民共和国水法》", page, StringComparison.Ordinal);
        Assert.Contains("清府发〔2019〕8号", page, StringComparison.Ordinal);
        Assert.DoesNotContain("取水许可证", page, StringComparison.Ordinal);
        Assert.DoesNotContain("巡查登记表", page, StringComparison.Ordinal);

        using var data = JsonDocument.Parse(await _client.GetStringAsync("/api/gazette/citations/unresolved", TestContext.Current.CancellationToken));
        Assert.Equal(
            ["《中华人民共和国水法》 outside 1", "《清河市湖泊保护办法》第四十条 no_such_place 1", "《湖泊条例》 outside 1", "清府发〔2019〕8号 outside 1"],
            data.RootElement.GetProperty("targets").EnumerateArray().Select(t => $"{t.GetProperty("words")} {t.GetProperty("state")} {t.GetProperty("documents")}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Lead_both_ways_between_documents_and_clauses()
    {
        var (rules, points) = (await SlugAsync("关于印发《清河市湖泊保护办法》的通知"), await SlugAsync("关于做好湖泊保护工作的通知"));
        var cited = await _client.GetStringAsync($"/citations/{rules}", TestContext.Current.CancellationToken);
        Assert.Contains($"href=\"/d/{points}/1.p1\"", WebUtility.UrlDecode(cited), StringComparison.Ordinal);
        Assert.Matches($"citation-graph__side--citing.*href=\"/citations/{points}\".*citation-graph__own", WebUtility.UrlDecode(cited).ReplaceLineEndings(" "));

        Assert.Contains($"<a href=\"/d/{rules}/issued\">清府发〔2020〕1号 印发件</a>", WebUtility.UrlDecode(WebUtility.HtmlDecode(cited)), StringComparison.Ordinal);

        var article = await _client.GetStringAsync($"/citations/{rules}/art3", TestContext.Current.CancellationToken);
        Assert.Contains("保护办法第三条", WebUtility.HtmlDecode(article), StringComparison.Ordinal);
        using var data = JsonDocument.Parse(await _client.GetStringAsync($"/api/gazette/documents/{rules}/citations?clause=art3", TestContext.Current.CancellationToken));
        Assert.Equal(4, data.RootElement.GetProperty("cited_by_count").GetInt32());
        Assert.Equal(1, data.RootElement.GetProperty("cites_count").GetInt32());
        Assert.Contains($"/citations/{rules}\"", WebUtility.UrlDecode(await _client.GetStringAsync($"/d/{rules}", TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_turned_by_cursors_each_list_by_its_own()
    {
        var many = string.Join('\n', Enumerable.Range(1, 120).Select(i => $"依照《文件{i}通知》和清府发〔2020〕1号第三条办理。"));
        await _site.ImportAsync(Issues.Read(Texts.Of(7, many, "2024年3月5日"), "c.txt"));
        var (rules, notice) = (await SlugAsync("关于印发《清河市湖泊保护办法》的通知"), await SlugAsync("关于做好庚湖保护工作的通知"));

        var (cited, next) = await CitedByAsync(rules, "");
        var (rest, end) = await CitedByAsync(rules, "&cited_by=" + next);
        Assert.Equal((100, 23, (string?)null), (cited.Count, rest.Count, end));
        Assert.Equal(120, cited.Concat(rest).Count(c => c == "清府发〔2020〕1号第三条"));
        foreach (var wrong in new[] { "cites=AAAA", "cited_by=2", "cited_by=%2F" })
        {
            using var answer = await _client.GetAsync($"/api/gazette/documents/{rules}/citations?{wrong}", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains("不是这个列表给出的值", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        var page = await PageAsync($"/citations/{notice}");
        var turn = Next(page);
        Assert.Contains("《文件1通知》", page, StringComparison.Ordinal);
        Assert.DoesNotContain("《文件120通知》", page, StringComparison.Ordinal);
        for (page = await PageAsync(turn); Regex.IsMatch(page, "rel=\"next\""); page = await PageAsync(turn)) turn = Next(page);
        Assert.Contains("《文件120通知》", page, StringComparison.Ordinal);
        Assert.Contains("从头看", page, StringComparison.Ordinal);
        Assert.Contains("共 240 处", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/citations/no-such-document")]
    [InlineData("/api/gazette/documents/no-such-document/citations")]
    public async Task Of_nothing_are_not_found(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _site.DisposeAsync();
    }

    private async Task<(List<string?> Words, string? Next)> CitedByAsync(string document, string query)
    {
        using var data = JsonDocument.Parse(await _client.GetStringAsync($"/api/gazette/documents/{document}/citations?{query}", TestContext.Current.CancellationToken));
        return ([.. data.RootElement.GetProperty("cited_by").EnumerateArray().Select(c => c.GetProperty("words").GetString())], data.RootElement.GetProperty("cited_by_next").GetString());
    }

    private async Task<string> PageAsync(string address) => WebUtility.HtmlDecode(await _client.GetStringAsync(address, TestContext.Current.CancellationToken));

    private static string Next(string page) => Regex.Match(page, "href=\"([^\"]+)\" rel=\"next\"").Groups[1].Value;

    private async Task<string> SlugAsync(string title)
    {
        using var found = JsonDocument.Parse(await _client.GetStringAsync("/api/gazette/search?q=" + Uri.EscapeDataString(title), TestContext.Current.CancellationToken));
        foreach (var document in found.RootElement.GetProperty("hits").EnumerateArray().Select(h => h.GetProperty("document")))
            if (document.GetProperty("title").GetString()!.EndsWith(title, StringComparison.Ordinal)) return document.GetProperty("slug").GetString()!;
        throw new InvalidOperationException(title);
    }
}
