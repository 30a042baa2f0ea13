using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Library.Storage;

/// <summary>A file from which a version of an issue could be read (来源文件): the one that made it, and each that came later with the same words.</summary>
internal sealed class IssueSource
{
    public required Guid IssueId { get; init; }

    /// <summary>Of the issue, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>SHA-256 of the bytes, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The one document of the issue that the file holds; null where it holds the issue as a whole.</summary>
    public Guid? DocumentId { get; init; }

    /// <summary>File name without folders.</summary>
    public required string Name { get; init; }

    /// <summary>Where it came from, as <see cref="StoredFile.Origin"/>; the name where no more is known.</summary>
    public required string Origin { get; init; }

    public required string Encoding { get; init; }

    /// <summary>Who brought it, an actor's id.</summary>
    public required string BroughtBy { get; init; }

    public required DateTimeOffset BroughtAt { get; init; }
}

/// <summary>Bytes that were received as an upload and are kept as an attachment.</summary>
internal sealed class KeptContent
{
    /// <summary>The attachment's name.</summary>
    public required string Hash { get; init; }

    /// <summary>The real instant at which they were last received.</summary>
    public required DateTimeOffset KeptAt { get; set; }
}

internal static class ProvenanceTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<IssueSource>(source =>
        {
            source.ToTable("issue_source");
            source.HasKey(s => new { s.IssueId, s.Version, s.Hash });
            source.HasOne<StoredIssue>().WithMany().HasForeignKey(s => s.IssueId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<KeptContent>(content =>
        {
            content.ToTable("kept_content");
            content.HasKey(c => c.Hash);
            content.HasIndex(c => c.KeptAt);
        });
    }
}
