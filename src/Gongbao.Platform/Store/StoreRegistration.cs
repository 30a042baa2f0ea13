using Gongbao.Platform.Files;
using Gongbao.Platform.Journal;
using Gongbao.Platform.Journal.Anchoring;
using Gongbao.Platform.Store.Backup;
using Gongbao.Platform.Store.Lanes;
using Gongbao.Platform.Store.Storage;
using Gongbao.Platform.Store.Upkeep;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Gongbao.Platform.Store;

/// <summary>Registers the store, the rooms' contexts and the receivers of facts.</summary>
public static class StoreRegistration
{
    /// <summary>
    /// Registers the <see cref="Writer"/> and what it stands on; call once, before <see cref="AddRoomDb"/>. A hosted program
    /// migrates at start and drains at stop; a command calls <see cref="StoreStart.ReadyAsync"/> first.
    /// </summary>
    public static IServiceCollection AddStore(this IServiceCollection services, StoreOptions options)
    {
        if (options.Provider is StoreProvider.Postgres) ArgumentException.ThrowIfNullOrEmpty(options.ConnectionString, nameof(options));
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddScoped<LaneScope>();
        services.AddSingleton(s => new StoreStart(options, s, s.GetRequiredService<ILogger<StoreStart>>()));
        services.AddHostedService(s => s.GetRequiredService<StoreStart>());
        services.AddSingleton<JournalAnchors>();
        services.AddSingleton<CitySignature>();
        services.AddHostedService(s => s.GetRequiredService<JournalAnchors>());
        services.AddSingleton(_ => new JournalVerifier(options));
        services.AddSingleton<StoreBackup>();
        services.AddSingleton<StoreRestore>();
        services.AddScoped(s => new StoredFiles(s.GetRequiredService<StoreDb>()));
        services.AddSingleton(s => new Writer(options, queue => OpenLanes(options, queue, s), s.GetRequiredService<JournalAnchors>().TryAnchor));
        return services.AddRoomDb<StoreDb, SqliteStoreDb, PostgresStoreDb>();
    }

    /// <summary>Has a hosted program forget what the city declares to be kept only for a while. Needs the city's declarations among the services.</summary>
    public static IServiceCollection AddStoreUpkeep(this IServiceCollection services) => services.AddHostedService<AnswerUpkeep>();

    /// <summary>Registers a room's context: for reading where a request asks for it, for writing on the lanes.</summary>
    /// <typeparam name="TDb">The room's abstract context.</typeparam>
    /// <typeparam name="TSqlite">Its heir that holds the SQLite migrations; its constructor takes <c>DbContextOptions&lt;TSqlite&gt;</c>.</typeparam>
    /// <typeparam name="TPostgres">Its heir that holds the PostgreSQL migrations, likewise.</typeparam>
    public static IServiceCollection AddRoomDb<TDb, TSqlite, TPostgres>(this IServiceCollection services)
        where TDb : RoomDb
        where TSqlite : TDb
        where TPostgres : TDb
    {
        services.AddSingleton(s =>
        {
            var store = s.GetRequiredService<StoreOptions>();
            return store.Provider is StoreProvider.Sqlite ? Registration<TDb, TSqlite>(store) : Registration<TDb, TPostgres>(store);
        });
        services.AddScoped(s => s.GetRequiredService<LaneScope>().Unit is { } unit
            ? (TDb)unit.Db(typeof(TDb))
            : (TDb)s.GetServices<RoomRegistration>().First(r => r.Room == typeof(TDb)).OpenForReading());
        return services;
    }

    /// <summary>Lists a receiver of a fact; receivers of one fact are called in the order of listing.</summary>
    public static IServiceCollection AddReceiver<TFact, TReceiver>(this IServiceCollection services)
        where TFact : notnull
        where TReceiver : class, IReceive<TFact> => services.AddScoped<IReceive<TFact>, TReceiver>();

    private static RoomRegistration Registration<TDb, THeir>(StoreOptions store)
        where TDb : RoomDb
        where THeir : TDb
    {
        var make = ActivatorUtilities.CreateFactory<THeir>([typeof(DbContextOptions<THeir>)]);
        var reading = RoomDbOptions.ForReading<THeir>(store, store.ReadingConnectionString);
        return new(
            typeof(TDb),
            (options, connection, interceptor) => make(NoServices.Instance, [RoomDbOptions.ForLane<THeir>(options, connection, interceptor)]),
            () => make(NoServices.Instance, [reading]));
    }

    private static List<Lane> OpenLanes(StoreOptions options, LaneQueue queue, IServiceProvider services) =>
    [
        .. Enumerable.Range(1, options.LaneCount).Select(n => new Lane(
            $"store lane {n}",
            options,
            queue,
            options.Provider is StoreProvider.Sqlite ? new SqliteLink(options) : new PostgresLink(options),
            services)),
    ];

    /// <summary>Contexts take their options and nothing else.</summary>
    private sealed class NoServices : IServiceProvider
    {
        public static NoServices Instance { get; } = new();

        public object? GetService(Type serviceType) => null;
    }
}
