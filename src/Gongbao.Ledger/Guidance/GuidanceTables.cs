using Gongbao.Ledger.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Guidance;

/// <summary>The tables of visits, plans and experience.</summary>
internal static class GuidanceTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<StoredVisit>(visit =>
        {
            visit.ToTable("visit");
            visit.HasIndex(v => new { v.Kind, v.On });
            visit.HasIndex(v => new { v.By, v.On });
            visit.HasIndex(v => v.Visited);
        });
        model.Entity<StoredVisitObligation>(about =>
        {
            about.ToTable("visit_obligation");
            about.HasKey(a => new { a.VisitId, a.ObligationId });
            about.HasIndex(a => a.ObligationId);
            about.HasOne<StoredVisit>().WithMany().HasForeignKey(a => a.VisitId).OnDelete(DeleteBehavior.Restrict);
            about.HasOne<StoredObligation>().WithMany().HasForeignKey(a => a.ObligationId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<StoredPlanCall>(call =>
        {
            call.ToTable("plan_call");
            call.HasIndex(c => c.ProgrammeId);
            call.HasOne<StoredProgramme>().WithMany().HasForeignKey(c => c.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<StoredPlan>(plan =>
        {
            plan.ToTable("plan");
            plan.HasIndex(p => new { p.ProgrammeId, p.Unit });
            plan.HasOne<StoredProgramme>().WithMany().HasForeignKey(p => p.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<StoredExperience>(experience =>
        {
            experience.ToTable("experience");
            experience.HasIndex(e => e.ProgrammeId);
            experience.HasIndex(e => e.PromotedOn);
            experience.HasIndex(e => e.ObligationId);
            experience.HasOne<StoredObligation>().WithMany().HasForeignKey(e => e.ObligationId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
