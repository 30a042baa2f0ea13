using Gongbao.Kernel.Results;
using Gongbao.Platform.Journal;
using Gongbao.Platform.Store;
using Gongbao.Platform.Store.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Tests.Store;

public class The_writer_on_SQLite() : The_writer(StoreProvider.Sqlite);

public class The_writer_on_PostgreSQL() : The_writer(StoreProvider.Postgres);

public abstract class The_writer(StoreProvider provider) : IAsyncLifetime
{
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await TestStore.CreateAsync(provider);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_store is not null) await _store.DisposeAsync();
    }

    [Fact]
    public async Task Saves_what_a_unit_accepted_together_with_its_journal_entry()
    {
        var result = await _store.PutAsync("甲");

        Assert.False(result.IsRefused(out _, out var id));
        var book = await _store.ReadAsync<ShelfDb, Book>(db => db.Books.SingleAsync());
        Assert.Equal((id, "甲", 1L), (book.Id, book.Title, book.Revision));
        var entry = await EntryAsync();
        Assert.Equal((1L, "system:test", "shelf.put", "shelf:1", "done"), (entry.Number, entry.Actor, entry.Verb, entry.Subject, entry.Outcome));
        Assert.Equal(32, entry.Change!.Length);
    }

    [Fact]
    public async Task Undoes_a_refused_unit_and_journals_the_refusal()
    {
        var result = await _store.Writer.DoAsync<int>(TestStore.Act, async (unit, stop) =>
        {
            var shelf = unit.Db<ShelfDb>();
            shelf.Add(new Book { Id = Guid.CreateVersion7(), Title = "乙" });
            Assert.Equal(0, await shelf.Books.CountAsync(stop));
            return new Refusal("shelf.full", "书架已满。");
        }, CancellationToken.None);

        Assert.True(result.IsRefused(out var refusal, out _));
        Assert.Equal("shelf.full", refusal.Code);
        Assert.Equal(0, await _store.ReadAsync<ShelfDb, int>(db => db.Books.CountAsync()));
        var entry = await EntryAsync();
        Assert.Equal(("refused", "shelf.full", null), (entry.Outcome, entry.Reason, entry.Change));
    }

    private Task<JournalEntry> EntryAsync() => _store.ReadAsync<StoreDb, JournalEntry>(db => db.Journal.SingleAsync());
}
