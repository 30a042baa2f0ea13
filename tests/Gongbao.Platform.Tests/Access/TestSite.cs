using System.Net;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Access;
using Gongbao.Platform.Access.Accounts;
using Gongbao.Platform.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongbao.Platform.Tests.Access;

/// <summary>A small site on loopback with real sessions and tokens, over the test's store and fake time. Handlers answer "ok" or the refusal's code.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    public const string Password = "Qing-he.2026";

    private readonly WebApplication _app;

    private TestSite(TestAccess access, WebApplication app) => (Access, _app) = (access, app);

    public TestAccess Access { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<TestSite> StartAsync(StoreProvider provider, bool isDemo = false, IPAddress? pretendFrom = null)
    {
        var access = await TestAccess.CreateAsync(provider, isDemo);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        access.Add(builder.Services);
        var app = builder.Build();
        if (pretendFrom is not null)
            app.Use((http, next) =>
            {
                http.Connection.RemoteIpAddress = pretendFrom;
                return next(http);
            });
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        Map(app);
        Assert.False((await AccessSetup.StartKeysAsync(app.Services, default)).IsRefused(out _, out _));
        await app.StartAsync();
        return new(access, app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Access.DisposeAsync();
    }

    /// <summary>A browser with its own cookies that follows no redirect.</summary>
    public Browser Open() => new(new(_app.Urls.Single()));

    public Task<string?> FirstLinkAsync() => AccessSetup.FirstLinkAsync(Services, default);

    public async Task<T> InScopeAsync<TUse, T>(Func<TUse, Task<T>> use) where TUse : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TUse>());
    }

    /// <summary>Makes the first administrator <c>zhuguan</c> behind the link.</summary>
    public async Task<Browser> WithAdministratorAsync()
    {
        var link = await FirstLinkAsync();
        var browser = Open();
        Assert.Equal("ok", await browser.PostAsync("/do/first", ("secret", link![Links.Path.Length..]), ("name", "zhuguan"), ("shown", "周某某"), ("password", Password)));
        return browser;
    }

    private static void Map(WebApplication app)
    {
        app.MapPost("/do/first", (HttpContext http, Links links, CancellationToken stop) =>
            Say(links.MakeAdministratorAsync(Form(http, "secret"), Form(http, "name"), Form(http, "shown"), Form(http, "password"), stop))).AllowPublic();
        app.MapPost("/do/set-password", (HttpContext http, Links links, CancellationToken stop) =>
            Say(links.SetPasswordAsync(Form(http, "secret"), Form(http, "password"), stop))).AllowPublic();
        app.MapPost("/do/sign-in", (HttpContext http, SignInDesk desk, CancellationToken stop) =>
            Say(desk.WithPasswordAsync(http, Form(http, "name"), Form(http, "password"), stop))).AllowPublic();
        app.MapPost("/do/code", (HttpContext http, SignInDesk desk, CancellationToken stop) => Say(desk.WithCodeAsync(http, Form(http, "code"), stop))).AllowPublic();
        app.MapPost("/do/sign-out", async (HttpContext http, SignInDesk desk, CancellationToken stop) => { await desk.SignOutAsync(http, stop); return "ok"; }).AllowPublic();
        app.MapPost("/do/demo", (HttpContext http, DemoBar bar, CancellationToken stop) => Say(bar.SignInAsync(http, Form(http, "name"), stop))).AllowPublic();
        app.MapPost("/do/everywhere", async (HttpContext http, ActorSource actors, OwnAccount own, CancellationToken stop) =>
            await Say(own.SignOutEverywhereAsync(http, (await actors.FindAsync(http, stop))!, stop))).RequireSignedIn();
        app.MapPost("/do/change", async (HttpContext http, ActorSource actors, OwnAccount own, CancellationToken stop) =>
            await Say(own.ChangePasswordAsync(http, (await actors.FindAsync(http, stop))!, Form(http, "current"), Form(http, "next"), stop))).RequireSignedIn();
        app.MapPost("/do/offer", async (HttpContext http, ActorSource actors, OwnAccount own, CancellationToken stop) =>
        {
            var offer = own.OfferSecondFactor((await actors.FindAsync(http, stop))!, "zhuguan");
            return $"{offer.Secret.Replace(" ", "", StringComparison.Ordinal)}|{offer.Token}|{offer.Address}";
        }).RequireSignedIn();
        app.MapPost("/do/second-factor", async (HttpContext http, ActorSource actors, OwnAccount own, CancellationToken stop) =>
            (await own.TurnOnSecondFactorAsync(http, (await actors.FindAsync(http, stop))!, Form(http, "token"), Form(http, "code"), Form(http, "password"), stop))
                .IsRefused(out var no, out var codes) ? no.Code : "ok:" + string.Join('|', codes.Codes)).RequireSignedIn();
        app.MapGet("/mine", async (HttpContext http, ActorSource actors, CancellationToken stop) => (await actors.FindAsync(http, stop))!.Name).RequireSignedIn();
        app.MapGet("/accounts", () => "accounts").RequireVerb("access.manage-accounts");
        app.MapGet("/desk", () => "desk").RequireVerb("gazette.review");
        app.MapGet("/api/mine", async (HttpContext http, ActorSource actors, CancellationToken stop) => (await actors.FindAsync(http, stop))!.ActorId.Value).RequireSignedIn();
        app.MapGet("/api/desk", () => "desk").RequireVerb("gazette.review");
        app.MapGet("/api/import", () => "import").RequireVerb("gazette.import");
        app.MapGet("/api/unit/{unit}", async (string unit, HttpContext http, ActorSource actors, CancellationToken stop) =>
            (await actors.FindAsync(http, stop))!.May("gazette.review", new(Unit: unit)) ? "yes" : "no").RequireVerb("gazette.review");
        app.MapGet("/api/forgotten", () => "forgotten");
        app.MapGet("/forgotten", () => "forgotten");
    }

    private static string Form(HttpContext http, string name) => http.Request.Form[name].ToString();

    private static async Task<string> Say<T>(Task<Result<T>> result) => (await result) is var answer && answer.Refusals.Count > 0
        ? string.Join(',', answer.Refusals.Select(r => r.Code))
        : answer.IsRefused(out _, out var value) || value is not SignInStep.SecondFactor ? "ok" : "code";
}

