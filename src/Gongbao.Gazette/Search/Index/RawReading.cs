using System.Data.Common;
using System.Globalization;
using Gongbao.Gazette.Library.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using SQLitePCL;

namespace Gongbao.Gazette.Search.Index;

/// <summary>Asks in SQL, on the connection and at the moment of a context: what search asks many times a second is not translated each time.</summary>
internal static class RawReading
{
    /// <summary>The question whether a column's value is among these; <paramref name="sql"/> ends with the column.</summary>
    public static SearchSql In<T>(GazetteDb db, string sql, IReadOnlyList<T> values, string after = "") where T : notnull =>
        db is not SqliteGazetteDb ? new($"{sql} = any($1){after}", (T[])[.. values])
        : values is IReadOnlyList<int> numbers ? new($"{sql} in ({string.Join(',', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)))}){after}")
        : new($"{sql} in ({string.Join(',', values.Select((_, i) => $"${i + 1}"))}){after}", [.. values.Cast<object>()]);

    /// <summary>
    /// The one column of numbers that a question answers with. There may be ten thousand: PostgreSQL hands them over as one value, and SQLite's are taken
    /// one by one without a reader between.
    /// </summary>
    public static async Task<int[]> NumbersAsync(GazetteDb db, SearchSql sql, CancellationToken stop)
    {
        if (db is not SqliteGazetteDb)
            return (await RowsAsync(db, sql with { Text = $"select array({sql.Text})" }, r => r.GetFieldValue<int[]>(0), stop)).Single();
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            return Numbers(((SqliteConnection)db.Database.GetDbConnection()).Handle!, sql, stop);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public static async Task<List<T>> RowsAsync<T>(GazetteDb db, SearchSql sql, Func<DbDataReader, T> read, CancellationToken stop)
    {
        var rows = new List<T>();
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            await ReadAsync(db, sql, read, rows, stop);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
        return rows;
    }

    private static int[] Numbers(sqlite3 database, SearchSql sql, CancellationToken stop)
    {
        var numbers = new List<int>();
        using var ending = stop.Register(() => raw.sqlite3_interrupt(database));
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, sql.Text, out var statement), database);
        using (statement)
        {
            for (var i = 0; i < sql.Values.Length; i++)
            {
                var at = raw.sqlite3_bind_parameter_index(statement, string.Create(CultureInfo.InvariantCulture, $"${i + 1}"));
                SqliteException.ThrowExceptionForRC(sql.Values[i] is int number ? raw.sqlite3_bind_int(statement, at, number) : raw.sqlite3_bind_text(statement, at, (string)sql.Values[i]), database);
            }
            int state;
            while ((state = raw.sqlite3_step(statement)) == raw.SQLITE_ROW) numbers.Add(raw.sqlite3_column_int(statement, 0));
            stop.ThrowIfCancellationRequested();
            if (state != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(state, database);
        }
        return [.. numbers];
    }

    private static async Task ReadAsync<T>(GazetteDb db, SearchSql sql, Func<DbDataReader, T> read, List<T> rows, CancellationToken stop)
    {
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
        {
            await using var batch = new NpgsqlBatch(postgres);
#pragma warning disable CA2100 // what was typed goes in as parameters only
            foreach (var before in sql.Before) batch.BatchCommands.Add(new(before));
            var command = new NpgsqlBatchCommand(sql.Text);
#pragma warning restore CA2100
            foreach (var value in sql.Values) command.Parameters.Add(new() { Value = value });
            batch.BatchCommands.Add(command);
            await using var reader = await batch.ExecuteReaderAsync(stop);
            while (await reader.ReadAsync(stop)) rows.Add(read(reader));
        }
        else
        {
            var sqlite = (SqliteConnection)db.Database.GetDbConnection();
            await using var command = sqlite.CreateCommand();
            command.Transaction = (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // what was typed goes in as parameters only
            command.CommandText = sql.Text;
#pragma warning restore CA2100
            for (var i = 0; i < sql.Values.Length; i++) command.Parameters.AddWithValue($"${i + 1}", sql.Values[i]);
            // Whoever gave up is not answered: a question to SQLite else runs to its end.
            await using var ending = stop.Register(() => raw.sqlite3_interrupt(sqlite.Handle));
            await using var reader = await command.ExecuteReaderAsync(stop);
            while (reader.Read()) rows.Add(read(reader));
        }
    }
}
