using Gongbao.Contracts.Notices;
using Gongbao.Notices.Desk;
using Gongbao.Notices.Storage;
using Gongbao.Notices.Telling;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Gongbao.Notices.Tests.TestNotices;

namespace Gongbao.Notices.Tests.Sending;

public class The_watchdog_on_SQLite() : The_watchdog(StoreProvider.Sqlite);

public class The_watchdog_on_PostgreSQL() : The_watchdog(StoreProvider.Postgres);

/// <summary>Who looks is told when what falls due is not written down or does not go out, whatever keeps it.</summary>
public abstract class The_watchdog(StoreProvider provider) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private Gateway _gateway = null!;
    private TestNotices _notices = null!;

    public async ValueTask InitializeAsync()
    {
        _gateway = await Gateway.StartAsync();
        _notices = await CreateAsync(provider, City());
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_notices is not null) await _notices.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    private CityDeclarations City() => SampleCity.With($"notices: {{ webhook: {{ url: '{_gateway.Address}', source: 试验 }} }}");

    [Fact]
    public async Task Says_that_ladders_are_not_climbed_while_every_pass_fails_and_is_quiet_again_afterwards()
    {
        var run = _notices.Services.GetRequiredService<LadderRun>();
        await run.StartAsync(default);
        Assert.Null(await SilenceAsync());
        await DoAsync("alter table notice_message rename to notice_message_gone");

        _notices.Time.Advance(TimeSpan.FromMinutes(16));
        Assert.Contains("已经超过 15 分钟：数据库不能用。请查看程序日志里编号 1601 的记录", await UntilAsync(s => s?.Contains("数据库", StringComparison.Ordinal) == true), StringComparison.Ordinal);

        await DoAsync("alter table notice_message_gone rename to notice_message");
        Assert.Null(await UntilAsync(s =>
        {
            if (s is not null) _notices.Time.Advance(TimeSpan.FromSeconds(30));
            return s is null;
        }));
        await run.StopAsync(default);
    }

    [Fact]
    public async Task Says_that_one_watch_cannot_be_climbed_while_the_others_are()
    {
        await _notices.PersonAsync("texted", "liaison", "linjiang", mobile: "13800000001");
        await _notices.SayAsync(Owed("obligation:1", new(2023, 8, 31), "linjiang"), Owed("obligation:2", new(2023, 8, 31), "linjiang"));
        // A row that nothing in the program writes: a ladder of days without a day.
        await DoAsync("update notice_watch set due_on = null where key = 'obligation:1'");
        _notices.Services.GetRequiredService<LadderHealth>().Begin();

        await _notices.MoveAsync(8, 1);

        Assert.Equal("obligation:2", Assert.Single(await _notices.MessagesAsync()).Cause);
        Assert.StartsWith("有 1 件告知事项登记出错，没有告知；别的照常。", await SilenceAsync(), StringComparison.Ordinal);

        await DoAsync("update notice_watch set due_on = '2023-08-31' where key = 'obligation:1'");
        _notices.Time.Advance(TimeSpan.FromMinutes(10));
        await _notices.PassAsync();
        Assert.Equal(["obligation:1", "obligation:2"], (await _notices.MessagesAsync()).Select(m => m.Cause).Order());
        Assert.Null(await SilenceAsync());
    }

    [Fact]
    public async Task Says_from_another_process_that_what_fell_due_is_not_written_down()
    {
        await _notices.SayAsync(Owed("obligation:1", new(2023, 8, 31), "linjiang"));
        Done(_notices.Clock.MoveTo(Start.AddDays(85)));
        await using var command = await _notices.AgainAsync();

        var said = (await command.AskAsync<SenderState, SenderStateView>(s => s.ReadAsync(default))).Silence;

        Assert.StartsWith("有 1 件告知事项到了时候没有登记，最早的是 2023年8月1日 09:00 的。", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_nothing_goes_out_while_the_other_side_does_not_answer()
    {
        await _notices.PersonAsync("texted", "liaison", "linjiang", mobile: "13800000001");
        await _notices.SayAsync(new Tell("x", "急", null, "/x", null, ["linjiang"], "ledger.report", null, true));
        await _notices.PassAsync();
        using var answered = new ManualResetEventSlim();
        var called = new TaskCompletionSource();
        _gateway.Answer = (_, _) =>
        {
            called.TrySetResult();
            answered.Wait(Patience);
            return (200, "");
        };
        var sending = _notices.SendAsync(Channel.Webhook);
        await called.Task.WaitAsync(Patience);
        Assert.Null(await SilenceAsync());

        _notices.Time.Advance(TimeSpan.FromMinutes(16));
        Assert.Contains("已经超过 15 分钟没有发出一条", await SilenceAsync(), StringComparison.Ordinal);

        answered.Set();
        await sending;
        Assert.Null(await SilenceAsync());
    }

    private async Task<string?> SilenceAsync() => (await _notices.AskAsync<SenderState, SenderStateView>(s => s.ReadAsync(default))).Silence;

    private async Task<string?> UntilAsync(Func<string?, bool> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            if (await SilenceAsync() is var said && isSo(said)) return said;
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
        }
    }

    /// <summary>Something that happens to the database from outside.</summary>
    private Task DoAsync(string sql) => _notices.Writer.DoAsync<bool>(new(ActorId.System("test"), "test.break", "test:1"), async (unit, stop) => await unit.Db<NoticesDb>().Database.ExecuteSqlRawAsync(sql, stop) < int.MaxValue, default);
}
