using Gongbao.Gazette.Campaigns;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Validity.Detection;
using Gongbao.Gazette.Validity.Storage;
using Gongbao.Web.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Validity.Showing;

/// <summary>A claim in a list.</summary>
/// <param name="Seen">The claim and its revision, as a decision gives them back.</param>
/// <param name="Cause">The sentence and its document.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Target">The document that it is about or would be about; null where the library does not hold it or cannot tell.</param>
/// <param name="TargetWords">What is printed of it; empty where it is about its own document.</param>
/// <param name="Instruction">What is to be done to its words; null where nothing is.</param>
/// <param name="Why">Why it is in doubt; null where it is not.</param>
/// <param name="Confidence">How sure the reader is, 0 to 1.</param>
/// <param name="DecidedBy">Who decided; null where nobody did.</param>
/// <param name="DecidedAt">When.</param>
/// <param name="Reason">Why so; null where nothing was said.</param>
internal sealed record ClaimLine(
    Seen Seen, CauseView Cause, ClaimState State, ClaimTarget? Target, string TargetWords, AmendmentInstruction? Instruction, string? Why, double Confidence, string? DecidedBy, DateTimeOffset? DecidedAt, string? Reason);

/// <summary>The document that a claim is about.</summary>
internal sealed record ClaimTarget(string Slug, string Title, string? Number)
{
    public string Href => "/d/" + Uri.EscapeDataString(Slug);
}

/// <summary>A page of claims.</summary>
internal sealed record ClaimPage(IReadOnlyList<ClaimLine> Claims, int Total, int Page, int Pages, int Waiting, int Decided);

/// <summary>The claims about validity, open ones for everybody to see, and for those who decide them.</summary>
internal sealed class ClaimDesk(GazetteDb db)
{
    private const int PageSize = 20;

    /// <param name="decided">False for what waits; true for what a person decided.</param>
    /// <param name="effect">Only what does this; null for all.</param>
    /// <param name="page">Counted from 1.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<ClaimPage> FindAsync(bool decided, ValidityEffect? effect, int page, CancellationToken stop)
    {
        var all = db.Claims.AsNoTracking().Where(c => !c.IsGone && c.CampaignId == null);
        var waiting = all.Where(c => c.State == ClaimState.Open);
        var done = all.Where(c => c.DecidedAt != null && c.State != ClaimState.Open);
        var wanted = decided ? done : waiting;
        if (effect is { } only) wanted = wanted.Where(c => c.Effect == only);
        var total = await wanted.CountAsync(stop);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var ordered = wanted.OrderByDescending(c => db.Documents.Where(d => d.Id == c.FromDocumentId).Select(d => d.DatedOn).FirstOrDefault()).ThenBy(c => c.FromDocumentId).ThenBy(c => c.Ordinal).ThenBy(c => c.Id);
        return new(await LinesAsync(await ordered.Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(stop), stop), total, page, pages, await waiting.CountAsync(stop), await done.CountAsync(stop));
    }

    /// <returns>Null when there is no such claim, or its document no longer says so.</returns>
    public async Task<ClaimLine?> FindAsync(Guid id, CancellationToken stop) =>
        await db.Claims.AsNoTracking().Where(c => c.Id == id && !c.IsGone).ToListAsync(stop) is [var claim] ? (await LinesAsync([claim], stop))[0] : null;

    private async Task<IReadOnlyList<ClaimLine>> LinesAsync(List<StoredClaim> claims, CancellationToken stop)
    {
        var from = claims.Select(c => c.FromDocumentId).OfType<Guid>().Distinct().ToList();
        var cited = (await db.Citations.Where(c => from.Contains(c.FromDocumentId) && c.ToDocumentId != null).Select(c => new { c.FromDocumentId, c.Ordinal, c.ToDocumentId }).ToListAsync(stop))
            .ToDictionary(c => (c.FromDocumentId, c.Ordinal), c => c.ToDocumentId!.Value);
        var targets = claims.ToDictionary(c => c.Id, c => c.TargetDocumentId ?? (c is { Citation: { } ordinal, FromDocumentId: { } document } && cited.TryGetValue((document, ordinal), out var to) ? to : c.TargetWords.Length == 0 ? c.FromDocumentId : null));
        var ids = from.Concat(targets.Values.OfType<Guid>()).Distinct().ToList();
        var documents = (await db.Documents.Where(d => ids.Contains(d.Id)).Select(d => new { d.Id, d.Slug, d.Issuers, d.Title, d.Number }).ToListAsync(stop))
            .ToDictionary(d => d.Id, d => new ClaimTarget(d.Slug, FullTitle.Of(d.Issuers, d.Title), d.Number));
        var campaigns = claims.Select(c => c.CampaignId).OfType<Guid>().Distinct().ToList();
        var cleanUps = await db.Campaigns.Where(c => campaigns.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => new CampaignName(c.Slug, c.Name), stop);
        return
        [
            .. claims.Select(c =>
            {
                var source = c.FromDocumentId is { } own ? documents.GetValueOrDefault(own) : null;
                var cause = ValidityLibrary.Cause(c, source?.Slug, source?.Title, source?.Number, c.DecidedAt, c.CampaignId is { } by ? cleanUps.GetValueOrDefault(by) : null);
                return new ClaimLine(new(c.Id, c.Revision), cause, c.State, targets[c.Id] is { } target ? documents.GetValueOrDefault(target) : null, c.TargetWords, ClaimJson.Read(c.Instruction), c.Why, c.Confidence, c.DecidedBy, c.DecidedAt, c.Reason);
            }),
        ];
    }
}
