using Gongbao.Contracts.Notices;
using Gongbao.Notices.Inbox;
using Gongbao.Notices.Storage;
using Gongbao.Notices.Telling;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Notices.Tests.Sending;

public class A_message_to_thousands_on_SQLite() : A_message_to_thousands(StoreProvider.Sqlite);

public class A_message_to_thousands_on_PostgreSQL() : A_message_to_thousands(StoreProvider.Postgres);

/// <summary>Told in parts, each in a unit of its own: counted by message id at a real receiver, nobody is left out and nobody is told twice.</summary>
public abstract class A_message_to_thousands(StoreProvider provider) : IAsyncLifetime
{
    private const int People = Climb.MostMessages + 100;

    private Gateway _gateway = null!;
    private TestNotices _notices = null!;

    public async ValueTask InitializeAsync()
    {
        _gateway = await Gateway.StartAsync();
        _notices = await TestNotices.CreateAsync(provider, SampleCity.With($$"""
            notices: { webhook: { url: '{{_gateway.Address}}', source: 试验 } }
            ladders:
              reply:
                name: 试验预警
                kind: answers
                rungs:
                  first: { minutes: 0, who: [owing], channels: [inbox, webhook], urgent: true }
                  second: { minutes: 10, who: [owing], channels: [inbox, webhook], urgent: true }
                source: 试验
            """));
        await _notices.CrowdAsync(People, "liaison", "linjiang");
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _notices.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task Goes_on_behind_the_last_part_when_the_program_dies_between_two()
    {
        await _notices.SayAsync(Warning(1));
        TestNotices.Done(await _notices.Writer.DoAsync<int>(new(ActorId.System("test"), Climb.Verb, "notices:ladders"), async (unit, stop) => await unit.Get<Climb>().DoAsync(unit, [], null, stop), default));
        var half = await _notices.MessagesAsync();
        Assert.Equal(Climb.MostMessages, half.Count);
        Assert.Equal(Climb.MostMessages, await _notices.SendAsync(Channel.Webhook));

        // Two who were told leave: the places of the others do not move.
        await _notices.CloseAsync(half[0].Recipient!.Value);
        await _notices.CloseAsync(half[^1].Recipient!.Value);
        await using var next = await _notices.AgainAsync();
        await next.PassAsync();
        await next.SendAsync(Channel.Webhook);
        var all = await next.MessagesAsync();
        Assert.Equal(People, all.Select(m => m.Recipient).Distinct().Count());
        Assert.Equal(People, all.Count);
        Assert.Equal(all.Select(m => m.Id).Order(), _gateway.MessageIds.Order());
        Assert.Equal(People, _gateway.Taken.SelectMany(c => c.Deliveries).Count());
        Assert.All(_gateway.Taken, c => Assert.InRange(c.Deliveries.Count, 1, 100));
    }

    [Fact]
    public async Task Is_kept_for_everybody_in_order_while_the_gateway_is_down_for_an_hour()
    {
        _gateway.Answer = (_, _) => (503, "");
        for (var told = 0; told < 3; told++)
        {
            await _notices.SayAsync(Warning(told));
            await _notices.PassAsync();
            await _notices.SendAsync(Channel.Webhook);
            _notices.Time.Advance(TimeSpan.FromMinutes(20));
        }
        Assert.Empty(_gateway.Taken);

        _gateway.Answer = (n, _) => n % 7 == 0 ? (500, "") : (200, "");
        for (var i = 0; i < 12; i++)
        {
            await _notices.SendAsync(Channel.Webhook);
            _notices.Time.Advance(TimeSpan.FromMinutes(20));
        }
        var sent = (await _notices.MessagesAsync()).ToDictionary(m => m.Id);
        Assert.Equal(3 * People, sent.Count);
        Assert.Equal(sent.Keys.Order(), _gateway.MessageIds.Order());
        foreach (var person in _gateway.MessageIds.Select(id => sent[id]).GroupBy(m => m.Recipient))
            Assert.Equal(["警报 0", "警报 1", "警报 2"], person.Select(m => m.Subject));
    }

    [Fact]
    public async Task Is_told_to_all_of_a_rung_also_where_one_answers_before_the_last_are_told()
    {
        await _notices.SayAsync(new WatchBegun("warning:1", "reply", "请回应", null, "/hazards/1", null, _notices.Clock.Now, ["linjiang"], "ledger.report"));
        TestNotices.Done(await _notices.Writer.DoAsync<int>(new(ActorId.System("test"), Climb.Verb, "notices:ladders"), async (unit, stop) => await unit.Get<Climb>().DoAsync(unit, [], null, stop), default));
        var first = (await _notices.MessagesAsync())[0];
        Assert.Equal(1, TestNotices.Done(await _notices.Services.GetRequiredService<Acknowledge>().HandleAsync(TestNotices.ActorOf(first.Recipient!.Value), [first.Id], default)));

        await using var next = await _notices.AgainAsync();
        Assert.Null(await next.PassAsync());
        Assert.Equal(People, (await next.MessagesAsync()).Select(m => m.Recipient).Distinct().Count());
        Assert.Equal(WatchState.Answered, (await next.ReadAsync(db => db.Watches.SingleAsync())).State);

        // The second rung is not climbed.
        await next.MoveAsync(TestNotices.Start.AddHours(1));
        Assert.Equal(People, (await next.MessagesAsync()).Count);
    }

    private static Tell Warning(int number) => new($"warning:{number}", $"警报 {number}", null, "/hazards/1", null, ["linjiang"], "ledger.report", null, IsUrgent: true);
}
