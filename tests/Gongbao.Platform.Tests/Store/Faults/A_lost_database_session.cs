using System.Globalization;
using Gongbao.Platform.Journal;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Platform.Tests.Store.Faults;

public class A_lost_database_session() : StoreTests(StoreProvider.Postgres)
{
    private const string EndLanes =
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'gongbao lane' and datname = current_database() and pid <> pg_backend_pid()";

    [Fact]
    public async Task In_the_middle_of_a_batch_has_its_units_run_again()
    {
        var gate = await HoldLaneAsync();
        var units = Enumerable.Range(0, 40).Select(i => Store.PutAsync($"书{i}")).ToList();
        await RawAsync(EndLanes);
        gate.SetResult();

        await Task.WhenAll(units);
        Assert.Equal(40, (await TitlesAsync()).Count);
        Assert.True(IsSound());
    }

    [Fact]
    public async Task Again_and_again_under_load_loses_nothing_acknowledged_and_saves_nothing_it_failed()
    {
        const int Units = 1_000, Every = 100;
        using var due = new SemaphoreSlim(0);
        var next = 0;
        var saved = new List<string>();
        var failed = new List<string>();
        var load = Enumerable.Range(0, 40).Select(async _ =>
        {
            while (Interlocked.Increment(ref next) is var number && number <= Units)
            {
                if (number % Every == 0) due.Release();
                var fault = await Record.ExceptionAsync(() => StoreChild.PutAsync(Store.Writer, number));
                lock (saved) (fault is null ? saved : failed).Add(number.ToString(CultureInfo.InvariantCulture));
            }
        }).ToList();
        for (var lost = 0; lost < Units / Every; lost++)
        {
            await due.WaitAsync();
            await RawAsync(EndLanes);
        }

        await Task.WhenAll(load);
        var titles = await TitlesAsync();
        Assert.Equal(Units, saved.Count + failed.Count);
        Assert.Equal(saved.Order(), titles.Order());
        Assert.Equal(titles.Count, await Store.ReadAsync<LoanDb, int>(db => db.Loans.CountAsync()));
        Assert.True(IsSound());
    }

    private bool IsSound() => Store.Services.GetRequiredService<JournalVerifier>().Verify(withAnchors: true, CancellationToken.None).IsSound;
}
