namespace Gongbao.Ledger.Guidance;

/// <summary>What somebody went for.</summary>
internal enum VisitKind
{
    /// <summary>A department guides its own line in the counties (对本系统的指导督促).</summary>
    Guidance,

    /// <summary>Somebody finds out how things are (调查研究).</summary>
    Survey,
}

/// <summary>A visit with what was found and asked. Appended, never changed; a correction is another record that says so.</summary>
internal sealed class StoredVisit
{
    public required Guid Id { get; init; }

    public required VisitKind Kind { get; init; }

    /// <summary>Directory id of the unit that went.</summary>
    public required string By { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>Where, in words.</summary>
    public required string Where { get; init; }

    /// <summary>Directory id of the unit that was visited; null where it is none of the directory.</summary>
    public required string? Visited { get; init; }

    /// <summary>Who was visited, in words: posts, villages, enterprises; null where the unit says it.</summary>
    public required string? Whom { get; init; }

    /// <summary>What was found.</summary>
    public required string Found { get; init; }

    /// <summary>What was asked for, or advised; null where nothing was.</summary>
    public required string? Asked { get; init; }

    public required string RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>An obligation that a visit was about.</summary>
internal sealed class StoredVisitObligation
{
    public required Guid VisitId { get; init; }

    public required Guid ObligationId { get; init; }
}
