using System.Net;

namespace Gongbao.Web.Tests;

public sealed class Every_page(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Has_landmarks_a_skip_link_a_search_form_and_its_language()
    {
        var page = await site.PageAsync("/tasks");

        Assert.Equal("zh-CN", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("任务 - 清河市人民政府公报", page.Title);
        Assert.Equal("#main", page.QuerySelector("body a")!.GetAttribute("href"));
        Assert.Equal(1, page.QuerySelectorAll("main#main").Length);
        Assert.NotNull(page.QuerySelector("header form[role=search][action='/search'] input[name=q]"));
        Assert.NotNull(page.QuerySelector("nav[aria-label=主导航]"));
        Assert.NotNull(page.QuerySelector("footer"));
        Assert.Equal("任务", page.QuerySelector("nav a[aria-current=page]")!.TextContent);
    }

    [Fact]
    public async Task Prints_chinese_as_chinese() =>
        Assert.Contains("<h1>任务</h1>", await site.Client.GetStringAsync("/tasks"), StringComparison.Ordinal);

    [Fact]
    public async Task Shows_an_entry_that_needs_a_verb_to_nobody_without_it() =>
        Assert.Null((await site.PageAsync("/tasks")).QuerySelector("nav a[href='/review']"));

    [Theory]
    [InlineData("/tasks")]
    [InlineData("/error/404")]
    [InlineData("/no-such-page")]
    [InlineData("/fails")]
    [InlineData("/health/live")]
    public async Task Forbids_the_browser_what_it_must_not_do(string address)
    {
        var answer = await site.Client.GetAsync(address);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        foreach (var part in new[] { "default-src 'self'", "script-src 'self'", "style-src 'self'", "object-src 'none'", "base-uri 'self'", "form-action 'self'", "frame-ancestors 'none'" })
            Assert.Contains(part, policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Contains("camera=()", Assert.Single(answer.Headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/tasks")]
    [InlineData("/form")]
    [InlineData("/error/500")]
    [InlineData("/accessibility")]
    public async Task Has_neither_script_nor_style_in_itself(string address)
    {
        var page = await site.PageAsync(address);

        Assert.All(page.QuerySelectorAll("script"), s => Assert.False(string.IsNullOrEmpty(s.GetAttribute("src"))));
        Assert.Empty(page.QuerySelectorAll("style, [style], iframe"));
        Assert.DoesNotContain(page.All, e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Names_its_files_by_their_content_so_that_they_are_kept_for_ever()
    {
        var address = site.Assets["site.css"];

        var answer = await site.Client.GetAsync(address);

        Assert.Matches(@"^/assets/site\.[0-9a-f]{12}\.css$", address);
        Assert.Equal("text/css", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var sheet = await answer.Content.ReadAsStringAsync();
        Assert.True(sheet.IndexOf("--paper", StringComparison.Ordinal) < sheet.IndexOf("@media print", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/assets/site.000000000000.css")).StatusCode);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Stands_beside_a_health_answer(string address) => Assert.Equal("Healthy", await site.Client.GetStringAsync(address));
}
