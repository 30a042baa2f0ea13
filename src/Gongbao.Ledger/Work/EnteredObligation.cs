using Gongbao.Kernel.Directory;

namespace Gongbao.Ledger.Work;

/// <summary>An obligation as somebody types it, or as a sheet or the minutes of a meeting have it (手工录入的任务).</summary>
internal sealed record EnteredObligation
{
    /// <summary>What is to be done.</summary>
    public required string? Task { get; init; }

    /// <summary>The measure (措施) that it belongs to, as （五）; null where none is named.</summary>
    public string? Measure { get; init; }

    /// <summary>What it is grouped under; null where it is not.</summary>
    public string? Group { get; init; }

    /// <summary>Leading units (牵头) in words, read as those of a document are: 市民政局、市财政局. Null where none lead.</summary>
    public string? Lead { get; init; }

    /// <summary>Responsible units (责任) in words; null where none are named.</summary>
    public string? Units { get; init; }

    /// <summary>Supporting units (配合) in words; null where none are.</summary>
    public string? Supporting { get; init; }

    /// <summary>The limit in words, as 2023年6月底前, 每半年, 长期坚持; null where none is set. What cannot be read becomes a question.</summary>
    public string? Limit { get; init; }

    /// <summary>What is to be shown for it (成果形式); null where nothing is said.</summary>
    public string? Output { get; init; }

    /// <summary>What has to be shown for it (证明材料要求); null where nothing is said.</summary>
    public string? Evidence { get; init; }

    /// <summary>The place in the programme's document that orders it, as a citation names it: 三（十）; null where none is named.</summary>
    public string? Place { get; init; }

    /// <summary>What else orders it: the name of a higher document, or a meeting and the number of its resolution. Null where the programme's document does.</summary>
    public string? Source { get; init; }

    /// <summary>The first day on which it is owed; null for the document's day where the document orders it, else today.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>What a table of the ledger itself says of the units, in place of words that are read; null for all others.</summary>
    public KeptUnits? Kept { get; init; }
}

/// <summary>The units of an obligation as a table of the ledger has them.</summary>
/// <param name="Printed">The units as they were printed; null where none were.</param>
/// <param name="Shares">Full names of the units with their parts, in order.</param>
/// <param name="Questions">What was still to be decided, whole sentences.</param>
internal sealed record KeptUnits(string? Printed, IReadOnlyList<(string Name, DutyRole Role)> Shares, IReadOnlyList<string> Questions);
