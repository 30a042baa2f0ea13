using Gongbao.Kernel.Results;
using Gongbao.Platform.Store;
using Gongbao.Platform.Store.Lanes;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongbao.Platform.Tests.Store;

/// <summary>A store with the two rooms of the tests, on a fresh database of either kind.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    private readonly TestPostgres? _postgres;
    private readonly bool _keepsFolder;

    private TestStore(StoreOptions options, TestPostgres? postgres, ServiceProvider services, bool keepsFolder) =>
        (Options, _postgres, Services, _keepsFolder) = (options, postgres, services, keepsFolder);

    public StoreOptions Options { get; }

    public ServiceProvider Services { get; }

    public Writer Writer => Services.GetRequiredService<Writer>();

    public static Act Act { get; } = new(ActorId.System("test"), "shelf.put", "shelf:1");

    public static async Task<TestStore> CreateAsync(
        StoreProvider provider, Action<IServiceCollection>? more = null, int lanes = 1, int waiting = 4_000)
    {
        var postgres = provider is StoreProvider.Postgres ? await TestPostgres.CreateAsync() : null;
        var options = new StoreOptions
        {
            Provider = provider,
            DataFolder = Directory.CreateTempSubdirectory("gongbao-store-").FullName,
            ConnectionString = postgres?.ConnectionString,
            Lanes = lanes,
            WaitingUnits = waiting,
        };
        return await OpenAsync(options, postgres, more);
    }

    /// <summary>Opens the same database again, as another process would.</summary>
    public Task<TestStore> ReopenAsync(Action<IServiceCollection>? more = null) => OpenAsync(Options, null, more, keepsFolder: true);

    public static async Task<TestStore> OpenAsync(
        StoreOptions options, TestPostgres? postgres, Action<IServiceCollection>? more, bool keepsFolder = false, CancellationToken stop = default)
    {
        var services = new ServiceCollection();
        services.AddStore(options);
        services.AddLogging(log => log.SetMinimumLevel(LogLevel.Warning));
        services.AddRoomDb<ShelfDb, SqliteShelfDb, PostgresShelfDb>();
        services.AddRoomDb<LoanDb, SqliteLoanDb, PostgresLoanDb>();
        more?.Invoke(services);
        var store = new TestStore(options, postgres, services.BuildServiceProvider(), keepsFolder);
        await store.Services.GetRequiredService<StoreStart>().ReadyAsync(stop);
        await store.MakeTestTablesAsync();
        return store;
    }

    public Task<Result<Guid>> PutAsync(string title, Act? act = null) => Writer.DoAsync<Guid>(act ?? Act, async (unit, stop) =>
    {
        var book = new Book { Id = Guid.CreateVersion7(), Title = title, ShelvedAt = unit.At };
        unit.Db<ShelfDb>().Add(book);
        await Task.CompletedTask;
        return book.Id;
    }, CancellationToken.None);

    public async Task<T> ReadAsync<TDb, T>(Func<TDb, Task<T>> read) where TDb : RoomDb
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TDb>());
    }

    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        await Services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (_postgres is not null) await _postgres.DisposeAsync();
        if (!_keepsFolder) Directory.Delete(Options.DataFolder, recursive: true);
    }

    /// <summary>The tests' rooms have no migrations: their tables are made from the model.</summary>
    private async Task MakeTestTablesAsync()
    {
        LaneLink link = Options.Provider is StoreProvider.Sqlite ? new SqliteLink(Options) : new PostgresLink(Options);
        using (link)
        {
            link.Open();
            foreach (var room in Services.GetServices<RoomRegistration>().Where(r => r.Room == typeof(ShelfDb) || r.Room == typeof(LoanDb)))
            {
                await using var db = room.OpenOnLane(Options, link.Connection, null);
                var creator = db.GetService<IRelationalDatabaseCreator>();
                try
                {
                    await creator.CreateTablesAsync();
                }
                catch (System.Data.Common.DbException)
                {
                    // made by an earlier opening of the same database
                }
            }
        }
    }
}
