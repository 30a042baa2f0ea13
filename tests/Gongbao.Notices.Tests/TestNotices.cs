using Gongbao.Contracts.Notices;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Notices.Sending;
using Gongbao.Notices.Storage;
using Gongbao.Notices.Telling;
using Gongbao.Platform.Access;
using Gongbao.Platform.Access.Accounts;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Gongbao.Notices.Tests;

/// <summary>The room on a database of either kind, with real accounts, fake real time, and legal time that is moved by the test.</summary>
internal sealed class TestNotices : IAsyncDisposable
{
    /// <summary>The morning on which every test begins: a Monday.</summary>
    public static readonly DateTimeOffset Start = Beijing.At(new(2023, 5, 8), new(10, 0));

    /// <summary>Signs calls to the gateway.</summary>
    public const string Secret = "test-only-secret";

    private static readonly Actor Administrator = new(Guid.CreateVersion7(), ActorKind.Account, "管理员", [new("administrator", AccessScope.City, new HashSet<string> { AccountAdministration.Verb, AccountAdministration.RolesVerb })]);

    private readonly TestPostgres? _postgres;
    private readonly StoreOptions _store;
    private readonly bool _keepsFolder;

    private TestNotices(StoreOptions store, TestPostgres? postgres, CityDeclarations city, FakeTimeProvider time, DateTimeOffset at, bool keepsFolder)
    {
        (_store, _postgres, City, Time, _keepsFolder) = (store, postgres, city, time, keepsFolder);
        Clock = new(time, at);
        var services = new ServiceCollection();
        services.AddLogging(l => l.SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton<TimeProvider>(time).AddSingleton(Clock);
        services.AddStore(store).AddTransient(_ => City).AddAccess(new() { DataFolder = store.DataFolder });
        NoticesRoom.AddServices(services);
        services.AddSingleton<IReceive<Acknowledged>>(Heard);
        services.AddSingleton<Contracts.Gazette.IFollowed, FollowedThings>();
        Services = services.BuildServiceProvider();
    }

    public ServiceProvider Services { get; }

    /// <summary>What other rooms hear from this one.</summary>
    public HeardAnswers Heard { get; } = new();

    public FakeTimeProvider Time { get; }

    public CityClock Clock { get; }

    /// <summary>What the city declares from now on.</summary>
    public CityDeclarations City { get; set; }

    /// <summary>Where keys and secrets stand.</summary>
    public string Folder => _store.DataFolder;

    public Writer Writer => Services.GetRequiredService<Writer>();

    public static async Task<TestNotices> CreateAsync(StoreProvider provider, CityDeclarations? city = null)
    {
        var postgres = provider is StoreProvider.Postgres ? await TestPostgres.CreateAsync() : null;
        var store = new StoreOptions { Provider = provider, DataFolder = Directory.CreateTempSubdirectory("gongbao-notices-").FullName, ConnectionString = postgres?.ConnectionString };
        var test = new TestNotices(store, postgres, city ?? SampleCity.Declared, new(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero)), Start, keepsFolder: false);
        test.WriteSecrets();
        await test.Services.GetRequiredService<StoreStart>().ReadyAsync(CancellationToken.None);
        await AccessSetup.StartKeysAsync(test.Services, CancellationToken.None);
        return test;
    }

