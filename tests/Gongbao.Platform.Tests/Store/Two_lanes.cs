using Gongbao.Kernel.Results;
using Gongbao.Platform.Journal;
using Gongbao.Platform.Store;
using Gongbao.Platform.Tests.Store.Faults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Platform.Tests.Store;

public class Two_lanes
{
    [Fact]
    public async Task And_two_processes_write_one_chain_on_PostgreSQL()
    {
        await using var first = await TestStore.CreateAsync(StoreProvider.Postgres, lanes: 2);
        await using var second = await first.ReopenAsync();
        await Task.WhenAll(Enumerable.Range(0, 600).Select(n => StoreChild.PutAsync((n % 2 == 0 ? first : second).Writer, n)));

        Assert.Equal(600, await first.ReadAsync<ShelfDb, int>(db => db.Books.CountAsync()));
        Prove(first, entries: 600);
    }

    [Fact]
    public async Task Of_two_processes_write_one_chain_in_one_SQLite_file()
    {
        await using var first = await TestStore.CreateAsync(StoreProvider.Sqlite);
        await using var second = await first.ReopenAsync();
        await Task.WhenAll(Enumerable.Range(0, 600).Select(n => StoreChild.PutAsync((n % 2 == 0 ? first : second).Writer, n)));

        Prove(first, entries: 600);
    }

    [Fact]
    public async Task Answer_one_request_sent_to_two_processes_at_once_alike()
    {
        await using var first = await TestStore.CreateAsync(StoreProvider.Postgres);
        await using var second = await first.ReopenAsync();
        var pairs = await Task.WhenAll(Enumerable.Range(0, 60).Select(async n =>
        {
            var act = TestStore.Act.Once($"key-{n}", "put"u8);
            return await Task.WhenAll(first.PutAsync($"书{n}", act), second.PutAsync($"书{n}", act));
        }));

        Assert.All(pairs, pair => Assert.Equal(Answer(pair[0]), Answer(pair[1])));
        Assert.Equal(60, await first.ReadAsync<ShelfDb, int>(db => db.Books.CountAsync()));
        Prove(first, entries: 60);
    }

    private static Guid Answer(Result<Guid> result) =>
        result.IsRefused(out var refusal, out var id) ? throw new InvalidOperationException(refusal.Reason) : id;

    private static void Prove(TestStore store, long entries)
    {
        var verdict = store.Services.GetRequiredService<JournalVerifier>().Verify(withAnchors: true, CancellationToken.None);
        Assert.Equal((true, entries), (verdict.IsSound, verdict.Entries));
    }
}
