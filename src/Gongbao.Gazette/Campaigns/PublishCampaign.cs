using System.Security.Cryptography;
using System.Text;
using Gongbao.Contracts.Gazette;
using Gongbao.Gazette.Campaigns.Storage;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Search.Index;
using Gongbao.Gazette.Validity;
using Gongbao.Gazette.Validity.Storage;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Platform.Access;
using Gongbao.Platform.Store;
using Gongbao.Web.Formats;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Campaigns;

/// <summary>
/// Publishes the result of a campaign (公布清理结果). The states of the documents change in the same unit, and with them search. A published
/// result changes no more; a later campaign may correct it, and then takes the place of what it said on the documents it names.
/// </summary>
internal sealed class PublishCampaign(Writer writer)
{
    /// <param name="campaign">Its part of the address.</param>
    /// <param name="effectOn">First day on which the result holds.</param>
    /// <param name="by">Who publishes.</param>
    /// <param name="stop">Gives up before the unit begins.</param>
    /// <returns>
    /// How many documents the result is about. Refusals: <c>clean-up.not-allowed</c>, <c>clean-up.none</c>, <c>clean-up.not-running</c>, <c>clean-up.undecided</c>,
    /// <c>clean-up.no-effect-day</c>, <c>clean-up.bad-term</c>, <c>clean-up.ended-already</c>.
    /// </returns>
    public Task<Result<int>> HandleAsync(string campaign, DateOnly? effectOn, Actor by, CancellationToken stop) =>
        writer.DoAsync(new Act(by.ActorId, CleanUpRules.Verb, "campaign:" + campaign), (unit, inner) => PublishAsync(campaign, effectOn, by, unit, inner), stop);

    /// <summary>Ends a campaign without a result (终止清理).</summary>
    /// <returns>Refusals: <c>clean-up.not-allowed</c>, <c>clean-up.none</c>, <c>clean-up.not-running</c>.</returns>
    public Task<Result<int>> AbandonAsync(string campaign, Actor by, CancellationToken stop) =>
        writer.DoAsync<int>(new Act(by.ActorId, CleanUpRules.Verb, "campaign:" + campaign), async (unit, inner) =>
        {
            if (!by.May(CleanUpRules.Verb)) return CampaignUnit.NotAllowed;
            if ((await CampaignUnit.RunningAsync(unit.Db<GazetteDb>(), campaign, inner)).IsRefused(out var refusal, out var running)) return refusal;
            (running.State, running.EndedBy, running.EndedAt) = (CampaignState.Abandoned, by.ActorId.Value, unit.LegalAt);
            return 0;
        }, stop);

    private static async Task<Result<int>> PublishAsync(string slug, DateOnly? effectOn, Actor by, UnitOfWork unit, CancellationToken stop)
    {
        if (!by.May(CleanUpRules.Verb)) return CampaignUnit.NotAllowed;
        var db = unit.Db<GazetteDb>();
        if ((await CampaignUnit.RunningAsync(db, slug, stop)).IsRefused(out var refusal, out var campaign)) return refusal;
        var today = unit.LegalAt.BeijingDate();
        if (effectOn is not { } on || on < today) return new Refusal("clean-up.no-effect-day", $"请填写结果从哪一天起生效，不能早于今天（{ChineseFormat.Date(today)}）。");
        var items = await db.CampaignItems.Where(i => i.CampaignId == campaign.Id).OrderBy(i => i.Ordinal).ToListAsync(stop);
        if (items.Count(i => i.Decision is null) is > 0 and var undecided) return new Refusal("clean-up.undecided", $"还有 {undecided} 份文件没有最终决定，不能公布；请先逐一决定。");

        var documents = await DocumentsAsync(db, items, stop);
        var before = documents.ToDictionary(d => d.Key, d => d.Value.Validity);
        var corrected = await WithdrawCorrectedAsync(db, campaign, items, unit, stop);
        await db.SaveChangesAsync(stop);
        await ValidityUpkeep.RenewAsync(db, corrected, [], stop);
        foreach (var item in items)
        {
            var claim = Claim(campaign, item, documents[item.DocumentId], on, unit);
            if (claim is null) continue;
            if (Against(item, claim, documents[item.DocumentId]) is { } against) return against;
            db.Claims.Add(claim);
            db.ClaimDecisions.Add(ValidityUpkeep.Decision(claim, claim.TargetDocumentId, unit, claim.Reason));
        }
        (campaign.State, campaign.EffectOn, campaign.EndedBy, campaign.EndedAt) = (CampaignState.Published, on, by.ActorId.Value, unit.LegalAt);
        // The claims refer to one another by id only, so that they are saved before states are made of them.
        await db.SaveChangesAsync(stop);
        var renewed = await ValidityUpkeep.RenewAsync(db, [.. items.Select(i => i.DocumentId)], [], stop);
        await db.SaveChangesAsync(stop);
        await SearchIndexing.RenewAsync(unit, [.. renewed.Union(corrected)], stop);
        foreach (var document in documents.Values.Where(d => d.Validity != before[d.Id])) unit.Publish(new DocumentChanged(document.Slug, null, document.Title));
        return items.Count;
    }

