using Gongbao.Gazette.Library;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Search.Index;
using Gongbao.Gazette.Validity;

namespace Gongbao.Gazette.Search.Query;

/// <summary>Shows the documents of one page of results: their lines, the clauses that hold the words, and why each was found.</summary>
internal sealed class FoundPlaces(GazetteDb db, IReadOnlyList<string> phrases)
{
    private const int PlacesShown = 3;

    /// <param name="page">The documents, best first.</param>
    /// <param name="bodies">Their texts in the index, by row.</param>
    /// <param name="stateOf">The state of a document on the day that was asked for.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<List<SearchHit>> ShowAsync(IReadOnlyList<Ranked> page, IReadOnlyDictionary<int, string> bodies, Func<SearchFact, ValidityState?> stateOf, CancellationToken stop)
    {
        if (page.Count == 0) return [];
        var ids = page.Select(p => p.Fact.DocumentId).ToList();
        var documents = (await RawReading.RowsAsync(
            db,
            RawReading.In(db, "select d.id, d.slug, d.number, d.issuers, d.title, d.dated_on, i.title from gazette_document d join gazette_issue i on i.id = d.issue_id where d.id", ids),
            r => new { Id = r.GetGuid(0), Slug = r.GetString(1), Number = r.IsDBNull(2) ? null : r.GetString(2), Issuers = r.GetString(3), Title = r.GetString(4), DatedOn = r.IsDBNull(5) ? (DateOnly?)null : r.GetFieldValue<DateOnly>(5), Issue = r.GetString(6) },
            stop)).ToDictionary(d => d.Id);
        var open = (await RawReading.RowsAsync(
            db,
            RawReading.In(db, $"select document_id, count(*) from gazette_reading where not is_gone and state in ('{ReadingState.Open}', '{ReadingState.ConfirmAgain}') and document_id", ids, " group by document_id"),
            r => (Document: r.GetGuid(0), Count: r.GetInt32(1)),
            stop)).ToDictionary(o => o.Document, o => o.Count);
        var lines = page.ToDictionary(p => p.Fact.Id, p => bodies.TryGetValue(p.Fact.Id, out var body) ? Holding(body) : []);
        var wordings = await WordingsAsync(page, stop);
        var clauses = await ClausesAsync([.. page.Where(p => !wordings.ContainsKey(p.Fact.DocumentId)).SelectMany(p => lines[p.Fact.Id].Take(PlacesShown).Select(l => (p.Fact.DocumentId, l.Ordinal)))], stop);

        var hits = new List<SearchHit>(page.Count);
        foreach (var (fact, tier, _, _) in page)
        {
            if (!documents.TryGetValue(fact.DocumentId, out var d)) continue;
            var held = lines[fact.Id];
            var places = held.Take(PlacesShown).Select(l => wordings.TryGetValue(fact.DocumentId, out var words) ? words.ElementAtOrDefault(l.Ordinal) : clauses.GetValueOrDefault((fact.DocumentId, l.Ordinal))).OfType<WordingLine>().ToList();
            hits.Add(new(
                new(d.Slug, d.Number, d.Issuers.Split('、', StringSplitOptions.RemoveEmptyEntries), d.Title, d.DatedOn, 0, open.GetValueOrDefault(d.Id), []),
                d.Issue,
                Reasons.Of(tier, d.Number, phrases, held.Count, held.Any(h => h.IsHeading), places.Select(p => p.Place).FirstOrDefault(p => p.Length > 0)),
                [.. places.Select(p => new SearchPlace(p.Slug, p.Place.Length > 0 ? p.Place : null, Snippet.Of(p.Text, phrases)))],
                Math.Max(0, held.Count - PlacesShown)) { State = stateOf(fact) is { } state ? new(ValidityWords.Code(state), ValidityWords.Of(state)) : null });
        }
        return hits;
    }

    /// <summary>The clauses of a text that hold any of the words: those that hold most of them first, headings before others, then as printed.</summary>
    private List<HeldLine> Holding(string body)
    {
        var held = new List<HeldLine>();
        var ordinal = -SearchRow.HeadLines;
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
            if (count > 0 && ordinal >= 0) held.Add(new(ordinal, count, heading));
            ordinal++;
        }
        return [.. held.OrderByDescending(h => h.Count).ThenByDescending(h => h.IsHeading).ThenBy(h => h.Ordinal)];
    }

    /// <summary>The words of those documents that amendments changed, as they are on the day of the row that was found.</summary>
    private async Task<Dictionary<Guid, IReadOnlyList<WordingLine>>> WordingsAsync(IReadOnlyList<Ranked> page, CancellationToken stop)
    {
        var amended = page.Where(p => p.Fact.States.Days != WordingDays.Always).ToDictionary(p => p.Fact.DocumentId, p => p.Fact.States.Days);
        if (amended.Count == 0) return [];
        var wordings = await Wording.OfAsync(db, amended.Keys, stop);
        return amended.ToDictionary(a => a.Key, a => wordings.GetValueOrDefault(a.Key, []).FirstOrDefault(w => w.Days == a.Value)?.Lines ?? []);
    }

    private async Task<Dictionary<(Guid, int), WordingLine>> ClausesAsync(IReadOnlyList<(Guid Document, int Ordinal)> places, CancellationToken stop)
    {
        if (places.Count == 0) return [];
        const string columns = "c.document_id, c.ordinal, c.slug, c.place, c.text from gazette_clause c";
        var sql = db is SqliteGazetteDb
            ? new($"select {columns} where not c.is_gone and (c.document_id, c.ordinal) in (values {string.Join(',', places.Select((_, i) => $"(${(2 * i) + 1},${(2 * i) + 2})"))})", [.. places.SelectMany(p => new object[] { p.Document, p.Ordinal })])
            : new SearchSql($"select {columns} join unnest($1, $2) as p (document_id, ordinal) on c.document_id = p.document_id and c.ordinal = p.ordinal where not c.is_gone", places.Select(p => p.Document).ToArray(), places.Select(p => p.Ordinal).ToArray());
        var found = await RawReading.RowsAsync(db, sql, r => (Document: r.GetGuid(0), Ordinal: r.GetInt32(1), Line: new WordingLine(r.GetString(2), r.GetString(3), r.GetString(4))), stop);
        return found.ToDictionary(c => (c.Document, c.Ordinal), c => c.Line);
    }

    private readonly record struct HeldLine(int Ordinal, int Count, bool IsHeading);
}
