using Gongbao.Notices.Subscriptions;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Gongbao.Notices.Storage;

/// <summary>What the room of notices keeps: what people are told of, the messages, and how they went out.</summary>
internal abstract class NoticesDb(DbContextOptions options) : RoomDb(options, "notice")
{
    public DbSet<Watch> Watches => Set<Watch>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<Delivery> Deliveries => Set<Delivery>();

    public DbSet<Attempt> Attempts => Set<Attempt>();

    public DbSet<Subscription> Subscriptions => Set<Subscription>();

    protected override void Map(ModelBuilder model)
    {
        model.Entity<Watch>(watch =>
        {
            watch.ToTable("watch");
            watch.HasIndex(w => w.Key).IsUnique();
            watch.HasIndex(w => w.NextAt);
            watch.HasIndex(w => new { w.State, w.Rules });
        });
        model.Entity<Message>(message =>
        {
            message.ToTable("message");
            message.HasIndex(m => new { m.Recipient, m.DueAt, m.Id });
            message.HasIndex(m => m.SendAt).HasFilter("state = 'Waiting'");
            message.HasIndex(m => new { m.DueAt, m.Id });
            message.HasIndex(m => m.WatchId);
            message.HasIndex(m => m.Cause);
            message.HasIndex(m => m.DeliveryId);
        });
        model.Entity<Delivery>(delivery =>
        {
            delivery.ToTable("delivery");
            // Of what is over, of which there is more every day, neither is asked.
            delivery.HasIndex(d => new { d.Channel, d.DueAt, d.Id }).HasFilter("state = 'Waiting'");
            delivery.HasIndex(d => new { d.Recipient, d.Channel, d.DueAt, d.Id }).HasFilter("state = 'Waiting'");
            delivery.HasIndex(d => d.HandedAt);
        });
        model.Entity<Attempt>(attempt =>
        {
            attempt.ToTable("attempt");
            attempt.HasKey(a => new { a.DeliveryId, a.Number });
        });
        model.Entity<Subscription>(subscription =>
        {
            subscription.ToTable("subscription");
            subscription.HasIndex(s => new { s.EmailMark, s.Target }).IsUnique();
            subscription.HasIndex(s => s.Target);
            subscription.HasIndex(s => s.AskedAt);
        });
        model.Entity<Turn>(turn =>
        {
            turn.ToTable("turn");
            turn.HasData(new Turn { Id = Turn.TheOne, Taken = 0 });
        });
    }
}

internal sealed class SqliteNoticesDb(DbContextOptions<SqliteNoticesDb> options) : NoticesDb(options);

internal sealed class PostgresNoticesDb(DbContextOptions<PostgresNoticesDb> options) : NoticesDb(options);

internal sealed class SqliteNoticesDbFactory : IDesignTimeDbContextFactory<SqliteNoticesDb>
{
    public SqliteNoticesDb CreateDbContext(string[] args) => new(RoomDbOptions.DesignSqlite<SqliteNoticesDb>());
}

internal sealed class PostgresNoticesDbFactory : IDesignTimeDbContextFactory<PostgresNoticesDb>
{
    public PostgresNoticesDb CreateDbContext(string[] args) => new(RoomDbOptions.DesignPostgres<PostgresNoticesDb>());
}
