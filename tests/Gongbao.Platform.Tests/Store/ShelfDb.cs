using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Tests.Store;

/// <summary>A small room of the tests: books that are lent and given back.</summary>
internal abstract class ShelfDb(DbContextOptions options) : RoomDb(options, "shelf")
{
    public DbSet<Book> Books => Set<Book>();

    protected override void Map(ModelBuilder model) => model.Entity<Book>(book =>
    {
        book.ToTable("book");
        book.HasIndex(b => b.Title).IsUnique();
    });
}

internal sealed class SqliteShelfDb(DbContextOptions<SqliteShelfDb> options) : ShelfDb(options);

internal sealed class PostgresShelfDb(DbContextOptions<PostgresShelfDb> options) : ShelfDb(options);

internal enum BookState
{
    Here,
    Lent,
}

internal sealed class Book : IRevised
{
    public required Guid Id { get; init; }

    public required string Title { get; set; }

    public BookState State { get; set; }

    public DateTimeOffset ShelvedAt { get; init; }

    public DateOnly? DueOn { get; set; }

    public long Revision { get; private set; }
}

/// <summary>A second room, so that one unit can write in two.</summary>
internal abstract class LoanDb(DbContextOptions options) : RoomDb(options, "loan")
{
    public DbSet<Loan> Loans => Set<Loan>();

    protected override void Map(ModelBuilder model) => model.Entity<Loan>().ToTable("loan");
}

internal sealed class SqliteLoanDb(DbContextOptions<SqliteLoanDb> options) : LoanDb(options);

internal sealed class PostgresLoanDb(DbContextOptions<PostgresLoanDb> options) : LoanDb(options);

internal sealed class Loan
{
    public required Guid Id { get; init; }

    public required Guid BookId { get; init; }

    public required DateTimeOffset LentAt { get; init; }
}
