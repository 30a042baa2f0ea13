using System.Globalization;
using System.Text;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Store;
using Gongbao.Platform.Store.Start;

namespace Gongbao.Platform.Tests.Store.Faults;

/// <summary>
/// What runs in a process of its own so that it can be killed or traced. It prints the number of each unit after the
/// writer has answered it, one write a line.
/// </summary>
internal static class StoreChild
{
    public const string Flag = "--store-child";

    public const string Load = "load";

    public const string Waves = "waves";

    public const string HoldMigrationLock = "hold-migration-lock";

    private static readonly Stream Out = Console.OpenStandardOutput();

    public static async Task<int> RunAsync(string[] args)
    {
        switch (args)
        {
            case [Load, var folder, var first]:
                await LoadAsync(folder, long.Parse(first, CultureInfo.InvariantCulture));
                return 0;
            case [Waves, var folder, var waves, var units]:
                await WavesAsync(folder, int.Parse(waves, CultureInfo.InvariantCulture), int.Parse(units, CultureInfo.InvariantCulture));
                return 0;
            case [HoldMigrationLock, var folder, ..]:
                await HoldAsync(folder, args is [_, _, var server] ? server : null);
                return 0;
            default:
                return 2;
        }
    }

    /// <summary>A unit that writes in two rooms by EF and, of the number given, nothing but itself.</summary>
    public static Task<Result<long>> PutAsync(Writer writer, long number) =>
        writer.DoAsync<long>(TestStore.Act with { Subject = "unit:" + number }, (unit, _) =>
        {
            var book = new Book { Id = Guid.CreateVersion7(), Title = number.ToString(CultureInfo.InvariantCulture) };
            unit.Db<ShelfDb>().Add(book);
            unit.Db<LoanDb>().Add(new Loan { Id = Guid.CreateVersion7(), BookId = book.Id, LentAt = unit.At });
            return Task.FromResult<Result<long>>(number);
        }, CancellationToken.None);

    /// <summary>Many callers at once, without end: the parent kills it.</summary>
    private static async Task LoadAsync(string folder, long first)
    {
        await using var store = await OpenAsync(folder);
        var next = first;
        await Task.WhenAll(Enumerable.Range(0, 64).Select(async _ =>
        {
            while (true)
            {
                var number = Interlocked.Increment(ref next);
                if (!(await PutAsync(store.Writer, number)).IsRefused(out var _, out var _)) Print(number);
            }
        }));
    }

    /// <summary>Whole batches one after another: the lane is held until a wave waits, and is idle until all of it is printed.</summary>
    private static async Task WavesAsync(string folder, int waves, int units)
    {
        await using var store = await OpenAsync(folder);
        for (var wave = 0; wave < waves; wave++)
        {
            var gate = await HoldLaneAsync(store);
            var answers = Enumerable.Range(wave * units, units).Select(async number =>
            {
                await PutAsync(store.Writer, number);
                Print(number);
            }).ToList();
            gate.SetResult();
            await Task.WhenAll(answers);
        }
    }

    private static async Task HoldAsync(string folder, string? server)
    {
        var options = new StoreOptions
        {
            Provider = server is null ? StoreProvider.Sqlite : StoreProvider.Postgres, DataFolder = folder, ConnectionString = server,
        };
        DataFolders.Make(folder);
        await using var held = await MigrationLock.TakeAsync(options, CancellationToken.None);
        if (server is null) await AbandonedMigration.LeaveEfLockAsync(held.Connection);
        Print(1);
        await Task.Delay(Timeout.InfiniteTimeSpan);
    }

    private static Task<TestStore> OpenAsync(string folder) =>
        TestStore.OpenAsync(new StoreOptions { Provider = StoreProvider.Sqlite, DataFolder = folder }, null, null, keepsFolder: true);

    private static async Task<TaskCompletionSource> HoldLaneAsync(TestStore store)
    {
        var running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var gate = new TaskCompletionSource();
        _ = store.Writer.DoAsync<int>(TestStore.Act with { Verb = StoreTests.HoldVerb }, async (_, _) =>
        {
            running.TrySetResult();
            await gate.Task;
            return 1;
        }, CancellationToken.None);
        await running.Task;
        return gate;
    }

    private static void Print(long number)
    {
        var line = Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture) + "\n");
        lock (Out)
        {
            Out.Write(line);
            Out.Flush();
        }
    }
}
