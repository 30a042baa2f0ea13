using Gongbao.Kernel.Results;
using Gongbao.Platform.Journal;
using Gongbao.Platform.Journal.Anchoring;
using Gongbao.Platform.Store.Start;
using Microsoft.Data.Sqlite;

namespace Gongbao.Platform.Store.Backup;

/// <summary>
/// Copies the state of the city while work goes on: the database, the journal's anchors and the public keys that prove
/// them. Keys that open or sign anything are never part of it: who holds a backup holds no secret.
/// </summary>
internal sealed class StoreBackup(StoreOptions options, JournalVerifier verifier, JournalAnchors anchors, TimeProvider clock)
{
    public const string SqliteFile = "gongbao.db";

    public const string PostgresFile = "gongbao.dump";

    /// <param name="folder">Made when absent; refused when it holds anything.</param>
    /// <param name="stop">Gives up; what was written stays behind without a manifest and is no backup.</param>
    /// <returns>What was written, or a refusal of <see cref="BackupRefusals"/>.</returns>
    public async Task<Result<BackupManifest>> TakeAsync(string folder, CancellationToken stop)
    {
        if (!await StorePresence.IsThereAsync(options, stop)) return BackupRefusals.NoStore(options.DataFolder);
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()) return BackupRefusals.FolderNotEmpty(folder);
        DataFolders.Make(folder);

        anchors.Anchor();
        var verdict = verifier.Verify(withAnchors: true, stop);
        if (!verdict.IsSound) return BackupRefusals.JournalNotSound(verdict.Breaches.Count);

        // Anchors before the database: an anchor newer than the copy would read as a tail cut off.
        foreach (var file in AnchorFiles(options.DataFolder)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        if (await CopyDatabaseAsync(folder, stop) is { } refusal) return refusal;

        var files = new Dictionary<string, string>();
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
            files.Add(Path.GetFileName(file), await BackupManifest.HashAsync(file, stop));
        var manifest = new BackupManifest(BackupManifest.ThisFormat, options.Provider, clock.GetUtcNow(), verdict.Entries, files);
        await manifest.WriteAsync(folder, stop);
        return manifest;
    }

    /// <summary>The anchors and the public keys beside them.</summary>
    public static IEnumerable<string> AnchorFiles(string folder) =>
        Directory.EnumerateFiles(folder, AnchorFile.Name).Concat(Directory.EnumerateFiles(folder, "anchor-*.pub.pem"));

    private async Task<Refusal?> CopyDatabaseAsync(string folder, CancellationToken stop)
    {
        if (options.Provider is StoreProvider.Postgres)
            return await new PostgresTools(options.ConnectionString!).DumpAsync(Path.Combine(folder, PostgresFile), stop);

        await using var source = new SqliteConnection(options.ReadingConnectionString);
        await source.OpenAsync(stop);
        DataFolders.MakeDatabase(Path.Combine(folder, SqliteFile));
        var copy = SqlitePragmas.ConnectionString(Path.Combine(folder, SqliteFile), reading: false);
        await using var target = new SqliteConnection(copy);
        await target.OpenAsync(stop);
        source.BackupDatabase(target);
        // One file, without a write-ahead log beside it.
        await using var settle = target.CreateCommand();
        settle.CommandText = "pragma journal_mode=delete";
        await settle.ExecuteNonQueryAsync(stop);
        return null;
    }
}
