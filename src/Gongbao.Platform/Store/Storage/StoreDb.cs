using Gongbao.Platform.Files;
using Gongbao.Platform.Journal;
using Gongbao.Platform.Store.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Gongbao.Platform.Store.Storage;

/// <summary>What the store itself keeps: journal, legal time, answers by idempotency key, attachments.</summary>
internal abstract class StoreDb(DbContextOptions options) : RoomDb(options, "store")
{
    public DbSet<JournalEntry> Journal => Set<JournalEntry>();

    public DbSet<JournalHead> Heads => Set<JournalHead>();

    public DbSet<LegalTime> LegalTimes => Set<LegalTime>();

    public DbSet<KeptAnswer> Answers => Set<KeptAnswer>();

    public DbSet<StoredFile> Files => Set<StoredFile>();

    public DbSet<StoredChunk> Chunks => Set<StoredChunk>();

    protected override void Map(ModelBuilder model)
    {
        model.Entity<JournalEntry>(entry =>
        {
            entry.ToTable("journal_entry");
            entry.HasKey(e => e.Number);
            entry.Property(e => e.RecordedAt).HasConversion<InstantMicroseconds>();
            entry.Property(e => e.LegalAt).HasConversion<InstantMicroseconds>();
            entry.HasIndex(e => e.Subject);
        });
        model.Entity<JournalHead>(head =>
        {
            head.ToTable("journal_head");
            head.HasKey(h => h.Id);
            head.HasData(new { Id = 1, Number = 0L, Hash = new byte[32] });
        });
        model.Entity<LegalTime>(time =>
        {
            time.ToTable("legal_time");
            time.Property(t => t.Ahead).HasColumnName("ahead_microseconds")
                .HasConversion(ahead => ahead.Ticks / TimeSpan.TicksPerMicrosecond, stored => TimeSpan.FromTicks(stored * TimeSpan.TicksPerMicrosecond));
        });
        model.Entity<KeptAnswer>(answer =>
        {
            answer.ToTable("answer");
            answer.HasKey(a => new { a.Actor, a.Key });
            answer.HasIndex(a => a.KeptAt);
        });
        model.Entity<StoredFile>(file =>
        {
            file.ToTable("file");
            file.HasKey(f => f.Hash);
        });
        model.Entity<StoredChunk>(chunk =>
        {
            chunk.ToTable("file_chunk");
            chunk.HasKey(c => new { c.FileHash, c.Position });
            chunk.HasOne<StoredFile>().WithMany().HasForeignKey(c => c.FileHash).OnDelete(DeleteBehavior.Cascade);
        });
    }
}

internal sealed class SqliteStoreDb(DbContextOptions<SqliteStoreDb> options) : StoreDb(options);

internal sealed class PostgresStoreDb(DbContextOptions<PostgresStoreDb> options) : StoreDb(options);

internal sealed class SqliteStoreDbFactory : IDesignTimeDbContextFactory<SqliteStoreDb>
{
    public SqliteStoreDb CreateDbContext(string[] args) => new(RoomDbOptions.DesignSqlite<SqliteStoreDb>());
}

internal sealed class PostgresStoreDbFactory : IDesignTimeDbContextFactory<PostgresStoreDb>
{
    public PostgresStoreDb CreateDbContext(string[] args) => new(RoomDbOptions.DesignPostgres<PostgresStoreDb>());
}
