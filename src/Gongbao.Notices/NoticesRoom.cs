using System.CommandLine;
using Gongbao.Contracts.Notices;
using Gongbao.Notices.Ladders;
using Gongbao.Notices.Sending;
using Gongbao.Notices.Storage;
using Gongbao.Notices.Telling;
using Gongbao.Platform.City;
using Gongbao.Platform.Hosting;
using Gongbao.Platform.Store;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Notices;

/// <summary>The room of notices (告知): tells people what is owed and when, and climbs a ladder until somebody answers.</summary>
public static class NoticesRoom
{
    /// <summary>The room's storage, use cases and pages.</summary>
    public static IServiceCollection AddServices(IServiceCollection services)
    {
        services.AddRoomDb<NoticesDb, SqliteNoticesDb, PostgresNoticesDb>();
        services.AddSingleton<RulesInForce>();
        services.AddTransient(s => s.GetRequiredService<RulesInForce>().Of(s.GetRequiredService<CityDeclarations>()));
        services.AddReceiver<WatchBegun, KeepWatches>();
        services.AddReceiver<WatchEnded, KeepWatches>();
        services.AddReceiver<Tell, KeepWatches>();
        services.AddSingleton<LadderSignal>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<ChannelSecrets>();
        services.AddScoped<Reach>();
        services.AddScoped<Climb>();
        services.AddScoped<GiveOut>();
        services.AddSingleton<LadderRun>();
        services.AddHostedService(s => s.GetRequiredService<LadderRun>());
        return services;
    }

    /// <summary>The room's endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes) => _ = routes;

    /// <summary>The room's commands.</summary>
    public static IReadOnlyList<Command> Commands(OpenServices open) => [];
}
