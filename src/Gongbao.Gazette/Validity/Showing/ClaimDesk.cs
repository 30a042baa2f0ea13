using System.Text.Json.Serialization;
using Gongbao.Gazette.Campaigns;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Validity.Detection;
using Gongbao.Gazette.Validity.Storage;
using Gongbao.Web.Deciding;
using Gongbao.Web.Listing;
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
internal sealed record ClaimTarget(string Slug, [property: JsonPropertyName("full_title")] string Title, string? Number)
{
    public string Href => "/d/" + Uri.EscapeDataString(Slug);
}

/// <summary>A page of claims.</summary>
internal sealed record ClaimPage(IReadOnlyList<ClaimLine> Claims, int Total, int Page, int Pages, int Waiting, int Decided)
{
    /// <summary>The place of the last row; null where it is the last of the list.</summary>
    public ClaimPlace? Behind { get; init; }
}

/// <summary>A claim's place in the list: what the latest documents say first, then as printed.</summary>
/// <param name="DatedOn">Day of the document that says so; null where none is printed.</param>
/// <param name="Document">The document.</param>
/// <param name="Ordinal">Place of the claim among those of its document, from 0.</param>
/// <param name="Claim">The claim.</param>
internal sealed record ClaimPlace(DateOnly? DatedOn, Guid Document, int Ordinal, Guid Claim);

/// <summary>The claims about validity, open ones for everybody to see, and for those who decide them.</summary>
internal sealed class ClaimDesk(GazetteDb db)
{
    internal int PageSize { get; set; } = 20;

    /// <param name="decided">False for what waits; true for what a person decided.</param>
    /// <param name="effect">Only what does this; null for all.</param>
    /// <param name="start">From where on.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<ClaimPage> FindAsync(bool decided, ValidityEffect? effect, ListStart<ClaimPlace> start, CancellationToken stop)
    {
        var all = db.Claims.AsNoTracking().Where(c => !c.IsGone && c.CampaignId == null);
        var waiting = all.Where(c => c.State == ClaimState.Open);
        var done = all.Where(c => c.DecidedAt != null && c.State != ClaimState.Open);
        var wanted = decided ? done : waiting;
        if (effect is { } only) wanted = wanted.Where(c => c.Effect == only);
        var placed = from c in wanted join d in db.Documents on c.FromDocumentId equals (Guid?)d.Id select new { Claim = c, d.DatedOn, Document = d.Id };
        if (start.After is var (dated, document, ordinal, id))
        {
            placed = dated is { } day
                ? placed.Where(p => p.DatedOn == null || p.DatedOn < day || p.DatedOn == day && (p.Document > document || p.Document == document && (p.Claim.Ordinal > ordinal || p.Claim.Ordinal == ordinal && p.Claim.Id > id)))
                : placed.Where(p => p.DatedOn == null && (p.Document > document || p.Document == document && (p.Claim.Ordinal > ordinal || p.Claim.Ordinal == ordinal && p.Claim.Id > id)));
        }
        var page = await placed.OrderBy(p => p.DatedOn == null).ThenByDescending(p => p.DatedOn).ThenBy(p => p.Document).ThenBy(p => p.Claim.Ordinal).ThenBy(p => p.Claim.Id)
            .SliceAsync(start, await wanted.CountAsync(stop), PageSize, p => new ClaimPlace(p.DatedOn, p.Document, p.Claim.Ordinal, p.Claim.Id), stop);
        return new(await LinesAsync([.. page.Rows.Select(p => p.Claim)], stop), page.Total, page.Page, page.Pages, await waiting.CountAsync(stop), await done.CountAsync(stop)) { Behind = page.Behind };
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
