using System.Net;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;

namespace Gongbao.Web.Tests;

public class A_known_host
{
    [Theory]
    [InlineData("gazette.example", HttpStatusCode.OK)]
    [InlineData("GAZETTE.example:8443", HttpStatusCode.OK)]
    [InlineData("localhost:5117", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("[::1]:5117", HttpStatusCode.OK)]
    [InlineData("10.1.2.3:5117", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("gazette.example.evil.example", HttpStatusCode.BadRequest)]
    [InlineData("10.1.2.4", HttpStatusCode.BadRequest)]
    public async Task Is_the_declared_one_the_one_listened_at_or_this_machine(string host, HttpStatusCode status)
    {
        await using var app = await StartAsync(new("https://gazette.example/"));
        using var answer = await AskAsync(app, host, "/");

        Assert.Equal(status, answer.StatusCode);
        if (status is HttpStatusCode.BadRequest) Assert.Equal("请求里的主机名不是本站的；请用 https://gazette.example/ 打开。", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Is_only_this_machine_where_none_is_declared()
    {
        await using var app = await StartAsync(null);

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(app, "127.0.0.1:5117", "/")).StatusCode);
        Assert.Contains("--site", await (await AskAsync(app, "gazette.example", "/")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_not_asked_for_when_somebody_asks_after_health()
    {
        await using var app = await StartAsync(null);

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(app, "10.0.0.7", "/health/live")).StatusCode);
    }

    private static async Task<HttpResponseMessage> AskAsync(WebApplication app, string host, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = host } };
        return await app.GetTestClient().SendAsync(request);
    }

    private static async Task<WebApplication> StartAsync(Uri? address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        var app = builder.Build();
        app.UseKnownHosts(address, "10.1.2.3");
        app.Run(http => http.Response.WriteAsync("here"));
        await app.StartAsync();
        return app;
    }
}
