using System.Buffers.Binary;
using System.Data;
using Gongbao.Platform.Store;
using Npgsql;

namespace Gongbao.Platform.Journal;

/// <summary>Reads the rows in the binary copy format, whose tuples are the canonical form already.</summary>
internal sealed class PostgresScan : JournalScan
{
    private const int HeaderLength = 19;

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly NpgsqlRawCopyStream _rows;
    private byte[] _bytes = new byte[256 * 1024];
    private int _start;
    private int _filled;
    private int _formEnd;
    private int _end;

    public PostgresScan(StoreOptions options)
    {
        _connection = new NpgsqlConnection(options.ReadingConnectionString);
        _connection.Open();
        _transaction = _connection.BeginTransaction(IsolationLevel.RepeatableRead);
        using (var head = new NpgsqlCommand(JournalSql.Head, _connection, _transaction))
        using (var row = head.ExecuteReader())
            if (row.Read()) Head = new(row.GetInt64(0), row.GetFieldValue<byte[]>(1));
        _rows = _connection.BeginRawBinaryCopy($"copy ({JournalSql.InOrder}) to stdout (format binary)");
        _start = _end = Room;
        _filled = Room;
        Need(HeaderLength);
        _end += HeaderLength;
    }

    public override Span<byte> RoomAndForm => _bytes.AsSpan(_start - Room, _formEnd - _start + Room);

    public override ReadOnlySpan<byte> Hash => _bytes.AsSpan(_formEnd + 4, Math.Max(0, _end - _formEnd - 4));

    public override bool Next()
    {
        _start = _end;
        Need(2);
        var columns = BinaryPrimitives.ReadInt16BigEndian(_bytes.AsSpan(_end));
        if (columns < 0) return false;
        _end += 2;
        for (var column = 0; column < columns; column++)
        {
            if (column == columns - 1) _formEnd = _end;
            Need(4);
            var length = BinaryPrimitives.ReadInt32BigEndian(_bytes.AsSpan(_end));
            _end += 4;
            if (length < 0) continue;
            Need(length);
            _end += length;
        }

        _start += 2;
        Number = NumberOf(_bytes.AsSpan(_start, _formEnd - _start));
        return true;
    }

    public override void Dispose()
    {
        _rows.Dispose();
        _transaction.Dispose();
        _connection.Dispose();
    }

    /// <summary>Makes so many bytes available at the end, moving the row to the buffer's beginning where it would not fit.</summary>
    private void Need(int length)
    {
        while (_filled - _end < length)
        {
            if (_end + length > _bytes.Length || _filled == _bytes.Length) MakeRoom(length);
            var read = _rows.Read(_bytes.AsSpan(_filled));
            if (read == 0) throw new InvalidDataException("The server ended the copy of the journal early.");
            _filled += read;
        }
    }

    private void MakeRoom(int length)
    {
        var shift = _start - Room;
        Buffer.BlockCopy(_bytes, _start, _bytes, Room, _filled - _start);
        _start -= shift;
        _end -= shift;
        _filled -= shift;
        _formEnd -= shift;
        if (_end + length > _bytes.Length || _filled == _bytes.Length) Array.Resize(ref _bytes, Math.Max(_end + length, _bytes.Length * 2));
    }
}
