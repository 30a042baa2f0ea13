using AngleSharp;
using AngleSharp.Dom;
using Gongbao.Web.Frame;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongbao.Web.Tests;

/// <summary>The frame alone, with the pages of this test program as its only room.</summary>
public sealed class TestSite : IAsyncLifetime
{
    private WebApplication? _app;

    /// <summary>Keeps cookies as a browser would, and shows redirects instead of following them.</summary>
    public HttpClient Client => NewClient();

    public AssetCatalogue Assets => _app!.Services.GetRequiredService<AssetCatalogue>();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddGongbaoWeb(new SiteIdentity("清河市"));
        builder.Services.AddRoomPages(typeof(TestSite).Assembly);
        builder.Services.AddSingleton(new NavigationItem("首页", "/", 1));
        builder.Services.AddSingleton(new NavigationItem("任务", "/tasks", 2, Elder: false));
        builder.Services.AddSingleton(new NavigationItem("复核", "/review", 3, Verb: "gazette.review"));
        _app = builder.Build();
        _app.UseGongbaoWeb();
        _app.MapGongbaoWeb();
        _app.MapGet("/api/fails", () => { throw new InvalidOperationException("secret detail"); });
        _app.MapGet("/fails", () => { throw new InvalidOperationException("secret detail"); });
        _app.MapGet("/refuses", () => Results.StatusCode(StatusCodes.Status403Forbidden));
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
    }

    public HttpClient NewClient(string? cookies = null)
    {
        var client = _app!.GetTestClient();
        if (cookies is not null) client.DefaultRequestHeaders.Add("Cookie", cookies);
        return client;
    }

    public static async Task<IDocument> ParseAsync(string html) => await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(html));

    public async Task<IDocument> PageAsync(string address, string? cookies = null) => await ParseAsync(await (await NewClient(cookies).GetAsync(address)).Content.ReadAsStringAsync());
}
