using System.Diagnostics;
using System.Globalization;
using Gongbao.Casework;
using Gongbao.Casework.Running;
using Gongbao.Casework.Storage;
using Gongbao.Casework.Tests.Running;
using Gongbao.Kernel.Time;
using Gongbao.Platform.Access;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Bench.Cases;

/// <summary>
/// <c>cases [cases] [sqlite|postgres]</c>: cases of six items from application to join, 14 transitions each: the access check, the rules, the sealing of personal answers, the
/// journal, and a commit before each answer; many in flight, each by its own people. Beside it, in the same run, a bare loop that writes the same rows in commits of the same size.
/// </summary>
internal static class CasesBench
{
    private const int InFlight = 600;
    private const int Rounds = 3;

    private static readonly string[] Items = ["certificate", "vaccination", "registration", "insurance", "card", "allowance"];

    public static async Task RunAsync(int cases, string? only)
    {
        foreach (var provider in Enum.GetValues<StoreProvider>())
        {
            if (only is not null && !provider.ToString().Equals(only, StringComparison.OrdinalIgnoreCase)) continue;
            if (provider is StoreProvider.Postgres && StoreBenchDatabase.Server is null) continue;
            await RunAsync(provider, cases);
        }
    }

    private static async Task RunAsync(StoreProvider provider, int cases)
    {
        var city = new BenchCity { Now = BenchCity.With("{}") };
        await using var database = await StoreBenchDatabase.CreateAsync(provider, s =>
        {
            s.AddLogging().AddSingleton(TimeProvider.System).AddSingleton(new CityClock(TimeProvider.System, Beijing.At(new(2025, 3, 3), new(9, 0)))).AddSingleton(city).AddTransient(p => p.GetRequiredService<BenchCity>().Now);
            s.AddAccess(new() { DataFolder = ((StoreOptions)s.Single(d => d.ServiceType == typeof(StoreOptions)).ImplementationInstance!).DataFolder });
            s.AddSingleton<ICaseDeclarations>(new GivenDeclarations(SixItems.Declaration));
            return CaseworkRoom.AddServices(s);
        });
        await AccessSetup.StartKeysAsync(database.Services, default);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"== {provider}: {cases:N0} cases of 14 transitions, {InFlight} in flight; load {Load()}"));
        Console.WriteLine("                cases/s  transitions/s   p50 ms   p95 ms   p99 ms   µs CPU a transition   bare cases/s   ratio");
        await OursAsync(database, cases / 4);
        var bare = new BareCases(database);
        var (ours, other) = (new List<double>(), new List<double>());
        for (var round = 1; round <= Rounds; round++)
        {
            var took = await OursAsync(database, cases);
            var plain = bare.Run(cases);
            ours.Add(took.PerSecond);
            other.Add(plain);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round,-8} {took.PerSecond,8:N0}  {took.PerSecond * 14,13:N0} {took.P50,8:N1} {took.P95,8:N1} {took.P99,8:N1}   {took.Cpu,19:N0}   {plain,12:N0}   {took.PerSecond / plain,5:N2}"));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median         {Median(ours),8:N0}  {Median(ours) * 14,13:N0} {"",52}   {Median(other),12:N0}   {Median(ours) / Median(other),5:N2}"));
        await CheckAsync(database);
    }

    private static async Task<Took> OursAsync(StoreBenchDatabase database, int cases)
    {
        var (begin, run) = (database.Services.GetRequiredService<BeginCase>(), database.Services.GetRequiredService<RunCase>());
        var (clerk, decider) = (Somebody(), Somebody());
        var times = new double[cases * 14];
        var (left, at) = (cases, 0);
        var (begun, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await Task.WhenAll(Enumerable.Range(0, Math.Min(InFlight, cases)).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) is >= 0 and var number)
            {
                var begunAt = Stopwatch.GetTimestamp();
                var id = Done(await begin.HandleAsync(SixItems.Application(number), CaseParty.Applicant, default)).Id;
                times[Interlocked.Increment(ref at) - 1] = Stopwatch.GetElapsedTime(begunAt).TotalMilliseconds;
                await OneAsync(id, CaseAct.Give("papers"), CaseParty.Applicant);
                foreach (var item in Items)
                {
                    await OneAsync(id, CaseAct.Accept(item), clerk);
                    await OneAsync(id, CaseAct.End(item, "granted"), decider);
                }
            }
        })));
        async Task OneAsync(Guid id, CaseAct act, CaseParty by)
        {
            var begunAt = Stopwatch.GetTimestamp();
            Done(await run.DoAsync(id, act, by, default));
            times[Interlocked.Increment(ref at) - 1] = Stopwatch.GetElapsedTime(begunAt).TotalMilliseconds;
        }

        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        Array.Sort(times);
        return new(cases / seconds, times[times.Length / 2], times[(int)(times.Length * 0.95)], times[(int)(times.Length * 0.99)], (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / times.Length);
    }

    /// <summary>Every case has joined, with one entry of the journal a transition, and its rows say what its events do.</summary>
    private static async Task CheckAsync(StoreBenchDatabase database)
    {
        await using var scope = database.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseworkDb>();
        var ours = db.Cases.Where(c => c.Version == SixItems.Declaration.Version);
        if (await ours.AnyAsync(c => c.Phase != CasePhase.Closed || c.Outcome != CaseOutcome.Completed)) throw new InvalidOperationException("a case has not joined");
        foreach (var id in await ours.OrderBy(c => c.Id).Select(c => c.Id).Take(50).ToListAsync())
        {
            var events = await db.Events.Where(e => e.CaseId == id).OrderBy(e => e.Number).ToListAsync();
            if (CaseFold.Of(SixItems.Declaration, events.Select(e => e.ToEvent())).Outcome != CaseOutcome.Completed) throw new InvalidOperationException("events and rows differ");
        }
    }

    private static CaseParty Somebody() => CaseParty.Of(new(Guid.CreateVersion7(), ActorKind.Account, "clerk",
        [.. ((string[])["health", "police", "insurance", "social", "family"]).Select(u => new Grant("case-handler", new(ScopeKind.Unit, u), new HashSet<string> { "case.receive", "case.accept", "case.handle" }))]));

    private static CaseStanding Done(Kernel.Results.Result<CaseStanding> result) => result.IsRefused(out var refusal, out var standing) ? throw new InvalidOperationException(refusal.Code) : standing;

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "-";

    private readonly record struct Took(double PerSecond, double P50, double P95, double P99, double Cpu);
}
