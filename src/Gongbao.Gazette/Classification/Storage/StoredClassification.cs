using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Classification.Storage;

/// <summary>Where the classification of a document stands with people.</summary>
internal enum ClassificationState
{
    /// <summary>As the rules propose; nobody has decided (待确认).</summary>
    Proposed,

    /// <summary>Right as proposed (采纳).</summary>
    Accepted,

    /// <summary>A person chose otherwise (改定).</summary>
    Changed,

    /// <summary>It was decided, and the city has since given up a class it names (请重新确认).</summary>
    ConfirmAgain,
}

/// <summary>
/// How a document is classified (分类): what the rules propose and what a person decided. A document keeps its id by its key, and with it
/// the decision, however often it is brought in again.
/// </summary>
internal sealed class StoredClassification : IRevised
{
    public required Guid DocumentId { get; init; }

    public required ClassificationState State { get; set; }

    /// <summary>JSON of the proposed classes with their evidence.</summary>
    public required string Proposal { get; set; }

    /// <summary>JSON of the decided classes; null while nobody has decided.</summary>
    public string? Decision { get; set; }

    /// <summary>Of the declarations that the proposal was made under.</summary>
    public required string SchemeHash { get; set; }

    public string? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public long Revision { get; private set; }
}

/// <summary>A class that a document has now, decided or proposed: what pages, feeds and search go by.</summary>
internal sealed class StoredClass
{
    public required Guid DocumentId { get; init; }

    public required Aspect Aspect { get; init; }

    /// <summary>Id of the declared class.</summary>
    public required string Class { get; init; }

    /// <summary>What it was called when it was given.</summary>
    public required string Name { get; set; }

    /// <summary>Place among the document's classes of the aspect, from 0.</summary>
    public required int Ordinal { get; set; }

    /// <summary>True for the topics above those that the document has.</summary>
    public required bool IsImplied { get; set; }
}

/// <summary>What a person decided on a document's classification (分类决定). Appended, never changed; the newest holds.</summary>
internal sealed class ClassDecision
{
    public required Guid Id { get; init; }

    public required Guid DocumentId { get; init; }

    /// <summary>Accepted, changed, or proposed when a decision was taken back.</summary>
    public required ClassificationState Verdict { get; init; }

    /// <summary>JSON of the classes decided; null when a decision was taken back.</summary>
    public required string? Decision { get; init; }

    public required string DecidedBy { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }
}

/// <summary>How classifications are kept.</summary>
internal static class ClassTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<StoredClassification>(classification =>
        {
            classification.ToTable("classification");
            classification.HasKey(c => c.DocumentId);
            classification.HasIndex(c => c.State);
            classification.HasIndex(c => c.SchemeHash);
        });
        model.Entity<StoredClass>(given =>
        {
            given.ToTable("class");
            given.HasKey(c => new { c.DocumentId, c.Aspect, c.Class });
            given.HasIndex(c => new { c.Aspect, c.Class, c.DocumentId });
        });
        model.Entity<ClassDecision>(decision =>
        {
            decision.ToTable("class_decision");
            decision.HasIndex(d => d.DocumentId);
        });
    }
}
