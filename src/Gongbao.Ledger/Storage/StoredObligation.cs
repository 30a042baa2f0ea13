using Gongbao.Platform.Store;

namespace Gongbao.Ledger.Storage;

/// <summary>One obligation of the ledger (任务). What happened to it stands in its acts; nothing here changes but its revision, so that two who act at once are told.</summary>
internal sealed class StoredObligation : IRevised
{
    public required Guid Id { get; init; }

    public required Guid ProgrammeId { get; init; }

    /// <summary>Place in the programme, from 1.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Tells it from the others of the document by its words; null for one that was entered by hand.</summary>
    public required string? Proposal { get; init; }

    /// <summary>The place in the document that orders it, as an address has it; null where the place has none.</summary>
    public required string? Place { get; init; }

    /// <summary>How a citation names the place; null where it has no name.</summary>
    public required string? PlaceName { get; init; }

    /// <summary>The measure (措施) that it belongs to, as （五）; null where none can be told.</summary>
    public required string? Measure { get; init; }

    /// <summary>What the table groups it under; null where it does not.</summary>
    public required string? Group { get; init; }

    /// <summary>What is to be done, as printed.</summary>
    public required string Task { get; init; }

    /// <summary>What is to be shown for it (成果形式); null where nothing is said.</summary>
    public required string? Output { get; init; }

    /// <summary>The responsible units as printed; null where none are.</summary>
    public required string? Units { get; init; }

    /// <summary>The limit as printed; null where the document states none.</summary>
    public required string? Limit { get; init; }

    /// <summary>The first legal day on which it is owed.</summary>
    public required DateOnly OwedSince { get; init; }

    /// <summary>How many acts it has: the number of the next one.</summary>
    public int Acts { get; set; }

    public long Revision { get; private set; }
}
