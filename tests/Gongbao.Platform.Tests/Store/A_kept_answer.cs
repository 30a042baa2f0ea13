using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Gongbao.Platform.Store.Storage;
using Gongbao.Platform.Store.Upkeep;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Gongbao.Platform.Tests.Store;

public class A_kept_answer_on_SQLite() : A_kept_answer(StoreProvider.Sqlite);

public class A_kept_answer_on_PostgreSQL() : A_kept_answer(StoreProvider.Postgres);

[Law("《中华人民共和国个人信息保护法》", "第十九条")]
public abstract class A_kept_answer(StoreProvider provider) : IAsyncLifetime
{
    private static readonly CityDeclarations City = CityDeclarations.Load(CityFolder.Find()!, "qinghe").Required();

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() =>
        _store = await TestStore.CreateAsync(provider, services => services.AddSingleton<TimeProvider>(_time).AddSingleton(City).AddStoreUpkeep());

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_store is not null) await _store.DisposeAsync();
    }

    [Fact]
    public async Task Is_forgotten_when_its_declared_days_are_over_and_not_before()
    {
        var days = StoreRules.Of(City).AnswerDays;
        var first = await PutAsync("early");
        _time.Advance(TimeSpan.FromHours(1));
        await PutAsync("late");
        _time.Advance(TimeSpan.FromDays(days) - TimeSpan.FromHours(2));
        var upkeep = _store.Services.GetServices<IHostedService>().OfType<AnswerUpkeep>().Single();
        await upkeep.StartAsync(default);
        Assert.Equal(first, await PutAsync("early"));

        _time.Advance(TimeSpan.FromHours(1));
        Assert.True(SpinWait.SpinUntil(() => Keys() is ["late"], TimeSpan.FromSeconds(30)));

        Assert.NotEqual(first, await PutAsync("early"));
        await upkeep.StopAsync(default);
        Assert.Equal(1, await _store.ReadAsync<StoreDb, int>(db => db.Journal.CountAsync(e => e.Verb == "store.forget-answers")));
    }

    private string[] Keys() => _store.ReadAsync<StoreDb, string[]>(db => db.Answers.Select(a => a.Key).OrderBy(k => k).ToArrayAsync()).GetAwaiter().GetResult();

    private async Task<Guid> PutAsync(string key)
    {
        Assert.False((await _store.PutAsync($"{Guid.CreateVersion7()}", TestStore.Act.Once(key, "put"u8))).IsRefused(out _, out var id));
        return id;
    }
}
