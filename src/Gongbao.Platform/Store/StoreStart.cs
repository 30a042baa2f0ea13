using Gongbao.Platform.Store.Start;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongbao.Platform.Store;

/// <summary>Brings the database to the program's shape before anything is served, and lets the writer finish at stop.</summary>
public sealed partial class StoreStart : IHostedService, IDisposable
{
    private readonly StoreOptions _options;
    private readonly IServiceProvider _services;
    private readonly ILogger<StoreStart> _log;
    private FileStream? _inUse;

    internal StoreStart(StoreOptions options, IServiceProvider services, ILogger<StoreStart> log) =>
        (_options, _services, _log) = (options, services, log);

    /// <summary>
    /// Makes the data folder and the database where they are missing and migrates every room. Processes that start
    /// together wait for one another; a lock whose holder died is void.
    /// </summary>
    public async Task ReadyAsync(CancellationToken stop)
    {
        DataFolders.Make(_options.DataFolder);
        _inUse ??= StoreInUse.TakeShared(_options.DataFolder);
        await using var held = await MigrationLock.TakeAsync(_options, stop);
        foreach (var room in _services.GetServices<RoomRegistration>())
        {
            await using var db = room.OpenForMigrating(_options, held.Connection);
            var pending = (await db.Database.GetPendingMigrationsAsync(stop)).ToList();
            if (pending.Count == 0) continue;
            await db.Database.MigrateAsync(stop);
            LogMigrated(room.Room.Name, pending.Count);
        }
    }

    Task IHostedService.StartAsync(CancellationToken cancellationToken) => ReadyAsync(cancellationToken);

    async Task IHostedService.StopAsync(CancellationToken cancellationToken) =>
        await _services.GetRequiredService<Writer>().DisposeAsync();

    /// <summary>Lets go of the data folder, so that it may be restored over.</summary>
    public void Dispose() => _inUse?.Dispose();

    [LoggerMessage(1110, LogLevel.Information, "{Room} brought up to date by {Count} migrations")]
    private partial void LogMigrated(string room, int count);
}
