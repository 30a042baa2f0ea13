using Gongbao.Gazette;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Gongbao.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongbao.Ledger.Tests;

/// <summary>The room's pages and API on a loopback port with the sample issue, behind the house's rules of access. Who acts is said by a header.</summary>
internal sealed class LedgerSite : IAsyncDisposable
{
    public const string As = "X-As";

    private readonly WebApplication _app;
    private readonly string _folder;

    private LedgerSite(WebApplication app, string folder) => (_app, _folder) = (app, folder);

    public static async Task<LedgerSite> StartAsync(DateOnly today)
    {
        var folder = Directory.CreateTempSubdirectory("gongbao-ledger-").FullName;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(new CityClock(TimeProvider.System, today.StartsAt().AddHours(9)));
        builder.Services.AddStore(new() { Provider = StoreProvider.Sqlite, DataFolder = folder })
            .AddSingleton(CityDeclarations.Load(CityFolder.Find()!, "qinghe").Required()).AddAccess(new() { DataFolder = folder })
            .AddGongbaoWeb(new SiteIdentity("清河市"));
        GazetteRoom.AddServices(builder.Services);
        LedgerRoom.AddServices(builder.Services);
        builder.Services.AddSingleton<ActorSource, NamedActors>();
        var app = builder.Build();
        app.UseGongbaoWeb();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGongbaoWeb();
        LedgerRoom.Map(app);
        await app.StartAsync();
        Assert.Equal(0, await GazetteRoom.ImportAsync(app.Services, new(Path.Combine(RepositoryRoot.Folder, "samples", "qinghe-2025-03.txt")), CancellationToken.None));
        return new(app, folder);
    }

    /// <summary>A client that follows no redirect.</summary>
    public HttpClient Open(string? actor = null)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(_app.Urls.Single()) };
        if (actor is not null) client.DefaultRequestHeaders.Add(As, actor);
        return client;
    }

    /// <summary>Asks something that lives as long as a request.</summary>
    public async Task<T> AskAsync<TService, T>(Func<TService, Task<T>> ask) where TService : notnull
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>The journal, one line an entry: verb and subject.</summary>
    public async Task<List<string>> JournalAsync()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LedgerDb>().Database.SqlQuery<string>($"select verb || ' ' || subject as \"Value\" from store_journal_entry order by number").ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class NamedActors : ActorSource
    {
        private static readonly Actor FollowUp = LedgerTests.Person("follow-up", AccessScope.City, LedgerRules.ManageVerb, LedgerRules.VerifyVerb) with { Kind = ActorKind.ApiClient };
        private static readonly Actor Housing = LedgerTests.Liaison("housing") with { Kind = ActorKind.ApiClient };

        public override ValueTask<Actor?> FindAsync(HttpContext http, CancellationToken stop) => ValueTask.FromResult<Actor?>(http.Request.Headers[As].ToString() switch
        {
            "follow-up" => FollowUp,
            "housing" => Housing,
            _ => null,
        });
    }
}
