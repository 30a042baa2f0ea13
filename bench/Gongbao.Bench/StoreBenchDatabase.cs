using Gongbao.Platform.Store;
using Gongbao.Platform.Store.Lanes;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Gongbao.Bench;

/// <summary>A fresh store with the two rooms; PostgreSQL where <c>GONGBAO_TEST_POSTGRES</c> names a server.</summary>
internal sealed class StoreBenchDatabase : IAsyncDisposable
{
    private readonly string? _server;
    private readonly string _name = "gongbao_bench_" + Guid.CreateVersion7().ToString("N");

    private StoreBenchDatabase(StoreProvider provider, string? server)
    {
        _server = server;
        Options = new StoreOptions
        {
            Provider = provider,
            DataFolder = Directory.CreateTempSubdirectory("gongbao-bench-").FullName,
            ConnectionString = server is null ? null : new NpgsqlConnectionStringBuilder(server) { Database = _name }.ConnectionString,
        };
    }

    public StoreOptions Options { get; }

    public ServiceProvider Services { get; private set; } = null!;

    public Writer Writer => Services.GetRequiredService<Writer>();

    public static string? Server => Environment.GetEnvironmentVariable("GONGBAO_TEST_POSTGRES");

    /// <summary>The program's own rooms instead of the two, migrated as the program does it.</summary>
    public static async Task<StoreBenchDatabase> CreateAsync(StoreProvider provider, Func<IServiceCollection, IServiceCollection> rooms)
    {
        var bench = new StoreBenchDatabase(provider, provider is StoreProvider.Postgres ? Server : null);
        await bench.ServerAsync($"create database {bench._name}");
        var services = new ServiceCollection();
        services.AddStore(bench.Options);
        rooms(services);
        bench.Services = services.BuildServiceProvider();
        await bench.Services.GetRequiredService<StoreStart>().ReadyAsync(CancellationToken.None);
        return bench;
    }

    public static async Task<StoreBenchDatabase> CreateAsync(StoreProvider provider)
    {
        var bench = new StoreBenchDatabase(provider, provider is StoreProvider.Postgres ? Server : null);
        await bench.ServerAsync($"create database {bench._name}");
        var services = new ServiceCollection();
        services.AddStore(bench.Options);
        services.AddRoomDb<LedgerDb, SqliteLedgerDb, PostgresLedgerDb>();
        services.AddRoomDb<DeskDb, SqliteDeskDb, PostgresDeskDb>();
        bench.Services = services.BuildServiceProvider();
        await bench.Services.GetRequiredService<StoreStart>().ReadyAsync(CancellationToken.None);
        using var link = bench.Link();
        foreach (var room in bench.Services.GetServices<RoomRegistration>().Where(r => r.Room == typeof(LedgerDb) || r.Room == typeof(DeskDb)))
        {
            await using var db = room.OpenOnLane(bench.Options, link.Connection, null);
            await db.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
        }

        return bench;
    }

    /// <summary>A connection as a lane has it.</summary>
    public LaneLink Link()
    {
        LaneLink link = Options.Provider is StoreProvider.Sqlite ? new SqliteLink(Options) : new PostgresLink(Options);
        link.Open();
        return link;
    }

    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        await Services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        await ServerAsync($"drop database if exists {_name} with (force)");
        Directory.Delete(Options.DataFolder, recursive: true);
    }

    /// <summary>Has the server do something, in its own database or inside the bench's; nothing on SQLite.</summary>
    public async Task ServerAsync(string sql, bool inside = false)
    {
        if (_server is null) return;
        await using var connection = new NpgsqlConnection(inside ? Options.ConnectionString : _server);
        await connection.OpenAsync();
#pragma warning disable CA2100 // nothing in it comes from outside
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 3600 };
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
