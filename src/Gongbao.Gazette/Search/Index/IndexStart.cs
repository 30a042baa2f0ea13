using Gongbao.Gazette.Library.Storage;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Gongbao.Gazette.Search.Index;

/// <summary>
/// At the start of a site: a library that is older than the index, or whose rebuild was cut short, gets its index while the site already
/// serves. Then what is kept of the index in the process is read, so that the first who ask need not wait for it.
/// </summary>
internal sealed class IndexStart(IServiceScopeFactory scopes, IndexRebuild rebuild, SearchFacts facts) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (await IsWantedAsync(stoppingToken)) await rebuild.RunAsync(ActorId.System("search"), (_, _) => { }, stoppingToken);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GazetteDb>();
        await using var moment = await db.AtOneMomentAsync(stoppingToken);
        await facts.WarmAsync(new(db, await SearchState.ReadAsync(db, stoppingToken), facts), stoppingToken);
    }

    private async Task<bool> IsWantedAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GazetteDb>();
        var state = await SearchState.ReadAsync(db, stop);
        return state.Building is not null || (state is { Generation: 0, NextId: 1 } && await db.Documents.AnyAsync(d => !d.IsWithdrawn, stop));
    }
}
