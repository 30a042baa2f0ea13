using System.Globalization;
using Gongbao.Platform.Journal;
using Gongbao.Platform.Store;
using Gongbao.Platform.Store.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Platform.Tests.Store.Faults;

public class A_store_killed_under_load
{
    private const int Runs = 20;

    [Fact]
    public async Task Has_lost_nothing_it_acknowledged_and_left_nothing_half_done_in_20_runs()
    {
        var folder = Directory.CreateTempSubdirectory("gongbao-kill-").FullName;
        var random = new Random(5);
        var acknowledged = new HashSet<long>();
        for (var run = 1; run <= Runs; run++)
        {
            await LoadAndKillAsync(folder, first: run * 1_000_000L, answers: random.Next(40, 400), acknowledged);
            await CheckAsync(folder, acknowledged);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task LoadAndKillAsync(string folder, long first, int answers, HashSet<long> acknowledged)
    {
        using var child = ChildProcess.Start(StoreChild.Load, folder, first.ToString(CultureInfo.InvariantCulture));
        for (var seen = 0; await child.Output.ReadLineAsync() is { } line; seen++)
        {
            acknowledged.Add(long.Parse(line, CultureInfo.InvariantCulture));
            if (seen == answers) child.Kill(); // what is in the pipe was acknowledged too: read on to its end
        }

        await child.ExitAsync();
    }

    private static async Task CheckAsync(string folder, HashSet<long> acknowledged)
    {
        var options = new StoreOptions { Provider = StoreProvider.Sqlite, DataFolder = folder };
        await using var store = await TestStore.OpenAsync(options, null, null, keepsFolder: true);

        var books = await store.ReadAsync<ShelfDb, List<Book>>(db => db.Books.ToListAsync());
        var loans = await store.ReadAsync<LoanDb, List<Guid>>(db => db.Loans.Select(l => l.BookId).ToListAsync());
        var done = await store.ReadAsync<StoreDb, List<string>>(db => db.Journal.Select(e => e.Subject).ToListAsync());

        var numbers = books.Select(b => long.Parse(b.Title, CultureInfo.InvariantCulture)).ToHashSet();
        Assert.Empty(acknowledged.Except(numbers));
        Assert.Equal(books.Select(b => b.Id).Order(), loans.Order());
        Assert.Equal(numbers.Select(n => "unit:" + n).Order(), done.Order());
        Assert.True(store.Services.GetRequiredService<JournalVerifier>().Verify(withAnchors: true, CancellationToken.None).IsSound);
    }
}
