using Gongbao.Contracts.Notices;
using Gongbao.Notices.Simulating;
using Gongbao.Notices.Storage;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Notices.Tests.Simulating;

/// <summary>What the check at the end of a simulation finds: nothing where all is sound, and each thing that was broken on purpose.</summary>
public class The_check_of_a_simulation
{
    private static readonly DateOnly Due = new(2023, 6, 1);
    private static readonly Dictionary<string, DateOnly?> Watched = new() { ["obligation:1"] = Due };

    [Fact]
    public async Task Finds_nothing_where_every_rung_was_told_once()
    {
        await using var notices = await ToldAsync();

        Assert.Empty(await CheckAsync(notices, Watched));
        Assert.NotEmpty(await notices.MessagesAsync());
    }

    [Fact]
    public async Task Finds_a_rung_that_was_missed()
    {
        await using var notices = await ToldAsync();
        await TamperAsync(notices, db => db.Messages.Where(m => m.Step == -3).ExecuteDeleteAsync());

        Assert.Contains("漏了 2023-05-29 09:00 应有的告知（three-days-before）", Assert.Single(await CheckAsync(notices, Watched)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finds_a_rung_that_was_told_twice()
    {
        await using var notices = await ToldAsync();
        await TamperAsync(notices, async db =>
        {
            await db.Database.ExecuteSqlAsync($"create table again as select * from notice_message where step = -3");
            await db.Database.ExecuteSqlAsync($"update again set id = 'again'");
            return await db.Database.ExecuteSqlAsync($"insert into notice_message select * from again");
        });

        Assert.Contains("同一告知写了 2 次", Assert.Single(await CheckAsync(notices, Watched)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finds_a_watch_that_says_another_day_than_the_ledger()
    {
        await using var notices = await ToldAsync();

        Assert.Equal("obligation:1 应在 2023-06-02 告知，告知事项上是 2023-06-01。", Assert.Single(await CheckAsync(notices, new Dictionary<string, DateOnly?> { ["obligation:1"] = Due.AddDays(1) })));
    }

    private static async Task<TestNotices> ToldAsync()
    {
        var notices = await TestNotices.CreateAsync(StoreProvider.Sqlite);
        await notices.PersonAsync("liaison", "liaison", "linjiang");
        await notices.SayAsync<WatchBegun>(TestNotices.Owed("obligation:1", Due, "linjiang"));
        for (var day = new DateOnly(2023, 5, 9); day <= Due.AddDays(4); day = day.AddDays(1)) await notices.MoveAsync(day.Month, day.Day, 12);
        return notices;
    }

    /// <summary>Changes rows by another hand than the room's.</summary>
    private static async Task TamperAsync(TestNotices notices, Func<NoticesDb, Task<int>> change) =>
        TestNotices.Done(await notices.Writer.DoAsync<bool>(new(ActorId.System("test"), "test.tamper", "test:1"), async (unit, _) =>
        {
            Assert.NotEqual(0, await change(unit.Db<NoticesDb>()));
            return true;
        }, CancellationToken.None));

    private static Task<IReadOnlyList<string>> CheckAsync(TestNotices notices, Dictionary<string, DateOnly?> watched) =>
        ActivatorUtilities.CreateInstance<SimulatedNotices>(notices.Services).CheckAsync(watched, CancellationToken.None);
}
