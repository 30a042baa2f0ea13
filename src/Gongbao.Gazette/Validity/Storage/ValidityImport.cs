using System.Security.Cryptography;
using System.Text;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Validity.Detection;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Validity.Storage;

/// <summary>
/// Keeps the claims in step with the documents that make them, in the unit of work that brings those. A sentence that stays the same keeps
/// its id and what was decided on it; one that is gone counts no more; a new one about other documents waits for a person.
/// </summary>
internal sealed class ValidityImport(UnitOfWork unit)
{
    /// <summary>A document's word on itself that is at least so sure holds at once.</summary>
    private const double Sure = 0.9;

    private readonly GazetteDb _db = unit.Db<GazetteDb>();
    private readonly HashSet<Guid> _touched = [];

    /// <returns>The documents whose states or words may have changed, the imported ones left out.</returns>
    public static async Task<IReadOnlyList<Guid>> WriteAsync(
        UnitOfWork unit, IReadOnlyList<(StoredDocument Document, IReadOnlyList<ValidityClaim> Claims)> changed, IReadOnlyList<Guid> withdrawn, CancellationToken stop)
    {
        if (changed.Count + withdrawn.Count == 0) return [];
        var import = new ValidityImport(unit);
        await import.WriteAsync(changed, withdrawn, stop);
        return await ValidityUpkeep.RenewAsync(import._db, [.. import._touched], [.. changed.Select(c => c.Document)], stop);
    }

    private async Task WriteAsync(IReadOnlyList<(StoredDocument Document, IReadOnlyList<ValidityClaim> Claims)> changed, IReadOnlyList<Guid> withdrawn, CancellationToken stop)
    {
        var ids = changed.Select(c => c.Document.Id).Concat(withdrawn).ToList();
        var stored = new List<StoredClaim>();
        foreach (var some in ids.Chunk(400)) stored.AddRange(await _db.Claims.Where(c => c.FromDocumentId != null && some.Contains(c.FromDocumentId.Value)).ToListAsync(stop));
        var before = stored.ToLookup(c => c.FromDocumentId!.Value);
        foreach (var (document, claims) in changed) Write(document, claims, [.. before[document.Id]]);
        foreach (var document in withdrawn)
            foreach (var claim in before[document]) Go(claim);
    }

    private void Write(StoredDocument document, IReadOnlyList<ValidityClaim> claims, List<StoredClaim> before)
    {
        _touched.Add(document.Id);
        var seen = new Dictionary<(ValidityEffect, string), int>();
        for (var i = 0; i < claims.Count; i++)
        {
            var (claim, hash) = (claims[i], HashOf(claims[i]));
            var occurrence = seen[(claim.Effect, hash)] = seen.GetValueOrDefault((claim.Effect, hash)) + 1;
            if (before.Find(b => b.Effect == claim.Effect && b.WordsHash == hash && b.Occurrence == occurrence) is { } known)
            {
                before.Remove(known);
                Again(known, claim, i);
            }
            else Add(document, claim, hash, occurrence, i);
        }
        foreach (var gone in before) Go(gone);
    }

    private void Add(StoredDocument document, ValidityClaim claim, string hash, int occurrence, int ordinal)
    {
        var stands = claim.IsOwn && claim.Confidence >= Sure;
        var stored = new StoredClaim
        {
            Id = Guid.CreateVersion7(), FromDocumentId = document.Id, FromSlug = claim.Slug, Effect = claim.Effect, Ordinal = ordinal, Words = claim.Words, WordsHash = hash,
            Occurrence = occurrence, SpanFrom = claim.Span.From, SpanTo = claim.Span.To, TargetWords = claim.TargetWords, Citation = claim.Citation, Place = claim.Place?.ToString(),
            Instruction = ClaimJson.Write(claim.Instruction), On = claim.On, Until = claim.Until, Confidence = claim.Confidence, Why = claim.Why,
            State = stands ? ClaimState.Standing : ClaimState.Open, TargetDocumentId = claim.IsOwn ? document.Id : null,
        };
        _db.Claims.Add(stored);
        if (stands) Record(stored);
    }

    /// <summary>The sentence is the same; what a person decided stays. Its place and, while nobody decided, its days are taken anew.</summary>
    private void Again(StoredClaim stored, ValidityClaim claim, int ordinal)
    {
        var (held, on, until) = (stored.Holds, stored.On, stored.Until);
        (stored.Ordinal, stored.FromSlug, stored.Words, stored.SpanFrom, stored.SpanTo, stored.Citation) = (ordinal, claim.Slug, claim.Words, claim.Span.From, claim.Span.To, claim.Citation);
        stored.IsGone = false;
        if (stored.State is ClaimState.Open or ClaimState.Standing)
        {
            (stored.On, stored.Until, stored.Why, stored.Confidence) = (claim.On, claim.Until, claim.Why, claim.Confidence);
            stored.State = claim.IsOwn && claim.Confidence >= Sure ? ClaimState.Standing : ClaimState.Open;
        }
        if (held == stored.Holds && on == stored.On && until == stored.Until) return;
        if (stored.TargetDocumentId is { } target) _touched.Add(target);
        Record(stored);
    }

    private void Go(StoredClaim stored)
    {
        if (stored.IsGone) return;
        var held = stored.Holds;
        stored.IsGone = true;
        if (!held) return;
        if (stored.TargetDocumentId is { } target) _touched.Add(target);
        Record(stored);
    }

    private void Record(StoredClaim claim) => _db.ClaimDecisions.Add(ValidityUpkeep.Decision(claim, claim.TargetDocumentId, unit, null));

    private static string HashOf(ValidityClaim claim) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Characters.Compact($"{claim.Words}|{claim.TargetWords}|{claim.Place}|{ClaimJson.Write(claim.Instruction)}"))));
}
