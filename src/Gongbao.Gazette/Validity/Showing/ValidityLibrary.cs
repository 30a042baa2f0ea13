using Gongbao.Gazette.Campaigns;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Validity.Storage;
using Gongbao.Web.Formats;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Validity.Showing;

/// <summary>What pages and data ask about the validity of documents.</summary>
internal sealed class ValidityLibrary(GazetteDb db, AsOf asOf)
{
    /// <summary>A document as of the day: its state with what caused it, its words as they then stood, and how often its places are cited.</summary>
    /// <param name="slug">The document's part of the address.</param>
    /// <param name="view">As its own issue printed it.</param>
    /// <param name="on">The day; null for the one that the reader chose.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<DocumentView> ShowAsync(string slug, DocumentView view, DateOnly? on, CancellationToken stop)
    {
        var day = on ?? asOf.Day;
        if (await FindAsync(slug, stop) is not { } document) return view;
        var claims = await ClaimsAsync(db.Claims.Where(c => c.TargetDocumentId == document.Id && !c.IsGone), stop);
        var holding = claims.Where(c => c.Claim.Holds).ToList();
        var amendments = holding.Where(c => c.Claim is { Effect: ValidityEffect.Amend or ValidityEffect.RepealPart, On: { } from } && from <= day || IsSuspending(c.Claim, holding, day))
            .OrderBy(c => c.Claim.On).ThenBy(c => c.Claim.FromDocumentId).ThenBy(c => c.Claim.Ordinal).Select(c => (c.Claim, c.Cause)).ToList();
        var text = Consolidation.TextOf(view.Body, amendments);
        var validity = View(document, null, day, holding, await WaitingAsync(document.Id, stop)) with { NotApplied = text.NotApplied };
        if (on is not null || asOf.IsChosen) validity = validity with { Note = new(day, validity.StateName, [.. amendments.Select(a => a.Cause).Except(text.NotApplied).Select(c => c.Name).Distinct()], text.NotApplied.Count) };
        return view with { Validity = validity, Body = Cited(text.Body, await CitedAsync(document.Id, day, stop)) };
    }

    /// <summary>Whether a claim puts off a place of the text on a day.</summary>
    private static bool IsSuspending(StoredClaim claim, List<Known> holding, DateOnly day) => claim is { Effect: ValidityEffect.Suspend, Place: not null }
        && Suspension.At(day, holding.Where(h => h.Claim.Place == claim.Place).Select(h => h.Claim.Said).OfType<ValidityEvent>())?.Claim == claim.Id;

    /// <summary>Validity alone, as it was known at an instant.</summary>
    /// <param name="slug">The document's part of the address.</param>
    /// <param name="knownAt">What was found out later is left out; null leaves out nothing.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>Null when there is no such document.</returns>
    public async Task<ValidityView?> OfAsync(string slug, DateTimeOffset? knownAt, CancellationToken stop)
    {
        if (await FindAsync(slug, stop) is not { } document) return null;
        if (knownAt is not { } instant)
        {
            var claims = await ClaimsAsync(db.Claims.Where(c => c.TargetDocumentId == document.Id && !c.IsGone), stop);
            return View(document, null, asOf.Day, [.. claims.Where(c => c.Claim.Holds)], await WaitingAsync(document.Id, stop));
        }
        return View(document, instant, asOf.Day, instant < document.KnownSince ? [] : await KnownAsync(document.Id, instant, stop), []);
    }

    private async Task<Stored?> FindAsync(string slug, CancellationToken stop) =>
        await db.Documents.Where(d => d.Slug == slug && !d.IsWithdrawn).Select(d => new { d.Id, d.DatedOn, d.KnownSince }).FirstOrDefaultAsync(stop) is { } found
            ? new(found.Id, found.DatedOn, found.KnownSince ?? StoredDocument.MadeAt(found.Id)) : null;

    /// <summary>The claims that counted at an instant, each as it was decided last before it.</summary>
    private async Task<List<Known>> KnownAsync(Guid document, DateTimeOffset instant, CancellationToken stop)
    {
        var ids = await db.ClaimDecisions.Where(d => d.TargetDocumentId == document).Select(d => d.ClaimId).Distinct().ToListAsync(stop);
        var decisions = (await db.ClaimDecisions.Where(d => ids.Contains(d.ClaimId)).ToListAsync(stop)).Where(d => d.At <= instant).ToLookup(d => d.ClaimId);
        var claims = await ClaimsAsync(db.Claims.Where(c => ids.Contains(c.Id)), stop);
        var known = new List<Known>();
        foreach (var (claim, cause) in claims)
        {
            if (decisions[claim.Id].OrderBy(d => d.At).ThenBy(d => d.Id).LastOrDefault() is not { IsGone: false, State: ClaimState.Standing or ClaimState.Confirmed } last || last.TargetDocumentId != document) continue;
            last.Put(claim);
            known.Add(new(claim, cause with { On = last.On, Until = last.Until, KnownSince = last.At }));
        }
        return known;
    }

    /// <summary>Claims about the document that wait for a person: by the citation that names it, or as its own word.</summary>
    private async Task<IReadOnlyList<CauseView>> WaitingAsync(Guid document, CancellationToken stop)
    {
        var waiting = db.Claims.Where(c => c.State == ClaimState.Open && !c.IsGone
            && (c.TargetDocumentId == document || c.FromDocumentId == document && c.TargetWords == ""
                || db.Citations.Any(x => x.FromDocumentId == c.FromDocumentId && x.Ordinal == c.Citation && x.ToDocumentId == document)));
        return [.. (await ClaimsAsync(waiting, stop)).Select(c => c.Cause)];
    }

