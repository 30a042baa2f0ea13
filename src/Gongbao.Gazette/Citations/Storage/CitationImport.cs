using Gongbao.Gazette.Citations.Resolution;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Citations.Storage;

/// <summary>
/// Keeps the citations in step with the library: called in the unit of work that changes documents. The changed documents' citations are
/// written anew; those of other documents whose words may mean a changed or withdrawn one are resolved again, and no more than those.
/// </summary>
/// <param name="db">The context of the unit.</param>
/// <param name="changed">The stored documents with what was found in each.</param>
/// <param name="withdrawn">Documents that the library shows no more.</param>
internal sealed class CitationImport(GazetteDb db, IReadOnlyList<(StoredDocument Document, IReadOnlyList<PlacedCitation> Found)> changed, IReadOnlyList<Guid> withdrawn)
{
    private const int AtOnce = 400;
    private readonly HashSet<Guid> _touched = [.. changed.Select(c => c.Document.Id), .. withdrawn];

    public static Task WriteAsync(
        UnitOfWork unit, IReadOnlyList<(StoredDocument Document, IReadOnlyList<PlacedCitation> Found)> changed, IReadOnlyList<Guid> withdrawn, CancellationToken stop) =>
        new CitationImport(unit.Db<GazetteDb>(), changed, withdrawn).WriteAsync(stop);

    private async Task WriteAsync(CancellationToken stop)
    {
        if (_touched.Count == 0) return;
        var cores = await RenewNamesAsync(stop);
        await InChunksAsync(_touched, ids => db.Citations.Where(c => ids.Contains(c.FromDocumentId)).ExecuteDeleteAsync(stop));
        var others = await OthersAsync(cores, stop);
        var written = Write();

        var places = await LibraryPlaces.OfAsync(db, Clauses(), stop);
        var known = changed.ToDictionary(c => c.Document.Id, c => Known(c.Document, NamesOf(c.Document), places));
        var index = new CitationIndex([.. known.Values, .. await LibraryDocuments.ForAsync(db, [.. written, .. others], _touched, stop)]);
        foreach (var citation in written)
            citation.Lead(CitationResolver.Resolve(citation.Target, citation.CitedPlace, citation.Not, known[citation.FromDocumentId], SlugOf(citation), known[citation.FromDocumentId].DatedOn, index));
        await ResolveAsync(others, index, stop);
    }

    /// <summary>Resolves again what other documents cite of places in documents whose words an amendment changed or changed back.</summary>
    /// <param name="unit">The unit that changes what holds; it has saved that.</param>
    /// <param name="amended">The documents.</param>
    /// <param name="stop">Ends the work.</param>
    public static async Task RenewPlacesAsync(UnitOfWork unit, IReadOnlyCollection<Guid> amended, CancellationToken stop)
    {
        if (amended.Count == 0) return;
        var db = unit.Db<GazetteDb>();
        var placed = new List<StoredCitation>();
        await InChunksAsync(amended, async ids =>
        {
            placed.AddRange(await db.Citations.Where(c => c.ToDocumentId != null && ids.Contains(c.ToDocumentId.Value) && c.FromDocumentId != c.ToDocumentId && c.PlaceBase != null).ToListAsync(stop));
            return 0;
        });
        await new CitationImport(db, [], []).ResolveAsync(placed, new CitationIndex(await LibraryDocuments.ForAsync(db, placed, [], stop)), stop);
    }

    private async Task ResolveAsync(List<StoredCitation> others, CitationIndex index, CancellationToken stop)
    {
        var dates = await DatesAsync(others, stop);
        foreach (var citation in others)
            citation.Lead(CitationResolver.Resolve(citation.Target, citation.CitedPlace, citation.Not, Elsewhere(citation.FromDocumentId), null, dates.GetValueOrDefault(citation.FromDocumentId), index));
    }

