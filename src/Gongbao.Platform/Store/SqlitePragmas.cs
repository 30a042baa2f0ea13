using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Gongbao.Platform.Store;

/// <summary>SQLite keeps these settings per connection, so each opened one is given them.</summary>
internal sealed class SqlitePragmas(string pragmas) : DbConnectionInterceptor
{
    private const string Common = "pragma busy_timeout=15000; pragma foreign_keys=on;";

    /// <summary>For contexts that read: even hand-written SQL cannot change anything.</summary>
    public static SqlitePragmas Reading { get; } = new(Common + " pragma query_only=on;");

    /// <summary>
    /// For migrations and lanes: write-ahead log, each commit on disk before it is answered, what is deleted overwritten in the file. 64 MB of pages are kept: with the
    /// 2 MB of the default, a unit that changes thousands of rows writes the same pages many times.
    /// </summary>
    public static SqlitePragmas Writing { get; } = new("pragma journal_mode=wal; pragma synchronous=full; pragma secure_delete=on; pragma cache_size=-65536; " + Common);

    public void Set(DbConnection connection)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // one of the two constants above
        command.CommandText = pragmas;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    /// <param name="file">The database file.</param>
    /// <param name="reading">Connections that read stand in a pool of their own, since their settings differ.</param>
    public static string ConnectionString(string file, bool reading) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Pooling = reading,
        Mode = SqliteOpenMode.ReadWriteCreate,
        DefaultTimeout = 30,
    }.ConnectionString;
}
