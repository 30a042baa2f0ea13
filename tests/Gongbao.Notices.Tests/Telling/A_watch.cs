using Gongbao.Contracts.Notices;
using Gongbao.Kernel.Time;
using Gongbao.Notices.Storage;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using static Gongbao.Notices.Tests.TestNotices;

namespace Gongbao.Notices.Tests.Telling;

public class A_watch_on_SQLite() : A_watch(StoreProvider.Sqlite);

public class A_watch_on_PostgreSQL() : A_watch(StoreProvider.Postgres);

public abstract class A_watch(StoreProvider provider) : NoticeTests(provider)
{
    private static readonly DateOnly Due = new(2023, 8, 31);

    [Fact, Clause("LED-07")]
    public async Task Tells_the_owing_unit_before_on_and_after_its_day_and_then_those_above_it()
    {
        var (liaison, head, office) = (await Notices.PersonAsync("liaison", "liaison", "linjiang"), await Notices.PersonAsync("head", "unit-head", "linjiang"), await Notices.PersonAsync("office", "follow-up"));
        await Notices.PersonAsync("other", "liaison", "nanpu");
        await Notices.SayAsync(Owed("obligation:1", Due, "linjiang"));
        for (var day = new DateOnly(2023, 7, 25); day <= new DateOnly(2023, 9, 8); day = day.AddDays(1)) await Notices.MoveAsync(Beijing.At(day, new(9, 30)));

        var messages = await Notices.MessagesAsync();
        // 1 September 2023 is a Friday: the second and third day of lateness are told of on Monday the 4th as the fourth.
        Assert.Equal([-30, -15, -7, -3, -1, 0, 1, 4, 5, 6, 7, 8], messages.Where(m => m.Recipient == liaison).Select(m => m.Step));
        Assert.Equal([4, 5, 6, 7, 8], messages.Where(m => m.Recipient == head).Select(m => m.Step));
        Assert.Equal([7, 8], messages.Where(m => m.Recipient == office).Select(m => m.Step));
        Assert.Equal([2, 3], messages.Where(m => m.State is MessageState.Superseded).Select(m => m.Step));
        Assert.Equal(12 + 5 + 2 + 2, messages.Count);
        Assert.Equal("还有 7 天到期：办好obligation:1", messages.Single(m => m.Step == -7).Subject);
        Assert.Equal("已逾期 1 天：办好obligation:1", messages.Single(m => m.Step == 1).Subject);
    }

    [Fact, Clause("LED-07")]
    public async Task Sends_only_the_latest_that_was_missed_with_the_instant_at_which_it_fell_due()
    {
        var liaison = await Notices.PersonAsync("liaison", "liaison", "linjiang");
        await Notices.SayAsync(Owed("obligation:1", Due, "linjiang"));
        await Notices.MoveAsync(8, 29, 15);

        var messages = await Notices.MessagesAsync();
        Assert.Equal([-30, -15, -7], messages.Where(m => m.State is MessageState.Superseded).Select(m => m.Step));
        var sent = Assert.Single(messages, m => m.Recipient == liaison);
        Assert.Equal((-3, Beijing.At(new(2023, 8, 28), new(9, 0))), (sent.Step, sent.DueAt));
        Assert.Equal(Beijing.At(new(2023, 8, 30), new(9, 0)), await Notices.PassAsync());
    }

    [Fact]
    public async Task That_is_moved_follows_the_new_day_and_keeps_what_was_sent()
    {
        await Notices.PersonAsync("liaison", "liaison", "linjiang");
        await Notices.SayAsync(Owed("obligation:1", Due, "linjiang"));
        await Notices.MoveAsync(8, 25);
        await Notices.SayAsync(Owed("obligation:1", Due.AddDays(14), "linjiang"));
        await Notices.MoveAsync(8, 30);
        await Notices.MoveAsync(9, 7);

        var told = (await Notices.MessagesAsync()).Where(m => m.State is not MessageState.Superseded).ToList();
        Assert.Equal([-7, -15, -7], told.Select(m => m.Step));
        Assert.Equal(3, told.Select(m => m.Id).Distinct().Count());
        Assert.Equal("还有 7 天到期：办好obligation:1", told[^1].Subject);
    }

    [Fact]
    public async Task Said_again_as_it_was_changes_nothing()
    {
        await Notices.PersonAsync("liaison", "liaison", "linjiang");
        await Notices.SayAsync(Owed("obligation:1", Due, "linjiang"));
        await Notices.MoveAsync(8, 25);
        var before = await Notices.MessagesAsync();
        await Notices.SayAsync(Owed("obligation:1", Due, "linjiang"));
        await Notices.PassAsync();
        Assert.Equal(before.Select(m => m.Id), (await Notices.MessagesAsync()).Select(m => m.Id));
    }

    [Fact]
    public async Task That_ended_is_not_climbed()
    {
        await Notices.PersonAsync("liaison", "liaison", "linjiang");
        await Notices.SayAsync(Owed("obligation:1", Due, "linjiang"));
        await Notices.SayAsync(new WatchEnded("obligation:1", "已经办结。"));
        Assert.Null(await Notices.MoveAsync(12, 31));
        Assert.Empty(await Notices.MessagesAsync());
    }

