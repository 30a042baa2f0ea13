namespace Gongbao.Platform.Journal;

/// <summary>What is wrong at one place of the journal.</summary>
public enum BreachKind
{
    /// <summary>The number that should follow is not there: an entry was removed, or numbers were swapped.</summary>
    Missing,

    /// <summary>The entry does not give its hash: a field, the hash or the entry before it was changed.</summary>
    Changed,

    /// <summary>The head names another last entry than the table holds.</summary>
    HeadDiffers,

    /// <summary>An anchor names another hash for this entry: the chain was rewritten from here or before.</summary>
    AnchorDiffers,

    /// <summary>An anchor names an entry after the last one: the tail was cut off.</summary>
    TailCut,

    /// <summary>An anchor's signature does not hold, or its key is unknown.</summary>
    AnchorForged,
}

/// <summary>One thing wrong, at the entry of this number (for anchors: the entry they name).</summary>
public sealed record JournalBreach(long Number, BreachKind Kind);

/// <summary>The end of a verification.</summary>
/// <param name="Entries">Entries read.</param>
/// <param name="LastHash">Hash of the last entry, lower-case hex; zeros when there is none.</param>
/// <param name="Anchors">Anchors compared; null when that was not asked for.</param>
/// <param name="Breaches">What is wrong, in order of place, the first hundred at most.</param>
public sealed record JournalVerdict(long Entries, string LastHash, int? Anchors, IReadOnlyList<JournalBreach> Breaches)
{
    public bool IsSound => Breaches.Count == 0;
}
