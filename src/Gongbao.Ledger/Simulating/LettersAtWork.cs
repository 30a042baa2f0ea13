using Gongbao.Contracts.Simulating;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.Letters;
using Gongbao.Ledger.Storage;
using Gongbao.Web.Deciding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Ledger.Simulating;

/// <summary>Supervision letters of a simulation: on Mondays to some of the units that are late, signed off by another, replied to by temper.</summary>
internal sealed class LettersAtWork(IServiceProvider services, Cast cast, Random random, CityClock clock)
{
    private const int LateDays = 10;

    public async Task ActAsync(SimulatedPeople people, CancellationToken stop)
    {
        await ReplyAsync(people, stop);
        if (clock.Today.DayOfWeek is DayOfWeek.Monday) foreach (var unit in people.Units) await WriteAsync(people, unit, stop);
    }

    private async Task WriteAsync(SimulatedPeople people, SimulatedUnit unit, CancellationToken stop)
    {
        var late = await ReadAsync(db => LateShares.OfAsync(db, unit.Unit, clock.Today, stop));
        var wanted = late.Where(l => l.DaysLate >= LateDays).Take(LateShares.Most).Select(l => l.Share).ToList();
        if (wanted.Count == 0 || random.Next(6) != 0) return;
        var drafted = await services.GetRequiredService<DraftLetter>().HandleAsync(unit.Unit, wanted, cast.FollowUp(people.FollowUp), stop);
        if (!cast.Met(drafted) || drafted.IsRefused(out _, out var letter)) return;
        var (sign, signer) = (services.GetRequiredService<SignLetter>(), cast.Signer(people.Signer));
        if (random.Next(20) == 0) cast.Met(await sign.GiveBackAsync(await SeenAsync(letter, stop), "请写明具体要求。", signer, stop));
        cast.Met(await sign.HandleAsync(await SeenAsync(letter, stop), signer, stop));
        if (random.Next(30) == 0) cast.Met(await sign.WithdrawAsync(await SeenAsync(letter, stop), "列错了任务。", signer, stop));
    }

    private async Task ReplyAsync(SimulatedPeople people, CancellationToken stop)
    {
        var waiting = (await ReadAsync(db => db.Letters.AsNoTracking().Where(l => l.SignedOn != null && l.WithdrawnOn == null && l.RepliedOn == null).OrderBy(l => l.Year).ThenBy(l => l.Number).ToListAsync(stop))).ToLookup(l => l.Unit);
        var follow = services.GetRequiredService<FollowLetter>();
        foreach (var unit in people.Units)
            foreach (var letter in waiting[unit.Unit])
            {
                var chance = unit.Temper switch { UnitTemper.Prompt => 0.4, UnitTemper.Slow => 0.12, UnitTemper.Forgetful => 0.04, UnitTemper.Difficult => 0.08 };
                if (random.NextDouble() < chance) cast.Met(await follow.ReplyAsync(await SeenAsync(letter.Id, stop), "已经整改到位，今后按时报告。", null, null, cast.Liaison(unit), stop));
                else if (letter.ServedOn is null && random.Next(15) == 0) cast.Met(await follow.ServeAsync(await SeenAsync(letter.Id, stop), ServiceKind.Direct, clock.Today, "办公室收发岗", null, cast.FollowUp(people.FollowUp), stop));
            }
    }

    private async Task<Seen> SeenAsync(Guid letter, CancellationToken stop) => new(letter, await ReadAsync(db => db.Letters.Where(l => l.Id == letter).Select(l => l.Revision).SingleAsync(stop)));

    private async Task<T> ReadAsync<T>(Func<LedgerDb, Task<T>> read)
    {
        await using var scope = services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<LedgerDb>());
    }
}
