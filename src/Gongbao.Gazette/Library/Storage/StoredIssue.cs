using Gongbao.Platform.Store;

namespace Gongbao.Gazette.Library.Storage;

/// <summary>A source as it came (来源): its words unaltered, known by the hash of its bytes, with where it came from.</summary>
internal sealed class StoredSource
{
    /// <summary>SHA-256 of the bytes, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>File name without folders.</summary>
    public required string Name { get; init; }

    public required string Encoding { get; init; }

    /// <summary>Length in Unicode scalar values.</summary>
    public required int Characters { get; init; }

    public required string Text { get; init; }

    /// <summary>Who brought it, an actor's id.</summary>
    public required string ImportedBy { get; init; }

    public required DateTimeOffset ImportedAt { get; init; }
}

/// <summary>What a file that was brought is.</summary>
internal enum IssueKind
{
    /// <summary>期: an issue of the gazette.</summary>
    Issue,

    /// <summary>单独来文: one document that came by itself.</summary>
    Single,
}

/// <summary>
/// One issue (期), or a document that came by itself, as last read. A corrected file makes a new version of the same issue. When an issue comes
/// that carries a document that came by itself, the document moves into it.
/// </summary>
internal sealed class StoredIssue : IRevised
{
    public required Guid Id { get; init; }

    public required IssueKind Kind { get; set; }

    /// <summary>The issue that its only document moved into; null where it has documents of its own.</summary>
    public Guid? MovedTo { get; set; }

    public required string Slug { get; init; }

    public required string Title { get; set; }

    public required string SourceHash { get; set; }

    /// <summary>How many times its text has been brought in, from 1.</summary>
    public required int Version { get; set; }

    /// <summary>JSON of the classified lines and of what is printed around the documents.</summary>
    public required string Frame { get; set; }

    /// <summary>JSON of the counts: documents, duties and so on.</summary>
    public required string Totals { get; set; }

    public required DateTimeOffset ReadAt { get; set; }

    public long Revision { get; private set; }
}

/// <summary>One document (公文) of an issue, as last read.</summary>
internal sealed class StoredDocument : IRevised
{
    public required Guid Id { get; init; }

    public required Guid IssueId { get; set; }

    /// <summary>Its identity over re-imports: the normalised number, else issuer, title and date.</summary>
    public required string Key { get; init; }

    public required string Slug { get; init; }

    /// <summary>Place in the issue, from 0.</summary>
    public required int Ordinal { get; set; }

    public required string? Number { get; set; }

    public required string Title { get; set; }

    /// <summary>Issuing bodies joined by 、.</summary>
    public required string Issuers { get; set; }

    public required DateOnly? DatedOn { get; set; }

    /// <summary>Words that stand at no address and are looked for all the same, as search compares them: names of attachments and the day of signature as printed, a line each.</summary>
    public required string SearchText { get; set; }

    /// <summary>SHA-256 of its words in the compared form, by which the same words in another file are known; null where they were stored before it was kept.</summary>
    public string? TextHash { get; set; }

    /// <summary>JSON of the reading: tree, values, spans.</summary>
    public required string Reading { get; set; }

    /// <summary>How many obligations the reader read from it; null where it was stored before they were counted.</summary>
    public int? ObligationCount { get; set; }

    /// <summary>Its states over time, as <see cref="Validity.ValidityTimeline"/> writes them; empty where nothing is known.</summary>
    public string Validity { get; set; } = "";

    /// <summary>The last day in force where a term ends it; null for any other.</summary>
    public DateOnly? ExpiresOn { get; set; }

    /// <summary>The legal instant at which the library first had it; null where it came before this was kept: <see cref="MadeAt"/> tells then.</summary>
    public DateTimeOffset? KnownSince { get; init; }

    /// <summary>The instant in an id (RFC 9562, version 7), which is made when the document is first stored.</summary>
    public static DateTimeOffset MadeAt(Guid id) => DateTimeOffset.FromUnixTimeMilliseconds(System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(id.ToByteArray(bigEndian: true)) >> 16);

    /// <summary>True when the latest version of its issue no longer prints it; its address then says so.</summary>
    public bool IsWithdrawn { get; set; }

    public long Revision { get; private set; }
}
