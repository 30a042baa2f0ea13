using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Validity.Storage;

/// <summary>Where a claim stands.</summary>
internal enum ClaimState
{
    /// <summary>Waits for a person (待确认): it changes nothing and is listed publicly.</summary>
    Open,

    /// <summary>A document's plain word on itself, which holds until a person says otherwise (直接采用).</summary>
    Standing,

    /// <summary>A person confirmed it (已确认).</summary>
    Confirmed,

    /// <summary>A person found that the words do not say so (不成立).</summary>
    Rejected,
}

/// <summary>
/// What a sentence of a document, or a published decision of a clean-up, says about validity (效力主张). It keeps its id and what was
/// decided on it over re-imports, as long as the sentence stays the same.
/// </summary>
internal sealed class StoredClaim : IRevised
{
    public required Guid Id { get; init; }

    /// <summary>The document that says so; null for a decision of a clean-up.</summary>
    public required Guid? FromDocumentId { get; init; }

    /// <summary>Address of the place that says so; null in the head of a document.</summary>
    public required string? FromSlug { get; set; }

    /// <summary>The clean-up that decided so; null for a document's sentence.</summary>
    public Guid? CampaignId { get; init; }

    public required ValidityEffect Effect { get; init; }

    /// <summary>Place among the claims of its document, from 0.</summary>
    public required int Ordinal { get; set; }

    /// <summary>The sentence as the public may read it: personal values masked.</summary>
    public required string Words { get; set; }

    /// <summary>SHA-256 of what identifies it: its words and what it is about, without white space.</summary>
    public required string WordsHash { get; init; }

    /// <summary>The how-manieth with this hash in its document, from 1.</summary>
    public required int Occurrence { get; init; }

    /// <summary>Where the sentence stands in the source (UTF-16 offsets, end excluded).</summary>
    public required int SpanFrom { get; set; }

    public required int SpanTo { get; set; }

    /// <summary>What it is about as printed: title and number; empty where it is about its own document.</summary>
    public required string TargetWords { get; set; }

    /// <summary>The citation that names what it is about, by its place among its document's; null where it is about its own document.</summary>
    public required int? Citation { get; set; }

    /// <summary>The place in the document that it is about, as <see cref="Kernel.Clauses.ClausePath"/> prints it; null for the whole document.</summary>
    public required string? Place { get; set; }

    /// <summary>JSON of what is to be done to the words; null where nothing is.</summary>
    public required string? Instruction { get; set; }

    /// <summary>First day on which it holds, as read or as a person put it; null where nothing tells.</summary>
    public required DateOnly? On { get; set; }

    /// <summary>Of a term: the last day in force.</summary>
    public required DateOnly? Until { get; set; }

    /// <summary>0 to 1.</summary>
    public required double Confidence { get; set; }

    /// <summary>Why it is in doubt, a whole Chinese sentence; null where it is not.</summary>
    public required string? Why { get; set; }

    public required ClaimState State { get; set; }

    /// <summary>The document that it is about: its own, or the one a person confirmed; null while it waits.</summary>
    public required Guid? TargetDocumentId { get; set; }

    public string? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Why it was decided so; null where nothing was said.</summary>
    public string? Reason { get; set; }

    /// <summary>True when the latest version of its document no longer says so.</summary>
    public bool IsGone { get; set; }

    public long Revision { get; private set; }

    /// <summary>Whether it counts.</summary>
    public bool Holds => !IsGone && (State is ClaimState.Standing or ClaimState.Confirmed);

    /// <summary>What it makes of the document that it is about; null where it does not count, its day is not known, or it puts off only a part.</summary>
    public ValidityEvent? Event => Place is not null && Effect is (ValidityEffect.Suspend or ValidityEffect.Resume) ? null : Said;

    /// <summary>What it says of the document or of the place that it is about; null where it does not count or its day is not known.</summary>
    public ValidityEvent? Said => Holds && On is { } on ? new(Effect, on, Until, Id) : null;
}

/// <summary>
/// What was known of a claim from an instant on (获知时间). Appended, never changed: what the library knew on any past day can be asked.
/// </summary>
internal sealed class ClaimDecision
{
    public required Guid Id { get; init; }

    public required Guid ClaimId { get; init; }

    /// <summary>The document that it is about, as decided.</summary>
    public required Guid? TargetDocumentId { get; init; }

    public required ClaimState State { get; init; }

    /// <summary>True where its document stopped saying so.</summary>
    public required bool IsGone { get; init; }

    public required DateOnly? On { get; init; }

    public required DateOnly? Until { get; init; }

    public required string? Reason { get; init; }

    public required string By { get; init; }

    /// <summary>The legal instant from which it was known.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Makes a claim that was read for showing what it was when this was decided.</summary>
    public void Put(StoredClaim claim) => (claim.State, claim.IsGone, claim.On, claim.Until, claim.TargetDocumentId) = (State, IsGone, On, Until, TargetDocumentId);
}

/// <summary>How validity is kept.</summary>
internal static class ValidityTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<StoredClaim>(claim =>
        {
            claim.ToTable("validity_claim");
            claim.HasIndex(c => new { c.FromDocumentId, c.Effect, c.WordsHash, c.Occurrence });
            claim.HasIndex(c => c.TargetDocumentId);
            claim.HasIndex(c => c.State);
            claim.HasIndex(c => c.CampaignId);
            claim.Ignore(c => c.Holds);
            claim.Ignore(c => c.Event);
            claim.Ignore(c => c.Said);
        });
        model.Entity<ClaimDecision>(decision =>
        {
            decision.ToTable("validity_decision");
            decision.HasIndex(d => d.ClaimId);
            decision.HasIndex(d => d.TargetDocumentId);
            decision.HasOne<StoredClaim>().WithMany().HasForeignKey(d => d.ClaimId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
