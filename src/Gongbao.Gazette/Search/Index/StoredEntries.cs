using System.Text.Json;
using Gongbao.Gazette.Classification;
using Gongbao.Gazette.Classification.Storage;
using Gongbao.Gazette.Library.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Search.Index;

/// <summary>What search knows of documents, made from what is stored of them and not from a reading at hand.</summary>
internal static class StoredEntries
{
    /// <param name="db">The library. Classes that the unit has given and not saved yet count; documents and clauses that it has changed are taken as they were.</param>
    /// <param name="documentIds">The documents; those that are withdrawn or unknown are passed over.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>In the order of their ids.</returns>
    public static async Task<IReadOnlyList<SearchEntry>> OfAsync(GazetteDb db, IReadOnlyCollection<Guid> documentIds, CancellationToken stop)
    {
        var documents = await db.Documents.Where(d => documentIds.Contains(d.Id) && !d.IsWithdrawn).OrderBy(d => d.Id)
            .Select(d => new { d.Id, d.Number, d.Issuers, d.Title, d.DatedOn, d.Reading, d.Validity, d.SearchText }).ToListAsync(stop);
        var clauses = (await db.Clauses.Where(c => documentIds.Contains(c.DocumentId) && !c.IsGone).OrderBy(c => c.Ordinal)
            .Select(c => new { c.DocumentId, c.Place, c.SearchText }).ToListAsync(stop)).ToLookup(c => c.DocumentId);
        var classes = (await db.Classes.Where(c => documentIds.Contains(c.DocumentId)).ToListAsync(stop)).Where(c => db.Entry(c).State is not EntityState.Deleted)
            .Union(db.Classes.Local.Where(c => documentIds.Contains(c.DocumentId))).ToLookup(c => c.DocumentId);
        var wordings = await Wording.OfAsync(db, documentIds, stop);
        return [.. documents.Select(d => new SearchEntry(d.Id, d.Number, d.Issuers, d.Title, KindOf(d.Reading), d.DatedOn, [.. clauses[d.Id].Select(c => SearchLine.Of(c.Place, c.SearchText))]) { Classes = ClassesOf(classes[d.Id]), States = d.Validity, Beside = d.SearchText, Wordings = wordings.GetValueOrDefault(d.Id, []) })];
    }

    /// <summary>As the index keeps them.</summary>
    public static IReadOnlyList<(Aspect Aspect, string Name)> ClassesOf(IEnumerable<StoredClass> classes) => [.. classes.OrderBy(c => c.Ordinal).Select(c => (c.Aspect, c.Name))];

    /// <summary>The kind, without reading the whole tree.</summary>
    private static string? KindOf(string reading)
    {
        using var json = JsonDocument.Parse(reading, new() { MaxDepth = 512 });
        return json.RootElement.TryGetProperty("Kind", out var kind) && kind.ValueKind is JsonValueKind.Object ? kind.GetProperty("Value").GetString() : null;
    }
}
