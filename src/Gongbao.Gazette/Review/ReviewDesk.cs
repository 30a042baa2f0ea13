using Gongbao.Gazette.Library;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Reading;
using Gongbao.Web.Deciding;
using Gongbao.Web.Listing;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Review;

/// <summary>What a person wants to see of the desk.</summary>
/// <param name="Waiting">True for what nobody has decided; false for what was decided.</param>
/// <param name="Document">Slug of a document; null for all.</param>
/// <param name="Kind">Kind of value; null for all.</param>
/// <param name="Start">From where on.</param>
internal sealed record ReviewFilter(bool Waiting = true, string? Document = null, string? Kind = null, ListStart<ReadingPlace> Start = default);

/// <summary>A reading's place on the desk: the most doubtful first, then as printed.</summary>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Ordinal">Place of its document in the issue, from 0.</param>
/// <param name="Document">Its document.</param>
/// <param name="Line">Line of the source, from 1.</param>
/// <param name="Reading">The reading.</param>
internal sealed record ReadingPlace(double Confidence, int Ordinal, Guid Document, int Line, Guid Reading);

/// <summary>A page of the desk.</summary>
internal sealed record ReviewPage(
    IReadOnlyList<ReviewRow> Rows, int Total, int Page, int Pages, int Waiting, int DecidedCount, IReadOnlyList<(string Slug, string Title)> Documents, IReadOnlyList<string> Kinds)
{
    /// <summary>The place of the last row; null where it is the last of the list.</summary>
    public ReadingPlace? Behind { get; init; }
}

/// <summary>A reading on the desk, with the source lines it was read from.</summary>
internal sealed record ReviewRow(StoredReading Reading, string DocumentSlug, string DocumentTitle, string SourceName, IReadOnlyList<SourceLineView> Lines)
{
    public Seen Seen => new(Reading.Id, Reading.Revision);
}

/// <summary>The review desk (审读台): what the reader is unsure of, the most doubtful first.</summary>
internal sealed class ReviewDesk(GazetteDb db, OpenIssues open)
{
    internal int PageSize { get; set; } = 20;

    public async Task<ReviewPage> FindAsync(ReviewFilter filter, CancellationToken stop)
    {
        var all = db.Readings.Where(r => !r.IsGone);
        var waiting = all.Where(r => r.State == ReadingState.Open || r.State == ReadingState.ConfirmAgain);
        var decided = all.Where(r => r.State == ReadingState.Accepted || r.State == ReadingState.Corrected || r.State == ReadingState.Rejected);
        var wanted = filter.Waiting ? waiting : decided;
        if (filter.Document is { } slug) wanted = wanted.Where(r => db.Documents.Any(d => d.Id == r.DocumentId && d.Slug == slug));
        if (filter.Kind is { } kind) wanted = wanted.Where(r => r.Kind == kind);

        var placed = from r in wanted join d in db.Documents on r.DocumentId equals d.Id select new { Reading = r, d.Ordinal };
        if (filter.Start.After is var (confidence, ordinal, document, line, id))
        {
            placed = placed.Where(p => p.Reading.Confidence > confidence || p.Reading.Confidence == confidence
                && (p.Ordinal > ordinal || p.Ordinal == ordinal && (p.Reading.DocumentId > document || p.Reading.DocumentId == document
                    && (p.Reading.Line > line || p.Reading.Line == line && p.Reading.Id > id))));
        }
        var page = await placed.OrderBy(p => p.Reading.Confidence).ThenBy(p => p.Ordinal).ThenBy(p => p.Reading.DocumentId).ThenBy(p => p.Reading.Line).ThenBy(p => p.Reading.Id)
            .SliceAsync(filter.Start, await wanted.CountAsync(stop), PageSize, p => new ReadingPlace(p.Reading.Confidence, p.Ordinal, p.Reading.DocumentId, p.Reading.Line, p.Reading.Id), stop);
        var documents = await db.Documents.Where(d => all.Any(r => r.DocumentId == d.Id)).OrderBy(d => d.DatedOn).ThenBy(d => d.Ordinal)
            .Select(d => new { d.Slug, d.Title }).ToListAsync(stop);
        return new(
            await RowsAsync([.. page.Rows.Select(p => p.Reading)], stop), page.Total, page.Page, page.Pages, await waiting.CountAsync(stop), await decided.CountAsync(stop),
            [.. documents.Select(d => (d.Slug, d.Title))], [.. (await all.Select(r => r.Kind).Distinct().ToListAsync(stop)).Order(StringComparer.Ordinal)])
        {
            Behind = page.Behind,
        };
    }

    /// <returns>Null when there is no such reading, or the latest version of its document no longer yields it.</returns>
    public async Task<ReviewRow?> FindAsync(Guid id, CancellationToken stop) =>
        await db.Readings.FirstOrDefaultAsync(r => r.Id == id && !r.IsGone, stop) is { } reading ? (await RowsAsync([reading], stop))[0] : null;

    private async Task<IReadOnlyList<ReviewRow>> RowsAsync(IReadOnlyList<StoredReading> readings, CancellationToken stop)
    {
        var ids = readings.Select(r => r.DocumentId).Distinct().ToList();
        var documents = await (from d in db.Documents
                               join i in db.Issues on d.IssueId equals i.Id
                               where ids.Contains(d.Id)
                               select new { d.Id, d.Slug, d.Title, Issue = i }).ToDictionaryAsync(d => d.Id, stop);
        var rows = new List<ReviewRow>(readings.Count);
        foreach (var reading in readings)
        {
            var document = documents[reading.DocumentId];
            var issue = await open.OpenAsync(db, document.Issue, stop);
            var lines = issue.Find(document.Slug) is { } shown ? SourceProjection.Around(issue.Reading, shown.Read, new Span(reading.SpanFrom, reading.SpanTo)) : [];
            rows.Add(new(reading, document.Slug, document.Title, issue.Reading.Source.Name, lines));
        }
        return rows;
    }
}
