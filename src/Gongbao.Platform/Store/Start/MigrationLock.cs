using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Gongbao.Platform.Store.Start;

/// <summary>
/// Held while a process migrates. It lives in the operating system (a lock on an open file) or in a database session (an
/// advisory lock), so it ends with its holder, however that ends.
/// </summary>
internal sealed class MigrationLock(DbConnection connection, IAsyncDisposable held) : IAsyncDisposable
{
    private const long AdvisoryKey = 0x676F6E6762616F; // "gongbao"

    /// <summary>The open connection to migrate on.</summary>
    public DbConnection Connection { get; } = connection;

    public static Task<MigrationLock> TakeAsync(StoreOptions options, CancellationToken stop) =>
        options.Provider is StoreProvider.Sqlite ? TakeFileAsync(options, stop) : TakeSessionAsync(options, stop);

    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync();
        await held.DisposeAsync();
    }

    private static async Task<MigrationLock> TakeFileAsync(StoreOptions options, CancellationToken stop)
    {
        var file = await LockFileAsync(Path.Combine(options.DataFolder, "migration.lock"), stop);
        DataFolders.MakeDatabase(options.DatabaseFile);
        var connection = new SqliteConnection(SqlitePragmas.ConnectionString(options.DatabaseFile, reading: false));
        await connection.OpenAsync(stop);
        SqlitePragmas.Writing.Set(connection);
        // EF's own lock is a row that outlives a killed holder and then blocks every later start. Whoever holds our file
        // lock is alone, so a row found now has no holder.
        await using var clear = connection.CreateCommand();
        clear.CommandText = "drop table if exists \"__EFMigrationsLock\"";
        await clear.ExecuteNonQueryAsync(stop);
        return new(connection, file);
    }

    private static async Task<FileStream> LockFileAsync(string path, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), stop);
            }
        }
    }

    private static async Task<MigrationLock> TakeSessionAsync(StoreOptions options, CancellationToken stop)
    {
        var text = new NpgsqlConnectionStringBuilder(options.ConnectionString) { Pooling = false, CommandTimeout = 0, KeepAlive = 30 };
        var connection = new NpgsqlConnection(text.ConnectionString);
        await connection.OpenAsync(stop);
        await using var take = new NpgsqlCommand("select pg_advisory_lock($1)", connection);
        take.Parameters.Add(new() { Value = AdvisoryKey });
        await take.ExecuteNonQueryAsync(stop);
        return new(connection, connection);
    }
}
