using Gongbao.Contracts.Simulating;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Tests;

public sealed class A_simulated_ledger_in_SQLite() : A_simulated_ledger(StoreProvider.Sqlite);

public sealed class A_simulated_ledger_in_PostgreSQL() : A_simulated_ledger(StoreProvider.Postgres);

/// <summary>Weeks of the ledger at random: sound as they were done, and found not to be where a row was changed by another hand.</summary>
public abstract class A_simulated_ledger(StoreProvider provider) : LedgerTests(provider)
{
    [Fact]
    public async Task Is_sound_until_a_row_says_something_else_than_the_acts()
    {
        Move(new(2025, 5, 6));
        await Ledger.ImportAsync(Path.Combine(RepositoryRoot.Folder, "samples", "qinghe-2025-03.txt"));
        var (simulated, random, refusals, stop) = (Ledger.Get<ISimulatedLedger>(), new Random(3), new SimulatedRefusals(), CancellationToken.None);
        var followUp = Guid.CreateVersion7();
        await simulated.AcceptAsync(followUp, refusals, stop);
        var people = new SimulatedPeople(followUp, Guid.CreateVersion7(), [.. (await simulated.UnitsAsync(stop)).Select((u, i) => new SimulatedUnit(u, (UnitTemper)(i % 4), Guid.CreateVersion7(), null))]);
        for (var day = 0; day < 28; day++)
        {
            Ledger.Clock.RestoreSeed(Ledger.Clock.Now.AddDays(1));
            await simulated.ActAsync(people, random, refusals, stop);
        }

        Assert.Empty(await simulated.CheckAsync(stop));
        Assert.True(await Ledger.ReadAsync(db => db.Acts.CountAsync(a => a.Kind == ActKind.Reported)) > 50);
        Assert.Contains(refusals.Met, r => r.Code == "ledger.changed-meanwhile" && r.Reason.EndsWith('。'));
        var watched = await simulated.WatchedAsync(stop);
        Assert.Equal(watched.Count, await Ledger.ReadAsync(db => db.Assignments.CountAsync()));

        var share = await Ledger.ReadAsync(db => db.Assignments.Where(a => a.OwedOn != null && !a.IsSettled).OrderBy(a => a.Id).Select(a => a.Id).FirstAsync());
        TestLedger.Done(await Ledger.Get<Writer>().DoAsync<bool>(new(ActorId.System("test"), "test.tamper", "test:1"), async (unit, _) =>
        {
            await unit.Db<LedgerDb>().Assignments.Where(a => a.Id == share).ExecuteUpdateAsync(s => s.SetProperty(a => a.OwedOn, new DateOnly(2030, 1, 1)), stop);
            return true;
        }, stop));

        Assert.Equal($"{Reminders.CauseOf(share)} 在列表里的状态与办理记录推出的不同。", Assert.Single(await simulated.CheckAsync(stop)));
    }
}
