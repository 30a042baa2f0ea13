using Gongbao.Contracts.Notices;
using Gongbao.Notices.Ladders;
using Gongbao.Notices.Sending;
using Gongbao.Notices.Storage;
using Gongbao.Notices.Telling;
using Gongbao.Platform.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Notices.Tests.Sending;

public class A_year_of_stops_on_SQLite() : A_year_of_stops(StoreProvider.Sqlite);

public class A_year_of_stops_on_PostgreSQL() : A_year_of_stops(StoreProvider.Postgres);

/// <summary>
/// A year of reminders in which the work is broken off at random: between two units, or after the gateway took a call and before that was written.
/// Each time another host in the same process goes on with what the database holds. Counted by message id at the gateway, nothing is missed and nothing
/// comes twice. Processes that are killed are measured by <c>gongbao bench kills</c>.
/// </summary>
public abstract class A_year_of_stops(StoreProvider provider)
{
    private const int Stops = 200;

    [Fact, Clause("LED-07")]
    public async Task Misses_nothing_and_doubles_nothing()
    {
        var random = new Random(20230508);
        await using var gateway = await Gateway.StartAsync();
        await using var first = await TestNotices.CreateAsync(provider, SampleCity.With($"notices: {{ webhook: {{ url: '{gateway.Address}', source: 试验 }} }}"));
        for (var i = 0; i < 3; i++) await first.PersonAsync($"person{i}", "liaison", i < 2 ? "linjiang" : "nanpu", mobile: $"1380000000{i}");
        var owed = Enumerable.Range(0, 25).Select(i => TestNotices.Owed($"obligation:{i}", new DateOnly(2023, 6, 1).AddDays(random.Next(330)), i % 2 == 0 ? "linjiang" : "nanpu")).ToArray();
        await first.SayAsync<WatchBegun>(owed);

        var (host, now) = (first, TestNotices.Start);
        for (var i = 0; i < Stops; i++)
        {
            now = now.AddHours(random.Next(20, 68));
            using var broken = new CancellationTokenSource();
            var cut = random.Next(3);
            gateway.Answer = (_, _) => { if (cut == 0) broken.Cancel(); return random.Next(8) == 0 ? (503, "") : (200, ""); };
            host.Clock.MoveTo(now);
            try
            {
                if (cut == 1) broken.CancelAfter(random.Next(1, 30));
                await host.Services.GetRequiredService<LadderRun>().PassAsync(broken.Token);
                while (await host.Services.GetRequiredService<Outbox>().StepAsync(host.Services.GetRequiredService<WebhookSender>(), broken.Token) > 0) host.Time.Advance(TimeSpan.FromMinutes(20));
            }
            catch (OperationCanceledException)
            {
            }
            var next = await host.AgainAsync();
            if (host != first) await host.DisposeAsync();
            host = next;
            host.Time.Advance(TimeSpan.FromMinutes(2));
        }

        gateway.Answer = (_, _) => (200, "");
        await host.PassAsync();
        for (var i = 0; i < 40; i++)
        {
            host.Time.Advance(TimeSpan.FromMinutes(20));
            await host.SendAsync(Channel.Webhook);
        }

        var messages = await host.MessagesAsync();
        var sent = messages.Where(m => m.Recipient is not null).ToList();
        Assert.Equal(sent.Select(m => m.Id).Order(), gateway.MessageIds.Order());
        foreach (var watch in owed)
        {
            var steps = sent.Where(m => m.Cause == watch.Cause).GroupBy(m => m.Step).ToList();
            Assert.All(steps, s => Assert.Equal(watch.Units[0] == "linjiang" ? 2 : 1, s.Count()));
            // Each step that fell due was sent, or a later one took its place: nothing is unaccounted for.
            var superseded = messages.Where(m => m.Cause == watch.Cause && m.State is MessageState.Superseded).Select(m => m.Step);
            var all = Ladder.At(SampleCity.Due, new(watch.DueOn, null, TestNotices.Start, null), SampleCity.Declared.Calendar, now).Passed;
            Assert.Equal(all.Select(s => s.Place), steps.Select(s => s.Key).Concat(superseded).Order());
        }
        if (host != first) await host.DisposeAsync();
    }
}
