using System.Collections.Concurrent;
using Gongbao.Casework.Running;

namespace Gongbao.Casework.Tests.Model;

/// <summary>Many cases by chance, under many procedures by chance, run in the engine and in the model.</summary>
public sealed class The_engine_beside_its_model(ITestOutputHelper output)
{
    private const int Cases = 100_000;
    private const int MostActs = 40;
    private const int Often = 300;

    [Fact]
    public void Refuses_and_does_the_same_and_every_case_ends()
    {
        var differences = new ConcurrentQueue<(int Seed, string Said)>();
        long cases = 0, acts = 0;
        var done = new long[Enum.GetValues<ActKind>().Length];
        var events = new long[Enum.GetValues<CaseEventKind>().Length];
        var outcomes = new ConcurrentDictionary<CaseOutcome, int>();
        Parallel.For(0, Cases, (seed, loop) =>
        {
            var said = Script.Play(seed, MostActs, script =>
            {
                Interlocked.Increment(ref cases);
                Interlocked.Add(ref acts, script.Acts);
                for (var i = 0; i < done.Length; i++) Interlocked.Add(ref done[i], script.Done[i]);
                foreach (var e in script.Events) Interlocked.Increment(ref events[(int)e.Kind]);
                outcomes.AddOrUpdate(script.Outcome!.Value, 1, (_, n) => n + 1);
            });
            if (said is null) return;
            differences.Enqueue((seed, said));
            loop.Break();
        });
        output.WriteLine($"{cases} cases, {acts} acts; {string.Join(", ", outcomes.OrderBy(o => o.Key).Select(o => $"{o.Key} {o.Value}"))}");
        output.WriteLine(string.Join(", ", Enum.GetValues<ActKind>().Select(k => $"{k} {done[(int)k]}")));
        output.WriteLine(string.Join(", ", Enum.GetValues<CaseEventKind>().Select(k => $"{k} {events[(int)k]}")));
        if (differences.OrderBy(d => d.Seed).FirstOrDefault() is { Said: { } first }) Assert.Fail(first);
        Assert.Equal(Cases, cases);
        Assert.True(acts > 10 * Cases, $"Only {acts} acts were compared.");
        // A model that is never asked proves nothing: each kind of act was done, each event and each way of ending came about.
        Assert.All(Enum.GetValues<ActKind>(), k => Assert.True(done[(int)k] > Often, $"{k} was done {done[(int)k]} times."));
        Assert.All(Enum.GetValues<CaseEventKind>(), k => Assert.True(events[(int)k] > Often, $"{k} came about {events[(int)k]} times."));
        Assert.All(Enum.GetValues<CaseOutcome>(), o => Assert.True(outcomes.GetValueOrDefault(o) > Often, $"{o} came about {outcomes.GetValueOrDefault(o)} times."));
    }
}
