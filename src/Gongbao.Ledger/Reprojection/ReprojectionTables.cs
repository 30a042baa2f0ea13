using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Reprojection;

/// <summary>A run in which the rows of all shares were worked out anew (重新推算), because the work calendar or the city's rules for the ledger changed.</summary>
internal sealed class StoredReprojection : IRevised
{
    public required Guid Id { get; init; }

    /// <summary>What it works out by: the same where calendar, rules and the make of the rows are the same.</summary>
    public required string Basis { get; set; }

    /// <summary>Whether every share is gone through by its acts; false where only the calendar changed and days counted by it are moved by set.</summary>
    public required bool IsFull { get; set; }

    /// <summary>Why, a whole sentence.</summary>
    public required string Reason { get; set; }

    /// <summary>Legal instant.</summary>
    public required DateTimeOffset BegunAt { get; init; }

    /// <summary>Legal instant; null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>1 while it runs, null afterwards: only one runs at a time.</summary>
    public int? Running { get; set; } = 1;

    /// <summary>The program that ends it, by an id of its own; null while chunks are worked on.</summary>
    public string? Worker { get; set; }

    /// <summary>Until when that program has the end for itself, real instant; another one may take it up afterwards.</summary>
    public DateTimeOffset? TakenUntil { get; set; }

    /// <summary>Of how many chunks it was; 0 while it runs.</summary>
    public int Chunks { get; set; }

    /// <summary>How many days were moved; 0 while it runs.</summary>
    public int Moved { get; set; }

    /// <summary>SHA-256 over the list of moved days, lower-case hexadecimal digits; null while it runs.</summary>
    public string? Digest { get; set; }

    public long Revision { get; private set; }
}

/// <summary>A part of a run that is done in one unit: of a full run obligations, of one by set shares, by id.</summary>
internal sealed class StoredReprojectionChunk
{
    public required Guid RunId { get; init; }

    /// <summary>From 1.</summary>
    public required int Chunk { get; init; }

    /// <summary>Ids above this one.</summary>
    public required Guid After { get; init; }

    /// <summary>Ids up to this one, which is included.</summary>
    public required Guid Until { get; init; }

    /// <summary>How many days were moved; null while nobody has ended it.</summary>
    public int? Moved { get; set; }
}

/// <summary>A day that was moved by a run.</summary>
internal sealed record StoredMove
{
    public required Guid RunId { get; init; }

    /// <summary>The chunk of the run, from 1.</summary>
    public required int Chunk { get; init; }

    public required Guid AssignmentId { get; init; }

    /// <summary>The last day, or the last day of the next report, until then; null where there was none.</summary>
    public required DateOnly? Before { get; init; }

    /// <summary>The same from then on.</summary>
    public required DateOnly? After { get; init; }
}

internal static class ReprojectionTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<StoredReprojection>(run =>
        {
            run.ToTable("reprojection");
            run.HasIndex(r => r.Running).IsUnique();
            run.HasIndex(r => r.EndedAt);
        });
        model.Entity<StoredReprojectionChunk>(chunk =>
        {
            chunk.ToTable("reprojection_chunk");
            chunk.HasKey(c => new { c.RunId, c.Chunk });
            chunk.HasOne<StoredReprojection>().WithMany().HasForeignKey(c => c.RunId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<StoredMove>(move =>
        {
            move.ToTable("move");
            move.HasKey(m => new { m.RunId, m.Chunk, m.AssignmentId });
            move.HasIndex(m => m.AssignmentId);
            move.HasOne<StoredReprojection>().WithMany().HasForeignKey(m => m.RunId).OnDelete(DeleteBehavior.Restrict);
            // No foreign key to shares: they are never deleted, a row here is written by the statement that moves its share, and the check would lock each of a million once more.
        });
    }
}
