using Gongbao.Gazette.Campaigns;
using Gongbao.Gazette.Classification;
using Gongbao.Gazette.Import;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Review;
using Gongbao.Gazette.Tests.Generated;
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

namespace Gongbao.Gazette.Tests.Library;

/// <summary>The room's pages and API on a loopback port, behind the house's rules of access. Who acts is said by a header.</summary>
internal sealed class GazetteSite : IAsyncDisposable
{
    public const string As = "X-As";

    private readonly WebApplication _app;
    private readonly string _folder;

    private GazetteSite(WebApplication app, string folder) => (_app, _folder) = (app, folder);

    /// <param name="address">Where the site is declared to stand; null where it is not.</param>
    /// <param name="city">What the city declares; null for the sample city.</param>
    public static async Task<GazetteSite> StartAsync(Uri? address = null, CityDeclarations? city = null)
    {
        var folder = Directory.CreateTempSubdirectory("gongbao-gazette-").FullName;
        city ??= SampleCity.Declared;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(new CityClock(TimeProvider.System));
        builder.Services.AddStore(new() { Provider = StoreProvider.Sqlite, DataFolder = folder })
            .AddSingleton(city).AddAccess(new() { DataFolder = folder })
            .AddGongbaoWeb(new SiteIdentity("清河市", address));
        GazetteRoom.AddServices(builder.Services);
        builder.Services.AddSingleton<ActorSource, NamedActors>();
        var app = builder.Build();
        app.UseGongbaoWeb();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGongbaoWeb();
        GazetteRoom.Map(app);
        await app.StartAsync();
        return new(app, folder);
    }

    public Task ImportAsync(GazetteReading reading) =>
        _app.Services.GetRequiredService<ImportIssue>().HandleAsync(reading, ActorId.System("test"), CancellationToken.None);

    /// <summary>Legal time of the site.</summary>
    public CityClock Clock => _app.Services.GetRequiredService<CityClock>();

    /// <summary>A client that follows no redirect.</summary>
    public HttpClient Open(string? actor = null)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(_app.Urls.Single()) };
        if (actor is not null) client.DefaultRequestHeaders.Add(As, actor);
        return client;
    }

    /// <summary>A client that keeps cookies as a browser does and follows no redirect.</summary>
    public HttpClient OpenWithCookies(string actor)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = new(_app.Urls.Single()) };
        client.DefaultRequestHeaders.Add(As, actor);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class NamedActors : ActorSource
    {
        private static readonly Actor Organiser = new(Guid.CreateVersion7(), ActorKind.ApiClient, "清理程序", [new("editor", AccessScope.City, new HashSet<string> { CleanUpRules.Verb, CleanUpRules.OpinionVerb })]);
        private static readonly Actor Drafter = new(Guid.CreateVersion7(), ActorKind.ApiClient, "制发程序", [new("reviewer", AccessScope.City, new HashSet<string> { CleanUpRules.OpinionVerb })]);
        private static readonly Actor Importer = new(Guid.CreateVersion7(), ActorKind.ApiClient, "别的程序", [new("reader", AccessScope.City, new HashSet<string> { "gazette.import" })]);
        private static readonly Actor Lawyer = new(Guid.CreateVersion7(), ActorKind.ApiClient, "审核程序", [new("legal-reviewer", AccessScope.City, new HashSet<string> { CleanUpRules.OpinionVerb })]);

        public override ValueTask<Actor?> FindAsync(HttpContext http, CancellationToken stop) => ValueTask.FromResult<Actor?>(http.Request.Headers[As].ToString() switch
        {
            "reviewer" => new(Guid.CreateVersion7(), ActorKind.ApiClient, "审读程序", [new("reviewer", AccessScope.City, new HashSet<string> { DecideReadings.Verb, DecideClasses.Verb })]),
            "organiser" => Organiser,
            "drafter" => Drafter,
            "lawyer" => Lawyer,
            "reader" => Importer,
            _ => null,
        });
    }
}
