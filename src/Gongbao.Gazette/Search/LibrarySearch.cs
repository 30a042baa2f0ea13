using Gongbao.Gazette.Library;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Kernel.Clauses;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Search;

/// <summary>
/// The search box: documents that hold every word of the query in number, issuers, title or text. The document whose number or title is
/// the query comes first, then those whose title holds it, then the rest, newest first. Both databases give the same order.
/// </summary>
internal sealed class LibrarySearch(GazetteDb db)
{
    private const int PageSize = 20;
    private const int PlacesShown = 3;
    private const int MostWords = 8;
    private const int LongestQuery = 200;

    public async Task<SearchView> FindAsync(string query, int page, CancellationToken stop)
    {
        var typed = query.Length > LongestQuery ? query[..LongestQuery] : query;
        var exact = DocumentNumber.Normalise(typed);
        var words = Words(typed);
        if (words.Count == 0) return new(query, 0, 1, 1, []);

        var found = await MatchAsync(words, exact, stop);
        var whole = SearchForm.Of(typed);
        var ranked = found.OrderBy(d => Rank(d, exact, whole)).ThenByDescending(d => d.DatedOn).ThenBy(d => d.Ordinal).ThenBy(d => d.Slug, StringComparer.Ordinal).ToList();
        var pages = Math.Max(1, (ranked.Count + PageSize - 1) / PageSize);
        var at = Math.Clamp(page, 1, pages);
        var hits = new List<SearchHit>();
        foreach (var document in ranked.Skip((at - 1) * PageSize).Take(PageSize)) hits.Add(await HitAsync(document, words, stop));
        return new(query, ranked.Count, at, pages, hits) { Exact = exact is null ? null : ranked.Find(d => d.Number == exact)?.Slug };
    }

    private static List<string> Words(string query) =>
        [.. query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(SearchForm.Of).Where(w => w.Length > 0).Distinct().Take(MostWords)];

    private async Task<List<Found>> MatchAsync(IReadOnlyList<string> words, string? exact, CancellationToken stop)
    {
        var shown = db.Documents.Where(d => !d.IsWithdrawn);
        var documents = shown;
        foreach (var word in words)
            documents = documents.Where(d => d.SearchText.Contains(word) || db.Clauses.Any(c => c.DocumentId == d.Id && !c.IsGone && c.SearchText.Contains(word)));
        // A number may be typed in a form that its words as printed do not have.
        var worded = documents;
        if (exact is not null) documents = shown.Where(d => d.Number == exact || worded.Any(w => w.Id == d.Id));
        return await documents.Select(d => new Found(d.Id, d.IssueId, d.Slug, d.Number, d.Issuers, d.Title, d.DatedOn, d.Ordinal, d.SearchText)).ToListAsync(stop);
    }

    private static int Rank(Found document, string? exact, string whole) =>
        document.Number is { } number && number == exact ? 0
        : SearchForm.Of(document.Title) == whole ? 1
        : document.SearchText.Contains(whole, StringComparison.Ordinal) ? 2
        : 3;

    private async Task<SearchHit> HitAsync(Found document, IReadOnlyList<string> words, CancellationToken stop)
    {
        var clauses = db.Clauses.Where(c => c.DocumentId == document.Id && !c.IsGone);
        var places = new List<(string Slug, string Place, int Ordinal, string Text)>();
        foreach (var word in words)
            foreach (var c in await clauses.Where(c => c.SearchText.Contains(word)).Select(c => new { c.Slug, c.Place, c.Ordinal, c.Text }).ToListAsync(stop))
                places.Add((c.Slug, c.Place, c.Ordinal, c.Text));
        var distinct = places.GroupBy(p => p.Slug, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.First().Ordinal).Select(g => g.First()).ToList();

        var issue = await db.Issues.Where(i => i.Id == document.IssueId).Select(i => i.Title).SingleAsync(stop);
        var open = await db.Readings.CountAsync(r => r.DocumentId == document.Id && !r.IsGone && (r.State == ReadingState.Open || r.State == ReadingState.ConfirmAgain), stop);
        var line = new DocumentLine(document.Slug, document.Number, FullTitle.Of(document.Issuers, document.Title), document.DatedOn, 0, open, []);
        return new(
            line,
            issue,
            [.. distinct.Take(PlacesShown).Select(p => new SearchPlace(p.Slug, p.Place.Length > 0 ? p.Place : null, Snippet.Of(p.Text, words)))],
            Math.Max(0, distinct.Count - PlacesShown));
    }

    private sealed record Found(Guid Id, Guid IssueId, string Slug, string? Number, string Issuers, string Title, DateOnly? DatedOn, int Ordinal, string SearchText);
}
