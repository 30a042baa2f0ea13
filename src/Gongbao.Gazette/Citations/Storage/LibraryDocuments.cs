using Gongbao.Gazette.Citations.Resolution;
using Gongbao.Gazette.Library.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Citations.Storage;

/// <summary>Takes out of the library the documents that some citations may mean, with the places where places are cited.</summary>
internal static class LibraryDocuments
{
    /// <param name="db">The library.</param>
    /// <param name="citations">What is to be resolved.</param>
    /// <param name="except">Documents that are at hand or gone.</param>
    /// <param name="stop">Ends the work.</param>
    public static async Task<IReadOnlyList<KnownDocument>> ForAsync(GazetteDb db, IReadOnlyCollection<StoredCitation> citations, HashSet<Guid> except, CancellationToken stop)
    {
        var found = new Dictionary<Guid, Row>();
        await CitationImport.InChunksAsync(citations.Select(c => c.TargetNumber).OfType<string>().Distinct(), async numbers =>
            Add(await db.Documents.Where(d => !d.IsWithdrawn && d.Number != null && numbers.Contains(d.Number)).Select(d => new Row(d.Id, d.Slug, d.Number, d.Issuers, d.Title, d.DatedOn)).ToListAsync(stop)));
        await CitationImport.InChunksAsync(citations.Select(c => c.TargetTitle).OfType<string>().Distinct(), async cores =>
            Add(await (from n in db.Names
                       where cores.Contains(n.Core)
                       join d in db.Documents on n.DocumentId equals d.Id
                       where !d.IsWithdrawn
                       select new Row(d.Id, d.Slug, d.Number, d.Issuers, d.Title, d.DatedOn)).ToListAsync(stop)));

        var names = new List<StoredName>();
        await CitationImport.InChunksAsync(found.Keys, async ids =>
        {
            names.AddRange(await db.Names.AsNoTracking().Where(n => ids.Contains(n.DocumentId)).ToListAsync(stop));
            return 0;
        });
        var byDocument = names.ToLookup(n => n.DocumentId, n => new KnownName(n.Exact, n.Core, n.Issued));
        var places = await PlacesAsync(db, citations, found.Values, byDocument, stop);
        return [.. found.Values.Select(d => new KnownDocument(d.Id, d.Slug, d.Number, d.Issuers, d.Title, d.DatedOn, [.. byDocument[d.Id]], places.GetValueOrDefault(d.Id, DocumentPlaces.None)))];

        int Add(List<Row> rows)
        {
            foreach (var row in rows)
                if (!except.Contains(row.Id)) found.TryAdd(row.Id, row);
            return 0;
        }
    }

    private static async Task<Dictionary<Guid, DocumentPlaces>> PlacesAsync(
        GazetteDb db, IReadOnlyCollection<StoredCitation> citations, IEnumerable<Row> documents, ILookup<Guid, KnownName> names, CancellationToken stop)
    {
        var placed = citations.Where(c => c.PlaceBase is not null).ToList();
        var numbers = placed.Select(c => c.TargetNumber).OfType<string>().ToHashSet();
        var cores = placed.Select(c => c.TargetTitle).OfType<string>().ToHashSet();
        var asked = documents.Where(d => d.Number is { } n && numbers.Contains(n) || names[d.Id].Any(n => cores.Contains(n.Core))).Select(d => d.Id);
        var places = new Dictionary<Guid, DocumentPlaces>();
        await CitationImport.InChunksAsync(asked, async ids =>
        {
            foreach (var (id, of) in await LibraryPlaces.OfAsync(db, ids, stop)) places[id] = of;
            return 0;
        });
        return places;
    }

    private sealed record Row(Guid Id, string Slug, string? Number, string Issuers, string Title, DateOnly? DatedOn);
}
