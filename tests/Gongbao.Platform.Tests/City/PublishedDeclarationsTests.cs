using Gongbao.Kernel.Results;
using Gongbao.Platform.City;
using Gongbao.Platform.City.Publishing;
using Gongbao.Platform.Journal;
using Gongbao.Platform.Store;
using Gongbao.Platform.Tests.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Gongbao.Platform.Tests.City;

/// <summary>What is published is what programs run, from its instant on; on both databases.</summary>
public abstract class PublishedDeclarationsTests(StoreProvider provider) : IAsyncLifetime
{
    private const string Base = "procedures:\n  birth: { name: 出生登记, days: 20, source: 国家规定 }\n  move: { name: 户口迁移 }\n";
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _time = new(Start);
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await TestStore.CreateAsync(
        provider, services => services.AddSingleton<TimeProvider>(_time).AddPublishedDeclarations(TestCity.RoomSections));

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_store is not null) await _store.DisposeAsync();
    }

    [Fact]
    public async Task Are_read_as_they_were_declared()
    {
        var declared = CityDeclarations.Load(The_committed_cities.Root, "qinghe", TestCity.RoomSections).Required();

        await PublishAsync(declared);
        var published = await AtAsync(Start);

        Assert.Equal(declared.Versions, published!.Versions);
        Assert.Equal(declared.Regions.All, published.Regions.All);
        Assert.Equal(
            declared.Directory.ResolverOn(new(2026, 3, 2)).Resolve("各县（市、区）人民政府、清河高新区管委会").Organizations,
            published.Directory.ResolverOn(new(2026, 3, 2)).Resolve("各县（市、区）人民政府、清河高新区管委会").Organizations);
    }

    [Fact]
    public async Task Count_from_their_instant_on()
    {
        await PublishAsync(Declared(""));
        var later = Start.AddDays(30);
        await PublishAsync(Declared("procedures: { birth: { days: 15, source: 本市规定 } }"), later);

        Assert.Null(await AtAsync(Start.AddMicroseconds(-1)));
        Assert.Equal(20, (await AtAsync(Start))!.Section("procedures").Map("birth").Number("days"));
        Assert.Equal(20, (await AtAsync(later.AddMicroseconds(-1)))!.Section("procedures").Map("birth").Number("days"));
        Assert.Equal(15, (await AtAsync(later))!.Section("procedures").Map("birth").Number("days"));
    }

    [Fact]
    public async Task Store_only_what_changed()
    {
        await PublishAsync(Declared(""));

        var second = await PublishAsync(Declared("procedures: { birth: { days: 15, source: 本市规定 }, move: { remove: true } }"));

        Assert.Equal(("procedures", "birth"), (Assert.Single(second.Published).Section, second.Published[0].Id));
        Assert.Equal(("procedures", "move"), Assert.Single(second.Withdrawn));
        Assert.Equal(["birth"], (await AtAsync(Start))!.Section("procedures").Entries.Select(e => e.Key));
    }

    [Fact]
    public async Task Keep_the_content_that_no_longer_counts()
    {
        var first = Declared("");
        var hash = first.Versions.Single(v => v.Id == "birth").Hash;
        await PublishAsync(first);
        await PublishAsync(Declared("procedures: { birth: { days: 15, source: 本市规定 } }"));

        Assert.Equal("""{"days":20,"name":"出生登记","source":"国家规定"}""", await InScopeAsync(p => p.ContentAsync(hash, CancellationToken.None)));
        Assert.Null(await InScopeAsync(p => p.ContentAsync(new string('0', 64), CancellationToken.None)));
    }

    [Fact]
    public async Task Raise_the_one_revision_that_programs_watch()
    {
        Assert.Null(await RevisionAsync());
        await PublishAsync(Declared(""));
        Assert.Equal(1, await RevisionAsync());
        await PublishAsync(Declared("procedures: { move: { remove: true } }"));     // within the same instant
        Assert.Equal(2, await RevisionAsync());
    }

    [Fact]
    public async Task Are_refused_when_nothing_changed_or_backwards_or_of_another_city()
    {
        await PublishAsync(Declared(""));
        _time.Advance(TimeSpan.FromHours(1));

        Assert.Equal("declarations.unchanged", await RefusedAsync(Declared("")));
        Assert.Equal("declarations.past", await RefusedAsync(Declared("procedures: { move: { remove: true } }"), Start));
        Assert.Equal("declarations.other-city", await RefusedAsync(The_committed_cities.Dazhou));
        Assert.Equal(1, await RevisionAsync());
    }

    [Fact]
    public async Task Are_journalled()
    {
        var before = Entries();
        await PublishAsync(Declared(""));

        Assert.Equal(before + 1, Entries());
    }

    private static CityDeclarations Declared(string city)
    {
        using var made = TestCity.Of(Base, city);
        return made.Load();
    }

    private async Task<CityPublished> PublishAsync(CityDeclarations city, DateTimeOffset? from = null)
    {
        var result = await TryAsync(city, from);
        Assert.False(result.IsRefused(out var refusal, out var published), refusal?.Reason);
        return published;
    }

    private async Task<string?> RefusedAsync(CityDeclarations city, DateTimeOffset? from = null) =>
        (await TryAsync(city, from)).IsRefused(out var refusal, out _) ? refusal.Code : null;

    private async Task<Result<CityPublished>> TryAsync(CityDeclarations city, DateTimeOffset? from)
    {
        await using var scope = _store.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PublishCity>().HandleAsync(city, from, PublishedBy.System("test"), "试验", CancellationToken.None);
    }

    private Task<CityDeclarations?> AtAsync(DateTimeOffset instant) => InScopeAsync(p => p.AtAsync(instant, CancellationToken.None));

    private Task<long?> RevisionAsync() => InScopeAsync(p => p.RevisionAsync(CancellationToken.None));

    private async Task<T> InScopeAsync<T>(Func<PublishedCity, Task<T>> read)
    {
        await using var scope = _store.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<PublishedCity>());
    }

    private long Entries() => _store.Services.GetRequiredService<JournalVerifier>().Verify(false, CancellationToken.None).Entries;
}

public class Published_declarations_on_sqlite() : PublishedDeclarationsTests(StoreProvider.Sqlite);

public class Published_declarations_on_postgres() : PublishedDeclarationsTests(StoreProvider.Postgres);
