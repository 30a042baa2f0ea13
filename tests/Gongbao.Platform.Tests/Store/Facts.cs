using Gongbao.Kernel.Results;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Platform.Tests.Store;

public class Facts_on_SQLite() : Facts(StoreProvider.Sqlite);

public class Facts_on_PostgreSQL() : Facts(StoreProvider.Postgres);

public abstract class Facts(StoreProvider provider) : StoreTests(provider)
{
    protected override void Register(IServiceCollection services)
    {
        services.AddReceiver<BookShelved, OpenLoan>();
        services.AddScoped<CountBooks>();
    }

    [Fact]
    public async Task Are_handled_in_the_senders_unit_after_its_rows_are_saved()
    {
        await ShelveAsync("甲");

        var loan = await Store.ReadAsync<LoanDb, Loan>(db => db.Loans.SingleAsync());
        var book = await Store.ReadAsync<ShelfDb, Book>(db => db.Books.SingleAsync());
        Assert.Equal(book.Id, loan.BookId);
    }

    [Fact]
    public async Task Undo_the_senders_rows_when_a_receiver_fails()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => ShelveAsync("毁"));

        Assert.Empty(await TitlesAsync());
        Assert.Equal(0, await Store.ReadAsync<LoanDb, int>(db => db.Loans.CountAsync()));
    }

    [Fact]
    public async Task Of_a_refused_unit_are_told_to_nobody()
    {
        await Store.Writer.DoAsync<int>(TestStore.Act, (unit, _) =>
        {
            unit.Publish(new BookShelved(Guid.CreateVersion7(), "乙"));
            return Task.FromResult<Result<int>>(new Refusal("shelf.full", "书架已满。"));
        }, CancellationToken.None);

        Assert.Equal(0, await Store.ReadAsync<LoanDb, int>(db => db.Loans.CountAsync()));
    }

    private Task<Result<int>> ShelveAsync(string title) => Store.Writer.DoAsync<int>(TestStore.Act, (unit, _) =>
    {
        var book = NewBook(title);
        unit.Db<ShelfDb>().Add(book);
        unit.Publish(new BookShelved(book.Id, title));
        return Task.FromResult<Result<int>>(1);
    }, CancellationToken.None);

    private sealed record BookShelved(Guid BookId, string Title);

    /// <summary>Takes its context and another handler as any handler does; both are the unit's.</summary>
    private sealed class OpenLoan(LoanDb loans, CountBooks books) : IReceive<BookShelved>
    {
        public async Task ReceiveAsync(BookShelved fact, UnitOfWork unit, CancellationToken stop)
        {
            loans.Add(new Loan { Id = Guid.CreateVersion7(), BookId = fact.BookId, LentAt = unit.At });
            if (await books.AskAsync(stop) != 1) throw new InvalidOperationException("the sender's row is not visible");
            if (fact.Title == "毁") throw new InvalidOperationException("broken on purpose");
        }
    }

    private sealed class CountBooks(ShelfDb shelf)
    {
        public Task<int> AskAsync(CancellationToken stop) => shelf.Books.CountAsync(stop);
    }
}
