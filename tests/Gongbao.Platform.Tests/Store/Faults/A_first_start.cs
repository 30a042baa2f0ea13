using Gongbao.Platform.Store;
using Gongbao.Platform.Store.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Tests.Store.Faults;

public class A_first_start_on_SQLite : A_first_start
{
    private protected override Task<(StoreOptions, TestPostgres?)> DatabaseAsync() => Task.FromResult<(StoreOptions, TestPostgres?)>(
        (new() { Provider = StoreProvider.Sqlite, DataFolder = Directory.CreateTempSubdirectory("gongbao-first-").FullName }, null));

    [Fact]
    public async Task Closes_the_database_to_everyone_but_its_owner()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such permissions.");
        await using var store = await TestStore.CreateAsync(StoreProvider.Sqlite);
        await store.PutAsync("甲");
        foreach (var file in Directory.GetFiles(store.Options.DataFolder, "gongbao.db*"))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(file));
    }
}

public class A_first_start_on_PostgreSQL : A_first_start
{
    private protected override async Task<(StoreOptions, TestPostgres?)> DatabaseAsync()
    {
        var postgres = await TestPostgres.CreateAsync();
        return (new()
        {
            Provider = StoreProvider.Postgres,
            DataFolder = Directory.CreateTempSubdirectory("gongbao-first-").FullName,
            ConnectionString = postgres.ConnectionString,
        }, postgres);
    }
}

public abstract class A_first_start
{
    private protected abstract Task<(StoreOptions Options, TestPostgres? Postgres)> DatabaseAsync();

    [Fact(Timeout = 120_000)]
    public async Task Goes_through_after_a_process_was_killed_while_it_held_the_migration_lock()
    {
        var (options, postgres) = await DatabaseAsync();
        string[] server = options.ConnectionString is { } text ? [text] : [];
        using (var child = ChildProcess.Start([StoreChild.HoldMigrationLock, options.DataFolder, .. server]))
        {
            Assert.Equal("1", await child.Output.ReadLineAsync());
            child.Kill();
            await child.ExitAsync();
        }

        await using var store = await TestStore.OpenAsync(options, postgres, null, stop: TestContext.Current.CancellationToken);
        Assert.Equal(0, await store.ReadAsync<StoreDb, int>(db => db.Journal.CountAsync()));
    }

    [Fact(Timeout = 120_000)]
    public async Task Waits_for_another_that_migrates_and_then_finds_all_done()
    {
        var (options, postgres) = await DatabaseAsync();
        var stores = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => TestStore.OpenAsync(options, null, null, keepsFolder: true, TestContext.Current.CancellationToken))));
        foreach (var store in stores)
        {
            Assert.Equal(0, await store.ReadAsync<StoreDb, int>(db => db.Journal.CountAsync()));
            await store.DisposeAsync();
        }

        Directory.Delete(options.DataFolder, recursive: true);
        if (postgres is not null) await postgres.DisposeAsync();
    }
}
