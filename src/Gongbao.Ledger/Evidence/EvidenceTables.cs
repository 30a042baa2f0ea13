using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Evidence;

/// <summary>What a report rests on (佐证材料).</summary>
internal enum EvidenceKind
{
    /// <summary>An address (链接).</summary>
    Link,

    /// <summary>A figure of an indicator (数据).</summary>
    Figure,

    /// <summary>A file (文件).</summary>
    File,
}

/// <summary>One piece of evidence of a report. Never changed: who wants to add something reports again.</summary>
internal sealed record StoredEvidence
{
    public required Guid Id { get; init; }

    public required Guid ObligationId { get; init; }

    /// <summary>The report.</summary>
    public required Guid ActId { get; init; }

    /// <summary>Its place among those of the report, from 1.</summary>
    public required int Ordinal { get; init; }

    public required EvidenceKind Kind { get; init; }

    /// <summary>Of a figure its indicator, of a file what it is called; null for an address.</summary>
    public string? Name { get; init; }

    /// <summary>Of a figure the number.</summary>
    public decimal? Number { get; init; }

    /// <summary>Of a figure the unit in which it is counted; null where it has none.</summary>
    public string? Unit { get; init; }

    /// <summary>The address.</summary>
    public string? Link { get; init; }

    /// <summary>Of a file the name under which the platform keeps its bytes.</summary>
    public string? File { get; init; }

    /// <summary>Of a file what it is, as its content shows.</summary>
    public string? MediaType { get; init; }

    /// <summary>Of a file its bytes.</summary>
    public long? Bytes { get; init; }
}

/// <summary>Where evidence is kept.</summary>
internal static class EvidenceTables
{
    public static void Map(ModelBuilder model) => model.Entity<StoredEvidence>(evidence =>
    {
        evidence.ToTable("evidence");
        evidence.HasIndex(e => new { e.ActId, e.Ordinal }).IsUnique();
        evidence.HasIndex(e => e.ObligationId);
    });
}
