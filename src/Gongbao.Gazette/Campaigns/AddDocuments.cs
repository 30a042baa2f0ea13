using Gongbao.Gazette.Library.Storage;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Campaigns;

/// <summary>Adds documents to a running campaign (增列文件): the only way in which its list grows.</summary>
internal sealed class AddDocuments(Writer writer, IServiceProvider services)
{
    private const int MostAtOnce = 500;

    /// <param name="campaign">Its part of the address.</param>
    /// <param name="names">Numbers, or parts of addresses.</param>
    /// <param name="by">Who adds.</param>
    /// <param name="stop">Gives up before the unit begins.</param>
    /// <returns>
    /// How many were added. Refusals: <c>clean-up.not-allowed</c>, <c>clean-up.none</c>, <c>clean-up.not-running</c>, <c>clean-up.nothing</c>, <c>clean-up.too-many</c>,
    /// <c>clean-up.no-such-document</c>, <c>clean-up.listed-already</c>, <c>clean-up.corrects-none</c>.
    /// </returns>
    public Task<Result<int>> HandleAsync(string campaign, IReadOnlyList<string> names, Actor by, CancellationToken stop) =>
        writer.DoAsync(new Act(by.ActorId, CleanUpRules.Verb, "campaign-documents:" + names.Count), (unit, inner) => AddAsync(campaign, names, by, unit, inner), stop);

    private async Task<Result<int>> AddAsync(string slug, IReadOnlyList<string> names, Actor by, UnitOfWork unit, CancellationToken stop)
    {
        if (!by.May(CleanUpRules.Verb)) return CampaignUnit.NotAllowed;
        if (names.Count == 0) return new Refusal("clean-up.nothing", "请写明要增列的文件，每行一份。");
        if (names.Count > MostAtOnce) return new Refusal("clean-up.too-many", $"一次最多增列 {MostAtOnce} 份，这次写了 {names.Count} 份；请分批办理。");
        var db = unit.Db<GazetteDb>();
        if ((await CampaignUnit.RunningAsync(db, slug, stop)).IsRefused(out var refusal, out var campaign)) return refusal;
        if (campaign.CorrectsId is not null) return new Refusal("clean-up.corrects-none", "这次清理只更正已经公布的结果，不能增列文件；请另行开展清理。");
        var (found, missing) = await new ScopeListing(db, (CityDeclarations?)services.GetService(typeof(CityDeclarations))).NamedAsync(names, unit.LegalAt.BeijingDate(), stop);
        if (missing.Count > 0) return new Refusal("clean-up.no-such-document", $"文件库里没有“{missing[0]}”；请写发文字号，或者文件页面地址的最后一段。");
        var listed = await db.CampaignItems.Where(i => i.CampaignId == campaign.Id).Select(i => new { i.DocumentId, i.Ordinal }).ToListAsync(stop);
        if (found.FirstOrDefault(d => listed.Exists(l => l.DocumentId == d.Id)) is { } again) return new Refusal("clean-up.listed-already", $"“{again.Number ?? again.Title}”已经在清单里。");
        if (listed.Count + found.Count > OpenCampaign.MostDocuments) return new Refusal("clean-up.too-many", $"一次清理最多 {OpenCampaign.MostDocuments} 份文件；请另行开展清理。");
        var last = listed.Select(l => l.Ordinal).DefaultIfEmpty().Max();
        db.CampaignItems.AddRange(found.Select((d, i) => OpenCampaign.Item(campaign, d, last + i + 1, unit, isLater: true)));
        return found.Count;
    }
}
