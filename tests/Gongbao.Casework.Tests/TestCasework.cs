using Gongbao.Casework.Running;
using Gongbao.Casework.Storage;
using Gongbao.Casework.Tests.Running;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Casework.Tests;

/// <summary>The room on a fresh database of either kind, under procedures that are handed in.</summary>
internal sealed class TestCasework : IAsyncDisposable
{
    private readonly TestPostgres? _postgres;
    private readonly string _folder;
    private readonly bool _isBeside;
    private readonly ServiceProvider _services;

    private TestCasework(TestPostgres? postgres, string folder, bool isBeside, ServiceProvider services) => (_postgres, _folder, _isBeside, _services) = (postgres, folder, isBeside, services);

    /// <summary>What the city declares; set anew as by publishing.</summary>
    public CityDeclarations City { get => Get<DeclaredCity>().Now; set => Get<DeclaredCity>().Now = value; }

    public CityClock Clock => Get<CityClock>();

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public static async Task<TestCasework> CreateAsync(StoreProvider provider) =>
        await CreateAsync(provider, provider is StoreProvider.Postgres ? await TestPostgres.CreateAsync() : null, Directory.CreateTempSubdirectory("gongbao-casework-").FullName, isBeside: false);

    /// <summary>The room on a SQLite file that stays where it is.</summary>
    public static Task<TestCasework> OpenAsync(string folder) => CreateAsync(StoreProvider.Sqlite, null, folder, isBeside: true);

    /// <summary>Another process on the same database, with the same keys.</summary>
    public Task<TestCasework> BesideAsync() => CreateAsync(StoreProvider.Postgres, _postgres, _folder, isBeside: true);

    /// <summary>The same program, started anew on what it stored.</summary>
    public async Task<TestCasework> AnewAsync()
    {
        await Get<Writer>().DisposeAsync();
        return await CreateAsync(_postgres is null ? StoreProvider.Sqlite : StoreProvider.Postgres, _postgres, _folder, isBeside: true);
    }

    private static async Task<TestCasework> CreateAsync(StoreProvider provider, TestPostgres? postgres, string folder, bool isBeside)
    {
        var services = new ServiceCollection();
        services.AddStore(new StoreOptions { Provider = provider, DataFolder = folder, ConnectionString = postgres?.ConnectionString });
        services.AddSingleton(new CityClock(TimeProvider.System, Morning));
        services.AddSingleton(new DeclaredCity { Now = CityDeclarations.Load(CityFolder.Find()!, "qinghe").Required() }).AddTransient(s => s.GetRequiredService<DeclaredCity>().Now);
        services.AddLogging().AddAccess(new() { DataFolder = folder });
        services.AddSingleton<ICaseDeclarations>(new GivenDeclarations(SixItems.Later, SixItems.Declaration));
        CaseworkRoom.AddServices(services);
        var room = new TestCasework(postgres, folder, isBeside, services.BuildServiceProvider());
        await room.Get<StoreStart>().ReadyAsync(CancellationToken.None);
        Assert.False((await AccessSetup.StartKeysAsync(room._services, CancellationToken.None)).IsRefused(out _, out _));
        return room;
    }

    /// <summary>A Monday morning on which every test begins.</summary>
    public static DateTimeOffset Morning { get; } = Beijing.At(new(2025, 3, 3), new(9, 0));

    public async Task<T> AskAsync<TService, T>(Func<TService, Task<T>> ask) where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<T> ReadAsync<T>(Func<CaseworkDb, Task<T>> read) => AskAsync(read);

    /// <summary>The case as its rows say it.</summary>
    public async Task<OpenCase> StoredAsync(Guid id) => (await AskAsync<ReadCase, OpenCase?>(r => r.FindAsync(id, CancellationToken.None)))!;

    /// <summary>What happened, in order of number; fails where a number is missing.</summary>
    public async Task<IReadOnlyList<CaseEvent>> EventsAsync(Guid id)
    {
        var rows = await ReadAsync(db => db.Events.Where(e => e.CaseId == id).OrderBy(e => e.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, rows.Count), rows.Select(r => r.Number));
        return [.. rows.Select(r => r.ToEvent())];
    }

    public async Task<CaseStanding> BeginAsync(int number = 0, bool insured = true) =>
        Done(await Get<BeginCase>().HandleAsync(SixItems.Application(number, insured), CaseParty.Applicant, CancellationToken.None));

    public Task<Result<CaseStanding>> DoAsync(Guid id, CaseAct act, CaseParty by) => Get<RunCase>().DoAsync(id, act, by, CancellationToken.None);

    /// <summary>The journal, one line an entry: verb, subject, outcome, reason.</summary>
    public Task<List<string>> JournalAsync(Guid id) => ReadAsync(db => db.Database.SqlQuery<string>(
        $"select verb || ' ' || outcome || ' ' || coalesce(reason, '-') as \"Value\" from store_journal_entry where subject = {OpenCase.SubjectOf(id)} order by number").ToListAsync());

    public static T Done<T>(Result<T> result)
    {
        Assert.Empty(result.Refusals);
        result.IsRefused(out _, out var value);
        return value!;
    }

    public static string? CodeOf<T>(Result<T> result) => result.Refusals is [var refusal, ..] ? refusal.Code : null;

    /// <summary>Somebody who may do everything that handling takes, for some units.</summary>
    public static CaseParty Clerk(params IEnumerable<string> units) =>
        CaseParty.Of(new(Guid.CreateVersion7(), ActorKind.Account, "clerk", [.. units.Select(u => new Grant("case-handler", new(ScopeKind.Unit, u), new HashSet<string> { "case.receive", "case.accept", "case.handle", "case.decide" }))]));

    /// <summary>Asserts that two states are the same in everything that they say, whatever will be added to them.</summary>
    public static void Same(CaseState expected, CaseState actual)
    {
        Assert.Equal(expected.Items.Keys, actual.Items.Keys);
        SameBut(nameof(CaseState.Items), expected, actual);
        foreach (var (id, item) in expected.Items) SameBut("", item, actual.Items[id]);
    }

    private static void SameBut(string property, object expected, object actual)
    {
        foreach (var said in expected.GetType().GetProperties().Where(p => p.Name != property && p.GetIndexParameters().Length == 0)) Assert.Equal(said.GetValue(expected), said.GetValue(actual));
    }

    public async ValueTask DisposeAsync()
    {
        await Get<Writer>().DisposeAsync();
        await _services.DisposeAsync();
        if (_isBeside) return;
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
        foreach (var file in new[] { "base", "qinghe" }.SelectMany(f => Directory.EnumerateFiles(Path.Combine(CityFolder.Find()!, f), "*", SearchOption.AllDirectories)))
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

/// <summary>Tests on an empty room, once on each database.</summary>
public abstract class CaseworkTests(StoreProvider provider) : IAsyncLifetime
{
    internal static readonly CaseParty Everybody = TestCasework.Clerk("health", "police", "insurance", "social", "family");

    internal TestCasework Room { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Room = await TestCasework.CreateAsync(provider);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Room is not null) await Room.DisposeAsync();
    }

    /// <summary>Does an act that has to be possible.</summary>
    internal async Task<CaseStanding> DoAsync(Guid id, CaseAct act, CaseParty? by = null) => TestCasework.Done(await Room.DoAsync(id, act, by ?? Everybody));

    internal async Task GrantAsync(Guid id, string item)
    {
        await DoAsync(id, CaseAct.Accept(item));
        await DoAsync(id, CaseAct.End(item, "granted"));
    }

    internal void Move(DateOnly day, int hour = 9) => Room.Clock.MoveTo(Beijing.At(day, new(hour, 0)));
}
