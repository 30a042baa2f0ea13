using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Gongbao.Platform.Access.Storage;

/// <summary>What access keeps: accounts with roles, links and recovery codes, API tokens, data keys, and who was shown what.</summary>
internal abstract class AccessDb(DbContextOptions options) : RoomDb(options, "access")
{
    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<AccountRole> Roles => Set<AccountRole>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<FormerPassword> FormerPasswords => Set<FormerPassword>();

    public DbSet<OneTimeLink> Links => Set<OneTimeLink>();

    public DbSet<ApiToken> Tokens => Set<ApiToken>();

    public DbSet<DataKey> DataKeys => Set<DataKey>();

    public DbSet<RevealRecord> Reveals => Set<RevealRecord>();

    protected override void Map(ModelBuilder model)
    {
        model.Entity<Account>(account =>
        {
            account.ToTable("account");
            account.Ignore(a => a.Subject);
            account.Ignore(a => a.ActorId);
            account.Ignore(a => a.WillAdminister);
            account.HasIndex(a => a.LookupName).IsUnique();
        });
        model.Entity<AccountRole>(role =>
        {
            role.ToTable("account_role");
            role.HasIndex(r => r.AccountId);
            role.HasIndex(r => new { r.Role, r.ScopeKind, r.ScopeId });
            role.HasIndex(r => r.DeputyFor);
        });
        model.Entity<RecoveryCode>(code =>
        {
            code.ToTable("recovery_code");
            code.HasIndex(c => c.AccountId);
            code.Property(c => c.UsedAt).IsConcurrencyToken();      // of two who use it at once, one does
        });
        model.Entity<FormerPassword>(former =>
        {
            former.ToTable("former_password");
            former.HasIndex(f => f.AccountId);
        });
        model.Entity<OneTimeLink>(link =>
        {
            link.ToTable("one_time_link");
            link.HasIndex(l => l.Hash).IsUnique();
            link.Property(l => l.UsedAt).IsConcurrencyToken();
        });
        model.Entity<ApiToken>(token =>
        {
            token.ToTable("api_token");
            token.Ignore(t => t.ActorId);
            token.HasIndex(t => t.Prefix).IsUnique();
            token.HasIndex(t => t.AccountId);
        });
        model.Entity<DataKey>(key =>
        {
            key.ToTable("data_key");
            key.HasIndex(k => k.Subject).IsUnique().HasFilter("erased_at is null");
            key.HasIndex(k => k.CityKey);
            key.Property(k => k.ErasedAt).IsConcurrencyToken();     // nothing brings a destroyed key back
        });
        model.Entity<RevealRecord>(reveal =>
        {
            reveal.ToTable("reveal");
            reveal.HasIndex(r => r.Place);
        });
    }
}

internal sealed class SqliteAccessDb(DbContextOptions<SqliteAccessDb> options) : AccessDb(options);

internal sealed class PostgresAccessDb(DbContextOptions<PostgresAccessDb> options) : AccessDb(options);

internal sealed class SqliteAccessDbFactory : IDesignTimeDbContextFactory<SqliteAccessDb>
{
    public SqliteAccessDb CreateDbContext(string[] args) => new(RoomDbOptions.DesignSqlite<SqliteAccessDb>());
}

internal sealed class PostgresAccessDbFactory : IDesignTimeDbContextFactory<PostgresAccessDb>
{
    public PostgresAccessDb CreateDbContext(string[] args) => new(RoomDbOptions.DesignPostgres<PostgresAccessDb>());
}
