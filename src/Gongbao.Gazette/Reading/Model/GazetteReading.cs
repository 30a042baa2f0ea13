namespace Gongbao.Gazette.Reading;

/// <summary>All that was read from one source: the documents in printed order and where every character went.</summary>
internal sealed record GazetteReading
{
    public required SourceText Source { get; init; }

    /// <summary>The lines as classified.</summary>
    public required IReadOnlyList<SourceLine> Lines { get; init; }

    /// <summary>What is printed around the documents: cover, contents (目录), names of sections (栏目).</summary>
    public required IReadOnlyList<Node> Around { get; init; }

    public required IReadOnlyList<ReadDocument> Documents { get; init; }

    /// <summary>In order, without gap or overlap, from the first character to the last.</summary>
    public required IReadOnlyList<LedgerEntry> Ledger { get; init; }

    public required Coverage Coverage { get; init; }

    /// <summary>All doubts of all documents, in printed order.</summary>
    public IEnumerable<Flag> Flags => Documents.SelectMany(d => d.Flags);
}

/// <summary>Where one stretch of the source went: the path of a node, or <c>discard:</c> and the reason.</summary>
internal readonly record struct LedgerEntry(Span Span, string Path)
{
    public bool IsDiscard => Path.StartsWith("discard:", StringComparison.Ordinal);
}

/// <summary>Counts in Unicode scalar values. A sound reading leaves none unaccounted.</summary>
internal sealed record Coverage(int InNodes, int Discarded, int Unaccounted);
