using Gongbao.Gazette.Citations.Storage;
using Gongbao.Gazette.Library.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Citations.Showing;

/// <summary>A document beside the one that is looked at: what cites it, or what it cites.</summary>
/// <param name="Document">Slug.</param>
/// <param name="Title">Its title.</param>
/// <param name="Number">Its number; null where it has none.</param>
/// <param name="Citations">How many citations lie between the two.</param>
internal sealed record Neighbour(string Document, string Title, string? Number, int Citations)
{
    /// <summary>Its own graph, from which one can go on.</summary>
    public string Href => "/citations/" + Uri.EscapeDataString(Document);
}

/// <summary>The neighbourhood of a document, as the graph draws it: on each side the closest twelve, the closest first.</summary>
/// <param name="Citing">Who cites it.</param>
/// <param name="CitingCount">How many documents cite it, drawn or not.</param>
/// <param name="Cited">What it cites in the library, itself left out.</param>
/// <param name="CitedCount">How many documents it cites, drawn or not.</param>
internal sealed record Neighbours(IReadOnlyList<Neighbour> Citing, int CitingCount, IReadOnlyList<Neighbour> Cited, int CitedCount)
{
    /// <summary>How many of a side are drawn; the rest is in the table.</summary>
    private const int Most = 12;

    /// <param name="db">The library.</param>
    /// <param name="document">The document in the middle.</param>
    /// <param name="from">What it cites.</param>
    /// <param name="to">What cites it.</param>
    /// <param name="stop">Ends the work.</param>
    public static async Task<Neighbours> OfAsync(GazetteDb db, Guid document, IQueryable<StoredCitation> from, IQueryable<StoredCitation> to, CancellationToken stop)
    {
        var citing = to.Where(c => c.FromDocumentId != document).Select(c => c.FromDocumentId);
        var cited = from.Where(c => c.ToDocumentId != null && c.ToDocumentId != document).Select(c => c.ToDocumentId!.Value);
        return new(await ClosestAsync(db, citing, stop), await citing.Distinct().CountAsync(stop), await ClosestAsync(db, cited, stop), await cited.Distinct().CountAsync(stop));
    }

    /// <summary>By the number of citations; among equals the latest document first.</summary>
    private static async Task<IReadOnlyList<Neighbour>> ClosestAsync(GazetteDb db, IQueryable<Guid> ends, CancellationToken stop)
    {
        var counted = ends.GroupBy(id => id).Select(g => new { Id = g.Key, Citations = g.Count() });
        return await (from n in counted
                      join d in db.Documents on n.Id equals d.Id
                      orderby n.Citations descending, d.DatedOn == null, d.DatedOn descending, d.Slug
                      select new Neighbour(d.Slug, d.Title, d.Number, n.Citations)).Take(Most).ToListAsync(stop);
    }
}
