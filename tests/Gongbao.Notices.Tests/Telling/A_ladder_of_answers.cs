using Gongbao.Contracts.Notices;
using Gongbao.Kernel.Results;
using Gongbao.Notices.Inbox;
using Gongbao.Notices.Storage;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Gongbao.Notices.Tests.TestNotices;

namespace Gongbao.Notices.Tests.Telling;

public class A_ladder_of_answers_on_SQLite() : A_ladder_of_answers(StoreProvider.Sqlite);

public class A_ladder_of_answers_on_PostgreSQL() : A_ladder_of_answers(StoreProvider.Postgres);

public abstract class A_ladder_of_answers(StoreProvider provider) : NoticeTests(provider)
{
    protected override CityDeclarations? City { get; } = SampleCity.With("""
        ladders:
          reply:
            name: 试验预警
            kind: answers
            rungs:
              first: { minutes: 0, who: [owing], channels: [inbox], urgent: true }
              second: { minutes: 10, who: [owing, head], channels: [inbox], urgent: true }
              third: { minutes: 30, every: 15, who: [follow-up], channels: [inbox], urgent: true }
            source: 试验
        """);

    private WatchBegun Begun => new("warning:1", "reply", "请回应", null, "/hazards/1", null, Notices.Clock.Now, ["linjiang"], "ledger.report");

    [Fact]
    public async Task Is_climbed_until_somebody_answers()
    {
        var (liaison, head, office) = (await Notices.PersonAsync("liaison", "liaison", "linjiang"), await Notices.PersonAsync("head", "unit-head", "linjiang"), await Notices.PersonAsync("office", "follow-up"));
        await Notices.SayAsync(Begun);
        Assert.Equal(Start.AddMinutes(10), await Notices.PassAsync());
        Assert.Equal(Start.AddMinutes(30), await Notices.MoveAsync(Start.AddMinutes(10)));
        Assert.Equal(Start.AddMinutes(45), await Notices.MoveAsync(Start.AddMinutes(30)));
        var messages = await Notices.MessagesAsync();
        Assert.Equal([(liaison, 0), (liaison, 10), (head, 10), (office, 30)], messages.OrderBy(m => m.Step).ThenBy(m => m.Recipient != liaison).Select(m => (m.Recipient!.Value, m.Step)));

        var answer = await Notices.Services.GetRequiredService<Acknowledge>().HandleAsync(ActorOf(head), [messages.Single(m => m.Recipient == head).Id], default);
        Assert.Equal(1, Done(answer));
        // Whoever waits for it hears who answered and for which unit: a letter so received is served.
        Assert.Equal((Begun.Cause, "linjiang", head), Assert.Single(Notices.Heard.Answers.Select(a => (a.Cause, a.Unit, a.Account))));
        Assert.Null(await Notices.MoveAsync(Start.AddHours(5)));
        Assert.Equal(4, (await Notices.MessagesAsync()).Count);
        Assert.Equal(WatchState.Answered, (await Notices.ReadAsync(db => db.Watches.SingleAsync())).State);
    }

    [Fact]
    public async Task Tells_each_the_latest_after_a_downtime()
    {
        await Notices.PersonAsync("liaison", "liaison", "linjiang");
        await Notices.PersonAsync("head", "unit-head", "linjiang");
        await Notices.PersonAsync("office", "follow-up");
        await Notices.SayAsync(Begun);
        await Notices.MoveAsync(Start.AddMinutes(50));
        Assert.Equal([10, 10, 45], (await Notices.MessagesAsync()).Where(m => m.Recipient is not null).Select(m => m.Step).Order());
        Assert.Equal([0, 30], (await Notices.MessagesAsync()).Where(m => m.State is MessageState.Superseded).Select(m => m.Step));
    }

    [Fact]
    public async Task Takes_no_answer_of_others()
    {
        await Notices.PersonAsync("liaison", "liaison", "linjiang");
        await Notices.SayAsync(Begun);
        await Notices.PassAsync();
        var id = Assert.Single(await Notices.MessagesAsync(), m => m.Recipient is not null).Id;
        var refused = await Notices.Services.GetRequiredService<Acknowledge>().HandleAsync(ActorOf(Guid.CreateVersion7()), [id], default);
        Assert.Equal("notices.no-such-message", Code(refused));
        Assert.Equal(WatchState.Open, (await Notices.ReadAsync(db => db.Watches.SingleAsync())).State);
    }

    private static string Code<T>(Result<T> result) => result.IsRefused(out var refusal, out _) ? refusal.Code : "";
}
