using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Gongbao.Platform.City.Publishing.Storage;

/// <summary>What has been published of the city's declarations, and from when.</summary>
internal abstract class DeclarationsDb(DbContextOptions options) : RoomDb(options, "declarations")
{
    public DbSet<StoredDeclaration> Declarations => Set<StoredDeclaration>();

    public DbSet<Publication> Publications => Set<Publication>();

    public DbSet<PublishingAct> Acts => Set<PublishingAct>();

    public DbSet<PublishedState> States => Set<PublishedState>();

    protected override void Map(ModelBuilder model)
    {
        model.Entity<StoredDeclaration>(declaration =>
        {
            declaration.ToTable("declaration");
            declaration.HasKey(d => d.Hash);
        });
        model.Entity<Publication>(publication =>
        {
            publication.ToTable("publication");
            publication.HasIndex(p => new { p.Section, p.Thing, p.EffectiveAt });
        });
        model.Entity<PublishingAct>(act =>
        {
            act.ToTable("act");
            act.HasKey(a => a.Number);
        });
        model.Entity<PublishedState>().ToTable("state");
    }
}

internal sealed class SqliteDeclarationsDb(DbContextOptions<SqliteDeclarationsDb> options) : DeclarationsDb(options);

internal sealed class PostgresDeclarationsDb(DbContextOptions<PostgresDeclarationsDb> options) : DeclarationsDb(options);

internal sealed class SqliteDeclarationsDbFactory : IDesignTimeDbContextFactory<SqliteDeclarationsDb>
{
    public SqliteDeclarationsDb CreateDbContext(string[] args) => new(RoomDbOptions.DesignSqlite<SqliteDeclarationsDb>());
}

internal sealed class PostgresDeclarationsDbFactory : IDesignTimeDbContextFactory<PostgresDeclarationsDb>
{
    public PostgresDeclarationsDb CreateDbContext(string[] args) => new(RoomDbOptions.DesignPostgres<PostgresDeclarationsDb>());
}
