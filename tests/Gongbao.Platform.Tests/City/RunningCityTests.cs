using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Platform.City;
using Gongbao.Platform.City.Publishing;
using Gongbao.Platform.Store;
using Gongbao.Platform.Tests.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Gongbao.Platform.Tests.City;

/// <summary>A program runs what was published and never the files beside it; on both databases.</summary>
public abstract class RunningCityTests(StoreProvider provider) : IAsyncLifetime
{
    private const string Base = "procedures:\n  birth: { name: 出生登记, days: 20, source: 国家规定 }\n";
    private const string Shorter = "procedures: { birth: { days: 15, source: 本市规定 } }\n";
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _time = new(Start);
    private readonly TestCity _files = TestCity.Of(Base, "");
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await TestStore.CreateAsync(provider, services => services
        .AddSingleton<TimeProvider>(_time).AddSingleton(s => new CityClock(_time))
        .AddPublishedDeclarations(TestCity.RoomSections).AddRunningCity(new(_files.Root, "qinghe", isChosen: true)));

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_store is not null) await _store.DisposeAsync();
        _files.Dispose();
    }

    [Fact]
    public async Task Starts_with_the_files_where_nothing_was_published()
    {
        var city = await StartAsync();

        Assert.Equal(20, Days(city));
        var version = Assert.Single(await InScopeAsync<PublishingDesk, IReadOnlyList<PublishedVersion>>(d => d.ListAsync(default)));
        Assert.Equal((1, city.Hash, "system:start", Start), (version.Number, version.Hash, version.By, version.EffectiveAt));
    }

    [Fact]
    public async Task Goes_on_with_what_was_published_when_the_files_change()
    {
        await StartAsync();
        _files.Write("qinghe/qinghe.yaml", Shorter);

        Assert.Equal(20, Days(await StartAsync(Another())));
        var proposal = await InScopeAsync<PublishingDesk, Proposal>(d => d.ProposeAsync(default));
        var change = Assert.Single(proposal.Changes);
        Assert.Equal(("procedures", "birth", ChangeKind.Changed), (change.Section, change.Key, change.Kind));
        Assert.Equal("city/qinghe/qinghe.yaml", change.Place?.File);
    }

    [Fact]
    public async Task Goes_on_with_what_was_published_when_the_files_are_broken()
    {
        await StartAsync();
        _files.Write("qinghe/qinghe.yaml", "procedures: { birth: { days: many } }\n");

        Assert.Equal(20, Days(await StartAsync(Another())));
        Assert.NotEmpty((await InScopeAsync<PublishingDesk, Proposal>(d => d.ProposeAsync(default))).Problems);
    }

    [Fact]
    public async Task Takes_up_what_is_published_while_it_runs()
    {
        await StartAsync();
        _files.Write("qinghe/qinghe.yaml", Shorter);
        await PublishAsync(null);
        Assert.Equal(20, Days(Running.Now));

        await Running.FreshenAsync(default);

        Assert.Equal(15, Days(Running.Now));
    }

    [Fact]
    public async Task Takes_up_what_was_published_for_later_on_its_day()
    {
        await StartAsync();
        _files.Write("qinghe/qinghe.yaml", Shorter);
        await PublishAsync(new DateOnly(2026, 3, 10));
        await Running.FreshenAsync(default);
        Assert.Equal(20, Days(Running.Now));

        _time.SetUtcNow(new DateOnly(2026, 3, 10).StartsAt());
        await Running.FreshenAsync(default);

        Assert.Equal(15, Days(Running.Now));
    }

    [Fact]
    public async Task Publishes_changed_files_first_in_the_demo()
    {
        await StartAsync();
        _files.Write("qinghe/qinghe.yaml", Shorter);

        var demo = await Another().StartAsync(publishesFiles: true, default);

        Assert.False(demo.IsRefused(out _, out var city));
        Assert.Equal(15, Days(city));
    }

    [Fact]
    public async Task Refuses_to_start_on_another_citys_declarations()
    {
        await StartAsync();
        var other = new RunningCity(
            _store.Services.GetRequiredService<IServiceScopeFactory>(), _store.Services.GetRequiredService<CityClock>(), new(The_committed_cities.Root, "dazhou", isChosen: true),
            _store.Services.GetRequiredService<DeclarationSections>(), Microsoft.Extensions.Logging.Abstractions.NullLogger<RunningCity>.Instance);

        Assert.True((await other.StartAsync(publishesFiles: false, default)).IsRefused(out var refusal, out _));
        Assert.Equal("declarations.other-city", refusal.Code);
    }

    [Fact]
    public async Task Does_not_start_on_mistakes_where_nothing_was_published()
    {
        _files.Write("qinghe/qinghe.yaml", "procedures: { birth: { days: many } }\n");

        await Assert.ThrowsAsync<InvalidDeclarationsException>(() => Running.StartAsync(publishesFiles: false, default));
    }

    private static int? Days(CityDeclarations city) => city.Section("procedures").Map("birth").Number("days");

    private RunningCity Running => _store.Services.GetRequiredService<RunningCity>();

    /// <summary>As another process would start on the same database.</summary>
    private RunningCity Another() => new(
        _store.Services.GetRequiredService<IServiceScopeFactory>(), _store.Services.GetRequiredService<CityClock>(), new(_files.Root, "qinghe", isChosen: false),
        _store.Services.GetRequiredService<DeclarationSections>(), Microsoft.Extensions.Logging.Abstractions.NullLogger<RunningCity>.Instance);

    private async Task<CityDeclarations> StartAsync(RunningCity? program = null)
    {
        Assert.False((await (program ?? Running).StartAsync(publishesFiles: false, default)).IsRefused(out var refusal, out var city), refusal?.Reason);
        return city;
    }

    private async Task PublishAsync(DateOnly? from)
    {
        var published = await InScopeAsync<PublishingDesk, Result<CityPublished>>(d => d.PublishAsync(PublishedBy.System("test"), from, "试验", default));
        Assert.False(published.IsRefused(out var refusal, out _), refusal?.Reason);
    }

    private async Task<T> InScopeAsync<TUse, T>(Func<TUse, Task<T>> use) where TUse : notnull
    {
        await using var scope = _store.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TUse>());
    }
}

public class A_running_city_on_sqlite() : RunningCityTests(StoreProvider.Sqlite);

public class A_running_city_on_postgres() : RunningCityTests(StoreProvider.Postgres);
