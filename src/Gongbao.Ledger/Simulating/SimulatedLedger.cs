using System.Globalization;
using Gongbao.Contracts.Gazette;
using Gongbao.Contracts.Simulating;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.Letters;
using Gongbao.Ledger.Limits;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Ledger.Work;
using Gongbao.Platform.City;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Ledger.Simulating;

/// <summary>The ledger in a simulation (推演): what happened in it, and whether its rows are what the acts come to.</summary>
internal sealed class SimulatedLedger(IServiceProvider services, IServiceScopeFactory scopes, CityClock clock) : ISimulatedLedger
{
    public async Task<int> AcceptAsync(Guid followUp, SimulatedRefusals refusals, CancellationToken stop)
    {
        IReadOnlyList<OrderingDocument> documents;
        await using (var scope = scopes.CreateAsyncScope()) documents = await scope.ServiceProvider.GetRequiredService<IProposedObligations>().DocumentsAsync(stop);
        var cast = new Cast(City(), refusals);
        foreach (var document in documents) cast.Met(await services.GetRequiredService<AcceptProposals>().HandleAsync(document.Slug, null, cast.FollowUp(followUp), stop));
        return await ReadAsync(db => db.Obligations.CountAsync(stop));
    }

    public async Task<IReadOnlyList<string>> UnitsAsync(CancellationToken stop) =>
        [.. (await ReadAsync(db => db.Assignments.Select(a => a.Unit).Distinct().ToListAsync(stop))).Order(StringComparer.Ordinal)];

    public async Task ActAsync(SimulatedPeople people, Random random, SimulatedRefusals refusals, CancellationToken stop)
    {
        var city = City();
        if (!city.Calendar.IsWorkingDay(clock.Today)) return;
        var cast = new Cast(city, refusals);
        await new UnitsAtWork(services, cast, random, clock).ActAsync(people, stop);
        await new OfficeAtWork(services, cast, random, clock).ActAsync(people, stop);
        await new LettersAtWork(services, cast, random, clock).ActAsync(people, stop);
    }

    public async Task<IReadOnlyList<SimulatedCount>> CountAsync(CancellationToken stop)
    {
        var rules = LedgerRules.Of(City())!;
        var acts = await ReadAsync(db => db.Acts.Select(a => new { a.Kind, a.On }).ToListAsync(stop));
        var letters = await ReadAsync(db => db.LetterActs.Select(a => new { a.Kind, a.On }).ToListAsync(stop));
        var shares = await ReadAsync(db => db.Assignments.AsNoTracking().ToListAsync(stop));
        return
        [
            .. acts.GroupBy(a => (a.Kind, Month: Month(a.On))).Select(g => new SimulatedCount("办理", StateWords.Of(g.Key.Kind), g.Key.Month, g.Count())),
            .. letters.GroupBy(a => (a.Kind, Month: Month(a.On))).Select(g => new SimulatedCount("督办函", LetterWords.Of(g.Key.Kind), g.Key.Month, g.Count())),
            .. shares.GroupBy(s => Standing.Shown(s, clock.Today, rules).State).Select(g => new SimulatedCount("期末状态", StateWords.Of(g.Key), null, g.Count())),
        ];
    }

    public async Task<IReadOnlyList<string>> CheckAsync(CancellationToken stop)
    {
        var (city, today, breaches) = (City(), clock.Today, new List<string>());
        var rules = LedgerRules.Of(city)!;
        var obligations = await ReadAsync(db => db.Obligations.AsNoTracking().ToDictionaryAsync(o => o.Id, stop));
        var programmes = await ReadAsync(db => db.Programmes.AsNoTracking().ToDictionaryAsync(p => p.Id, stop));
        var acts = (await ReadAsync(db => db.Acts.AsNoTracking().OrderBy(a => a.Number).ToListAsync(stop))).ToLookup(a => a.ObligationId);
        foreach (var share in await ReadAsync(db => db.Assignments.AsNoTracking().ToListAsync(stop)))
        {
            var (obligation, all) = (obligations[share.ObligationId], acts[share.ObligationId]);
            var limit = LimitHistory.Of(obligation.Limit, programmes[share.ProgrammeId].SignedOn, all, today);
            var told = Standing.Of(limit, obligation.OwedSince, all.Where(a => a.AssignmentId is null || a.AssignmentId == share.Id), today, rules, city.Calendar);
            if (told with { Turn = null, Waiting = null, Counted = null, MoreTime = null } != Standing.Shown(share, today, rules)) breaches.Add($"{Reminders.CauseOf(share)} 在列表里的状态与办理记录推出的不同。");
        }
        breaches.AddRange(acts.Where(o => o.Zip(o.Skip(1)).Any(p => p.Second.At < p.First.At)).Select(o => $"任务 {o.Key:D} 的法定时间倒退了。"));
        return breaches;
    }

    public async Task<IReadOnlyDictionary<string, DateOnly?>> WatchedAsync(CancellationToken stop) =>
        await ReadAsync(db => db.Assignments.AsNoTracking().ToDictionaryAsync(a => Reminders.CauseOf(a.Id), a => a.OwedOn ?? a.ReportBy, stop));

    private CityDeclarations City() => services.GetRequiredService<CityDeclarations>();

    private static string Month(DateOnly on) => on.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private async Task<T> ReadAsync<T>(Func<LedgerDb, Task<T>> read)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<LedgerDb>());
    }
}
