using Gongbao.Gazette.Campaigns.Storage;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Gongbao.Web.Formats;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Campaigns;

/// <summary>What is asked for when a campaign is opened.</summary>
/// <param name="Name">What it is called, as 2026年市政府行政规范性文件清理.</param>
/// <param name="Scope">Which documents.</param>
/// <param name="Offices">Ids of the offices that give opinions.</param>
/// <param name="DueOn">Last day for opinions and decisions.</param>
/// <param name="Corrects">Part of the address of the published campaign that is corrected; null for none.</param>
internal sealed record CampaignRequest(string? Name, CampaignScope Scope, IReadOnlyList<string> Offices, DateOnly? DueOn, string? Corrects = null);

/// <summary>Opens a clean-up campaign (开展清理). The documents of the scope are listed now; what comes into the library later is added only when asked for.</summary>
internal sealed class OpenCampaign(Writer writer, IServiceProvider services)
{
    public const int MostDocuments = 5000;
    public const int MostName = 80;

    /// <returns>
    /// The part of the address. Refusals: <c>clean-up.not-declared</c>, <c>clean-up.no-name</c>, <c>clean-up.no-due</c>, <c>clean-up.few-offices</c>,
    /// <c>clean-up.bad-scope</c>, <c>clean-up.no-documents</c>, <c>clean-up.too-many</c>, <c>clean-up.no-such-document</c>, <c>clean-up.corrects-none</c>; of each that holds, but only the first where documents are concerned.
    /// </returns>
    public Task<Result<string>> HandleAsync(CampaignRequest request, Actor by, CancellationToken stop)
    {
        var city = (CityDeclarations?)services.GetService(typeof(CityDeclarations));
        if (city is null || CleanUpRules.Of(city) is not { } rules) return Task.FromResult<Result<string>>(CleanUpRules.NotDeclared);
        var id = Guid.CreateVersion7();
        return writer.DoAsync(new Act(by.ActorId, CleanUpRules.Verb, $"campaign:{id:N}"), async (unit, inner) =>
        {
            var against = Against(request, rules, unit.LegalAt.BeijingDate());
            return against.Count > 0 ? Result<string>.Refused(against) : await OpenAsync(id, request, city, unit, inner);
        }, stop);
    }

    private static List<Refusal> Against(CampaignRequest request, CleanUpRules rules, DateOnly today)
    {
        var against = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(request.Name) || request.Name.Trim().Length > MostName) against.Add(new("clean-up.no-name", $"请给这次清理起一个名称，不超过 {MostName} 字。"));
        if (request.DueOn is not { } due || due < today) against.Add(new("clean-up.no-due", $"请填写完成的期限，不能早于今天（{ChineseFormat.Date(today)}）。"));
        var unknown = request.Offices.Where(o => rules.Offices.All(d => d.Id != o)).ToList();
        var missing = rules.Offices.Where(o => o.IsRequired && !request.Offices.Contains(o.Id)).Select(o => o.Name).ToList();
        if (unknown.Count > 0) against.Add(new("clean-up.few-offices", $"声明里没有“{unknown[0]}”这一方；可以选的有：{string.Join("、", rules.Offices.Select(o => o.Name))}。"));
        else if (missing.Count > 0) against.Add(new("clean-up.few-offices", $"每份文件都要由{string.Join("、", missing)}提出意见；请选上。"));
        else if (request.Offices.Distinct().Count() < rules.Opinions) against.Add(new("clean-up.few-offices", $"每份文件至少由 {rules.Opinions} 家单位提出意见；请再选。"));
        if (request.Scope.From > request.Scope.To) against.Add(new("clean-up.bad-scope", "成文日期的起始日晚于截止日；请核对。"));
        if (request.Scope.ExpiresWithin is < 1 or > 36500) against.Add(new("clean-up.bad-scope", "有效期在多少天内届满，请填 1 至 36500 之间的整数。"));
        return against;
    }

    private static async Task<Result<string>> OpenAsync(Guid id, CampaignRequest request, CityDeclarations city, UnitOfWork unit, CancellationToken stop)
    {
        var db = unit.Db<GazetteDb>();
        var today = unit.LegalAt.BeijingDate();
        StoredCampaign? corrected = null;
        if (request.Corrects is { Length: > 0 } slug)
        {
            corrected = await db.Campaigns.FirstOrDefaultAsync(c => c.Slug == slug && c.State == CampaignState.Published, stop);
            if (corrected is null) return new Refusal("clean-up.corrects-none", "要更正的清理结果不存在，或者还没有公布；没有公布的可以直接改。");
            if (request.Scope.Documents.Count == 0) return new Refusal("clean-up.no-documents", "更正清理结果，要写明更正其中的哪几份文件。");
        }

        var listing = new ScopeListing(db, city);
        if (request.Scope.Documents.Count > 0 && await listing.NamedAsync(request.Scope.Documents, today, stop) is { Missing: [var missing, ..] })
            return new Refusal("clean-up.no-such-document", $"文件库里没有“{missing}”；请写发文字号，或者文件页面地址的最后一段。");
        var documents = await listing.ListAsync(request.Scope, today, stop);
        if (documents.Count == 0) return new Refusal("clean-up.no-documents", "这个范围里没有文件；请放宽条件。");
        if (documents.Count > MostDocuments) return new Refusal("clean-up.too-many", $"这个范围里有 {documents.Count} 份文件，一次清理最多 {MostDocuments} 份；请按机关或者年份分开进行。");
        if (corrected is not null)
        {
            var before = await db.CampaignItems.Where(i => i.CampaignId == corrected.Id).Select(i => i.DocumentId).ToListAsync(stop);
            if (documents.FirstOrDefault(d => !before.Contains(d.Id)) is { } other) return new Refusal("clean-up.corrects-none", $"“{other.Number ?? other.Title}”不在“{corrected.Name}”的结果里，不能更正；请另行开展清理。");
        }

        var day = ChineseFormat.Iso(today) + "-";
        var campaign = new StoredCampaign
        {
            Id = id, Slug = day + (await db.Campaigns.CountAsync(c => c.Slug.StartsWith(day), stop) + 1), Name = request.Name!.Trim(), Scope = request.Scope.ToJson(),
            Offices = string.Join(',', request.Offices.Distinct()), OpenedOn = today, DueOn = request.DueOn!.Value, OpenedBy = unit.Act.By.Value, State = CampaignState.Running, CorrectsId = corrected?.Id,
        };
        db.Campaigns.Add(campaign);
        db.CampaignItems.AddRange(documents.Select((d, i) => Item(campaign, d, i + 1, unit, isLater: false)));
        return campaign.Slug;
    }

    /// <summary>A document as it is listed now.</summary>
    public static CampaignItem Item(StoredCampaign campaign, ScopedDocument document, int ordinal, UnitOfWork unit, bool isLater) => new()
    {
        Id = Guid.CreateVersion7(), CampaignId = campaign.Id, DocumentId = document.Id, Ordinal = ordinal, Slug = document.Slug, Number = document.Number, Title = document.Title, Issuers = document.Issuers,
        DatedOn = document.DatedOn, StateThen = document.State, ExpiresOn = document.ExpiresOn, AddedBy = unit.Act.By.Value, AddedAt = unit.LegalAt, IsLater = isLater,
    };
}
