using Gongbao.Kernel.Time;
using Gongbao.Platform.Journal;
using Gongbao.Platform.Journal.Anchoring;
using Gongbao.Platform.Store;
using Gongbao.Platform.Store.Storage;
using Gongbao.Platform.Tests.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Gongbao.Platform.Tests.Journal;

public class The_journals_hours
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Are_kept_by_both_clocks()
    {
        var time = new FakeTimeProvider(Start);
        await using var store = await TestStore.CreateAsync(StoreProvider.Sqlite, s => s
            .AddSingleton<TimeProvider>(time).AddSingleton(new CityClock(time, Start.AddDays(40))));
        await store.PutAsync("甲");

        var entry = await store.ReadAsync<StoreDb, JournalEntry>(db => db.Journal.SingleAsync());
        Assert.Equal((Start, Start.AddDays(40)), (entry.RecordedAt, entry.LegalAt));
    }

    [Fact]
    public async Task End_each_with_an_anchor()
    {
        var time = new FakeTimeProvider(Start);
        await using var store = await TestStore.CreateAsync(StoreProvider.Sqlite, s => s.AddSingleton<TimeProvider>(time));
        var anchors = store.Services.GetRequiredService<JournalAnchors>();
        await anchors.StartAsync(CancellationToken.None);
        for (var hour = 1; hour <= 2; hour++)
        {
            await store.PutAsync($"书{hour}");
            time.Advance(TimeSpan.FromMinutes(59));
            Assert.Equal(hour - 1, Anchors(store).Count);
            time.Advance(TimeSpan.FromMinutes(1));
            SpinWait.SpinUntil(() => Anchors(store).Count == hour, TimeSpan.FromSeconds(30));
            Assert.Equal(hour, Anchors(store)[^1].Number);
        }

        await anchors.StopAsync(CancellationToken.None);
    }

    private static IReadOnlyList<Anchor> Anchors(TestStore store) =>
        AnchorFile.In(store.Options.DataFolder).Read(n => Assert.Fail($"anchor {n} does not hold"));
}
