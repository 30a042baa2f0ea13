using System.CommandLine;
using Gongbao.Notices.Storage;
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
        return services;
    }

    /// <summary>The room's endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes) => _ = routes;

    /// <summary>The room's commands.</summary>
    public static IReadOnlyList<Command> Commands(OpenServices open) => [];
}
