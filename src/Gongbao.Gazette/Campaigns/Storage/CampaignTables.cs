using Gongbao.Gazette.Library.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Campaigns.Storage;

/// <summary>How campaigns are kept.</summary>
internal static class CampaignTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<StoredCampaign>(campaign =>
        {
            campaign.ToTable("campaign");
            campaign.HasIndex(c => c.Slug).IsUnique();
            campaign.HasIndex(c => c.State);
            campaign.HasIndex(c => c.CorrectsId);
            campaign.Ignore(c => c.OfficeIds);
            campaign.HasOne<StoredCampaign>().WithMany().HasForeignKey(c => c.CorrectsId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<CampaignItem>(item =>
        {
            item.ToTable("campaign_item");
            item.HasIndex(i => new { i.CampaignId, i.DocumentId }).IsUnique();
            item.HasIndex(i => new { i.CampaignId, i.Ordinal });
            item.HasIndex(i => i.DocumentId);
            item.HasOne<StoredCampaign>().WithMany().HasForeignKey(i => i.CampaignId).OnDelete(DeleteBehavior.Restrict);
            item.HasOne<StoredDocument>().WithMany().HasForeignKey(i => i.DocumentId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<CampaignOpinion>(opinion =>
        {
            opinion.ToTable("campaign_opinion");
            opinion.HasIndex(o => o.ItemId);
            opinion.HasOne<CampaignItem>().WithMany().HasForeignKey(o => o.ItemId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
