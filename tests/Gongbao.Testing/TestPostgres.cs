using Npgsql;
using Xunit;

namespace Gongbao.Testing;

/// <summary>
/// A fresh PostgreSQL database for one test class, on the server that <c>GONGBAO_TEST_POSTGRES</c> names
/// (a connection string to its maintenance database). Not set: the test shows as skipped.
/// </summary>
public sealed class TestPostgres : IAsyncDisposable
{
    private readonly string _server;
    private readonly string _name;

    private TestPostgres(string server, string name)
    {
        _server = server;
        _name = name;
        ConnectionString = new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 20 }.ConnectionString;
    }

    public string ConnectionString { get; }

    public static async Task<TestPostgres> CreateAsync()
    {
        var server = Environment.GetEnvironmentVariable("GONGBAO_TEST_POSTGRES");
        Assert.SkipWhen(string.IsNullOrEmpty(server), "GONGBAO_TEST_POSTGRES names no server.");
        var name = "gongbao_" + Guid.CreateVersion7().ToString("N");
        await ExecuteAsync(server!, $"create database {name}");
        return new(server!, name);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync(_server, $"drop database if exists {_name} with (force)");
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
#pragma warning disable CA2100 // the only variable part is a name made two lines above
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
