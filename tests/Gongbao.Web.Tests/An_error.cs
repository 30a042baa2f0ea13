using System.Net;

namespace Gongbao.Web.Tests;

public sealed class An_error(TestSite site) : IClassFixture<TestSite>
{
    [Theory]
    [InlineData("/no-such-page", HttpStatusCode.NotFound, "没有找到这一页")]
    [InlineData("/refuses", HttpStatusCode.Forbidden, "您没有看这一页的权限")]
    [InlineData("/fails", HttpStatusCode.InternalServerError, "本站出了故障")]
    [InlineData("/error/400", HttpStatusCode.BadRequest, "没有看懂这个请求")]
    public async Task Is_a_whole_page_with_what_happened_and_what_to_do(string address, HttpStatusCode status, string heading)
    {
        var answer = await site.Client.GetAsync(address);
        var html = await answer.Content.ReadAsStringAsync();
        var page = await TestSite.ParseAsync(html);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(heading, page.QuerySelector("main h1")!.TextContent);
        Assert.All(page.QuerySelectorAll("main article > p:not([class]):not(:has(a))"), p => Assert.EndsWith("。", p.TextContent, StringComparison.Ordinal));
        Assert.NotEmpty(page.QuerySelector("main code")!.TextContent);
        Assert.DoesNotContain("secret detail", html, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperation", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_told_to_a_program_as_problem_details()
    {
        var answer = await site.Client.GetAsync("/api/fails");

        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain("secret detail", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_form_without_its_token_is_a_page_too()
    {
        var answer = await site.Client.PostAsync("/form", new FormUrlEncodedContent([new("_handler", "register")]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("没有看懂这个请求", (await TestSite.ParseAsync(await answer.Content.ReadAsStringAsync())).QuerySelector("main h1")!.TextContent);
    }

    [Theory]
    [InlineData("PUT", "/form")]
    [InlineData("DELETE", "/assets/site.css")]
    [InlineData("PATCH", "/api/fails")]
    public async Task Says_that_an_address_takes_no_such_method_rather_than_ask_to_sign_in(string method, string address)
    {
        using var request = new HttpRequestMessage(new(method), address);
        using var answer = await site.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(address.StartsWith("/api", StringComparison.Ordinal) ? "application/problem+json" : "text/html", answer.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("/form", HttpStatusCode.OK)]
    [InlineData("/no-such-page", HttpStatusCode.NotFound)]
    public async Task Or_a_page_is_told_to_who_asks_for_the_head_alone(string address, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        using var answer = await site.Client.SendAsync(request);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }
}
