using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Search.Saved;

/// <summary>A search that somebody keeps (保存的搜索), with how far they have seen its results.</summary>
internal sealed class StoredSearch : IRevised
{
    public required Guid Id { get; init; }

    /// <summary>Whose it is, an actor's id.</summary>
    public required Guid Owner { get; init; }

    /// <summary>What the owner calls it.</summary>
    public required string Name { get; set; }

    /// <summary>As typed.</summary>
    public required string Query { get; init; }

    /// <summary>JSON of the filters: value by facet.</summary>
    public required string Filters { get; init; }

    /// <summary>What stands in the address of its feed instead of a sign-in.</summary>
    public required string FeedKey { get; init; }

    /// <summary>The documents that came in up to this instant were seen.</summary>
    public required DateTimeOffset SeenTo { get; set; }

    /// <summary>JSON of the documents that were seen of those that came in shortly before it: others of that time may become visible later.</summary>
    public required string SeenNear { get; set; }

    public required DateTimeOffset SavedAt { get; init; }

    public long Revision { get; private set; }

    public static void Map(ModelBuilder model) => model.Entity<StoredSearch>(search =>
    {
        search.ToTable("saved_search");
        search.HasIndex(s => s.Owner);
        search.HasIndex(s => s.FeedKey).IsUnique();
    });
}
