using Gongbao.Kernel.Results;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Tests.Store;

public class A_rooms_storage_on_SQLite() : A_rooms_storage(StoreProvider.Sqlite);

public class A_rooms_storage_on_PostgreSQL() : A_rooms_storage(StoreProvider.Postgres);

public abstract class A_rooms_storage(StoreProvider provider) : StoreTests(provider)
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task Refuses_to_save_outside_a_unit_of_work()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.ReadAsync<ShelfDb, int>(db =>
        {
            db.Add(NewBook("甲"));
            return db.SaveChangesAsync();
        }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.ReadAsync<ShelfDb, int>(db => Task.FromResult(db.SaveChanges())));
    }

    [Fact]
    public async Task Refuses_even_hand_written_changes_outside_a_unit_of_work()
    {
        await Store.PutAsync("甲");
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            Store.ReadAsync<ShelfDb, int>(db => db.Database.ExecuteSqlAsync($"delete from shelf_book")));
        Assert.Single(await TitlesAsync());
    }

    [Fact]
    public async Task Is_read_at_one_moment_where_that_is_asked_for()
    {
        await Store.PutAsync("甲");
        var (before, during, after) = await Store.ReadAsync<ShelfDb, (int, int, int)>(async db =>
        {
            int first, second;
            await using (await db.AtOneMomentAsync(CancellationToken.None))
            {
                first = await db.Books.CountAsync();
                await Store.PutAsync("乙");
                second = await db.Books.CountAsync();
            }

            return (first, second, await db.Books.CountAsync());
        });

        Assert.Equal((1, 1, 2), (before, during, after));
    }

    [Fact]
    public async Task Keeps_instants_in_UTC_to_the_microsecond_and_orders_by_them()
    {
        await AddAsync(new Book { Id = Guid.CreateVersion7(), Title = "晚", ShelvedAt = Noon.AddTicks(10) });
        await AddAsync(new Book { Id = Guid.CreateVersion7(), Title = "早", ShelvedAt = Noon.ToOffset(TimeSpan.FromHours(-3)) });

        var books = await Store.ReadAsync<ShelfDb, List<Book>>(db =>
            db.Books.Where(b => b.ShelvedAt < Noon.AddSeconds(1)).OrderBy(b => b.ShelvedAt).ToListAsync());
        Assert.Equal(["早", "晚"], books.Select(b => b.Title));
        Assert.Equal([Noon, Noon.AddTicks(10)], books.Select(b => b.ShelvedAt));
        Assert.All(books, b => Assert.Equal(TimeSpan.Zero, b.ShelvedAt.Offset));
    }

    [Fact]
    public async Task Keeps_enums_as_text_under_the_rooms_prefix()
    {
        await AddAsync(new Book { Id = Guid.CreateVersion7(), Title = "借", State = BookState.Lent, DueOn = new(2026, 3, 30) });

        var state = await Store.ReadAsync<ShelfDb, string>(db =>
            db.Database.SqlQuery<string>($"select state as \"Value\" from shelf_book").SingleAsync());
        Assert.Equal("Lent", state);
        Assert.Equal(1, await Store.ReadAsync<ShelfDb, int>(db => db.Books.CountAsync(b => b.DueOn == new DateOnly(2026, 3, 30))));
    }

    [Fact]
    public async Task Raises_the_revision_with_each_change()
    {
        await Store.PutAsync("甲");
        for (var i = 0; i < 2; i++) await RenameAsync($"甲{i}");

        Assert.Equal(3, await Store.ReadAsync<ShelfDb, long>(db => db.Books.Select(b => b.Revision).SingleAsync()));
    }

    [Fact]
    public async Task Fails_a_change_over_a_revision_that_is_no_longer_the_newest()
    {
        await Store.PutAsync("甲");
        var old = await Store.ReadAsync<ShelfDb, Book>(db => db.Books.SingleAsync());
        await RenameAsync("甲二");

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => Store.Writer.DoAsync<int>(TestStore.Act, (unit, _) =>
        {
            unit.Db<ShelfDb>().Attach(old);
            old.Title = "甲三";
            return Task.FromResult<Result<int>>(1);
        }, CancellationToken.None));
        Assert.Equal(["甲二"], await TitlesAsync());
    }

    private Task AddAsync(Book book) => Store.Writer.DoAsync<int>(TestStore.Act, (unit, _) =>
    {
        unit.Db<ShelfDb>().Add(book);
        return Task.FromResult<Result<int>>(1);
    }, CancellationToken.None);

    private Task RenameAsync(string title) => Store.Writer.DoAsync<int>(TestStore.Act, async (unit, stop) =>
    {
        var book = await unit.Db<ShelfDb>().Books.SingleAsync(stop);
        book.Title = title;
        return 1;
    }, CancellationToken.None);
}
