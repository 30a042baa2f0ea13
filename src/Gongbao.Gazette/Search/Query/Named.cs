using Gongbao.Gazette.Citations;
using Gongbao.Gazette.Citations.Storage;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Kernel.Clauses;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Search.Query;

/// <summary>What a query names by number or title: one document and, with a place, one clause; or several documents, among which nothing is guessed.</summary>
/// <param name="Document">Part of the address of the one document; null where none or more than one is named.</param>
/// <param name="Clause">That of its clause; null where no place was typed or it has no such clause.</param>
/// <param name="Remarks">What to say of it, in whole sentences.</param>
/// <param name="Candidates">The clauses of the several documents; empty where no place was typed.</param>
internal sealed record Named(string? Document, string? Clause, IReadOnlyList<string> Remarks, IReadOnlyList<SearchSuggestion> Candidates)
{
    /// <summary>So many are offered to choose from; all of them are among the results.</summary>
    private const int MostOffered = 20;

    private static Named Nothing { get; } = new(null, null, [], []);

    public static async Task<Named> OfAsync(GazetteDb db, Finding search, CancellationToken stop)
    {
        var ids = search.Named.Where(f => search.StateOf(f) is not null).Select(f => f.DocumentId).Distinct().ToList();
        var place = search.Query.Place;
        if (ids.Count == 0 || ids.Count > 1 && place is null) return Nothing;
        var offered = ids.Take(MostOffered).ToList();
        var rows = await db.Documents.Where(d => offered.Contains(d.Id)).Select(d => new { d.Id, d.Slug, d.Number, d.Issuers, d.Title }).ToDictionaryAsync(d => d.Id, stop);
        var documents = offered.Where(rows.ContainsKey).Select(id => (Id: id, rows[id].Slug, Name: FullTitle.Cited(rows[id].Issuers, rows[id].Title, rows[id].Number))).ToList();
        if (documents.Count == 0) return Nothing;
        var clauses = place is null ? [] : await ClausesAsync(db, offered, place, search.Day, stop);
        if (ids.Count == 1)
        {
            var (id, slug, name) = documents[0];
            var clause = clauses.GetValueOrDefault(id);
            return new(slug, clause, place is not null && clause is null ? [$"{name}里没有“{place}”，请核对条款的序号。"] : [], []);
        }
        return new(null, null, [$"与所查的名称相符的文件有 {ids.Count} 份，请从中选择。"], [.. documents.Select(d => clauses.TryGetValue(d.Id, out var clause)
            ? new SearchSuggestion($"{d.Name}{place}", "条款", $"/d/{Uri.EscapeDataString(d.Slug)}/{Uri.EscapeDataString(clause)}")
            : new SearchSuggestion($"{d.Name}（其中没有“{place}”）", "标题", "/d/" + Uri.EscapeDataString(d.Slug)))]);
    }

    /// <summary>Parts of the addresses of a place in those documents that have it.</summary>
    private static async Task<Dictionary<Guid, string>> ClausesAsync(GazetteDb db, List<Guid> documents, ClausePath place, int day, CancellationToken stop)
    {
        var slug = place.Slug;
        var found = await db.Clauses.Where(c => documents.Contains(c.DocumentId) && c.Slug == slug && !c.IsGone).Select(c => c.DocumentId).Distinct().ToDictionaryAsync(d => d, _ => slug, stop);
        var others = documents.Where(d => !found.ContainsKey(d)).ToList();
        if (others.Count == 0) return found;
        // An article is named without its chapter, and by the number that it has on the day.
        foreach (var (document, places) in await LibraryPlaces.OfAsync(db, others, stop))
            if (places.On(day).Find(CitedPlace.Of(place), null) is (var at, _)) found[document] = at.Slug;
        return found;
    }
}
