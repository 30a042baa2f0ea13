using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Platform.Access;
using Gongbao.Platform.Access.Declarations;
using Gongbao.Platform.Access.Storage;
using Gongbao.Platform.City;
using Gongbao.Platform.Journal;
using Gongbao.Platform.Store;
using Gongbao.Platform.Store.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Gongbao.Platform.Tests.Access;

/// <summary>Store and access on a fresh database of either kind, with fake time and every log line kept.</summary>
internal sealed class TestAccess : IAsyncDisposable
{
    private readonly TestPostgres? _postgres;
    private readonly bool _keepsFolder;

    private TestAccess(StoreOptions store, AccessOptions access, TestPostgres? postgres, FakeTimeProvider time, KeptLog log, bool keepsFolder)
    {
        (Store, Access, _postgres, Time, Log, _keepsFolder) = (store, access, postgres, time, log, keepsFolder);
        var services = new ServiceCollection();
        Add(services);
        Services = services.BuildServiceProvider();
    }

    public StoreOptions Store { get; }

    public AccessOptions Access { get; }

    public FakeTimeProvider Time { get; }

    public KeptLog Log { get; }

    public ServiceProvider Services { get; }

    public Writer Writer => Get<Writer>();

    public static Act Act { get; } = new(ActorId.System("test"), "test.write", "test:1");

    public static AccessDeclarations Declared { get; } = AccessSetup.Declared(CityDeclarations.Load(CityFolder.Find()!, "qinghe").Required());

    public static async Task<TestAccess> CreateAsync(StoreProvider provider, bool isDemo = false)
    {
        var postgres = provider is StoreProvider.Postgres ? await TestPostgres.CreateAsync() : null;
        var folder = Directory.CreateTempSubdirectory("gongbao-access-").FullName;
        var store = new StoreOptions { Provider = provider, DataFolder = folder, ConnectionString = postgres?.ConnectionString };
        var access = new AccessOptions { DataFolder = folder, IsDemo = isDemo, PasswordRounds = 1_000 };
        var test = new TestAccess(store, access, postgres, new(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero)), new(), keepsFolder: false);
        await test.Services.GetRequiredService<StoreStart>().ReadyAsync(CancellationToken.None);
        return test;
    }

    /// <summary>As <see cref="CreateAsync"/>, and the keys are made.</summary>
    public static async Task<TestAccess> StartAsync(StoreProvider provider, bool isDemo = false)
    {
        var test = await CreateAsync(provider, isDemo);
        Assert.False((await test.StartKeysAsync()).IsRefused(out _, out _));
        return test;
    }

    /// <summary>Another process on the same database.</summary>
    public TestAccess Again() => new(Store, Access, null, Time, Log, keepsFolder: true);

    public void Add(IServiceCollection services)
    {
        services.AddSingleton<TimeProvider>(Time).AddSingleton(_ => new CityClock(Time));
        services.AddLogging(log => log.SetMinimumLevel(LogLevel.Debug).AddProvider(Log));
        services.AddStore(Store).AddSingleton(Declared).AddAccess(Access);
    }

    public Task<Result<bool>> StartKeysAsync() => AccessSetup.StartKeysAsync(Services, CancellationToken.None);

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Uses something of a request's scope.</summary>
    public async Task<T> InScopeAsync<TUse, T>(Func<TUse, Task<T>> use) where TUse : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TUse>());
    }

    public Task<T> ReadAsync<T>(Func<AccessDb, Task<T>> read) => InScopeAsync(read);

    public Task<List<JournalEntry>> JournalAsync() =>
        InScopeAsync<StoreDb, List<JournalEntry>>(db => db.Journal.OrderBy(e => e.Number).ToListAsync());

    public async Task<T> WriteAsync<T>(Func<UnitOfWork, CancellationToken, Task<T>> unit)
    {
        var result = await Writer.DoAsync<T>(Act, async (u, stop) => await unit(u, stop), CancellationToken.None);
        Assert.False(result.IsRefused(out _, out var value));
        return value!;
    }

    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        await Services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (_postgres is not null) await _postgres.DisposeAsync();
        if (!_keepsFolder) Directory.Delete(Store.DataFolder, recursive: true);
    }
}

/// <summary>Keeps what was logged, to show what was not.</summary>
internal sealed class KeptLog : ILoggerProvider, ILogger
{
    private readonly List<string> _lines = [];

    public string Text
    {
        get
        {
            lock (_lines) return string.Join('\n', _lines);
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lines) _lines.Add(formatter(state, exception) + exception);
    }
}