    /// <returns>Cores of all names that the changed and withdrawn documents had or have.</returns>
    private async Task<HashSet<string>> RenewNamesAsync(CancellationToken stop)
    {
        var cores = new HashSet<string>(StringComparer.Ordinal);
        await InChunksAsync(_touched, async ids =>
        {
            cores.UnionWith(await db.Names.Where(n => ids.Contains(n.DocumentId)).Select(n => n.Core).ToListAsync(stop));
            return await db.Names.Where(n => ids.Contains(n.DocumentId)).ExecuteDeleteAsync(stop);
        });
        foreach (var (document, _) in changed)
        {
            foreach (var name in NamesOf(document))
            {
                cores.Add(name.Core);
                db.Names.Add(new() { DocumentId = document.Id, Exact = name.Exact, Core = name.Core, Issued = name.Issued });
            }
        }
        return cores;
    }

    /// <summary>Citations in other documents that name one of the changed or withdrawn, or lead to one. Those that name a text of their own document can mean no other.</summary>
    private async Task<List<StoredCitation>> OthersAsync(HashSet<string> cores, CancellationToken stop)
    {
        var others = new Dictionary<Guid, StoredCitation>();
        async Task<int> Take(IQueryable<StoredCitation> some)
        {
            foreach (var citation in await some.ToListAsync(stop))
                if (!_touched.Contains(citation.FromDocumentId) && citation.Not is not NonDocument.IssuedHere) others.TryAdd(citation.Id, citation);
            return 0;
        }
        await InChunksAsync(_touched, ids => Take(db.Citations.Where(c => c.ToDocumentId != null && ids.Contains(c.ToDocumentId.Value) && c.FromDocumentId != c.ToDocumentId)));
        await InChunksAsync(cores, some => Take(db.Citations.Where(c => c.TargetTitle != null && some.Contains(c.TargetTitle))));
        await InChunksAsync(changed.Select(c => c.Document.Number).OfType<string>(), some => Take(db.Citations.Where(c => c.TargetNumber != null && some.Contains(c.TargetNumber))));
        return [.. others.Values.OrderBy(c => c.Id)];
    }

    private List<StoredCitation> Write()
    {
        var clauses = Clauses().ToDictionary(c => (c.DocumentId, c.Slug), c => c.Id);
        var written = new List<StoredCitation>();
        foreach (var (document, found) in changed)
        {
            for (var i = 0; i < found.Count; i++)
            {
                Guid? clause = found[i].Slug is { } slug && clauses.TryGetValue((document.Id, slug), out var id) ? id : null;
                var citation = StoredCitation.Of(document.Id, clause, i, found[i]);
                if (found[i].Slug is { } at) _slugs[citation.Id] = at;
                db.Citations.Add(citation);
                written.Add(citation);
            }
        }
        return written;
    }

    private readonly Dictionary<Guid, string> _slugs = [];

    private string? SlugOf(StoredCitation citation) => _slugs.GetValueOrDefault(citation.Id);

    private IEnumerable<StoredClause> Clauses() => db.Clauses.Local.Where(c => !c.IsGone && _touched.Contains(c.DocumentId));

    private static KnownDocument Known(StoredDocument document, IReadOnlyList<KnownName> names, Dictionary<Guid, DocumentPlaces> places) => new(
        document.Id, document.Slug, document.Number, document.Issuers, document.Title, document.DatedOn, names, places.GetValueOrDefault(document.Id, DocumentPlaces.None));

    private static IReadOnlyList<KnownName> NamesOf(StoredDocument document) => KnownName.Of(document.Issuers, document.Title);

    /// <summary>A citing document that does not change: its citations of itself are not resolved again, so nothing but its id is asked.</summary>
    private static KnownDocument Elsewhere(Guid id) => new(id, "", null, "", "", null, [], DocumentPlaces.None);

    private async Task<Dictionary<Guid, DateOnly?>> DatesAsync(List<StoredCitation> citations, CancellationToken stop)
    {
        var dates = new Dictionary<Guid, DateOnly?>();
        await InChunksAsync(citations.Select(c => c.FromDocumentId).Distinct(), async ids =>
        {
            foreach (var d in await db.Documents.Where(d => ids.Contains(d.Id)).Select(d => new { d.Id, d.DatedOn }).ToListAsync(stop)) dates[d.Id] = d.DatedOn;
            return 0;
        });
        return dates;
    }

    internal static async Task InChunksAsync<T>(IEnumerable<T> all, Func<T[], Task<int>> work)
    {
        foreach (var some in all.Chunk(AtOnce)) await work(some);
    }
}
