namespace Gongbao.Ledger.Storage;

/// <summary>What about an obligation a person has to decide (待明确事项).</summary>
internal enum QuestionKind
{
    /// <summary>Words that name no unit of the directory (不能对应到单位).</summary>
    Unit,

    /// <summary>A group of which only some are meant (有关部门).</summary>
    Group,

    /// <summary>等 behind the names: others are meant too (等部门).</summary>
    Others,

    /// <summary>A name that was mended by the reader (疑有漏字或误印).</summary>
    Mended,

    /// <summary>No limit is stated, or none that can be read (未标明时限).</summary>
    Limit,
}

/// <summary>A question about an obligation that waits for a decision, or waited.</summary>
internal sealed class StoredQuestion
{
    public required Guid Id { get; init; }

    public required Guid ObligationId { get; init; }

    public required Guid ProgrammeId { get; init; }

    public required QuestionKind Kind { get; init; }

    /// <summary>The words in question; empty where none are printed.</summary>
    public required string Words { get; init; }

    /// <summary>Why it is asked, a whole sentence.</summary>
    public required string Why { get; init; }

    /// <summary>The answer, a whole sentence; null while it waits.</summary>
    public string? Answer { get; set; }

    public string? AnsweredBy { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }
}
