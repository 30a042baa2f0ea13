using Gongbao.Kernel.Time;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Gongbao.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongbao.Testing;

/// <summary>The pages and the API of a room on a loopback port, on an embedded database of its own, behind the house's rules of access. Who acts is said by a header.</summary>
public abstract class RoomSite : IAsyncDisposable
{
    private const string As = "X-As";

    private readonly WebApplication _app;
    private readonly string _folder = Directory.CreateTempSubdirectory("gongbao-site-").FullName;

    /// <param name="city">What the city declares.</param>
    /// <param name="clock">Legal time.</param>
    /// <param name="who">Who is meant by a word of the header; null for nobody.</param>
    /// <param name="add">Adds the services of rooms.</param>
    /// <param name="map">Maps the pages and the API of rooms.</param>
    /// <param name="address">Where the site is declared to stand; null where it is not.</param>
    protected RoomSite(CityDeclarations city, CityClock clock, Func<string, Actor?> who, Action<IServiceCollection> add, Action<WebApplication> map, Uri? address = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(clock);
        builder.Services.AddStore(new() { Provider = StoreProvider.Sqlite, DataFolder = _folder }).AddSingleton(city).AddAccess(new() { DataFolder = _folder }).AddGongbaoWeb(new SiteIdentity("清河市", address));
        add(builder.Services);
        builder.Services.AddSingleton<ActorSource>(new NamedActors(who));
        _app = builder.Build();
        _app.UseGongbaoWeb();
        _app.UseAuthentication();
        _app.Use(SignInAsync);
        _app.UseAuthorization();
        _app.MapGongbaoWeb();
        map(_app);
    }

    public IServiceProvider Services => _app.Services;

    /// <summary>Legal time of the site.</summary>
    public CityClock Clock => Services.GetRequiredService<CityClock>();

    protected Task ListenAsync() => _app.StartAsync();

    /// <summary>Asks something that lives as long as a request.</summary>
    public async Task<T> AskAsync<TService, T>(Func<TService, Task<T>> ask) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>A client that follows no redirect.</summary>
    /// <param name="actor">Who acts; null for nobody.</param>
    /// <param name="keepsCookies">Whether it keeps cookies, as a browser does.</param>
    public HttpClient Open(string? actor = null, bool keepsCookies = false)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = keepsCookies }) { BaseAddress = new(_app.Urls.Single()) };
        if (actor is not null) client.DefaultRequestHeaders.Add(As, actor);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>A program that shows a token is known, whatever it may do: it is told that it may not, and not to sign in.</summary>
    private static async Task SignInAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path.StartsWithSegments("/api") && await http.RequestServices.GetRequiredService<ActorSource>().FindAsync(http, http.RequestAborted) is not null)
            http.User = new(new System.Security.Claims.ClaimsIdentity("test"));
        await next(http);
    }

    private sealed class NamedActors(Func<string, Actor?> who) : ActorSource
    {
        public override ValueTask<Actor?> FindAsync(HttpContext http, CancellationToken stop) => ValueTask.FromResult(who(http.Request.Headers[As].ToString()));
    }
}
