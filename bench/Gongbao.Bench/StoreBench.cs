using System.Diagnostics;
using System.Security.Cryptography;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Journal;
using Gongbao.Platform.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Bench;

/// <summary>
/// The writer against a bare loop that runs the same statements in batches of the same size, and the journal's
/// verification against a bare pass that reads and hashes the same rows. The best of interleaved rounds counts.
/// </summary>
internal static class StoreBench
{
    private const int Callers = 800;
    private const int Rounds = 4;

    private static readonly Statement LedgerRow =
        new("insert into bench_ledger_step (id, subject, words, at) values ($1, $2, $3, $4)", 4);

    private static readonly Statement DeskRow =
        new("insert into bench_desk_step (id, subject, words, at) values ($1, $2, $3, $4)", 4);

    private static readonly Act Act = new(ActorId.System("bench"), "bench.step", "case:018f3a6e-0000-7000-8000-000000000000")
    {
        Clause = "达市府办发〔2023〕14号#三（十）",
    };

    /// <param name="units">Units a round on SQLite, a quarter of it on PostgreSQL; the journal is filled with ten times as many entries.</param>
    public static async Task RunAsync(int units = 10_000)
    {
        Console.WriteLine("store                              ours/s      bare/s   ratio   µs CPU");
        foreach (var provider in Enum.GetValues<StoreProvider>())
        {
            if (provider is StoreProvider.Postgres && StoreBenchDatabase.Server is null) continue;
            await using var database = await StoreBenchDatabase.CreateAsync(provider);
            var count = provider is StoreProvider.Sqlite ? units : units / 4;
            await UnitsAsync(database, RowsOfTwoRooms, count / 4);
            var rows = await BestAsync(() => UnitsAsync(database, RowsOfTwoRooms, count / 2));
            Print($"{provider}: two rooms by EF", rows, null);

            Rate ours = default, bare = default;
            for (var round = 0; round < Rounds; round++)
            {
                ours = ours.Best(await UnitsAsync(database, PreparedRows, count));
                bare = bare.Best(Bare(database, count));
            }

            Print($"{provider}: prepared rows", ours, bare);
            await JournalAsync(database, provider, units * 10);
        }
    }

    private static async Task JournalAsync(StoreBenchDatabase database, StoreProvider provider, int entries)
    {
        StoreBenchJournal.Fill(database, Act, entries);
        var verifier = database.Services.GetRequiredService<JournalVerifier>();
        Rate ours = default, bare = default;
        long read = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Watch.Start();
            var verdict = verifier.Verify(withAnchors: false, CancellationToken.None);
            if (!verdict.IsSound) throw new InvalidOperationException("the journal is not sound");
            read = verdict.Entries;
            ours = ours.Best(watch.Rate(read));
            watch = Watch.Start();
            StoreBenchJournal.ReadAndHash(database);
            bare = bare.Best(watch.Rate(read));
        }

        Print($"{provider}: verify {read:N0} entries", ours, bare);
    }

    private static Task<Result<int>> RowsOfTwoRooms(UnitOfWork unit, CancellationToken stop)
    {
        unit.Db<LedgerDb>().Add(NewStep(unit.At));
        unit.Db<DeskDb>().Add(NewStep(unit.At));
        return Task.FromResult<Result<int>>(1);
    }

    private static Task<Result<int>> PreparedRows(UnitOfWork unit, CancellationToken stop)
    {
        unit.Write(LedgerRow, Guid.CreateVersion7(), "case:1", "受理", unit.At.UtcDateTime);
        unit.Write(DeskRow, Guid.CreateVersion7(), "case:1", "受理", unit.At.UtcDateTime);
        return Task.FromResult<Result<int>>(1);
    }

    private static Step NewStep(DateTimeOffset at) => new() { Id = Guid.CreateVersion7(), Subject = "case:1", Words = "受理", At = at };

    private static async Task<Rate> BestAsync(Func<Task<Rate>> measure)
    {
        Rate best = default;
        for (var round = 0; round < Rounds; round++) best = best.Best(await measure());
        return best;
    }

    private static async Task<Rate> UnitsAsync(
        StoreBenchDatabase database, Func<UnitOfWork, CancellationToken, Task<Result<int>>> unit, int count)
    {
        var writer = database.Writer;
        var left = count;
        var watch = Watch.Start();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
                if ((await writer.DoAsync(Act, unit, CancellationToken.None)).IsRefused(out var refusal, out int _))
                    throw new InvalidOperationException(refusal.Code);
        }));
        return watch.Rate(count);
    }

    /// <summary>The same statements in batches of the same size by one loop: no queue, no callers, no digest of the change.</summary>
    private static Rate Bare(StoreBenchDatabase database, int count)
    {
        using var link = database.Link();
        var page = new JournalPage();
        var now = TimeProvider.System;
        var change = SHA256.HashData("change"u8);
        var watch = Watch.Start();
        for (var done = 0; done < count;)
        {
            link.Begin();
            page.Clear();
            for (var i = 0; i < database.Options.BatchUnits; i++, done++)
            {
                var at = now.GetUtcNow();
                link.Savepoint();
                link.Execute(LedgerRow, [Guid.CreateVersion7(), "case:1", "受理", at.UtcDateTime]);
                link.Execute(DeskRow, [Guid.CreateVersion7(), "case:1", "受理", at.UtcDateTime]);
                link.ReleaseSavepoint();
                page.Add(new(Act, at, at, "done", null, change));
            }

            link.Append(page, page.Chain(link.LockHead()));
            link.Commit();
        }

        return watch.Rate(count);
    }

    private static void Print(string what, Rate ours, Rate? bare) => Console.WriteLine(bare is { } b
        ? $"{what,-32} {ours.PerSecond,10:N0}  {b.PerSecond,10:N0}  {ours.PerSecond / b.PerSecond,6:N2}  {ours.CpuMicroseconds,7:N1}"
        : $"{what,-32} {ours.PerSecond,10:N0}  {"",10}  {"",6}  {ours.CpuMicroseconds,7:N1}");

    /// <summary>How many a second, and how much processor time each took of this process: the figure that other work on the machine touches least.</summary>
    private readonly record struct Rate(double PerSecond, double CpuMicroseconds)
    {
        public Rate Best(Rate other) => other.PerSecond > PerSecond ? other : this;
    }

    private readonly record struct Watch(long Begun, TimeSpan Cpu)
    {
        public static Watch Start() => new(Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);

        public Rate Rate(long count) => new(
            count / Stopwatch.GetElapsedTime(Begun).TotalSeconds, (Environment.CpuUsage.TotalTime - Cpu).TotalMicroseconds / count);
    }
}
