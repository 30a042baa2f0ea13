using Gongbao.Contracts.Gazette;
using Gongbao.Gazette.Citations;
using Gongbao.Gazette.Citations.Storage;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Validity;
using Gongbao.Gazette.Validity.Storage;
using Gongbao.Kernel.Clauses;
using Gongbao.Kernel.Results;
using Gongbao.Platform.City;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Basis;

/// <summary>
/// The check against the library (依据核验). Published is what the library shows; a document counts from its day of signature on, and is a
/// basis while its state says so.
/// </summary>
internal sealed class LibraryBasis(GazetteDb db, IServiceProvider services) : ILegalBasis
{
    private readonly BasisRefusals _refusals = BasisRefusals.Of((CityDeclarations?)services.GetService(typeof(CityDeclarations)));

    public async Task<Result<LegalBasis>> FindAsync(ClauseRef clause, DateOnly on, CancellationToken stop)
    {
        var found = await NamedAsync(clause.Document, stop);
        if (found.Count == 0) return _refusals.NotPublished(clause.Document);
        var shown = found.Where(d => !d.IsWithdrawn).ToList();
        if (shown.Count == 0) return _refusals.Withdrawn(NameOf(found[0]));
        if (shown.Count > 1) return _refusals.Ambiguous(clause.Document, shown.Count);
        var (document, name) = (shown[0], NameOf(shown[0]));
        if (document.DatedOn > on) return _refusals.NotMadeYet(name, document.DatedOn.Value, on);

        var claims = (await db.Claims.Where(c => c.TargetDocumentId == document.Id).ToListAsync(stop)).Where(c => c.Said is not null).ToList();
        var timeline = ValidityTimeline.Of(document.DatedOn, [.. claims.Select(c => c.Event).OfType<ValidityEvent>()]);
        if (timeline.PeriodAt(on) is not { } period || period.State is ValidityState.Unknown) return _refusals.Undated(name);
        if (!period.State.IsInForce())
        {
            var since = period.State is ValidityState.NotYetInForce ? timeline.Periods.FirstOrDefault(p => p.From > on)?.From : period.From;
            return _refusals.NotInForce(name, period.State, since, await MakerAsync(claims.Find(c => c.Id == period.By), stop));
        }

        if (await PlaceAsync(document.Id, clause.Path, on, stop) is not { } place) return _refusals.NoSuchClause(name, clause.Path);
        var ended = claims.Find(c => c.Effect is ValidityEffect.RepealPart && c.On <= on && Covers(c.Place, clause.Path));
        if (ended is not null) return _refusals.ClauseRepealed(name, place.Name ?? clause.Path.ToString(), ended.On!.Value, await MakerAsync(ended, stop));
        var covering = claims.Where(c => c.Place is not null && Covers(c.Place, clause.Path)).ToList();
        if (Suspension.At(on, covering.Select(c => c.Said!)) is { } suspended) return _refusals.ClauseSuspended(name, place.Name ?? clause.Path.ToString(), suspended.On, await MakerAsync(covering.Find(c => c.Id == suspended.Claim), stop));
        return new LegalBasis(clause, on, FullTitle.Of(document.Issuers, document.Title), document.Number, place.Name, StateOf(period.State), AddressOf(document.Slug, place.Slug));
    }

    private async Task<List<Row>> NamedAsync(DocumentKey asked, CancellationToken stop)
    {
        var key = asked.ToString();
        var exact = await RowsAsync(db.Documents.Where(d => d.Key == key), stop);
        if (exact.Count > 0 || asked.Number is not null) return exact;
        // A document that has a number may be named by its title, and by that of the text that it issues.
        var title = TitleForm.Exact(asked.Title);
        var named = await RowsAsync(db.Documents.Where(d => db.Names.Any(n => n.DocumentId == d.Id && n.Exact == title)), stop);
        return [.. named.Where(d => (asked.Issuer.Length == 0 || d.Issuers.Split('、').Contains(asked.Issuer)) && (asked.SignedOn is null || asked.SignedOn == d.DatedOn))];
    }

    private static Task<List<Row>> RowsAsync(IQueryable<StoredDocument> documents, CancellationToken stop) =>
        documents.Select(d => new Row(d.Id, d.Slug, d.Number, d.Issuers, d.Title, d.DatedOn, d.IsWithdrawn)).ToListAsync(stop);

    /// <summary>The place as the library has it: its address, and what it is called; both null for the whole document. Null where there is none.</summary>
    private async Task<(string? Slug, string? Name)?> PlaceAsync(Guid document, ClausePath path, DateOnly on, CancellationToken stop)
    {
        if (path.Steps is [] or [{ Kind: ClauseStepKind.WholeText or ClauseStepKind.Title or ClauseStepKind.Addressees or ClauseStepKind.Preamble or ClauseStepKind.Body or ClauseStepKind.Signature or ClauseStepKind.Note }])
            return (null, path.IsDocument ? null : path.ToString());
        var slug = path.Slug;
        if (path.Last is null && await db.Clauses.Where(c => c.DocumentId == document && !c.IsGone && c.Slug == slug).OrderBy(c => c.Ordinal).Select(c => c.Place).FirstOrDefaultAsync(stop) is { } exact)
            return (slug, exact.Length > 0 ? exact : path.ToString());
        if ((await LibraryPlaces.OfAsync(db, [document], stop)).GetValueOrDefault(document) is not { } places) return null;
        // An address keeps to the place that was printed with it; a number that none was printed with is that of the day.
        var found = places.Printed.Find(CitedPlace.Of(path), null) ?? places.On(on.DayNumber).Find(CitedPlace.Of(path), null);
        return found is { First: var first } ? (first.Slug, path.ToString()) : null;
    }

    private async Task<string?> MakerAsync(StoredClaim? claim, CancellationToken stop)
    {
        if (claim?.CampaignId is { } campaign) return await db.Campaigns.Where(c => c.Id == campaign).Select(c => c.Name).FirstOrDefaultAsync(stop) is { } name ? $"“{name}”" : null;
        if (claim?.FromDocumentId is not { } from || from == claim.TargetDocumentId) return null;
        return (await RowsAsync(db.Documents.Where(d => d.Id == from), stop)) is [var maker] ? NameOf(maker) : null;
    }

    private static bool Covers(string? ended, ClausePath asked) => ClausePath.TryParse(ended, out var place) && !place.IsDocument && place.Contains(asked);

    private static string NameOf(Row document) => FullTitle.Cited(document.Issuers, document.Title, document.Number);

    private static string AddressOf(string document, string? place) => $"/d/{Uri.EscapeDataString(document)}" + (place is null ? "" : "/" + Uri.EscapeDataString(place));

    private static BasisState StateOf(ValidityState state) => state switch
    {
        ValidityState.Amended => BasisState.Amended,
        ValidityState.PartlyInvalid => BasisState.PartlyInvalid,
        _ => BasisState.InForce,
    };

    private sealed record Row(Guid Id, string Slug, string? Number, string Issuers, string Title, DateOnly? DatedOn, bool IsWithdrawn);
}
