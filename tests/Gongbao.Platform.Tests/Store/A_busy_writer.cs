using Gongbao.Platform.Store;

namespace Gongbao.Platform.Tests.Store;

public class A_busy_writer
{
    [Fact]
    public async Task Refuses_one_unit_more_than_may_wait_and_takes_units_again_afterwards()
    {
        await using var store = await TestStore.CreateAsync(StoreProvider.Sqlite, waiting: 3);
        var running = new TaskCompletionSource();
        var gate = new TaskCompletionSource();
        _ = store.Writer.DoAsync<int>(TestStore.Act, async (_, _) =>
        {
            running.SetResult();
            await gate.Task;
            return 1;
        }, CancellationToken.None);
        await running.Task;

        var waiting = Enumerable.Range(0, 3).Select(i => store.PutAsync($"书{i}")).ToList();
        var refused = await store.PutAsync("多");
        gate.SetResult();

        Assert.True(refused.IsRefused(out var refusal, out _));
        Assert.Equal("store.busy", refusal.Code);
        Assert.All(await Task.WhenAll(waiting), r => Assert.False(r.IsRefused(out _, out _)));
        Assert.False((await store.PutAsync("后")).IsRefused(out _, out _));
    }
}