    [Fact]
    public async Task Says_where_there_is_nobody_to_tell()
    {
        await Notices.SayAsync(Owed("obligation:1", Due, "linjiang", "nanpu"));
        await Notices.PersonAsync("liaison", "liaison", "nanpu");
        await Notices.MoveAsync(8, 1);
        var messages = await Notices.MessagesAsync();
        Assert.Equal("linjiang", Assert.Single(messages, m => m.State is MessageState.Nobody).Unit);
        Assert.Equal("nanpu", Assert.Single(messages, m => m.Recipient is not null).Unit);
    }

    [Fact]
    public async Task Tells_the_nearest_and_nobody_twice()
    {
        var above = await Notices.PersonAsync("above", "liaison", "government");
        var both = await Notices.PersonAsync("both", "liaison", "linjiang");
        await Notices.SayAsync(Owed("obligation:1", Due, "linjiang", "government-office", "government"));
        await Notices.MoveAsync(8, 1);
        Assert.Equal(new[] { above, both }.Order(), (await Notices.MessagesAsync()).Select(m => m.Recipient!.Value).Order());

        await Notices.CloseAsync(above);
        await Notices.MoveAsync(8, 16);
        Assert.Equal([both], (await Notices.MessagesAsync()).Where(m => m.Step == -15 && m.Recipient is not null).Select(m => m.Recipient!.Value));
    }

    [Fact]
    public async Task Follows_a_ladder_that_is_declared_otherwise_and_a_calendar_that_grows()
    {
        await Notices.PersonAsync("liaison", "liaison", "linjiang");
        await Notices.SayAsync(Owed("obligation:1", Due, "linjiang"));
        Notices.City = SampleCity.With("ladders: { obligation-due: { at: '14:00', source: 试验 } }");
        Assert.Equal(Beijing.At(new(2023, 8, 1), new(14, 0)), await Notices.PassAsync());
        Notices.City = SampleCity.With("calendar: { 2023: { holidays: { try: { name: 试验, from: '2023-08-01', to: '2023-08-02' } } } }");
        Assert.Equal(Beijing.At(new(2023, 7, 31), new(9, 0)), await Notices.PassAsync());
    }

    [Fact]
    public async Task Tells_once_what_is_to_be_told_once()
    {
        var (one, other) = (await Notices.PersonAsync("one", "follow-up"), await Notices.PersonAsync("other", "liaison", "nanpu"));
        await Notices.SayAsync(
            new Tell("case:1", "请看一下", "正文", "/ledger/1", null, [], "ledger.manage", null, false),
            new Tell("case:1", "请看一下", null, "/ledger/1", null, [], null, other, false),
            new Tell("case:2", "退回改派", null, "/ledger/2", "清府办发〔2024〕7号#一", ["nanpu"], "ledger.report", null, true));
        await Notices.PassAsync();
        await Notices.PassAsync();
        Assert.Equal([(one, "case:1"), (other, "case:1"), (other, "case:2")], (await Notices.MessagesAsync()).Select(m => (m.Recipient!.Value, m.Cause)).OrderBy(m => m.Item1 != one).ThenBy(m => m.Cause));
    }

    [Fact]
    public async Task A_whole_years_many_watches_are_worked_through_in_chunks()
    {
        await Notices.PersonAsync("liaison", "liaison", "linjiang");
        await Notices.SayAsync(Enumerable.Range(0, 700).Select(i => Owed($"obligation:{i}", Due.AddDays(i % 50), "linjiang")).ToArray());
        await Notices.MoveAsync(10, 31);
        Assert.Equal(700, (await Notices.MessagesAsync()).Count(m => m.Recipient is not null));
        Assert.Equal(0, await Notices.ReadAsync(db => db.Watches.CountAsync(w => w.NextAt <= Notices.Clock.Now)));
    }

    [Fact]
    public async Task Of_two_processes_on_one_database_is_climbed_by_one()
    {
        await Notices.PersonAsync("liaison", "liaison", "linjiang");
        await Notices.SayAsync(Enumerable.Range(0, 500).Select(i => Owed($"obligation:{i}", Due, "linjiang")).ToArray());
        Notices.Clock.MoveTo(Beijing.At(new(2023, 8, 1), new(9, 0)));
        await using var other = await Notices.AgainAsync();
        await Task.WhenAll(Notices.PassAsync(), other.PassAsync());
        Assert.Equal(500, (await Notices.MessagesAsync()).Count);
        // One delivery at most a message: nothing was given out by both.
        Assert.All(await Notices.ReadAsync(db => db.Messages.ToListAsync()), m => Assert.Equal(MessageState.Given, m.State));
    }

    [Theory]
    [InlineData("no-such-ladder", true)]
    [InlineData("obligation-due", false)]
    public async Task That_cannot_be_kept_fails_its_senders_unit(string ladder, bool hasDay)
    {
        var fact = Owed("obligation:1", Due, "linjiang") with { Ladder = ladder, DueOn = hasDay ? Due : null, Since = hasDay ? null : Start };
        await Assert.ThrowsAsync<ArgumentException>(() => Notices.SayAsync(fact));
        Assert.Empty(await Notices.ReadAsync(db => db.Watches.ToListAsync()));
    }
}
