using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Gongbao.Casework.Storage;

/// <summary>What the room of cases keeps: cases, what happened in them, their items and the answers of their forms.</summary>
internal abstract class CaseworkDb(DbContextOptions options) : RoomDb(options, "case")
{
    public DbSet<StoredCase> Cases => Set<StoredCase>();

    public DbSet<StoredEvent> Events => Set<StoredEvent>();

    public DbSet<StoredItem> Items => Set<StoredItem>();

    public DbSet<StoredAnswer> Answers => Set<StoredAnswer>();

    protected override void Map(ModelBuilder model)
    {
        model.Entity<StoredCase>(stored =>
        {
            stored.ToTable("case_case");
            stored.HasIndex(c => c.Reference).IsUnique();
            stored.HasIndex(c => c.NextEnd).HasFilter("next_end is not null");
            stored.HasIndex(c => c.Calendar).HasFilter("next_end is not null");
        });
        model.Entity<StoredEvent>(stored =>
        {
            stored.ToTable("event");
            stored.HasKey(e => new { e.CaseId, e.Number });
        });
        model.Entity<StoredItem>(stored =>
        {
            stored.ToTable("item");
            stored.HasKey(i => new { i.CaseId, i.Item });
            // What a unit has to do, a page after another: by phase, the first to run out first.
            stored.HasIndex(i => new { i.Unit, i.Phase, i.DueOn, i.CaseId });
        });
        model.Entity<StoredAnswer>(stored =>
        {
            stored.ToTable("answer");
            stored.HasKey(a => new { a.CaseId, a.Field, a.Place });
            stored.HasIndex(a => new { a.Mark, a.Field }).HasFilter("mark is not null");
        });
    }
}

internal sealed class SqliteCaseworkDb(DbContextOptions<SqliteCaseworkDb> options) : CaseworkDb(options);

internal sealed class PostgresCaseworkDb(DbContextOptions<PostgresCaseworkDb> options) : CaseworkDb(options);

internal sealed class SqliteCaseworkDbFactory : IDesignTimeDbContextFactory<SqliteCaseworkDb>
{
    public SqliteCaseworkDb CreateDbContext(string[] args) => new(RoomDbOptions.DesignSqlite<SqliteCaseworkDb>());
}

internal sealed class PostgresCaseworkDbFactory : IDesignTimeDbContextFactory<PostgresCaseworkDb>
{
    public PostgresCaseworkDb CreateDbContext(string[] args) => new(RoomDbOptions.DesignPostgres<PostgresCaseworkDb>());
}