    /// <summary>What the corrected result said on the documents of this one counts no more.</summary>
    private static async Task<IReadOnlyCollection<Guid>> WithdrawCorrectedAsync(GazetteDb db, StoredCampaign campaign, IReadOnlyList<CampaignItem> items, UnitOfWork unit, CancellationToken stop)
    {
        if (campaign.CorrectsId is not { } before) return [];
        var named = items.Select(i => i.DocumentId).ToHashSet();
        var claims = (await db.Claims.Where(c => c.CampaignId == before && c.State == ClaimState.Confirmed).ToListAsync(stop)).Where(c => named.Contains(c.TargetDocumentId!.Value)).ToList();
        foreach (var claim in claims)
        {
            (claim.State, claim.DecidedBy, claim.DecidedAt, claim.Reason) = (ClaimState.Rejected, unit.Act.By.Value, unit.LegalAt, $"由“{campaign.Name}”更正。");
            db.ClaimDecisions.Add(ValidityUpkeep.Decision(claim, claim.TargetDocumentId, unit, claim.Reason));
        }
        return [.. claims.Select(c => c.TargetDocumentId!.Value).Distinct()];
    }

    private static async Task<Dictionary<Guid, StoredDocument>> DocumentsAsync(GazetteDb db, IReadOnlyList<CampaignItem> items, CancellationToken stop)
    {
        var documents = new Dictionary<Guid, StoredDocument>();
        foreach (var some in items.Select(i => i.DocumentId).Chunk(400))
            foreach (var document in await db.Documents.Where(d => some.Contains(d.Id)).ToListAsync(stop)) documents.Add(document.Id, document);
        return documents;
    }

    /// <summary>What a decision makes of the document; null where it is only to be amended.</summary>
    private static StoredClaim? Claim(StoredCampaign campaign, CampaignItem item, StoredDocument document, DateOnly on, UnitOfWork unit)
    {
        ValidityEffect? effect = item.Decision switch
        {
            Measure.Keep => ValidityEffect.Continue,
            Measure.Repeal => ValidityEffect.Repeal,
            Measure.Invalidate => ValidityEffect.Invalidate,
            _ => null,
        };
        if (effect is not { } known) return null;
        var name = CampaignUnit.NameOf(item);
        return new()
        {
            Id = Guid.CreateVersion7(), FromDocumentId = null, FromSlug = null, CampaignId = campaign.Id, Effect = known, Ordinal = item.Ordinal,
            Words = $"“{campaign.Name}”的结果：{name}{MeasureWords.Of(item.Decision!.Value)}。理由：{item.Reason}",
            WordsHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{campaign.Id:N}|{item.DocumentId:N}"))), Occurrence = 1, SpanFrom = 0, SpanTo = 0,
            TargetWords = name, Citation = null, Place = null, Instruction = null, On = on,
            // A term that has an end keeps it, unless the decision sets a new one.
            Until = item.Decision is Measure.Keep ? item.Until ?? document.ExpiresOn : null,
            Confidence = 1, Why = null, State = ClaimState.Confirmed, TargetDocumentId = item.DocumentId, DecidedBy = unit.Act.By.Value, DecidedAt = unit.LegalAt, Reason = item.Reason,
        };
    }

    /// <summary>What stands against a document's going on in force; null when nothing does.</summary>
    private static Refusal? Against(CampaignItem item, StoredClaim claim, StoredDocument document)
    {
        if (claim.Effect is not ValidityEffect.Continue) return null;
        if (claim.Until < claim.On) return new("clean-up.bad-term", $"{CampaignUnit.NameOf(item)}的有效期在结果生效之前就满了；请撤回决定，写明新的截止日期。");
        return ValidityTimeline.Parse(document.Validity).At(claim.On!.Value) is ValidityState.Repealed or ValidityState.DeclaredInvalid
            ? new("clean-up.ended-already", $"{CampaignUnit.NameOf(item)}已经废止或者宣布失效，不能继续有效；请撤回决定，改为废止或者宣布失效。") : null;
    }
}
