using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Gongbao.Platform.Store;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Gongbao.Bench.Search;

/// <summary>
/// What one would do without an index of one's own: FTS5 with its own tokenizers over the clauses, and LIKE with pg_trgm. Asked for the newest 20
/// clauses and their count up to 10,001, on one connection, without HTTP, documents, facets or snippets.
/// </summary>
internal sealed class SearchBenchPeers : IAsyncDisposable
{
    private readonly List<(string Name, string Table, Func<string, string> Term, string Condition)> _peers;
    private readonly DbConnection _connection;

    private SearchBenchPeers(DbConnection connection, List<(string, string, Func<string, string>, string)> peers) => (_connection, _peers) = (connection, peers);

    public static async Task<SearchBenchPeers> CreateAsync(StoreBenchDatabase database)
    {
        static string Quoted(string text) => string.Join(" AND ", text.Split(' ').Select(w => $"\"{w.Replace("\"", "", StringComparison.Ordinal)}\""));
        var isSqlite = database.Options.Provider is StoreProvider.Sqlite;
        DbConnection connection = isSqlite ? new SqliteConnection($"Data Source={database.Options.DataFolder}/peers.db;Pooling=false") : new NpgsqlConnection(database.Options.ConnectionString + ";Command Timeout=3600");
        await connection.OpenAsync();
        return new(connection, isSqlite
            ? [("FTS5 unicode61", "plain_unicode61", Quoted, "plain_unicode61 match $1"), ("FTS5 trigram", "plain_trigram", Quoted, "plain_trigram match $1")]
            : [("pg_trgm LIKE", "plain_trgm", text => $"%{text.Replace(' ', '%')}%", "text like $1")]);
    }

    public async Task BuildAsync(StoreBenchDatabase database)
    {
        if (_connection is SqliteConnection) await DoAsync($"attach '{database.Options.DatabaseFile}' as library");
        foreach (var (name, table, _, _) in _peers)
        {
            var watch = Stopwatch.StartNew();
            if (_connection is SqliteConnection)
            {
                await DoAsync($"create virtual table {table} using fts5(text, content='', tokenize='{table["plain_".Length..]}')");
                await DoAsync($"insert into {table} (rowid, text) select rowid, text from library.gazette_clause");
            }
            else
            {
                await DoAsync("create extension if not exists pg_trgm");
                await DoAsync($"create table {table} as select row_number() over (order by id) as rowid, text from gazette_clause");
                await DoAsync($"alter table {table} add primary key (rowid)");
                await DoAsync($"create index on {table} using gin (text gin_trgm_ops)");
                await DoAsync($"analyze {table}");
            }
            var size = _connection is SqliteConnection
                ? await AskAsync($"select sum(length(block)) from {table}_data", null)
                : await AskAsync($"select pg_indexes_size('{table}')", null);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: built in {watch.Elapsed.TotalSeconds:0} s, {size / 1e6:0} MB"));
        }
    }

    public async Task AskAsync(SearchBenchQueries queries, int count)
    {
        var asked = Enumerable.Range(0, count).Select(_ => queries.Next()).Where(q => q.Class is "2 characters" or "4 characters" or "8 characters" or "2 words").ToList();
        foreach (var (name, table, term, condition) in _peers)
        {
            var times = new List<(string Class, double Milliseconds, bool Found)>();
            foreach (var query in asked)
            {
                var watch = Stopwatch.StartNew();
                await AskAsync($"select max(rowid) from (select rowid from {table} where {condition} order by rowid desc limit 20) x", term(query.Text));
                var found = await AskAsync($"select count(*) from (select 1 from {table} where {condition} limit 10001) x", term(query.Text));
                times.Add((query.Class, watch.Elapsed.TotalMilliseconds, found > 0));
            }
            foreach (var kind in times.GroupBy(t => t.Class).OrderBy(g => g.Key, StringComparer.Ordinal))
                Console.WriteLine($"  {name,-16} {kind.Key,-14} {SearchBenchLoad.Line(kind.Select(t => t.Milliseconds))}  found something for {kind.Count(t => t.Found)}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    private async Task DoAsync(string sql)
    {
        await using var command = Command(sql, null);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<long> AskAsync(string sql, string? value)
    {
        await using var command = Command(sql, value);
        return await command.ExecuteScalarAsync() is { } answer and not DBNull ? Convert.ToInt64(answer, CultureInfo.InvariantCulture) : 0;
    }

    private DbCommand Command(string sql, string? value)
    {
        var command = _connection.CreateCommand();
        command.CommandTimeout = 3600;
#pragma warning disable CA2100 // constants of this file
        command.CommandText = sql;
#pragma warning restore CA2100
        if (value is null) return command;
        var parameter = command.CreateParameter();
        parameter.Value = value;
        if (command is SqliteCommand) parameter.ParameterName = "$1";
        command.Parameters.Add(parameter);
        return command;
    }
}
