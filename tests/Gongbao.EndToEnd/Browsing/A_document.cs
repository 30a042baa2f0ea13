using System.Net;
using System.Text.RegularExpressions;

namespace Gongbao.EndToEnd.Browsing;

public sealed partial class A_document(Browser browser)
{
    private string Address => "/d/" + browser.Site.Document.Slug;

    [Fact, Clause("GAZ-11")]
    public async Task Gives_every_place_an_address_and_an_anchor_of_its_own()
    {
        var page = await GetAsync(Address);

        var anchors = Id().Matches(page).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(anchors.Count, anchors.Distinct().Count());
        var places = browser.Site.Document.Body.SelectMany(b => b.WithAll).Where(b => b.Slug is not null).ToList();
        Assert.True(places.Count > 20);
        foreach (var place in places)
        {
            Assert.Contains(place.Slug!, anchors);
            Assert.Equal(HttpStatusCode.OK, await StatusAsync($"{Address}/{place.Slug}"));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync($"{Address}/{place.Slug}/source"));
        }
    }

    [Fact]
    public async Task Names_a_clause_by_its_numbers()
    {
        var clause = await GetAsync($"{Address}/2.2");

        Assert.Contains("更换老旧管道", clause, StringComparison.Ordinal);
        Assert.Contains("（清府办发〔2026〕7号）二（二）", clause, StringComparison.Ordinal);
        Assert.Contains("先换主管", clause, StringComparison.Ordinal);
        Assert.DoesNotContain("公开停水消息", clause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_the_source_lines_of_a_clause_with_its_characters_marked()
    {
        var source = await GetAsync($"{Address}/2.3/source");

        var marked = string.Concat(Mark().Matches(source).Select(m => m.Groups[1].Value.Trim()));
        Assert.StartsWith("（三）公开停水消息。停水前三日", marked, StringComparison.Ordinal);
        Assert.EndsWith("长期坚持〕", marked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leads_to_the_document_it_cites() =>
        Assert.Matches("<a href=\"/d/清府发-2025-3\">清府发〔2025〕3号</a>", await GetAsync(Address));

    [Theory]
    [InlineData("")]
    [InlineData("/print")]
    [InlineData("/source")]
    [InlineData("/3.2")]
    [InlineData("/3.2/source")]
    public async Task Shows_no_personal_value_whole(string below)
    {
        var page = await GetAsync(Address + below);

        Assert.DoesNotContain("13800000000", page, StringComparison.Ordinal);
        Assert.DoesNotContain("xiaohe@", page, StringComparison.Ordinal);
        Assert.Contains("138****0000", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/d/清府办发-2026-99")]
    [InlineData("/d/清府办发-2026-7/9.9")]
    [InlineData("/d/清府办发-2026-7/9.9/source")]
    [InlineData("/d/清府办发-2026-99/print")]
    [InlineData("/i/no-such-issue")]
    public async Task That_is_not_there_is_said_not_to_be(string address) => Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(address));

    private async Task<string> GetAsync(string address)
    {
        using var client = Client();
        return await client.GetStringAsync(address);
    }

    private async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var client = Client();
        using var answer = await client.GetAsync(address);
        return answer.StatusCode;
    }

    private HttpClient Client()
    {
        Assert.SkipWhen(Browser.Executable is null, "The site is started for the browser, and there is none here.");
        return new() { BaseAddress = new(browser.Site.Address) };
    }

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex Id();

    [GeneratedRegex("<mark>([^<]*)</mark>")]
    private static partial Regex Mark();
}
