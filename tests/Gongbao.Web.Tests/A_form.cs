using System.Net;
using AngleSharp.Dom;

namespace Gongbao.Web.Tests;

public sealed class A_form(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Ties_label_and_hint_to_the_input()
    {
        var page = await site.PageAsync("/form");
        var input = page.QuerySelector("#field-Evidence")!;

        Assert.Equal("办结依据", page.QuerySelector("label[for=field-Evidence]")!.TextContent.Trim());
        Assert.Equal("field-Evidence-hint", input.GetAttribute("aria-describedby"));
        Assert.Null(input.GetAttribute("aria-invalid"));
        Assert.Empty(page.QuerySelectorAll("[role=alert]"));
    }

    [Fact]
    public async Task That_is_wrong_lists_its_errors_at_the_top_with_links_and_beside_the_field()
    {
        var page = await PostAsync("");
        var input = page.QuerySelector("#field-Evidence")!;

        var link = page.QuerySelector("[role=alert] a")!;
        Assert.Equal("#field-Evidence", link.GetAttribute("href"));
        Assert.Equal("请填写办结依据。", link.TextContent);
        Assert.Equal("field-Evidence-hint field-Evidence-error", input.GetAttribute("aria-describedby"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Contains("请填写办结依据。", page.QuerySelector("#field-Evidence-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_is_done_says_so()
    {
        var page = await PostAsync("清府函〔2026〕1号");

        Assert.Contains("已登记“清府函〔2026〕1号”。", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_is_refused_says_every_reason_and_its_source()
    {
        var page = await PostAsync("已办结");

        var reasons = page.QuerySelectorAll("[role=alert] li").Select(l => l.TextContent).ToArray();
        Assert.Equal(2, reasons.Length);
        Assert.Contains("依据：第三条", reasons[0], StringComparison.Ordinal);
        Assert.Equal("已办结", page.QuerySelector("#field-Evidence")!.GetAttribute("value"));
    }

    [Fact]
    public async Task That_the_page_no_longer_has_is_answered_with_an_error_page()
    {
        using var answer = await SendAsync("gone", "已办结");
        var page = await TestSite.ParseAsync(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("没有看懂这个请求", page.QuerySelector("h1")!.TextContent);
    }

    private async Task<IDocument> PostAsync(string evidence)
    {
        using var posted = await SendAsync("register", evidence);
        posted.EnsureSuccessStatusCode();
        return await TestSite.ParseAsync(await posted.Content.ReadAsStringAsync());
    }

    private async Task<HttpResponseMessage> SendAsync(string form, string evidence)
    {
        var answer = await site.Client.GetAsync("/form");
        var page = await TestSite.ParseAsync(await answer.Content.ReadAsStringAsync());
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var cookie = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        return await site.NewClient(cookie).PostAsync("/form", new FormUrlEncodedContent(
            [new("_handler", form), new("__RequestVerificationToken", token), new("Form.Evidence", evidence)]));
    }
}
