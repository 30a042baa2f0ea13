using System.Buffers.Binary;
using System.Data.Common;
using Gongbao.Platform.Journal;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Gongbao.Platform.Store.Lanes;

/// <summary>
/// A lane's session on the PostgreSQL server. Rows written by statements wait, with the savepoints around them, and those of many units go
/// out in one round trip; before a context of the lane sends anything, they go first. Where the server refuses something of a unit that had ended by then,
/// nobody can say which it was: the batch is lost, and its units run again one by one.
/// </summary>
internal sealed class PostgresLink : LaneLink
{
    /// <summary>So much goes out at once: more would be kept for long before the server could begin.</summary>
    private const int MostWaiting = 200;

    private const string HeadLocked = JournalSql.Head + " for update";

    private readonly string _connectionString;
    private readonly List<NpgsqlBatchCommand> _waiting = [];
    private NpgsqlConnection? _connection;
    private NpgsqlTransaction? _transaction;
    private int _savepoint = None;
    private bool _isOpen;
    private bool _hasEnded;

    public PostgresLink(StoreOptions options)
    {
        // Not pooled: the session is the lane's for life. Commands used twice are prepared by the driver, by their text.
        _connectionString = new NpgsqlConnectionStringBuilder(options.ConnectionString)
        {
            Pooling = false,
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
            ApplicationName = "gongbao lane",
            Enlist = false,
            KeepAlive = 30,
        }.ConnectionString;
        Interceptor = new FlushFirst(this);
    }

    private const int None = -1;

    public override DbConnection Connection => _connection!;

    public override DbTransaction Transaction => _transaction!;

    public override IInterceptor Interceptor { get; }

    public override void Open()
    {
        if (_connection is not null) return;
        var connection = new NpgsqlConnection(_connectionString);
        connection.Open();
        _connection = connection;
    }

    public override void Begin() => _transaction = _connection!.BeginTransaction();

    public override void Savepoint()
    {
        _savepoint = _waiting.Count;
        _waiting.Add(new("savepoint u"));
    }

    public override void ReleaseSavepoint()
    {
        _waiting.Add(new("release u"));
        if (IsAlone || _waiting.Count > MostWaiting) Flush();
        else _hasEnded = true;
        (_savepoint, _isOpen) = (None, false);
    }

    public override void BackToSavepoint()
    {
        // What waits before the savepoint is of units that have ended; where it was sent, all that waits is of this one.
        if (_savepoint != None) _waiting.RemoveRange(_savepoint, _waiting.Count - _savepoint);
        else _waiting.Clear();
        if (_isOpen) Send([new("rollback to u"), new("release u")]);
        (_savepoint, _isOpen) = (None, false);
    }

    public override void Flush()
    {
        if (_waiting.Count == 0) return;
        if (_savepoint != None) (_savepoint, _isOpen) = (None, true);
        try
        {
            Send(_waiting);
            _hasEnded = false;
        }
        catch when (_hasEnded)
        {
            HasLostOthers = true;
            throw;
        }
        finally
        {
            _waiting.Clear();
        }
    }

    public override void Commit()
    {
        _transaction!.Commit();
        _transaction.Dispose();
        _transaction = null;
    }

    public override void Reset()
    {
        _waiting.Clear();
        (_savepoint, _isOpen, _hasEnded, HasLostOthers) = (None, false, false, false);
        var lost = _connection;
        (_transaction, _connection) = (null, null);
        lost?.Dispose();
    }

    public override void Execute(Statement statement, ReadOnlySpan<object?> values)
    {
#pragma warning disable CA2100 // statements are constants of the program
        var command = new NpgsqlBatchCommand(statement.Sql);
#pragma warning restore CA2100
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        _waiting.Add(command);
    }

    public override bool Claim(string actor, string key, byte[] request, DateTime at)
    {
        Flush();
        using var command = Command(AnswerSql.Claim, [actor, key, request, at]);
        return command.ExecuteNonQuery() == 1;
    }

    public override (byte[] Request, string Answer)? FindAnswer(string actor, string key)
    {
        using var command = Command(AnswerSql.Find, [actor, key]);
        using var row = command.ExecuteReader();
        return row.Read() ? (row.GetFieldValue<byte[]>(0), row.GetString(1)) : null;
    }

    public override ChainPoint LockHead()
    {
        using var command = new NpgsqlCommand(HeadLocked, _connection);
        using var row = command.ExecuteReader();
        return row.Read() ? new(row.GetInt64(0), row.GetFieldValue<byte[]>(1)) : ChainPoint.Start;
    }

    public override void Append(JournalPage page, ChainPoint head)
    {
        // The canonical form of an entry is the binary copy format of its row, so it is sent as it was hashed.
        using (var copy = _connection!.BeginRawBinaryCopy($"copy {JournalSql.Table} ({JournalSql.Columns}) from stdin (format binary)"))
        {
            copy.Write(Signature);
            Span<byte> small = stackalloc byte[4];
            foreach (var entry in page.Entries)
            {
                BinaryPrimitives.WriteInt16BigEndian(small, JournalSql.ColumnCount);
                copy.Write(small[..2]);
                copy.Write(page.Form(entry));
                BinaryPrimitives.WriteInt32BigEndian(small, entry.Hash.Length);
                copy.Write(small);
                copy.Write(entry.Hash);
            }

            BinaryPrimitives.WriteInt16BigEndian(small, -1);
            copy.Write(small[..2]);
        }

        Execute(JournalSql.MoveHead, [head.Number, head.Hash]);
        Flush();
    }

    public override bool Holds(ChainPoint entry)
    {
        // Whoever still holds the head, the lost session itself perhaps, is waited for: then the answer is final.
        using var transaction = _connection!.BeginTransaction();
        LockHead();
        using var command = new NpgsqlCommand(JournalSql.HashOf, _connection, transaction);
        command.Parameters.Add(new() { Value = entry.Number });
        return command.ExecuteScalar() is byte[] hash && hash.AsSpan().SequenceEqual(entry.Hash);
    }

    public override bool IsContention(Exception fault) => Cause(fault) is
    {
        SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.LockNotAvailable,
    };

    public override Exception Explain(Exception fault) =>
        Cause(fault) is { SqlState: PostgresErrorCodes.DiskFull } ? new StoreFullException(fault) : fault;

    public override void Dispose() => Reset();

    /// <summary>The start of a binary copy: signature, no flags, no extension.</summary>
    private static ReadOnlySpan<byte> Signature =>
        [(byte)'P', (byte)'G', (byte)'C', (byte)'O', (byte)'P', (byte)'Y', 10, 255, 13, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    private NpgsqlCommand Command(Statement statement, object[] values)
    {
#pragma warning disable CA2100 // statements are constants of the program
        var command = new NpgsqlCommand(statement.Sql, _connection, _transaction);
#pragma warning restore CA2100
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }

    private static PostgresException? Cause(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException!)
            if (cause is PostgresException told) return told;
        return null;
    }

    private void Send(List<NpgsqlBatchCommand> commands)
    {
        using var batch = new NpgsqlBatch(_connection, _transaction);
        foreach (var command in commands) batch.BatchCommands.Add(command);
        batch.ExecuteNonQuery();
    }
}