    private async Task<List<Known>> ClaimsAsync(IQueryable<StoredClaim> claims, CancellationToken stop)
    {
        var rows = await (from c in claims.AsNoTracking()
                          join d in db.Documents on c.FromDocumentId equals (Guid?)d.Id into ds
                          from d in ds.DefaultIfEmpty()
                          join p in db.Campaigns on c.CampaignId equals (Guid?)p.Id into ps
                          from p in ps.DefaultIfEmpty()
                          select new { Claim = c, CleanUp = p == null ? null : new CampaignName(p.Slug, p.Name), Slug = d == null ? null : d.Slug, Title = d == null ? null : d.Title, Issuers = d == null ? null : d.Issuers, Number = d == null ? null : d.Number }).ToListAsync(stop);
        var ids = rows.Select(r => r.Claim.Id).ToList();
        var since = new Dictionary<Guid, DateTimeOffset>();
        foreach (var some in ids.Chunk(400))
            foreach (var d in await db.ClaimDecisions.Where(d => some.Contains(d.ClaimId)).Select(d => new { d.ClaimId, d.At, d.State, d.IsGone }).ToListAsync(stop))
                if (d is { IsGone: false, State: ClaimState.Standing or ClaimState.Confirmed } && (!since.TryGetValue(d.ClaimId, out var at) || d.At > at)) since[d.ClaimId] = d.At;
        return
        [
            .. rows.OrderBy(r => r.Claim.On).ThenBy(r => r.Claim.FromDocumentId).ThenBy(r => r.Claim.Ordinal).Select(r => new Known(r.Claim, Cause(
                r.Claim, r.Slug, r.Title is null ? null : FullTitle.Of(r.Issuers!, r.Title), r.Number, since.TryGetValue(r.Claim.Id, out var at) ? at : null, r.CleanUp))),
        ];
    }

    internal static CauseView Cause(StoredClaim c, string? slug, string? title, string? number, DateTimeOffset? since, CampaignName? cleanUp = null) => new(
        c.Id, c.Effect.ToString(), ChangeWords.Of(c.Effect), c.Words, c.On, c.Until, c.Place, slug, title ?? (cleanUp is null ? "文件清理结果" : cleanUp.Name + "结果"), number, c.FromSlug, since, c.SpanFrom, c.SpanTo,
        cleanUp?.Slug);

    private static ValidityView View(Stored document, DateTimeOffset? known, DateOnly day, IReadOnlyList<Known> holding, IReadOnlyList<CauseView> waiting)
    {
        var causes = holding.ToDictionary(h => h.Claim.Id, h => h.Cause);
        var timeline = ValidityTimeline.AsKnown(known, document.KnownSince, document.DatedOn, [.. holding.Select(h => h.Claim.Event).OfType<ValidityEvent>()]);
        var now = timeline.PeriodAt(day);
        return new()
        {
            Day = day,
            State = now is null ? null : ValidityWords.Code(now.State),
            StateName = now is not null ? ValidityWords.Of(now.State) : known < document.KnownSince ? "当时尚未入库" : ValidityWords.NoDocument,
            NotKnown = known < document.KnownSince ? $"文库在{ChineseFormat.Instant(document.KnownSince)}第一次收到这份文件，{ChineseFormat.Instant(known!.Value)}时还不知道有这份文件，所以没有它的效力可说。" : null,
            KnownSince = document.KnownSince,
            Since = From(now),
            Cause = CauseOf(now),
            ExpiresOn = timeline.ExpiresOn,
            States = [.. timeline.Periods.Select(p => new StateView(From(p), ValidityWords.Code(p.State), ValidityWords.Of(p.State), CauseOf(p)))],
            Waiting = waiting,
        };

        CauseView? CauseOf(ValidityPeriod? period) => period?.By is { } by ? causes.GetValueOrDefault(by) : null;

        static DateOnly? From(ValidityPeriod? period) => period is null || period.From == DateOnly.MinValue ? null : period.From;
    }

    /// <summary>The other documents, made by the day, that cite each place.</summary>
    private async Task<ILookup<string, ExplainingDocument>> CitedAsync(Guid document, DateOnly day, CancellationToken stop)
    {
        var rows = await (from c in db.Citations
                          where c.ToDocumentId == document && c.FromDocumentId != document && c.ToClauseId != null
                          join k in db.Clauses on c.ToClauseId equals (Guid?)k.Id
                          join d in db.Documents on c.FromDocumentId equals d.Id
                          where d.DatedOn == null || d.DatedOn <= day
                          select new { k.Slug, From = d.Slug, d.Title, d.DatedOn }).Distinct().ToListAsync(stop);
        return rows.OrderByDescending(r => r.DatedOn).ThenBy(r => r.From, StringComparer.Ordinal).ToLookup(r => r.Slug, r => new ExplainingDocument(r.From, r.Title));
    }

    private static IReadOnlyList<BlockView> Cited(IReadOnlyList<BlockView> blocks, ILookup<string, ExplainingDocument> cited) => cited.Count == 0 ? blocks
        : [.. blocks.Select(b => b with { CitedBy = cited[b.Slug ?? ""].Count(), ExplainedBy = [.. cited[b.Slug ?? ""].Where(d => d.Title.Contains("解读", StringComparison.Ordinal))], Children = Cited(b.Children, cited) })];

    /// <summary>What of a document tells its states.</summary>
    private sealed record Stored(Guid Id, DateOnly? DatedOn, DateTimeOffset KnownSince);

    /// <summary>A claim with the document that makes it.</summary>
    private sealed record Known(StoredClaim Claim, CauseView Cause);
}