/// <summary>A client with a cookie jar.</summary>
internal sealed class Browser : IDisposable
{
    private readonly HttpClient _http;
    private readonly CookieContainer _cookies = new();

    public Browser(Uri site) => _http = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = _cookies }) { BaseAddress = site };

    public string Bearer
    {
        set => _http.DefaultRequestHeaders.Authorization = new("Bearer", value);
    }

    public string? SessionCookie => _cookies.GetCookies(_http.BaseAddress!)["gongbao.session"]?.Value;

    public void Dispose() => _http.Dispose();

    public async Task<string> PostAsync(string path, params (string Name, string Value)[] form)
    {
        using var answer = await _http.PostAsync(path, new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value))));
        return answer.StatusCode is HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync() : ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    public Task<string> SignInAsync(string name, string password) => PostAsync("/do/sign-in", ("name", name), ("password", password));

    /// <summary>The text of a page that is open, else its status: <c>302</c> to the sign-in page.</summary>
    public async Task<string> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(path);
        return answer.StatusCode is HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync() : ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    public async Task<HttpResponseMessage> AnswerAsync(string path) => await _http.GetAsync(path);

    /// <summary>The attributes with which the session cookie was set.</summary>
    public async Task<string> SetCookieAsync(string path, params (string Name, string Value)[] form)
    {
        using var answer = await _http.PostAsync(path, new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value))));
        return answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("gongbao.session=", StringComparison.Ordinal));
    }

    public void TakeSessionOf(Browser other) => _cookies.Add(_http.BaseAddress!, new Cookie("gongbao.session", other.SessionCookie));
}
