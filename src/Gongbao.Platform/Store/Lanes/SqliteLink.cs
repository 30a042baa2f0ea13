using System.Data.Common;
using Gongbao.Platform.Journal;
using Gongbao.Platform.Store.Mapping;
using Microsoft.Data.Sqlite;

namespace Gongbao.Platform.Store.Lanes;

/// <summary>The one connection that writes to the SQLite file.</summary>
internal sealed class SqliteLink(StoreOptions options) : LaneLink
{
    private const int Full = 13;

    private static readonly Statement Save = new("savepoint u", 0);
    private static readonly Statement Release = new("release u", 0);
    private static readonly Statement Back = new("rollback to u", 0);

    private readonly Dictionary<Statement, SqliteCommand> _prepared = [];
    private SqliteConnection? _connection;
    private SqliteTransaction? _transaction;

    public override DbConnection Connection => _connection!;

    public override DbTransaction Transaction => _transaction!;

    public override void Open()
    {
        if (_connection is not null) return;
        var connection = new SqliteConnection(SqlitePragmas.ConnectionString(options.DatabaseFile, reading: false));
        connection.Open();
        SqlitePragmas.Writing.Set(connection);
        _connection = connection;
        if (options.MostPages is { } pages) Run(new Statement($"pragma max_page_count={pages}", 0));
    }

    public override void Begin() => _transaction = _connection!.BeginTransaction(deferred: false);

    public override void Savepoint() => Run(Save);

    public override void ReleaseSavepoint() => Run(Release);

    public override void BackToSavepoint()
    {
        Run(Back);
        Run(Release);
    }

    public override void Commit()
    {
        _transaction!.Commit();
        _transaction.Dispose();
        _transaction = null;
    }

    public override void Reset()
    {
        foreach (var command in _prepared.Values) command.Dispose();
        _prepared.Clear();
        var lost = _connection;
        (_transaction, _connection) = (null, null);
        lost?.Dispose();
    }

    public override void Execute(Statement statement, ReadOnlySpan<object?> values)
    {
        var command = Prepared(statement);
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }

    public override bool Claim(string actor, string key, byte[] request, DateTime at)
    {
        var command = Prepared(AnswerSql.Claim);
        (command.Parameters[0].Value, command.Parameters[1].Value) = (actor, key);
        (command.Parameters[2].Value, command.Parameters[3].Value) = (request, at);
        return command.ExecuteNonQuery() == 1;
    }

    public override (byte[] Request, string Answer)? FindAnswer(string actor, string key)
    {
        var command = Prepared(AnswerSql.Find);
        command.Parameters[0].Value = actor;
        command.Parameters[1].Value = key;
        using var row = command.ExecuteReader();
        return row.Read() ? (row.GetFieldValue<byte[]>(0), row.GetString(1)) : null;
    }

    public override ChainPoint LockHead()
    {
        using var command = _connection!.CreateCommand();
        command.CommandText = JournalSql.Head;
        using var row = command.ExecuteReader();
        return row.Read() ? new(row.GetInt64(0), row.GetFieldValue<byte[]>(1)) : ChainPoint.Start;
    }

    public override void Append(JournalPage page, ChainPoint head)
    {
        foreach (var entry in page.Entries)
        {
            var (act, at, legalAt, outcome, reason, change) = entry.Draft;
            Execute(JournalSql.Insert,
            [
                entry.Number, InstantMicroseconds.From(at), InstantMicroseconds.From(legalAt), act.By.Value, act.OnBehalfOf?.Value,
                act.Verb, act.Subject, act.Clause, outcome, reason, change, entry.Hash,
            ]);
        }

        Execute(JournalSql.MoveHead, [head.Number, head.Hash]);
    }

    public override bool Holds(ChainPoint entry)
    {
        using var command = _connection!.CreateCommand();
        command.CommandText = JournalSql.HashOf;
        command.Parameters.AddWithValue("$1", entry.Number);
        return command.ExecuteScalar() is byte[] hash && hash.AsSpan().SequenceEqual(entry.Hash);
    }

    public override Exception Explain(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
            if (cause is SqliteException { SqliteErrorCode: Full }) return new StoreFullException(fault);
        return fault;
    }

    public override void Dispose() => Reset();

    private void Run(Statement statement) => Prepared(statement).ExecuteNonQuery();

    private SqliteCommand Prepared(Statement statement)
    {
        if (!_prepared.TryGetValue(statement, out var command))
        {
            command = _connection!.CreateCommand();
#pragma warning disable CA2100 // statements are constants of the program
            command.CommandText = statement.Sql;
#pragma warning restore CA2100
            for (var i = 1; i <= statement.Parameters; i++) command.Parameters.AddWithValue("$" + i, DBNull.Value);
            _prepared.Add(statement, command);
        }

        command.Transaction = _transaction;
        return command;
    }
}