    /// <summary>Beside the data; read when the first sends.</summary>
    /// <param name="more">A line besides the gateway's key.</param>
    public void WriteSecrets(string more = "")
    {
        var secrets = Path.Combine(Folder, ChannelSecrets.File);
        File.WriteAllText(secrets, $"webhook-secret={Secret}\n{more}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(secrets, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    /// <summary>Another process on the same database, with a clock of its own that shows the same.</summary>
    public async Task<TestNotices> AgainAsync()
    {
        var again = new TestNotices(_store, null, City, Time, Clock.Now, keepsFolder: true);
        await AccessSetup.StartKeysAsync(again.Services, CancellationToken.None);
        return again;
    }

    /// <summary>Somebody with a role for a unit, or for the whole city.</summary>
    public async Task<Guid> PersonAsync(string name, string role, string? unit = null, string? email = null, string? mobile = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<AccountAdministration>();
        Done(await accounts.CreateAsync(Administrator, name, null, default));
        var id = (await accounts.ListAsync(0, 10_000, default)).Single(a => a.Name == name).Id;
        Done(await accounts.GiveRoleAsync(Administrator, id, role, unit is null ? AccessScope.City : new(ScopeKind.Unit, unit), default));
        if (email is not null || mobile is not null) Done(await scope.ServiceProvider.GetRequiredService<AccountContacts>().ChangeAsync(ActorOf(id), email, mobile, default));
        return id;
    }

    /// <summary>Many people with a role for a unit, each with a mobile number; in parallel, so that they share commits.</summary>
    public async Task CrowdAsync(int people, string role, string unit)
    {
        var together = new ParallelOptions { MaxDegreeOfParallelism = 50 };
        await Parallel.ForAsync(0, people, together, async (i, _) => Done(await AskAsync<AccountAdministration, Result<NewLink>>(a => a.CreateAsync(Administrator, $"crowd{i}", null, default))));
        var ids = (await AskAsync<AccountAdministration, IReadOnlyList<AccountLine>>(a => a.ListAsync(0, people, default))).Where(a => a.Name.StartsWith("crowd", StringComparison.Ordinal)).Select(a => a.Id).ToList();
        await Parallel.ForAsync(0, people, together, async (i, _) => Done(await AskAsync<AccountAdministration, Result<bool>>(a => a.GiveRoleAsync(Administrator, ids[i], role, new(ScopeKind.Unit, unit), default))));
        await Parallel.ForAsync(0, people, together, async (i, _) => Done(await AskAsync<AccountContacts, Result<bool>>(c => c.ChangeAsync(ActorOf(ids[i]), null, $"138{i:D8}", default))));
    }

    public static Actor ActorOf(Guid account, params string[] verbs) => new(account, ActorKind.Account, "某人", [new("role", AccessScope.City, verbs.ToHashSet())]);

    public async Task CloseAsync(Guid account)
    {
        await using var scope = Services.CreateAsyncScope();
        Done(await scope.ServiceProvider.GetRequiredService<AccountAdministration>().CloseAsync(Administrator, account, default));
    }

    /// <summary>A room says something in its unit of work.</summary>
    public async Task SayAsync<TFact>(params TFact[] facts) where TFact : notnull => Done(await Writer.DoAsync<bool>(new(ActorId.System("test"), "test.say", "test:1"), (unit, _) =>
    {
        foreach (var fact in facts) unit.Publish(fact);
        return Task.FromResult<Result<bool>>(true);
    }, CancellationToken.None));

    public static WatchBegun Owed(string cause, DateOnly due, params string[] units) => new(cause, "obligation-due", $"办好{cause}", null, "/ledger/1", due, null, units, "ledger.report");

    /// <summary>Moves legal time and works through what fell due.</summary>
    public async Task<DateTimeOffset?> MoveAsync(DateTimeOffset instant)
    {
        Done(Clock.MoveTo(instant));
        return await PassAsync();
    }

    public Task<DateTimeOffset?> MoveAsync(int month, int day, int hour = 9, int minute = 0) => MoveAsync(Beijing.At(new(2023, month, day), new(hour, minute)));

    public Task<DateTimeOffset?> PassAsync() => Services.GetRequiredService<LadderRun>().PassAsync(CancellationToken.None);

    /// <summary>Sends by a channel until nothing is ready.</summary>
    /// <returns>How many tries were made.</returns>
    public async Task<int> SendAsync(Channel channel)
    {
        var tries = 0;
        while (await Services.GetRequiredService<Outbox>().StepAsync(Services.GetServices<ISender>().Single(s => s.Channel == channel), CancellationToken.None) is > 0 and var made) tries += made;
        return tries;
    }

    public async Task<T> ReadAsync<T>(Func<NoticesDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<NoticesDb>());
    }

    /// <summary>Uses something of a request's scope.</summary>
    public async Task<T> AskAsync<TUse, T>(Func<TUse, Task<T>> use) where TUse : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TUse>());
    }

    /// <summary>All messages in the order in which they fell due.</summary>
    public Task<List<Message>> MessagesAsync() => ReadAsync(db => db.Messages.OrderBy(m => m.DueAt).ThenBy(m => m.Step).ThenBy(m => m.Id).ToListAsync());

    public Task<List<Delivery>> DeliveriesAsync() => ReadAsync(db => db.Deliveries.OrderBy(d => d.DueAt).ThenBy(d => d.Id).ToListAsync());

    public static T Done<T>(Result<T> result) => result.IsRefused(out var refusal, out var value) ? throw new InvalidOperationException(refusal.Reason) : value;

    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        await Services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (_postgres is not null) await _postgres.DisposeAsync();
        if (!_keepsFolder) Directory.Delete(_store.DataFolder, recursive: true);
    }
}

/// <summary>Tests on a fresh database, once on each kind.</summary>
public abstract class NoticeTests(StoreProvider provider) : IAsyncLifetime
{
    internal TestNotices Notices { get; private set; } = null!;

    protected virtual CityDeclarations? City => null;

    public async ValueTask InitializeAsync() => Notices = await TestNotices.CreateAsync(provider, City);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Notices is not null) await Notices.DisposeAsync();
    }
}

/// <summary>Another room that hears who said that a message came, in order.</summary>
internal sealed class HeardAnswers : IReceive<Acknowledged>
{
    public List<Acknowledged> Answers { get; } = [];

    public Task ReceiveAsync(Acknowledged fact, UnitOfWork unit, CancellationToken stop)
    {
        Answers.Add(fact);
        return Task.CompletedTask;
    }
}
