using Gongbao.Contracts.Notices;
using Gongbao.Gazette;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.Desk;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Ledger.Tests;

/// <summary>The room beside that of the gazette, on a fresh database of either kind.</summary>
internal sealed class TestLedger : IAsyncDisposable
{
    private readonly TestPostgres? _postgres;
    private readonly string _folder;
    private readonly ServiceProvider _services;

    private TestLedger(TestPostgres? postgres, string folder, ServiceProvider services) => (_postgres, _folder, _services) = (postgres, folder, services);

    /// <summary>What the city declares; set anew as by publishing.</summary>
    public CityDeclarations City { get => Get<DeclaredCity>().Now; set => Get<DeclaredCity>().Now = value; }

    public CityClock Clock => Get<CityClock>();

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public static async Task<TestLedger> CreateAsync(StoreProvider provider, string city = "qinghe", bool withAccess = false) =>
        await CreateAsync(provider, provider is StoreProvider.Postgres ? await TestPostgres.CreateAsync() : null, city, withAccess: withAccess);

    /// <summary>Another process on the same database.</summary>
    public Task<TestLedger> BesideAsync() => CreateAsync(StoreProvider.Postgres, _postgres!, City.Id, isBeside: true);

    private static async Task<TestLedger> CreateAsync(StoreProvider provider, TestPostgres? postgres, string city, bool isBeside = false, bool withAccess = false)
    {
        var folder = Directory.CreateTempSubdirectory("gongbao-ledger-").FullName;
        var declared = CityDeclarations.Load(CityFolder.Find()!, city).Required();
        var (services, told) = (new ServiceCollection(), new ToldNotices());
        services.AddStore(new StoreOptions { Provider = provider, DataFolder = folder, ConnectionString = postgres?.ConnectionString });
        GazetteRoom.AddServices(services);
        LedgerRoom.AddServices(services);
        services.AddSingleton(new DeclaredCity { Now = declared }).AddTransient(s => s.GetRequiredService<DeclaredCity>().Now);
        if (withAccess) services.AddLogging().AddAccess(new() { DataFolder = folder });
        services.AddSingleton(told);
        services.AddSingleton<IReceive<WatchBegun>>(told).AddSingleton<IReceive<WatchEnded>>(told).AddSingleton<IReceive<Tell>>(told).AddSingleton<IReceive<WatchesMoved>>(told)
            .AddSingleton<IReceive<Contracts.Ledger.ReportMadePublic>>(told).AddSingleton<IReceive<Contracts.Gazette.DocumentPublished>>(told);
        var ledger = new TestLedger(isBeside ? null : postgres, folder, services.BuildServiceProvider());
        await ledger._services.GetRequiredService<StoreStart>().ReadyAsync(CancellationToken.None);
        if (withAccess) await AccessSetup.StartKeysAsync(ledger._services, CancellationToken.None);
        return ledger;
    }

    /// <summary>Imports an issue by the gazette room's own door.</summary>
    public async Task ImportAsync(string path) => Assert.Equal(0, await GazetteRoom.ImportAsync(_services, new(path), CancellationToken.None));

    /// <summary>Asks something that lives as long as a request.</summary>
    public async Task<T> AskAsync<TService, T>(Func<TService, Task<T>> ask) where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<T> ReadAsync<T>(Func<LedgerDb, Task<T>> read) => AskAsync(read);

    public async Task<ProgrammeView> ProgrammeAsync(string slug, DateOnly? on = null) =>
        await AskAsync<LedgerDesk, ProgrammeView?>(d => d.ProgrammeAsync(slug, on, CancellationToken.None)) ?? throw new InvalidOperationException($"No programme {slug}.");

    /// <summary>An obligation as it is now.</summary>
    public async Task<ObligationRow> RowAsync(string slug, int ordinal) => (await ProgrammeAsync(slug)).Rows.Single(r => r.Obligation.Ordinal == ordinal);

    /// <summary>The journal, one line an entry: actor, verb, subject, clause, outcome, reason.</summary>
    public Task<List<string>> JournalAsync() => ReadAsync(db => db.Database.SqlQuery<string>(
        $"select verb || ' ' || subject || ' ' || coalesce(clause, '-') || ' ' || outcome || ' ' || coalesce(reason, '-') as \"Value\" from store_journal_entry order by number").ToListAsync());

    public static T Done<T>(Result<T> result)
    {
        Assert.Empty(result.Refusals);
        result.IsRefused(out _, out var value);
        return value!;
    }

    public static string CodeOf<T>(Result<T> result) => Assert.Single(result.Refusals).Code;

    public async ValueTask DisposeAsync()
    {
        await Get<Writer>().DisposeAsync();
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (_postgres is not null) await _postgres.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>The declarations that a test runs on.</summary>
internal sealed class DeclaredCity
{
    public required CityDeclarations Now { get; set; }

    /// <summary>The made-up city with something more declared.</summary>
    public static CityDeclarations With(string yaml)
    {
        var root = Directory.CreateTempSubdirectory("gongbao-city-").FullName;
        foreach (var file in new[] { "base", "qinghe" }.SelectMany(f => Directory.EnumerateFiles(Path.Combine(CityFolder.Find()!, f))))
        {
            var to = Path.Combine(root, Path.GetRelativePath(CityFolder.Find()!, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        File.WriteAllText(Path.Combine(root, "qinghe", "more.yaml"), yaml);
        var city = CityDeclarations.Load(root, "qinghe").Required();
        Directory.Delete(root, recursive: true);
        return city;
    }
}

/// <summary>Tests on the sample issue of the made-up city, once on each database.</summary>
public abstract class LedgerTests(StoreProvider provider) : IAsyncLifetime
{
    /// <summary>The document with the division table.</summary>
    internal const string KeyPoints = "清市府办发-2025-6";

    internal TestLedger Ledger { get; private set; } = null!;

    internal static Actor FollowUp { get; } = Person("follow-up", AccessScope.City, LedgerRules.ManageVerb, LedgerRules.VerifyVerb);

    /// <summary>Whether the platform's accounts are there.</summary>
    protected virtual bool HasAccounts => false;

    public virtual async ValueTask InitializeAsync() => Ledger = await TestLedger.CreateAsync(provider, withAccess: HasAccounts);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Ledger is not null) await Ledger.DisposeAsync();
    }

    internal static Actor Person(string role, AccessScope scope, params IEnumerable<string> verbs) => new(Guid.CreateVersion7(), ActorKind.Account, role, [new(role, scope, verbs.ToHashSet())]);

    internal static Actor Liaison(string unit) => Person("liaison", new(ScopeKind.Unit, unit), LedgerRules.ReportVerb);

    internal void Move(DateOnly day) => Ledger.Clock.RestoreSeed(day.StartsAt().AddHours(9));
}
