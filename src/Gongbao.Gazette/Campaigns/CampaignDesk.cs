using Gongbao.Gazette.Campaigns.Storage;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Kernel.Time;
using Gongbao.Platform.City;
using Gongbao.Web.Listing;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Campaigns;

/// <summary>What pages and interface ask about campaigns.</summary>
internal sealed class CampaignDesk(GazetteDb db, CityClock clock, IServiceProvider services)
{
    private const int PageSize = 20;
    private const int MostDue = 200;

    internal int CampaignsAtOnce { get; set; } = 100;

    internal int DocumentsAtOnce { get; set; } = 100;

    /// <summary>The legal day.</summary>
    public DateOnly Today => clock.Today;

    /// <summary>How the city goes through its documents; null where it declares nothing of it.</summary>
    public CleanUpRules? Rules => CleanUpRules.Of(City);

    private CityDeclarations? City => (CityDeclarations?)services.GetService(typeof(CityDeclarations));

    /// <summary>Campaigns in one state, newest first.</summary>
    public async Task<IReadOnlyList<CampaignLine>> ListAsync(CampaignState state, CancellationToken stop) => (await ListAsync(state, null, int.MaxValue - 1, stop)).Campaigns;

    /// <summary>Some of the campaigns with a published result, newest first, with the place of the last of them where more follow.</summary>
    /// <param name="after">Behind which; null for the newest.</param>
    /// <param name="stop">Ends the work.</param>
    public Task<(IReadOnlyList<CampaignLine> Campaigns, CampaignPlace? Behind)> PublishedAsync(CampaignPlace? after, CancellationToken stop) => ListAsync(CampaignState.Published, after, CampaignsAtOnce, stop);

    private async Task<(IReadOnlyList<CampaignLine> Campaigns, CampaignPlace? Behind)> ListAsync(CampaignState state, CampaignPlace? after, int most, CancellationToken stop)
    {
        var campaigns = db.Campaigns.Where(c => c.State == state);
        if (after is var (day, id)) campaigns = campaigns.Where(c => c.OpenedOn < day || c.OpenedOn == day && c.Id < id);
        var (rows, behind) = await campaigns.OrderByDescending(c => c.OpenedOn).ThenByDescending(c => c.Id)
            .Select(c => new { c.Id, c.Slug, c.Name, c.State, c.OpenedOn, c.DueOn, c.EndedAt, c.EffectOn, Documents = db.CampaignItems.Count(i => i.CampaignId == c.Id) }).FirstAsync(most, c => new CampaignPlace(c.OpenedOn, c.Id), stop);
        return ([.. rows.Select(c => new CampaignLine(c.Slug, c.Name, c.State, c.OpenedOn, c.DueOn, c.State is CampaignState.Published ? c.EndedAt?.BeijingDate() : null, c.EffectOn, c.Documents))], behind);
    }

    /// <returns>Null where there is no such campaign.</returns>
    public Task<StoredCampaign?> FindAsync(string slug, CancellationToken stop) => db.Campaigns.FirstOrDefaultAsync(c => c.Slug == slug, stop);

    /// <param name="slug">The campaign.</param>
    /// <param name="status">Only documents that are so far; null for all.</param>
    /// <param name="page">Counted from 1; 0 for all in one.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>Null where there is no such campaign.</returns>
    public async Task<CampaignPage?> PageAsync(string slug, ItemStatus? status, int page, CancellationToken stop)
    {
        if (await FindAsync(slug, stop) is not { } campaign) return null;
        var items = await db.CampaignItems.Where(i => i.CampaignId == campaign.Id).OrderBy(i => i.Ordinal).ToListAsync(stop);
        var rows = await RowsAsync(campaign, items, db.CampaignOpinions.Where(o => db.CampaignItems.Any(i => i.Id == o.ItemId && i.CampaignId == campaign.Id)), stop);
        var wanted = rows.Where(r => status is null || r.Status == status).ToList();
        var pages = page == 0 ? 1 : Math.Max(1, (wanted.Count + PageSize - 1) / PageSize);
        var at = Math.Clamp(page, 1, pages);
        return new(campaign, new(rows.CountBy(r => r.Status).ToDictionary()), page == 0 ? wanted : [.. wanted.Skip((at - 1) * PageSize).Take(PageSize)], wanted.Count, at, pages);
    }

    /// <summary>Some documents of a campaign as it lists them, with the place of the last of them where more follow. The progress is that of all.</summary>
    /// <param name="slug">The campaign.</param>
    /// <param name="after">Behind which; null for the first.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>Null where there is no such campaign.</returns>
    public async Task<(CampaignPage Page, CampaignItemPlace? Behind)?> DocumentsAsync(string slug, CampaignItemPlace? after, CancellationToken stop)
    {
        if (await PageAsync(slug, null, 0, stop) is not { } all) return null;
        var rows = all.Rows.SkipWhile(r => after is not null && r.Item.Ordinal <= after.Ordinal).Take(DocumentsAtOnce + 1).ToList();
        return rows.Count > DocumentsAtOnce ? (all with { Rows = rows[..^1] }, new(rows[^2].Item.Ordinal)) : (all with { Rows = rows }, null);
    }

