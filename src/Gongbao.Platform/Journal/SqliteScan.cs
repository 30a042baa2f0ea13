using System.Buffers.Binary;
using Gongbao.Platform.Store;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Gongbao.Platform.Journal;

/// <summary>Reads columns as the engine holds them, without turning them into strings and back.</summary>
internal sealed class SqliteScan : JournalScan
{
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly sqlite3_stmt _rows;
    private byte[] _bytes = new byte[4096];
    private int _formEnd;
    private int _end;

    public SqliteScan(StoreOptions options)
    {
        _connection = new SqliteConnection(options.ReadingConnectionString);
        _connection.Open();
        SqlitePragmas.Reading.Set(_connection);
        _transaction = _connection.BeginTransaction(deferred: true);
        using (var head = _connection.CreateCommand())
        {
            head.CommandText = JournalSql.Head;
            using var row = head.ExecuteReader();
            if (row.Read()) Head = new(row.GetInt64(0), row.GetFieldValue<byte[]>(1));
        }

        var result = raw.sqlite3_prepare_v2(_connection.Handle, JournalSql.InOrder, out _rows);
        if (result != raw.SQLITE_OK) throw new SqliteException(raw.sqlite3_errmsg(_connection.Handle).utf8_to_string(), result);
    }

    public override Span<byte> RoomAndForm => _bytes.AsSpan(0, _formEnd);

    public override ReadOnlySpan<byte> Hash => _bytes.AsSpan(_formEnd + 4, Math.Max(0, _end - _formEnd - 4));

    public override bool Next()
    {
        var step = raw.sqlite3_step(_rows);
        if (step == raw.SQLITE_DONE) return false;
        if (step != raw.SQLITE_ROW) throw new SqliteException(raw.sqlite3_errmsg(_connection.Handle).utf8_to_string(), step);

        _end = Room;
        for (var column = 0; column < JournalSql.ColumnCount - 1; column++) Take(column);
        _formEnd = _end;
        Take(JournalSql.ColumnCount - 1);
        Number = NumberOf(_bytes.AsSpan(Room, _formEnd - Room));
        return true;
    }

    public override void Dispose()
    {
        _rows.Dispose();
        _transaction.Dispose();
        _connection.Dispose();
    }

    private void Take(int column)
    {
        var type = raw.sqlite3_column_type(_rows, column);
        if (type == raw.SQLITE_INTEGER)
        {
            Grow(12);
            BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(_end), 8);
            BinaryPrimitives.WriteInt64BigEndian(_bytes.AsSpan(_end + 4), raw.sqlite3_column_int64(_rows, column));
            _end += 12;
            return;
        }

        var value = type == raw.SQLITE_NULL ? default : raw.sqlite3_column_blob(_rows, column);
        Grow(4 + value.Length);
        BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(_end), type == raw.SQLITE_NULL ? -1 : value.Length);
        value.CopyTo(_bytes.AsSpan(_end + 4));
        _end += 4 + value.Length;
    }

    private void Grow(int length)
    {
        if (_end + length > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_end + length, _bytes.Length * 2));
    }
}
