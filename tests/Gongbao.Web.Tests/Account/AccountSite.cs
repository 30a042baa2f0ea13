using System.Net;
using AngleSharp.Dom;
using Gongbao.Kernel.Time;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Platform.City.Publishing;
using Gongbao.Platform.Store;
using Gongbao.Web.Account;
using Gongbao.Web.Declarations;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongbao.Web.Tests.Account;

/// <summary>The frame with the account's pages, on a fresh SQLite database, listening on loopback.</summary>
internal sealed class AccountSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;

    private AccountSite(WebApplication app, string folder) => (_app, _folder) = (app, folder);

    public IServiceProvider Services => _app.Services;

    /// <param name="isDemo">True to let the demo's people sign in.</param>
    /// <param name="cities">The folder of the city's files; null for the committed ones.</param>
    public static async Task<AccountSite> StartAsync(bool isDemo = false, string? cities = null)
    {
        var folder = Directory.CreateTempSubdirectory("gongbao-account-").FullName;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddStore(new() { Provider = StoreProvider.Sqlite, DataFolder = folder })
            .AddSingleton(s => new CityClock(s.GetRequiredService<TimeProvider>()))
            .AddPublishedDeclarations([]).AddRunningCity(new(cities ?? CityFolder.Find()!, "qinghe", isChosen: true))
            .AddAccess(new() { DataFolder = folder, IsDemo = isDemo })
            .AddGongbaoWeb(new SiteIdentity("清河市")).AddAccountPages().AddDeclarationPages().AddRoomPages(typeof(AccountSite).Assembly);
        var app = builder.Build();
        app.UseGongbaoWeb();
        app.UseRunningCity();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGongbaoWeb();
        app.MapAccountPages();
        await app.Services.GetRequiredService<StoreStart>().ReadyAsync(default);
        Assert.Empty((await app.Services.GetRequiredService<RunningCity>().StartAsync(isDemo, default)).Refusals);
        await app.StartAsync();
        Assert.Empty((await AccessSetup.StartKeysAsync(app.Services, default)).Refusals);
        return new(app, folder);
    }

    public Visitor Open() => new(new(_app.Urls.Single()));

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>Somebody without script: reads pages, fills in forms, follows redirects.</summary>
internal sealed class Visitor(Uri site) : IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = site };

    /// <summary>Path and query of the page that is open.</summary>
    public string Address { get; private set; } = "";

    public HttpStatusCode Status { get; private set; }

    public IDocument Page { get; private set; } = null!;

    public string Heading => Page.QuerySelector("h1")!.TextContent.Trim();

    public string Text => Page.QuerySelector("main")!.TextContent;

    public void Dispose() => _http.Dispose();

    public async Task<Visitor> GoAsync(string address) => await ReadAsync(await _http.GetAsync(address), address);

    /// <summary>Sends the form that has this button, with these values beside those it has; with a redirect the answer must be a redirect.</summary>
    public async Task<Visitor> SubmitAsync(string button, params (string Name, string Value)[] values)
    {
        var form = Page.QuerySelectorAll("form").First(f => f.QuerySelectorAll("button").Any(b => b.TextContent.Trim().StartsWith(button, StringComparison.Ordinal)));
        var fields = form.QuerySelectorAll("input[type=hidden]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? ""))
            .Concat(values.Select(v => KeyValuePair.Create(v.Name, v.Value)));
        var action = form.GetAttribute("action") is { Length: > 0 } to ? to : Address;
        return await ReadAsync(await _http.PostAsync(action, new FormUrlEncodedContent(fields)), action);
    }

    private async Task<Visitor> ReadAsync(HttpResponseMessage answer, string address)
    {
        for (var hops = 0; hops < 5 && answer.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther; hops++)
        {
            var location = new Uri(_http.BaseAddress!, answer.Headers.Location!);
            Assert.Equal(_http.BaseAddress!.Authority, location.Authority);
            address = location.PathAndQuery;
            answer.Dispose();
            answer = await _http.GetAsync(address);
        }

        using (answer)
        {
            (Address, Status) = (address, answer.StatusCode);
            Page = await TestSite.ParseAsync(await answer.Content.ReadAsStringAsync());
        }

        return this;
    }
}
