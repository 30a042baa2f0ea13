using System.Net;
using System.Security.Claims;
using Gongbao.Platform.City;
using Gongbao.Platform.Hosting;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;

namespace Gongbao.Web.Tests;

public sealed class The_traffic_of_one_asker : IAsyncLifetime
{
    private static readonly TrafficRules Rules = new(AddressPerMinute: 60, TokenPerMinute: 90, DownloadsAtOnce: 2, DownloadsPerHour: 3);

    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _begun = new(0);
    private WebApplication _app = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddGongbaoWeb(new SiteIdentity("清河市")).AddTraffic(_ => Rules);
        _app = builder.Build();
        _app.Use((http, next) =>
        {
            http.Connection.RemoteIpAddress = IPAddress.Parse(http.Request.Headers["X-From"].ToString());
            if (http.Request.Headers.Authorization.ToString() == "Bearer good") http.User = new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, "a")], "Token"));
            return next(http);
        });
        _app.UseGongbaoWeb();
        _app.UseRouting();
        _app.UseTraffic();
        _app.MapGongbaoWeb();
        _app.MapGet("/api/here", () => "here");
        _app.MapGet("/here", () => "here");
        _app.MapGet("/api/library", () => "all").AsLibraryDownload();
        _app.MapGet("/api/slow-library", async () =>
        {
            _begun.Release();
            await _open.Task;
        }).AsLibraryDownload();
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _begun.Dispose();
    }

    [Fact]
    public async Task Is_refused_in_words_when_it_is_too_much_and_others_are_served_on()
    {
        await FillAsync("/api/here", "192.0.2.1", 60);
        using var refused = await AskAsync("/api/here", "192.0.2.1");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.Contains("请求太多", System.Text.RegularExpressions.Regex.Unescape(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/api/here", "192.0.2.2")).StatusCode);
    }

    [Fact]
    public async Task Of_a_person_is_refused_with_a_page()
    {
        await FillAsync("/here", "192.0.2.3", 60);
        using var refused = await AskAsync("/here", "192.0.2.3");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Contains("操作太频繁", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_a_token_that_counts_may_be_more()
    {
        await FillAsync("/api/here", "192.0.2.4", 90, "good");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync("/api/here", "192.0.2.4", "good")).StatusCode);

        await FillAsync("/api/here", "192.0.2.5", 60, "wrong");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync("/api/here", "192.0.2.5", "wrong")).StatusCode);
    }

    [Fact]
    public async Task From_one_network_of_IPv6_counts_as_one()
    {
        await FillAsync("/api/here", "2001:db8:1:1::1", 60);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync("/api/here", "2001:db8:1:1:ffff::9")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/api/here", "2001:db8:1:2::1")).StatusCode);
    }

    [Fact]
    public async Task Of_the_machine_itself_is_not_counted() => await FillAsync("/api/here", "127.0.0.1", 200);

    [Fact]
    public async Task Holds_few_downloads_of_the_library_an_hour()
    {
        await FillAsync("/api/library", "192.0.2.6", 3);
        using var refused = await AskAsync("/api/library", "192.0.2.6");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.True(refused.Headers.RetryAfter!.Delta > TimeSpan.FromMinutes(30));
        Assert.Contains("since", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shares_the_few_downloads_that_run_at_once()
    {
        Task<HttpResponseMessage> first = AskAsync("/api/slow-library", "192.0.2.7"), second = AskAsync("/api/slow-library", "192.0.2.8");
        Assert.True(await _begun.WaitAsync(TimeSpan.FromSeconds(30)) && await _begun.WaitAsync(TimeSpan.FromSeconds(30)));

        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync("/api/library", "192.0.2.9")).StatusCode);
        _open.SetResult();
        Assert.All(await Task.WhenAll(first, second), a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/api/library", "192.0.2.9")).StatusCode);
    }

    [Fact]
    public void Is_declared_for_every_city_with_its_source()
    {
        var city = CityDeclarations.Load(CityFolder.Find()!, "dazhou").Required();
        var rules = TrafficRules.Of(city)!;

        Assert.True(rules.AddressPerMinute >= 600 && rules.TokenPerMinute > rules.AddressPerMinute && rules.DownloadsAtOnce <= 4);
        Assert.All(city.Section("traffic").Things(), part => Assert.NotNull(part.Thing.Text("source")));
    }

    private async Task FillAsync(string path, string from, int count, string? token = null)
    {
        for (var i = 0; i < count; i++) Assert.Equal(HttpStatusCode.OK, (await AskAsync(path, from, token)).StatusCode);
    }

    private async Task<HttpResponseMessage> AskAsync(string path, string from, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "X-From", from } } };
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        return await _app.GetTestClient().SendAsync(request);
    }
}
