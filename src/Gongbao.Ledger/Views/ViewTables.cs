using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Views;

/// <summary>The way of looking at a list that somebody named (保存的视图).</summary>
internal sealed class StoredView
{
    public required Guid Id { get; init; }

    /// <summary>The list: the path of its page.</summary>
    public required string Path { get; init; }

    /// <summary>What is asked of the list: the rest of its address.</summary>
    public required string Query { get; init; }

    public required string Name { get; init; }

    /// <summary>Who named it, an id; it is theirs to delete.</summary>
    public required string Owner { get; init; }

    /// <summary>The unit whose people see it too, by directory id; null where only its owner does.</summary>
    public required string? Unit { get; init; }

    public required DateTimeOffset SavedAt { get; init; }
}

/// <summary>Where views are kept.</summary>
internal static class ViewTables
{
    public static void Map(ModelBuilder model) => model.Entity<StoredView>(view =>
    {
        view.ToTable("saved_view");
        view.HasIndex(v => new { v.Owner, v.Path });
        view.HasIndex(v => new { v.Unit, v.Path });
    });
}
