using Gongbao.Casework.Running;
using Gongbao.Kernel.Time;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Gongbao.Casework.Tests.Running;

/// <summary>What follows by itself when a clock has run out.</summary>
public abstract class Time_that_runs_out(StoreProvider provider) : CaseworkTests(provider)
{
    [Fact]
    public async Task Is_dealt_with_in_the_order_in_which_it_ran_out()
    {
        var late = (await Room.BeginAsync(1)).Id;
        await DoAsync(late, CaseAct.Give("papers"));
        Move(new(2025, 3, 4));
        var later = (await Room.BeginAsync(2)).Id;
        await DoAsync(later, CaseAct.Give("papers"));
        var expire = Room.Get<ExpireCases>();
        Assert.Equal(Beijing.At(new(2025, 3, 11), default), await expire.PassAsync(CancellationToken.None));
        Assert.Equal(new DateOnly(2025, 3, 10), await Room.ReadAsync(db => db.Items.Where(i => i.CaseId == late && i.Item == "certificate").Select(i => i.DueOn).SingleAsync()));
        Move(new(2025, 3, 13));
        Assert.Equal(Beijing.At(new(2025, 4, 10), default), await expire.PassAsync(CancellationToken.None));
        foreach (var (id, at) in ((Guid, DateTimeOffset)[])[(late, Beijing.At(new(2025, 3, 11), default)), (later, Beijing.At(new(2025, 3, 12), default))])
        {
            var events = await Room.EventsAsync(id);
            Assert.Equal([(CaseEventKind.Expired, at), (CaseEventKind.Accepted, at)], events.TakeLast(2).Select(e => (e.Kind, e.EffectiveAt)));
            TestCasework.Same(CaseFold.Of(SixItems.Declaration, events), (await Room.StoredAsync(id)).State);
            Assert.Equal("case.expire done -", (await Room.JournalAsync(id))[^1]);
        }
        // Nothing is due, and nothing is written.
        var entries = (await Room.JournalAsync(late)).Count;
        await expire.PassAsync(CancellationToken.None);
        Assert.Equal(entries, (await Room.JournalAsync(late)).Count);
    }

    [Fact]
    public async Task Is_seen_when_legal_time_is_moved()
    {
        var expire = (IHostedService)Room.Get<ExpireCases>();
        await expire.StartAsync(CancellationToken.None);
        // Begun while the service sleeps until nothing.
        var id = (await Room.BeginAsync()).Id;
        await DoAsync(id, CaseAct.Give("papers"));
        Move(new(2025, 3, 11), hour: 0);
        while ((await Room.StoredAsync(id)).State.Items["certificate"].Phase == ItemPhase.Open) await Task.Delay(20);
        Assert.Equal(ItemPhase.Handling, (await Room.StoredAsync(id)).State.Items["certificate"].Phase);
        await expire.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Comes_before_what_is_done_after_it()
    {
        var id = (await Room.BeginAsync()).Id;
        await DoAsync(id, CaseAct.Give("papers"));
        Move(new(2025, 3, 12));
        // Accepted by law the day before: there is nothing to accept, whether or not somebody has looked after it yet.
        Assert.Equal("case.not-open", TestCasework.CodeOf(await Room.DoAsync(id, CaseAct.Accept("certificate"), Everybody)));
        await DoAsync(id, CaseAct.End("certificate", "granted"));
        Assert.Equal([CaseEventKind.Expired, CaseEventKind.Accepted, CaseEventKind.Ended], (await Room.EventsAsync(id)).Where(e => e.Item == "certificate").TakeLast(3).Select(e => e.Kind));
        Assert.Contains("case.expire done -", await Room.JournalAsync(id));
    }

    [Fact]
    public async Task Is_worked_out_anew_by_another_calendar()
    {
        var id = (await Room.BeginAsync()).Id;
        await DoAsync(id, CaseAct.Give("papers"));
        Room.City = DeclaredCity.With("calendar: { '2025': { holidays: { city-day: { name: 市庆日, from: 2025-03-05, to: 2025-03-05 } } } }");
        Assert.Equal(Beijing.At(new(2025, 3, 12), default), await Room.Get<ExpireCases>().PassAsync(CancellationToken.None));
        Assert.Equal(new DateOnly(2025, 3, 11), await Room.ReadAsync(db => db.Items.Where(i => i.Item == "certificate").Select(i => i.DueOn).SingleAsync()));
        Move(new(2025, 3, 11));
        await DoAsync(id, CaseAct.Accept("certificate"));
    }
}

public sealed class Time_that_runs_out_on_SQLite() : Time_that_runs_out(StoreProvider.Sqlite);

public sealed class Time_that_runs_out_on_PostgreSQL() : Time_that_runs_out(StoreProvider.Postgres)
{
    [Fact]
    public async Task Is_dealt_with_once_by_two_programs()
    {
        await using var other = await Room.BesideAsync();
        var ids = new List<Guid>();
        for (var n = 0; n < 30; n++)
        {
            ids.Add((await Room.BeginAsync(n)).Id);
            await DoAsync(ids[^1], CaseAct.Give("papers"));
        }
        foreach (var room in (TestCasework[])[Room, other]) room.Clock.MoveTo(Beijing.At(new(2025, 3, 11), new(9, 0)));
        await Task.WhenAll(((TestCasework[])[Room, other]).Select(r => Task.Run(() => r.Get<ExpireCases>().PassAsync(CancellationToken.None))));
        foreach (var id in ids)
        {
            var events = await Room.EventsAsync(id);
            Assert.Single(events, e => e.Kind == CaseEventKind.Expired);
            Assert.Single(await Room.JournalAsync(id), l => l == "case.expire done -");
        }
    }
}
