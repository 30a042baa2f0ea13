using System.Globalization;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Journal;
using Gongbao.Platform.Store.Start;
using Microsoft.Data.Sqlite;

namespace Gongbao.Platform.Store.Backup;

/// <summary>
/// Puts a backup in the place of the data folder's or server's state, after proving it. What was there before is moved
/// aside, never deleted (on PostgreSQL: replaced in one transaction). Keys are put back separately.
/// </summary>
internal sealed class StoreRestore(StoreOptions options, TimeProvider clock)
{
    private const int LooksForLanes = 15;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    /// <param name="folder">A folder that <c>backup</c> wrote.</param>
    /// <param name="force">Replace what is there.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The verdict on the restored journal, or a refusal of <see cref="BackupRefusals"/>.</returns>
    public async Task<Result<JournalVerdict>> PutBackAsync(string folder, bool force, CancellationToken stop)
    {
        if (BackupManifest.Read(folder) is not { } manifest) return BackupRefusals.NoBackup(folder);
        if (manifest.Provider != options.Provider) return BackupRefusals.OtherDatabase(manifest.Provider);
        if (await manifest.FindDamageAsync(folder, stop) is { } damaged) return BackupRefusals.Damaged(damaged);
        if (!force && await StorePresence.IsThereAsync(options, stop)) return BackupRefusals.WouldOverwrite;

        DataFolders.Make(options.DataFolder);
        using var alone = StoreInUse.TryTakeAlone(options.DataFolder);
        if (alone is null || await HasLanesAsync(stop)) return BackupRefusals.InUse;

        var scratch = Path.Combine(options.DataFolder, "restoring-" + Guid.CreateVersion7().ToString("N"));
        DataFolders.Make(scratch);
        try
        {
            foreach (var name in manifest.Files.Keys) File.Copy(Path.Combine(folder, name), Path.Combine(scratch, name));
            return options.Provider is StoreProvider.Sqlite
                ? await PutBackFileAsync(manifest, scratch, stop)
                : await PutBackServerAsync(manifest, scratch, stop);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private async Task<Result<JournalVerdict>> PutBackFileAsync(BackupManifest manifest, string scratch, CancellationToken stop)
    {
        var copy = new StoreOptions { Provider = StoreProvider.Sqlite, DataFolder = scratch };
        if (await IntegrityAsync(copy, stop) is { } broken) return BackupRefusals.NotSound(broken);
        var verdict = new JournalVerifier(copy).Verify(withAnchors: true, stop);
        SqliteConnection.ClearAllPools();
        if (Doubt(verdict, manifest) is { } doubt) return BackupRefusals.NotSound(doubt);

        MoveAside(["gongbao.db", "gongbao.db-wal", "gongbao.db-shm"]);
        foreach (var file in StoreBackup.AnchorFiles(scratch)) File.Move(file, Path.Combine(options.DataFolder, Path.GetFileName(file)), overwrite: true);
        File.Move(copy.DatabaseFile, options.DatabaseFile);
        return verdict;
    }

    private async Task<Result<JournalVerdict>> PutBackServerAsync(BackupManifest manifest, string scratch, CancellationToken stop)
    {
        var tools = new PostgresTools(options.ConnectionString!);
        if (await tools.RestoreAsync(Path.Combine(scratch, StoreBackup.PostgresFile), scratch, stop) is { } refusal) return refusal;
        MoveAside([]);
        foreach (var file in StoreBackup.AnchorFiles(scratch)) File.Move(file, Path.Combine(options.DataFolder, Path.GetFileName(file)), overwrite: true);
        var verdict = new JournalVerifier(options).Verify(withAnchors: true, stop);
        return verdict.Entries >= manifest.JournalEntries ? verdict : BackupRefusals.NotSound(Doubt(verdict, manifest)!);
    }

    private static string? Doubt(JournalVerdict verdict, BackupManifest manifest) =>
        !verdict.IsSound ? $"日志有 {verdict.Breaches.Count} 处问题"
        : verdict.Entries < manifest.JournalEntries ? $"日志只有 {verdict.Entries} 条，少于备份时的 {manifest.JournalEntries} 条"
        : null;

    /// <summary>Moves the named files, and anchors, to a folder named by the instant.</summary>
    private void MoveAside(string[] names)
    {
        var old = names.Select(n => Path.Combine(options.DataFolder, n)).Where(File.Exists).Concat(
            StoreBackup.AnchorFiles(options.DataFolder).Where(f => Path.GetFileName(f) == Journal.Anchoring.AnchorFile.Name)).ToList();
        if (old.Count == 0) return;
        var aside = Path.Combine(options.DataFolder, "replaced-" + clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture));
        DataFolders.Make(aside);
        foreach (var file in old) File.Move(file, Path.Combine(aside, Path.GetFileName(file)));
    }

    private static async Task<string?> IntegrityAsync(StoreOptions copy, CancellationToken stop)
    {
        await using var connection = new SqliteConnection(copy.ReadingConnectionString);
        try
        {
            await connection.OpenAsync(stop);
            await using var check = connection.CreateCommand();
            check.CommandText = "pragma integrity_check";
            return await check.ExecuteScalarAsync(stop) is "ok" ? null : "数据库文件的完整性检查没有通过";
        }
        catch (SqliteException)
        {
            return "数据库文件无法读取";
        }
    }

    /// <summary>A session that has just ended is seen for a moment longer on a busy server.</summary>
    private async Task<bool> HasLanesAsync(CancellationToken stop)
    {
        if (options.Provider is not StoreProvider.Postgres) return false;
        for (var looks = 0; await StorePresence.HasLanesAsync(options, stop); looks++)
        {
            if (looks == LooksForLanes) return true;
            await Task.Delay(BetweenLooks, clock, stop);
        }
        return false;
    }
}
