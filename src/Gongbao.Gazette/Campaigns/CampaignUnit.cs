using Gongbao.Gazette.Campaigns.Storage;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Kernel.Results;
using Gongbao.Web.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Campaigns;

/// <summary>A running campaign within a unit of work, with the documents that are acted on.</summary>
internal sealed record CampaignUnit(GazetteDb Db, StoredCampaign Campaign, IReadOnlyList<CampaignItem> Items, ILookup<Guid, CampaignOpinion> Opinions)
{
    private const int MostAtOnce = 500;

    /// <summary>What stands against a list of documents before anything is read; null when nothing does.</summary>
    public static Refusal? Against(IReadOnlyList<Seen> seen) => seen.Count switch
    {
        0 => new("clean-up.nothing", "没有选中任何一份文件；请先勾选。"),
        > MostAtOnce => new("clean-up.too-many", $"一次最多办理 {MostAtOnce} 份，这次选了 {seen.Count} 份；请分批办理。"),
        _ => null,
    };

    /// <returns>Refusals: <c>clean-up.none</c>, <c>clean-up.not-running</c>, <c>clean-up.no-such-item</c>, <c>clean-up.changed-meanwhile</c>.</returns>
    public static async Task<Result<CampaignUnit>> TakeAsync(GazetteDb db, string slug, IReadOnlyList<Seen> seen, CancellationToken stop)
    {
        if ((await RunningAsync(db, slug, stop)).IsRefused(out var refusal, out var campaign)) return refusal;
        var ids = seen.Select(s => s.Id).ToList();
        var items = await db.CampaignItems.Where(i => i.CampaignId == campaign.Id && ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, stop);
        foreach (var (id, revision) in seen)
        {
            if (!items.TryGetValue(id, out var item)) return new Refusal("clean-up.no-such-item", "其中一份文件不在这次清理里；请刷新后再办。");
            if (item.Revision != revision) return new Refusal("clean-up.changed-meanwhile", $"{NameOf(item)}刚刚有别人提了意见或者作了决定，本次没有作任何改动；请刷新后再办。");
        }
        var opinions = await db.CampaignOpinions.Where(o => ids.Contains(o.ItemId)).ToListAsync(stop);
        return new CampaignUnit(db, campaign, [.. seen.Select(s => items[s.Id])], Latest(opinions).ToLookup(o => o.ItemId));
    }

    /// <returns>Refusals: <c>clean-up.none</c>, <c>clean-up.not-running</c>.</returns>
    public static async Task<Result<StoredCampaign>> RunningAsync(GazetteDb db, string slug, CancellationToken stop)
    {
        if (await db.Campaigns.FirstOrDefaultAsync(c => c.Slug == slug, stop) is not { } campaign) return new Refusal("clean-up.none", "没有这次清理；请回到清理列表。");
        return campaign.State switch
        {
            CampaignState.Running => campaign,
            CampaignState.Published => new Refusal("clean-up.not-running", $"“{campaign.Name}”的结果已经公布，不能再改；确有错误的，请另行开展清理予以更正。"),
            CampaignState.Abandoned => new Refusal("clean-up.not-running", $"“{campaign.Name}”已经终止，不能再改。"),
        };
    }

    /// <summary>The newest opinion of each office on each document.</summary>
    public static IEnumerable<CampaignOpinion> Latest(IEnumerable<CampaignOpinion> opinions) =>
        opinions.GroupBy(o => (o.ItemId, o.Office)).Select(g => g.OrderBy(o => o.At).ThenBy(o => o.Id).Last());

    /// <summary>《标题》（文号）</summary>
    public static string NameOf(CampaignItem item) => $"《{Library.FullTitle.Of(item.Issuers, item.Title)}》" + (item.Number is { } number ? $"（{number}）" : "");

    public static Refusal NotAllowed { get; } = new("clean-up.not-allowed", "您没有组织文件清理的权限；请由负责清理的人员办理。");
}
