using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Handover;

internal static class HandoverTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<StoredHandover>(handover =>
        {
            handover.ToTable("handover");
            handover.HasIndex(h => new { h.Unit, h.State });
        });
        model.Entity<StoredHandoverLine>(line =>
        {
            line.ToTable("handover_line");
            line.HasIndex(l => new { l.HandoverId, l.Ordinal }).IsUnique();
            line.HasOne<StoredHandover>().WithMany().HasForeignKey(l => l.HandoverId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
