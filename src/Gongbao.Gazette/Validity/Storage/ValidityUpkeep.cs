using Gongbao.Contracts.Gazette;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Validity.Storage;

/// <summary>Keeps the states that stand with the documents equal to what the claims that count make of them.</summary>
internal static class ValidityUpkeep
{
    /// <param name="db">The context of the unit.</param>
    /// <param name="ids">Documents that a claim may have changed.</param>
    /// <param name="changed">Documents that the unit itself adds or changes.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>Those whose states or words may have changed, without <paramref name="changed"/>: search has to be told of them.</returns>
    public static async Task<IReadOnlyList<Guid>> RenewAsync(GazetteDb db, IReadOnlyCollection<Guid> ids, IReadOnlyCollection<StoredDocument> changed, CancellationToken stop)
    {
        var documents = changed.Where(d => ids.Contains(d.Id)).ToDictionary(d => d.Id);
        foreach (var some in ids.Where(id => !documents.ContainsKey(id)).Chunk(400))
            foreach (var document in await db.Documents.Where(d => some.Contains(d.Id)).ToListAsync(stop)) documents.Add(document.Id, document);
        // What the unit has changed and not yet saved is among the context's own.
        foreach (var some in documents.Keys.Chunk(400)) await db.Claims.Where(c => c.TargetDocumentId != null && some.Contains(c.TargetDocumentId.Value)).LoadAsync(stop);
        var claims = db.Claims.Local.Where(c => c.TargetDocumentId is not null).ToLookup(c => c.TargetDocumentId!.Value);

        foreach (var (id, document) in documents)
        {
            var timeline = ValidityTimeline.Of(document.DatedOn, [.. claims[id].Select(c => c.Event).OfType<ValidityEvent>()]);
            (document.Validity, document.ExpiresOn) = (timeline.ToString(), timeline.ExpiresOn);
        }
        return [.. documents.Keys.Except(changed.Select(d => d.Id))];
    }

    /// <summary>Tells the other rooms which documents a person's decisions changed, in the unit that changes them.</summary>
    /// <param name="unit">The unit that decides.</param>
    /// <param name="decided">The claims, each with the document that it is about now or was about before.</param>
    /// <param name="stop">Ends the work.</param>
    public static async Task TellAsync(UnitOfWork unit, IReadOnlyCollection<(Guid Document, string? Place)> decided, CancellationToken stop)
    {
        var ids = decided.Select(d => d.Document).Distinct().ToList();
        var documents = await unit.Db<GazetteDb>().Documents.Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, stop);
        foreach (var (id, place) in decided.Distinct())
            if (documents.TryGetValue(id, out var document)) unit.Publish(new DocumentChanged(document.Slug, place, document.Title));
    }

    /// <summary>What is known of a claim from the unit's instant on.</summary>
    /// <param name="claim">The claim as it is now.</param>
    /// <param name="target">The document whose validity this changes: also of a decision that is taken back.</param>
    /// <param name="unit">The unit that decides.</param>
    /// <param name="reason">Why; null where nothing is said.</param>
    public static ClaimDecision Decision(StoredClaim claim, Guid? target, UnitOfWork unit, string? reason) => new()
    {
        Id = Guid.CreateVersion7(), ClaimId = claim.Id, TargetDocumentId = target, State = claim.State, IsGone = claim.IsGone,
        On = claim.On, Until = claim.Until, Reason = reason, By = unit.Act.By.Value, At = unit.LegalAt,
    };
}
