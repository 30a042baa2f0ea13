using Gongbao.Platform.Store;

namespace Gongbao.Gazette.Library.Storage;

/// <summary>Where a reading stands with people.</summary>
internal enum ReadingState
{
    /// <summary>Sure enough to stand until somebody says otherwise.</summary>
    Unflagged,

    /// <summary>In doubt, nobody has decided (待审读).</summary>
    Open,

    /// <summary>Right as read (采纳).</summary>
    Accepted,

    /// <summary>Another value holds (更正).</summary>
    Corrected,

    /// <summary>Not to be shown (驳回).</summary>
    Rejected,

    /// <summary>It was decided, and then its words changed (请重新确认).</summary>
    ConfirmAgain,
}

/// <summary>
/// One value that the reader drew from the text (待审读项). Its identity over re-imports is the document, the kind of value, its
/// words and their occurrence; never the line.
/// </summary>
internal sealed class StoredReading : IRevised
{
    public required Guid Id { get; init; }

    public required Guid DocumentId { get; set; }

    public required string DocumentKey { get; init; }

    /// <summary>What it is a value of, as <c>obligation.units</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>SHA-256 of the words without white space.</summary>
    public required string WordsHash { get; init; }

    /// <summary>The how-manieth with these words in the document, from 1.</summary>
    public required int Occurrence { get; init; }

    /// <summary>The value in the reading, as <c>obligations[11].units_text</c>.</summary>
    public required string At { get; set; }

    /// <summary>What the reader proposes; null where the source does not show the value.</summary>
    public required string? Proposal { get; set; }

    /// <summary>What a person put in its place; null unless corrected.</summary>
    public string? Correction { get; set; }

    /// <summary>Why it is in doubt; null where it is not.</summary>
    public required string? Why { get; set; }

    /// <summary>0 to 1.</summary>
    public required double Confidence { get; set; }

    /// <summary>Line of the source, from 1, and the characters in it (UTF-16 offsets, end excluded).</summary>
    public required int Line { get; set; }

    public required int SpanFrom { get; set; }

    public required int SpanTo { get; set; }

    /// <summary>Part of the address of the clause it was read from; null where it has none.</summary>
    public required string? ClauseSlug { get; set; }

    public required ReadingState State { get; set; }

    public string? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>True when the latest version of the document no longer yields it.</summary>
    public bool IsGone { get; set; }

    public long Revision { get; private set; }
}

/// <summary>What a person decided on a reading (审读决定). Appended, never changed; the newest for a key holds.</summary>
internal sealed class Decision
{
    public required Guid Id { get; init; }

    public required string DocumentKey { get; init; }

    public required string Kind { get; init; }

    public required string WordsHash { get; init; }

    public required int Occurrence { get; init; }

    /// <summary>Accepted, corrected, rejected, or open when a decision was taken back.</summary>
    public required ReadingState Verdict { get; init; }

    /// <summary>The proposal that was decided on.</summary>
    public required string? Proposal { get; init; }

    public required string? Correction { get; init; }

    public required string DecidedBy { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }
}
