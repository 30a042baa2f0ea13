using Gongbao.Gazette.Library;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Search.Index;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Search.Query;

/// <summary>Shows the documents of one page of results: their lines, the clauses that hold the words, and why each was found.</summary>
internal sealed class FoundPlaces(GazetteDb db, IReadOnlyList<string> phrases)
{
    private const int PlacesShown = 3;

    /// <param name="page">The documents, best first.</param>
    /// <param name="bodies">Their texts in the index, by row.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<List<SearchHit>> ShowAsync(IReadOnlyList<Ranked> page, IReadOnlyDictionary<int, string> bodies, string typed, CancellationToken stop)
    {
        if (page.Count == 0) return [];
        var ids = page.Select(p => p.Fact.DocumentId).ToList();
        var documents = await (from d in db.Documents
                               join i in db.Issues on d.IssueId equals i.Id
                               where ids.Contains(d.Id)
                               select new { d.Id, d.Slug, d.Number, d.Issuers, d.Title, d.DatedOn, Issue = i.Title }).ToDictionaryAsync(d => d.Id, stop);
        var open = await db.Readings.Where(r => ids.Contains(r.DocumentId) && !r.IsGone && (r.State == ReadingState.Open || r.State == ReadingState.ConfirmAgain))
            .GroupBy(r => r.DocumentId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var lines = page.ToDictionary(p => p.Fact.Id, p => bodies.TryGetValue(p.Fact.Id, out var body) ? Holding(body) : []);
        var clauses = await ClausesAsync([.. page.SelectMany(p => lines[p.Fact.Id].Take(PlacesShown).Select(l => (p.Fact.DocumentId, l.Ordinal)))], stop);

        var hits = new List<SearchHit>(page.Count);
        foreach (var (fact, tier, _) in page)
        {
            if (!documents.TryGetValue(fact.DocumentId, out var d)) continue;
            var held = lines[fact.Id];
            var places = held.Take(PlacesShown).Select(l => clauses.GetValueOrDefault((fact.DocumentId, l.Ordinal))).OfType<StoredPlace>().ToList();
            hits.Add(new(
                new(d.Slug, d.Number, FullTitle.Of(d.Issuers, d.Title), d.DatedOn, 0, open.GetValueOrDefault(d.Id), []),
                d.Issue,
                Reasons.Of(tier, typed, phrases, held.Count, held.Any(h => h.IsHeading), places.Select(p => p.Place).FirstOrDefault(p => p.Length > 0)),
                [.. places.Select(p => new SearchPlace(p.Slug, p.Place.Length > 0 ? p.Place : null, Snippet.Of(p.Text, phrases)))],
                Math.Max(0, held.Count - PlacesShown)));
        }
        return hits;
    }

    /// <summary>The clauses of a text that hold any of the words: those that hold most of them first, headings before others, then as printed.</summary>
    private List<HeldLine> Holding(string body)
    {
        var held = new List<HeldLine>();
        var ordinal = 0;
        foreach (var range in body.AsSpan().Split('\n'))
        {
            var line = body.AsSpan(range);
            var count = 0;
            var heading = line.Length > 0 && line[0] == SearchRow.Placed;
            foreach (var phrase in phrases)
            {
                if (!line.Contains(phrase, StringComparison.Ordinal)) continue;
                count++;
                heading = heading && Ranking.Heading(line).Contains(phrase, StringComparison.Ordinal);
            }
            if (count > 0) held.Add(new(ordinal, count, heading));
            ordinal++;
        }
        return [.. held.OrderByDescending(h => h.Count).ThenByDescending(h => h.IsHeading).ThenBy(h => h.Ordinal)];
    }

    private async Task<Dictionary<(Guid, int), StoredPlace>> ClausesAsync(IReadOnlyList<(Guid Document, int Ordinal)> places, CancellationToken stop)
    {
        if (places.Count == 0) return [];
        var rows = string.Join(", ", places.Select((_, i) => $"({{{2 * i}}}, {{{(2 * i) + 1}}})"));
#pragma warning disable EF1002 // the names of parameters
        var found = await db.Database.SqlQueryRaw<StoredPlace>(
            $"select document_id as \"DocumentId\", ordinal as \"Ordinal\", slug as \"Slug\", place as \"Place\", text as \"Text\" from gazette_clause where not is_gone and (document_id, ordinal) in (values {rows})",
            [.. places.SelectMany(p => new object[] { p.Document, p.Ordinal })]).ToListAsync(stop);
#pragma warning restore EF1002
        return found.ToDictionary(c => (c.DocumentId, c.Ordinal));
    }

    private readonly record struct HeldLine(int Ordinal, int Count, bool IsHeading);
}

/// <summary>A clause as a result shows it.</summary>
internal sealed record StoredPlace(Guid DocumentId, int Ordinal, string Slug, string Place, string Text);
