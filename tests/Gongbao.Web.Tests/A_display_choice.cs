using System.Net;

namespace Gongbao.Web.Tests;

public sealed class A_display_choice(TestSite site) : IClassFixture<TestSite>
{
    [Theory]
    [InlineData(null, "auto", "standard")]
    [InlineData("gongbao.theme=dark", "dark", "standard")]
    [InlineData("gongbao.theme=light; gongbao.elder=on", "light", "elder")]
    [InlineData("gongbao.theme=<x>; gongbao.elder=perhaps", "auto", "standard")]
    public async Task Is_read_from_its_cookies(string? cookies, string theme, string mode)
    {
        var page = await site.PageAsync("/tasks", cookies);

        Assert.Equal(theme, page.DocumentElement.GetAttribute("data-theme"));
        Assert.Equal(mode, page.DocumentElement.GetAttribute("data-mode"));
    }

    [Fact]
    public async Task Is_made_by_a_link_and_leads_back_to_the_page()
    {
        var page = await site.PageAsync("/tasks?page=2");
        var link = page.QuerySelectorAll("a").Single(a => a.TextContent == "长辈版").GetAttribute("href")!;

        var answer = await site.Client.GetAsync(link);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/tasks?page=2", answer.Headers.Location!.ToString());
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("gongbao.elder=on", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/x\r\nSet-Cookie: a=b")]
    [InlineData("")]
    public async Task Never_leads_to_another_site(string address)
    {
        var answer = await site.Client.GetAsync("/display?elder=on&return=" + Uri.EscapeDataString(address));

        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task That_is_none_sets_nothing() =>
        Assert.False((await site.Client.GetAsync("/display?elder=yes&theme=pink&return=/tasks")).Headers.Contains("Set-Cookie"));

    [Fact]
    public async Task For_the_elder_mode_leaves_fewer_things_on_the_page()
    {
        Assert.NotNull((await site.PageAsync("/form")).QuerySelector("nav a[href='/tasks']"));
        Assert.Null((await site.PageAsync("/form", "gongbao.elder=on")).QuerySelector("nav a[href='/tasks']"));
    }
}
