using Gongbao.Gazette.Citations.Resolution;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Search.Index;
using Gongbao.Kernel.Clauses;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Citations.Storage;

/// <summary>Takes the places of documents out of the library, with the numbers that amendments gave them.</summary>
internal static class LibraryPlaces
{
    /// <param name="db">The library.</param>
    /// <param name="documents">At most as many as one question may name.</param>
    /// <param name="stop">Ends the work.</param>
    public static async Task<Dictionary<Guid, DocumentPlaces>> OfAsync(GazetteDb db, IReadOnlyCollection<Guid> documents, CancellationToken stop) =>
        await OfAsync(db, await db.Clauses.AsNoTracking().Where(c => documents.Contains(c.DocumentId) && !c.IsGone).OrderBy(c => c.Ordinal)
            .Select(c => new Row(c.DocumentId, c.Ordinal, new(c.Id, c.Slug, c.Slug, c.RunsIn))).ToListAsync(stop), stop);

    /// <summary>The same of documents whose clauses are at hand.</summary>
    public static Task<Dictionary<Guid, DocumentPlaces>> OfAsync(GazetteDb db, IEnumerable<StoredClause> clauses, CancellationToken stop) =>
        OfAsync(db, [.. clauses.Select(c => new Row(c.DocumentId, c.Ordinal, new(c.Id, c.Slug, c.Slug, c.RunsIn)))], stop);

    private static async Task<Dictionary<Guid, DocumentPlaces>> OfAsync(GazetteDb db, List<Row> clauses, CancellationToken stop)
    {
        var found = new Dictionary<Guid, DocumentPlaces>();
        var wordings = await Wording.OfAsync(db, [.. clauses.Select(c => c.Document).Distinct()], stop);
        foreach (var document in clauses.GroupBy(c => c.Document))
        {
            List<KnownPlace> printed = [.. document.OrderBy(c => c.Ordinal).Select(c => c.Place)];
            var bySlug = printed.ToDictionary(p => p.Slug, StringComparer.Ordinal);
            found.Add(document.Key, new(new(printed), [.. wordings.GetValueOrDefault(document.Key, []).Select(w => (w.Days, new PlaceIndex(w.Lines.Select(l => Numbered(l, bySlug)).OfType<KnownPlace>())))]));
        }
        return found;
    }

    /// <summary>A place by the number that it has in a wording; null where it has no address.</summary>
    private static KnownPlace? Numbered(WordingLine line, Dictionary<string, KnownPlace> printed)
    {
        if (line.Slug is not { } slug) return null;
        var known = printed.GetValueOrDefault(slug);
        var number = ClausePath.TryParse(line.Place, out var path) && !path.IsDocument ? path.Slug : slug;
        return new(known?.Id, number, slug, known?.RunsIn ?? false);
    }

    private sealed record Row(Guid Document, int Ordinal, KnownPlace Place);
}
