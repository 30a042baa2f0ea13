using Gongbao.Kernel.Time;
using Gongbao.Notices.Desk;
using Gongbao.Platform.Access;
using Gongbao.Platform.Store;
using Gongbao.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongbao.Notices.Tests;

/// <summary>The room's pages and API on a loopback port with its engine running, behind the house's rules of access. Who acts is said by a header.</summary>
internal sealed class NoticesSite : IAsyncDisposable
{
    private const string As = "X-As";

    private readonly WebApplication _app;
    private readonly string _folder;

    private NoticesSite(WebApplication app, string folder) => (_app, _folder) = (app, folder);

    public static async Task<NoticesSite> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("gongbao-notices-site-").FullName;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(new CityClock(TimeProvider.System, TestNotices.Start));
        builder.Services.AddStore(new() { Provider = StoreProvider.Sqlite, DataFolder = folder })
            .AddSingleton(SampleCity.Declared).AddAccess(new() { DataFolder = folder })
            .AddGongbaoWeb(new SiteIdentity("清河市", null));
        NoticesRoom.AddServices(builder.Services);
        builder.Services.AddSingleton<Contracts.Gazette.IFollowed, FollowedThings>();
        builder.Services.AddSingleton<ActorSource, NamedActors>();
        var app = builder.Build();
        app.UseGongbaoWeb();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGongbaoWeb();
        NoticesRoom.Map(app);
        await app.StartAsync();
        return new(app, folder);
    }

    public IServiceProvider Services => _app.Services;

    public CityClock Clock => Services.GetRequiredService<CityClock>();

    public Writer Writer => Services.GetRequiredService<Writer>();

    /// <summary>A client that keeps cookies as a browser does and follows no redirect.</summary>
    /// <param name="account">Who acts; null for nobody.</param>
    /// <param name="manages">Whether this is somebody of the follow-up office.</param>
    public HttpClient Open(Guid? account = null, bool manages = false)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = new(_app.Urls.Single()) };
        if (account is { } id) client.DefaultRequestHeaders.Add(As, $"{id:N}{(manages ? "+" : "")}");
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class NamedActors : ActorSource
    {
        public override ValueTask<Actor?> FindAsync(HttpContext http, CancellationToken stop)
        {
            var said = http.Request.Headers[As].ToString();
            return ValueTask.FromResult(Guid.TryParseExact(said.TrimEnd('+'), "N", out var id)
                ? TestNotices.ActorOf(id, said.EndsWith('+') ? [NoticesDesk.ReadVerb, NoticesDesk.ManageVerb] : [])
                : null);
        }
    }
}