    /// <summary>One document of a campaign with every opinion that was ever given on it, oldest first.</summary>
    /// <returns>Null where there is none.</returns>
    public async Task<(StoredCampaign Campaign, CampaignRow Row, IReadOnlyList<CampaignOpinion> All)?> ItemAsync(string slug, Guid id, CancellationToken stop)
    {
        if (await FindAsync(slug, stop) is not { } campaign || await db.CampaignItems.FirstOrDefaultAsync(i => i.Id == id && i.CampaignId == campaign.Id, stop) is not { } item) return null;
        var opinions = await db.CampaignOpinions.Where(o => o.ItemId == id).OrderBy(o => o.At).ThenBy(o => o.Id).ToListAsync(stop);
        return (campaign, Row(campaign, item, opinions), opinions);
    }

    /// <summary>The published result.</summary>
    /// <returns>Null where there is no such campaign, or nothing of it is published.</returns>
    public async Task<CleanUpResult?> ResultAsync(string slug, CancellationToken stop)
    {
        if (await FindAsync(slug, stop) is not { State: CampaignState.Published, EndedAt: { } at, EffectOn: { } effect } campaign) return null;
        var items = await db.CampaignItems.Where(i => i.CampaignId == campaign.Id).OrderBy(i => i.Ordinal).ToListAsync(stop);
        IReadOnlyList<ResultLine> Decided(Measure measure) =>
            [.. items.Where(i => i.Decision == measure).Select(i => new ResultLine(i.Number, FullTitle.Of(i.Issuers, i.Title), i.DatedOn, i.Reason!, i.Until, i.Slug))];
        return new()
        {
            Slug = campaign.Slug, Name = campaign.Name, Scope = CampaignScope.Read(campaign.Scope).Says(), Offices = [.. campaign.OfficeIds.Select(o => Rules?.NameOf(o) ?? o)],
            PublishedOn = at.BeijingDate(), EffectOn = effect,
            Corrects = await db.Campaigns.Where(c => c.Id == campaign.CorrectsId).Select(c => new CampaignName(c.Slug, c.Name)).FirstOrDefaultAsync(stop),
            CorrectedBy = await db.Campaigns.Where(c => c.CorrectsId == campaign.Id && c.State == CampaignState.Published).OrderBy(c => c.EndedAt).Select(c => new CampaignName(c.Slug, c.Name)).ToListAsync(stop),
            Keep = Decided(Measure.Keep), Repeal = Decided(Measure.Repeal), Invalidate = Decided(Measure.Invalidate), Amend = Decided(Measure.Amend),
        };
    }

    /// <summary>Documents in force whose term ends within the declared months and that no running campaign looks at, soonest first.</summary>
    public async Task<IReadOnlyList<ScopedDocument>> DueForEvaluationAsync(CancellationToken stop)
    {
        if (Rules is not { } rules) return [];
        var due = await new ScopeListing(db, City).ListAsync(new() { ExpiresWithin = clock.Today.AddMonths(rules.MonthsBefore).DayNumber - clock.Today.DayNumber }, clock.Today, stop);
        var looked = await db.CampaignItems.Where(i => db.Campaigns.Any(c => c.Id == i.CampaignId && c.State == CampaignState.Running)).Select(i => i.DocumentId).ToListAsync(stop);
        return [.. due.Where(d => !looked.Contains(d.Id)).OrderBy(d => d.ExpiresOn).Take(MostDue)];
    }

    /// <summary>What a scope would list today.</summary>
    public Task<IReadOnlyList<ScopedDocument>> PreviewAsync(CampaignScope scope, CancellationToken stop) => new ScopeListing(db, City).ListAsync(scope, clock.Today, stop);

    private static async Task<IReadOnlyList<CampaignRow>> RowsAsync(StoredCampaign campaign, IReadOnlyList<CampaignItem> items, IQueryable<CampaignOpinion> opinions, CancellationToken stop)
    {
        var given = (await opinions.ToListAsync(stop)).ToLookup(o => o.ItemId);
        return [.. items.Select(i => Row(campaign, i, given[i.Id]))];
    }

    private static CampaignRow Row(StoredCampaign campaign, CampaignItem item, IEnumerable<CampaignOpinion> opinions)
    {
        var latest = CampaignUnit.Latest(opinions).ToDictionary(o => o.Office);
        var asked = campaign.OfficeIds.Where(latest.ContainsKey).Select(o => latest[o]).ToList();
        var status = item.Decision is not null ? ItemStatus.Decided
            : asked.Count == 0 ? ItemStatus.Untouched
            : asked.Count < campaign.OfficeIds.Count ? ItemStatus.Partly
            : asked.Select(o => o.Measure).Distinct().Count() == 1 ? ItemStatus.Agreed : ItemStatus.Disagreed;
        return new(item, status, asked);
    }
}
