namespace Gongbao.Platform.Journal;

/// <summary>
/// One act as the journal (日志) keeps it for good: who, for whom, what, on what, when, why, how it ended, and a digest of
/// the change. Numbers run from 1 without gaps; each hash covers the entry and the hash before it.
/// </summary>
public sealed class JournalEntry
{
    /// <summary>Place in the one chain of the city, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>The real instant, UTC, microseconds.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The legal instant, UTC, microseconds; differs from the real one where the city's clock was moved.</summary>
    public required DateTimeOffset LegalAt { get; init; }

    /// <summary>Who acted, an id.</summary>
    public required string Actor { get; init; }

    /// <summary>For whom the actor stood in; null when for oneself.</summary>
    public string? OnBehalfOf { get; init; }

    public required string Verb { get; init; }

    public required string Subject { get; init; }

    /// <summary>The clause that orders or allows the act; null where none does.</summary>
    public string? Clause { get; init; }

    /// <summary><c>done</c>, <c>refused</c> or <c>failed</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>The refusal's code or the fault's type; null when done.</summary>
    public string? Reason { get; init; }

    /// <summary>SHA-256 over what was written, as written (personal fields sealed); null when nothing was.</summary>
    public byte[]? Change { get; init; }

    /// <summary>SHA-256 over the hash before and this entry.</summary>
    public required byte[] Hash { get; init; }
}

/// <summary>The last entry of the chain; the one row that all lanes lock, last of all.</summary>
internal sealed class JournalHead
{
    public required int Id { get; init; }

    public required long Number { get; init; }

    public required byte[] Hash { get; init; }
}
