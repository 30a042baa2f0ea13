using Gongbao.Contracts.Simulating;
using Gongbao.Gazette;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Platform.Access;
using Gongbao.Platform.Access.Accounts;
using Gongbao.Platform.City.Publishing;
using Gongbao.Platform.Journal;
using Gongbao.Platform.Store;

namespace Gongbao.Simulating;

/// <summary>One simulation (推演): people, days, and what is said of them. Each day the ladders are climbed in the morning, people act, and the ladders are climbed again at noon and in the evening.</summary>
internal sealed class Simulation(StoreOptions store, CityFiles files, int seed) : IAsyncDisposable
{
    private readonly ServiceProvider _services = Services(store, files);
    private readonly Random _random = new(seed);
    private readonly SimulatedRefusals _refusals = new();

    private CityClock Clock => _services.GetRequiredService<CityClock>();

    private ISimulatedLedger Ledger => _services.GetRequiredService<ISimulatedLedger>();

    private ISimulatedNotices Notices => _services.GetRequiredService<ISimulatedNotices>();

    /// <returns>Whether all is sound.</returns>
    public async Task<bool> RunAsync(FileInfo issue, DateOnly from, DateOnly to, CancellationToken stop)
    {
        Clock.RestoreSeed(from.StartsAt().AddHours(8));
        await _services.GetRequiredService<StoreStart>().ReadyAsync(stop);
        Required(await _services.GetRequiredService<RunningCity>().StartAsync(publishesFiles: true, stop));
        Required(await AccessSetup.StartKeysAsync(_services, stop));
        if (await GazetteRoom.ImportAsync(_services, issue, stop) != 0) return false;
        var followUp = await AccountAsync("follow-up", "follow-up", AccessScope.City, stop);
        var accepted = await Ledger.AcceptAsync(followUp, _refusals, stop);
        var people = await PeopleAsync(followUp, stop);
        Console.WriteLine($"推演 {from:yyyy-MM-dd} 至 {to:yyyy-MM-dd}，种子 {seed}：任务 {accepted} 项，单位 {people.Units.Count} 家。");

        var breaches = new List<string>();
        var last = from;
        try
        {
            for (var day = from; day <= to; day = day.AddDays(1))
            {
                await DayAsync(day, people, breaches, stop);
                last = day;
                if (day == to || day.AddDays(1).Month != day.Month) Console.WriteLine($"{day:yyyy-MM}：已推演到 {day:yyyy-MM-dd}。");
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Console.WriteLine($"已按要求停止，推演到 {last:yyyy-MM-dd}；以下是到此为止的结果。");
        }
        await Notices.PassAsync(CancellationToken.None);
        breaches.AddRange(await Ledger.CheckAsync(CancellationToken.None));
        breaches.AddRange(await Notices.CheckAsync(await Ledger.WatchedAsync(CancellationToken.None), CancellationToken.None));
        var journal = _services.GetRequiredService<JournalVerifier>().Verify(withAnchors: false, CancellationToken.None);
        if (!journal.IsSound) breaches.Add($"日志链有 {journal.Breaches.Count} 处问题。");
        SimulationTable.Write([.. await Ledger.CountAsync(CancellationToken.None), .. await Notices.CountAsync(CancellationToken.None)], _refusals.Met);
        foreach (var breach in breaches.Take(50)) Console.Error.WriteLine(breach);
        Console.WriteLine(breaches.Count == 0 ? $"核对完好：状态与办理记录一致，告知没有遗漏和重复，日志链共 {journal.Entries} 条。" : $"核对发现 {breaches.Count} 处问题。");
        return breaches.Count == 0;
    }

    private async Task DayAsync(DateOnly day, SimulatedPeople people, List<string> breaches, CancellationToken stop)
    {
        await ToAsync(day, 9.5, breaches, stop);
        await Notices.AcknowledgeAsync([.. people.Units.SelectMany(Recipients), (people.FollowUp, 0.5)], _random, _refusals, stop);
        // Well apart from the passes: what falls due a day after an act is due at the same pass in every run, however fast the machine is.
        Move(day, 10, breaches);
        await Ledger.ActAsync(people, _random, _refusals, stop);
        await ToAsync(day, 12, breaches, stop);
        await ToAsync(day, 20, breaches, stop);
    }

    /// <summary>Moves legal time and climbs what is due then.</summary>
    private async Task ToAsync(DateOnly day, double hour, List<string> breaches, CancellationToken stop)
    {
        Move(day, hour, breaches);
        await Notices.PassAsync(stop);
    }

    private void Move(DateOnly day, double hour, List<string> breaches)
    {
        if (Clock.MoveTo(day.StartsAt().AddHours(hour)).IsRefused(out var refusal, out _)) breaches.Add(refusal.Reason);
    }

    private static IEnumerable<(Guid, double)> Recipients(SimulatedUnit unit)
    {
        var chance = unit.Temper switch { UnitTemper.Prompt => 0.7, UnitTemper.Slow => 0.3, UnitTemper.Forgetful => 0.05, UnitTemper.Difficult => 0.15 };
        yield return (unit.Liaison, chance);
        if (unit.Head is { } head) yield return (head, chance / 2);
    }

    /// <summary>Each unit that owes something has a liaison; one in ten has no head.</summary>
    private async Task<SimulatedPeople> PeopleAsync(Guid followUp, CancellationToken stop)
    {
        var signer = await AccountAsync("signer", "signing-officer", AccessScope.City, stop);
        var units = new List<SimulatedUnit>();
        foreach (var unit in await Ledger.UnitsAsync(stop))
        {
            var (temper, hasHead, scope) = ((UnitTemper)_random.Next(4), _random.Next(10) > 0, new AccessScope(ScopeKind.Unit, unit));
            units.Add(new(unit, temper, await AccountAsync($"liaison-{units.Count}", "liaison", scope, stop), hasHead ? await AccountAsync($"head-{units.Count}", "unit-head", scope, stop) : null));
        }
        return new(followUp, signer, units);
    }

    private async Task<Guid> AccountAsync(string name, string role, AccessScope scope, CancellationToken stop)
    {
        await using var scoped = _services.CreateAsyncScope();
        var accounts = scoped.ServiceProvider.GetRequiredService<AccountAdministration>();
        var by = new Actor(Guid.Empty, ActorKind.Account, "simulation", [new("administrator", AccessScope.City, new HashSet<string> { AccountAdministration.Verb, AccountAdministration.RolesVerb })]);
        Required(await accounts.CreateAsync(by, name, null, stop));
        var made = (await accounts.ListAsync(0, int.MaxValue, stop)).Single(a => a.Name == name).Id;
        Required(await accounts.GiveRoleAsync(by, made, role, scope, stop));
        return made;
    }

    private static T Required<T>(Result<T> result) => result.IsRefused(out var refusal, out var value) ? throw new IOException(refusal.Reason) : value;

    private static ServiceProvider Services(StoreOptions store, CityFiles files)
    {
        var services = new ServiceCollection();
        services.AddLogging(l => l.AddSimpleConsole(c => c.SingleLine = true).SetMinimumLevel(LogLevel.Error));
        Composition.Add(services, store, files);
        return services.BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.GetRequiredService<Writer>().DisposeAsync();
        await _services.DisposeAsync();
    }
}
