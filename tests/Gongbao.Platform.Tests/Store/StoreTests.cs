using Gongbao.Platform.Store;
using Gongbao.Platform.Store.Lanes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Platform.Tests.Store;

/// <summary>Tests that run on a fresh store, once on each database.</summary>
public abstract class StoreTests(StoreProvider provider) : IAsyncLifetime
{
    internal const string HoldVerb = "test.hold";

    internal static readonly Statement PutBook =
        new("insert into shelf_book (id, title, state, shelved_at, revision) values ($1, $2, $3, $4, $5)", 5);

    internal static readonly Statement BreakAtCommit = new("insert into shelf_rule (id, book) values ($1, $2)", 2);

    internal TestStore Store { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync() => Store = await TestStore.CreateAsync(provider, Register);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Store is not null) await Store.DisposeAsync();
    }

    protected virtual void Register(IServiceCollection services)
    {
    }

    internal static Book NewBook(string title) => new() { Id = Guid.CreateVersion7(), Title = title };

    internal Task<List<string>> TitlesAsync() =>
        Store.ReadAsync<ShelfDb, List<string>>(db => db.Books.OrderBy(b => b.Id).Select(b => b.Title).ToListAsync());

    /// <summary>Occupies the lane until the gate is opened, so that what is added meanwhile becomes one batch.</summary>
    internal async Task<TaskCompletionSource> HoldLaneAsync()
    {
        var running = new TaskCompletionSource();
        var gate = new TaskCompletionSource();
        _ = Store.Writer.DoAsync<int>(new(ActorId.System("test"), HoldVerb, "lane:1"), async (_, _) =>
        {
            running.TrySetResult(); // a second time when the batch is lost and run again
            await gate.Task;
            return 1;
        }, CancellationToken.None);
        await running.Task;
        return gate;
    }

    /// <summary>Bytes as the database's SQL writes them.</summary>
    internal string Literal(byte[] bytes) => Store.Options.Provider is StoreProvider.Sqlite
        ? $"x'{Convert.ToHexString(bytes)}'"
        : $"'\\x{Convert.ToHexString(bytes)}'::bytea";

    /// <summary>Runs SQL as someone with a hand on the database would.</summary>
    internal async Task RawAsync(string sql)
    {
        LaneLink link = Store.Options.Provider is StoreProvider.Sqlite ? new SqliteLink(Store.Options) : new PostgresLink(Store.Options);
        using (link)
        {
            link.Open();
            await using var command = link.Connection.CreateCommand();
#pragma warning disable CA2100 // written by the test
            command.CommandText = sql;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync();
        }
    }
}
