using Gongbao.Ledger.Storage;
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

    /// <summary>The program that is at it, by an id of its own.</summary>
    public required string Worker { get; set; }

    /// <summary>Until when the program has it for itself, real instant; another one may take it up afterwards.</summary>
    public required DateTimeOffset TakenUntil { get; set; }

    /// <summary>Up to where it has come: of a full run an obligation, of one by set a share; null at the beginning.</summary>
    public Guid? Reached { get; set; }

    /// <summary>How many chunks are done.</summary>
    public int Chunks { get; set; }

    /// <summary>How many days were moved.</summary>
    public int Moved { get; set; }

    /// <summary>SHA-256 over the list of moved days, lower-case hexadecimal digits; null while it runs.</summary>
    public string? Digest { get; set; }

    public long Revision { get; private set; }
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
        model.Entity<StoredMove>(move =>
        {
            move.ToTable("move");
            move.HasKey(m => new { m.RunId, m.Chunk, m.AssignmentId });
            move.HasIndex(m => m.AssignmentId);
            move.HasOne<StoredReprojection>().WithMany().HasForeignKey(m => m.RunId).OnDelete(DeleteBehavior.Restrict);
            move.HasOne<StoredAssignment>().WithMany().HasForeignKey(m => m.AssignmentId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
