using System.CommandLine;
using Gongbao.Platform.Journal;
using Gongbao.Platform.Journal.Anchoring;
using Gongbao.Platform.Store;
using Gongbao.Platform.Store.Backup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Platform.Tests.Store;

public class A_backup_on_SQLite() : A_backup(StoreProvider.Sqlite);

public class A_backup_on_PostgreSQL() : A_backup(StoreProvider.Postgres)
{
    [Fact]
    public async Task Replaces_a_newer_shape_of_the_database_whole()
    {
        await Store.PutAsync("旧");
        await BackupAsync();
        await RawAsync("create table shelf_later (id integer primary key)");
        await StopAsync();

        var (code, text) = await RunAsync("restore", Folder, "--force");
        Assert.True(code == 0, text);
        await using var again = await OpenAsync();
        Assert.Equal(["旧"], await TitlesAsync(again));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => RawAsync("select * from shelf_later"));
    }
}

public abstract class A_backup(StoreProvider provider) : StoreTests(provider)
{
    private protected string Folder { get; } = Path.Combine(Directory.CreateTempSubdirectory("gongbao-backup-").FullName, "taken");

    [Fact]
    public async Task Taken_while_work_goes_on_brings_everything_back_with_its_proof()
    {
        for (var i = 0; i < 20; i++) await Store.PutAsync($"书{i}");
        var going = Enumerable.Range(20, 200).Select(i => Store.PutAsync($"书{i}")).ToList();
        await BackupAsync();
        await Task.WhenAll(going);
        await StopAsync();
        var kept = await File.ReadAllTextAsync(Path.Combine(Folder, AnchorFile.Name));

        Assert.Equal(0, (await RunAsync("restore", Folder, "--force")).Code);

        await using var again = await OpenAsync();
        var titles = await TitlesAsync(again);
        Assert.Empty(Enumerable.Range(0, 20).Select(i => $"书{i}").Except(titles));
        Assert.Equal(kept, await File.ReadAllTextAsync(AnchorFile.In(Store.Options.DataFolder).Path));
        Assert.True(again.Services.GetRequiredService<JournalVerifier>().Verify(withAnchors: true, CancellationToken.None).IsSound);
        Assert.False((await again.PutAsync("继续")).IsRefused(out _, out _));
    }

    [Fact]
    public async Task Holds_no_secret()
    {
        await Store.PutAsync("甲");
        await BackupAsync();

        Assert.True(File.Exists(AnchorKey.PrivateFile(Store.Options.DataFolder)));
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
            Assert.DoesNotContain("PRIVATE KEY", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replaces_nothing_unless_forced_and_not_while_the_store_is_in_use()
    {
        await Store.PutAsync("甲");
        await BackupAsync();
        await Store.PutAsync("乙");

        Assert.Contains("--force", await RefusalAsync("restore", Folder), StringComparison.Ordinal);
        Assert.Contains("正在使用", await RefusalAsync("restore", Folder, "--force"), StringComparison.Ordinal);
        Assert.Equal(["甲", "乙"], await TitlesAsync(Store));
    }

    [Fact]
    public async Task Damaged_anywhere_is_not_put_back()
    {
        await Store.PutAsync("甲");
        await BackupAsync();
        await StopAsync();

        foreach (var file in Directory.GetFiles(Folder).Where(f => Path.GetFileName(f) != BackupManifest.FileName))
        {
            var whole = await File.ReadAllBytesAsync(file);
            var changed = (byte[])whole.Clone();
            changed[whole.Length / 2] ^= 1;
            await File.WriteAllBytesAsync(file, changed);
            Assert.Contains("已损坏", await RefusalAsync("restore", Folder, "--force"), StringComparison.Ordinal);
            await File.WriteAllBytesAsync(file, whole);
        }

        await using var again = await OpenAsync();
        Assert.Equal(["甲"], await TitlesAsync(again));
    }

    [Fact]
    public async Task Is_not_taken_of_a_journal_that_does_not_hold()
    {
        await Store.PutAsync("甲");
        await RawAsync("update store_journal_entry set actor = 'account:else' where number = 1");

        Assert.Contains("日志", await RefusalAsync("backup", Folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_refused_where_there_is_none_and_into_a_folder_that_holds_something()
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, "letter.txt"), "not a backup");

        Assert.Contains("不是公报的备份", await RefusalAsync("restore", Folder, "--force"), StringComparison.Ordinal);
        Assert.Contains("已有内容", await RefusalAsync("backup", Folder), StringComparison.Ordinal);
    }

    private protected async Task BackupAsync()
    {
        var (code, text) = await RunAsync("backup", Folder);
        Assert.True(code == 0, text);
    }

    private protected async Task StopAsync()
    {
        await Store.Writer.DisposeAsync();
        Store.Services.GetRequiredService<StoreStart>().Dispose();
    }

    private protected Task<TestStore> OpenAsync() => TestStore.OpenAsync(Store.Options, null, null, keepsFolder: true);

    private protected static Task<List<string>> TitlesAsync(TestStore store) =>
        store.ReadAsync<ShelfDb, List<string>>(db => db.Books.OrderBy(b => b.Id).Select(b => b.Title).ToListAsync());

    private async Task<string> RefusalAsync(params string[] args)
    {
        var (code, text) = await RunAsync(args);
        Assert.Equal(2, code);
        return text;
    }

    /// <summary>As on the command line, in a process of its own: with services of its own.</summary>
    private protected async Task<(int Code, string Text)> RunAsync(params string[] args)
    {
        var root = new RootCommand();
        foreach (var command in BackupCommands.Create(_ => new ServiceCollection().AddStore(Store.Options).BuildServiceProvider())) root.Add(command);
        var text = new StringWriter();
        var code = await root.Parse(args).InvokeAsync(new() { Output = text, Error = text });
        return (code, text.ToString());
    }
}
