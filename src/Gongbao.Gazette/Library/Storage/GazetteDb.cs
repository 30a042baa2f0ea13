using Gongbao.Gazette.Campaigns.Storage;
using Gongbao.Gazette.Citations.Storage;
using Gongbao.Gazette.Classification.Storage;
using Gongbao.Gazette.Search.Saved;
using Gongbao.Gazette.Validity.Storage;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Gongbao.Gazette.Library.Storage;

/// <summary>What the gazette room keeps: sources as they came, issues, documents, clauses with their permanent ids, readings and the decisions on them.</summary>
internal abstract class GazetteDb(DbContextOptions options) : RoomDb(options, "gazette")
{
    public DbSet<StoredSource> Sources => Set<StoredSource>();

    public DbSet<StoredIssue> Issues => Set<StoredIssue>();

    public DbSet<StoredDocument> Documents => Set<StoredDocument>();

    public DbSet<StoredClause> Clauses => Set<StoredClause>();

    public DbSet<ClauseAddress> Addresses => Set<ClauseAddress>();

    public DbSet<StoredReading> Readings => Set<StoredReading>();

    public DbSet<Decision> Decisions => Set<Decision>();

    public DbSet<StoredCitation> Citations => Set<StoredCitation>();

    public DbSet<StoredName> Names => Set<StoredName>();

    public DbSet<StoredSearch> SavedSearches => Set<StoredSearch>();

    public DbSet<StoredFile> Files => Set<StoredFile>();

    public DbSet<StoredUpload> Uploads => Set<StoredUpload>();

    public DbSet<IssueSource> IssueSources => Set<IssueSource>();

    public DbSet<KeptContent> KeptContents => Set<KeptContent>();

    public DbSet<StoredClaim> Claims => Set<StoredClaim>();

    public DbSet<ClaimDecision> ClaimDecisions => Set<ClaimDecision>();

    public DbSet<StoredClassification> Classifications => Set<StoredClassification>();

    public DbSet<StoredClass> Classes => Set<StoredClass>();

    public DbSet<ClassDecision> ClassDecisions => Set<ClassDecision>();

    public DbSet<StoredCampaign> Campaigns => Set<StoredCampaign>();

    public DbSet<CampaignItem> CampaignItems => Set<CampaignItem>();

    public DbSet<CampaignOpinion> CampaignOpinions => Set<CampaignOpinion>();

    protected override void Map(ModelBuilder model)
    {
        model.Entity<StoredSource>(source =>
        {
            source.ToTable("source");
            source.HasKey(s => s.Hash);
        });
        model.Entity<StoredIssue>(issue =>
        {
            issue.ToTable("issue");
            issue.HasIndex(i => i.Slug).IsUnique();
            issue.HasOne<StoredSource>().WithMany().HasForeignKey(i => i.SourceHash).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<StoredDocument>(document =>
        {
            document.ToTable("document");
            document.HasIndex(d => d.Slug).IsUnique();
            document.HasIndex(d => d.Key);
            document.HasIndex(d => d.ExpiresOn);
            document.HasIndex(d => new { d.IssueId, d.Ordinal });
            document.HasOne<StoredIssue>().WithMany().HasForeignKey(d => d.IssueId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<StoredClause>(clause =>
        {
            clause.ToTable("clause");
            clause.HasIndex(c => new { c.DocumentId, c.Ordinal });
            clause.HasIndex(c => new { c.DocumentId, c.Slug });
            clause.HasOne<StoredDocument>().WithMany().HasForeignKey(c => c.DocumentId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ClauseAddress>(address =>
        {
            address.ToTable("clause_address");
            address.HasKey(a => new { a.DocumentId, a.Slug });
            address.HasOne<StoredClause>().WithMany().HasForeignKey(a => a.ClauseId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<StoredReading>(reading =>
        {
            reading.ToTable("reading");
            reading.HasIndex(r => new { r.DocumentKey, r.Kind, r.WordsHash, r.Occurrence }).IsUnique();
            reading.HasIndex(r => new { r.State, r.Confidence });
            reading.HasIndex(r => r.DocumentId);
            reading.HasOne<StoredDocument>().WithMany().HasForeignKey(r => r.DocumentId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Decision>(decision =>
        {
            decision.ToTable("decision");
            decision.HasIndex(d => new { d.DocumentKey, d.Kind, d.WordsHash, d.Occurrence });
        });
        ProvenanceTables.Map(model);
        CitationTables.Map(model);
        StoredSearch.Map(model);
        ValidityTables.Map(model);
        ClassTables.Map(model);
        CampaignTables.Map(model);
        model.Entity<StoredFile>(file =>
        {
            file.ToTable("file");
            file.HasKey(f => f.Origin);
            file.HasIndex(f => f.State);
            file.HasIndex(f => f.Content);
            file.HasIndex(f => new { f.UploadId, f.Ordinal });
        });
        model.Entity<StoredUpload>().ToTable("upload");
    }
}

internal sealed class SqliteGazetteDb(DbContextOptions<SqliteGazetteDb> options) : GazetteDb(options);

internal sealed class PostgresGazetteDb(DbContextOptions<PostgresGazetteDb> options) : GazetteDb(options);

internal sealed class SqliteGazetteDbFactory : IDesignTimeDbContextFactory<SqliteGazetteDb>
{
    public SqliteGazetteDb CreateDbContext(string[] args) => new(RoomDbOptions.DesignSqlite<SqliteGazetteDb>());
}

internal sealed class PostgresGazetteDbFactory : IDesignTimeDbContextFactory<PostgresGazetteDb>
{
    public PostgresGazetteDb CreateDbContext(string[] args) => new(RoomDbOptions.DesignPostgres<PostgresGazetteDb>());
}
