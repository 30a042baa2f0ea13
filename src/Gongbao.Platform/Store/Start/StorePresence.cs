using Npgsql;

namespace Gongbao.Platform.Store.Start;

/// <summary>What can be said of a database before it is opened for work.</summary>
internal static class StorePresence
{
    /// <summary>Whether there is anything: a database file, or a table on the server.</summary>
    public static async Task<bool> IsThereAsync(StoreOptions options, CancellationToken stop) => options.Provider is StoreProvider.Sqlite
        ? File.Exists(options.DatabaseFile)
        : await AskAsync(options, "select exists (select 1 from information_schema.tables where table_schema = 'public')", stop);

    /// <summary>Whether lanes of any process are connected to the server's database.</summary>
    public static Task<bool> HasLanesAsync(StoreOptions options, CancellationToken stop) => AskAsync(
        options, "select exists (select 1 from pg_stat_activity where datname = current_database() and application_name = 'gongbao lane')", stop);

    private static async Task<bool> AskAsync(StoreOptions options, string sql, CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(options.ReadingConnectionString);
        await connection.OpenAsync(stop);
#pragma warning disable CA2100 // one of the two questions above
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(stop) is true;
    }
}
