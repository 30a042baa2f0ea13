using Gongbao.Ledger.Evidence;
using Gongbao.Ledger.Guidance;
using Gongbao.Ledger.Handover;
using Gongbao.Ledger.Letters;
using Gongbao.Ledger.Meetings;
using Gongbao.Ledger.Reprojection;
using Gongbao.Ledger.Sheets;
using Gongbao.Ledger.Views;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Gongbao.Ledger.Storage;

/// <summary>What the ledger keeps: programmes, obligations, the shares of units, what was done about them, and what is still to be decided.</summary>
internal abstract class LedgerDb(DbContextOptions options) : RoomDb(options, "ledger")
{
    public DbSet<StoredProgramme> Programmes => Set<StoredProgramme>();

    public DbSet<StoredObligation> Obligations => Set<StoredObligation>();

    public DbSet<StoredAssignment> Assignments => Set<StoredAssignment>();

    public DbSet<StoredAct> Acts => Set<StoredAct>();

    public DbSet<StoredQuestion> Questions => Set<StoredQuestion>();

    public DbSet<StoredReprojection> Reprojections => Set<StoredReprojection>();

    public DbSet<StoredReprojectionChunk> ReprojectionChunks => Set<StoredReprojectionChunk>();

    public DbSet<StoredMove> Moves => Set<StoredMove>();

    public DbSet<StoredLetter> Letters => Set<StoredLetter>();

    public DbSet<StoredLetterItem> LetterItems => Set<StoredLetterItem>();

    public DbSet<StoredLetterAct> LetterActs => Set<StoredLetterAct>();

    public DbSet<StoredTeamMember> TeamMembers => Set<StoredTeamMember>();

    public DbSet<StoredMeeting> Meetings => Set<StoredMeeting>();

    public DbSet<StoredAttendance> Attendances => Set<StoredAttendance>();

    public DbSet<StoredResolution> Resolutions => Set<StoredResolution>();

    public DbSet<StoredVisit> Visits => Set<StoredVisit>();

    public DbSet<StoredVisitObligation> VisitObligations => Set<StoredVisitObligation>();

    public DbSet<StoredPlanCall> PlanCalls => Set<StoredPlanCall>();

    public DbSet<StoredPlan> Plans => Set<StoredPlan>();

    public DbSet<StoredExperience> Experiences => Set<StoredExperience>();

    public DbSet<StoredSheet> Sheets => Set<StoredSheet>();

    public DbSet<StoredMapping> SheetMappings => Set<StoredMapping>();

    public DbSet<StoredHandover> Handovers => Set<StoredHandover>();

    public DbSet<StoredHandoverLine> HandoverLines => Set<StoredHandoverLine>();

    protected override void Map(ModelBuilder model)
    {
        ReprojectionTables.Map(model);
        HandoverTables.Map(model);
        LetterTables.Map(model);
        MeetingTables.Map(model);
        GuidanceTables.Map(model);
        SheetTables.Map(model);
        EvidenceTables.Map(model);
        ViewTables.Map(model);
        Calendar.CalendarTables.Map(model);
        model.Entity<StoredProgramme>(programme =>
        {
            programme.ToTable("programme");
            programme.HasIndex(p => p.Slug).IsUnique();
        });
        model.Entity<StoredObligation>(obligation =>
        {
            obligation.ToTable("obligation");
            obligation.HasIndex(o => new { o.ProgrammeId, o.Ordinal });
            obligation.HasIndex(o => new { o.ProgrammeId, o.Proposal }).IsUnique();
            obligation.HasOne<StoredProgramme>().WithMany().HasForeignKey(o => o.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<StoredAssignment>(assignment =>
        {
            assignment.ToTable("assignment");
            assignment.HasIndex(a => new { a.ObligationId, a.Unit }).IsUnique();
            assignment.HasIndex(a => new { a.ProgrammeId, a.Position });
            assignment.HasIndex(a => new { a.ProgrammeId, a.Stage, a.OwedOn, a.ReportBy });
            assignment.HasIndex(a => new { a.NextOn, a.ProgrammeId, a.Position });
            assignment.HasIndex(a => new { a.Unit, a.IsSettled, a.NextOn, a.ProgrammeId, a.Position });
            assignment.HasIndex(a => new { a.Stage, a.DoneOn, a.ProgrammeId, a.Position });
            assignment.HasIndex(a => new { a.CountedFrom, a.WorkingDays, a.OwedOn });
            assignment.HasOne<StoredObligation>().WithMany().HasForeignKey(a => a.ObligationId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<StoredAct>(act =>
        {
            act.ToTable("act");
            act.HasIndex(a => new { a.ObligationId, a.Number }).IsUnique();
            act.HasIndex(a => a.Other).HasFilter("other is not null");
            act.HasOne<StoredObligation>().WithMany().HasForeignKey(a => a.ObligationId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<StoredQuestion>(question =>
        {
            question.ToTable("question");
            question.HasIndex(q => new { q.ProgrammeId, q.AnsweredAt });
            question.HasIndex(q => q.ObligationId);
            question.HasOne<StoredObligation>().WithMany().HasForeignKey(q => q.ObligationId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

internal sealed class SqliteLedgerDb(DbContextOptions<SqliteLedgerDb> options) : LedgerDb(options);

internal sealed class PostgresLedgerDb(DbContextOptions<PostgresLedgerDb> options) : LedgerDb(options);

internal sealed class SqliteLedgerDbFactory : IDesignTimeDbContextFactory<SqliteLedgerDb>
{
    public SqliteLedgerDb CreateDbContext(string[] args) => new(RoomDbOptions.DesignSqlite<SqliteLedgerDb>());
}

internal sealed class PostgresLedgerDbFactory : IDesignTimeDbContextFactory<PostgresLedgerDb>
{
    public PostgresLedgerDb CreateDbContext(string[] args) => new(RoomDbOptions.DesignPostgres<PostgresLedgerDb>());
}
