using Gongbao.Gazette.Library;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Reading;
using Gongbao.Web.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Review;

/// <summary>What a person wants to see of the desk.</summary>
/// <param name="Waiting">True for what nobody has decided; false for what was decided.</param>
/// <param name="Document">Slug of a document; null for all.</param>
/// <param name="Kind">Kind of value; null for all.</param>
/// <param name="Page">Counted from 1.</param>
internal sealed record ReviewFilter(bool Waiting = true, string? Document = null, string? Kind = null, int Page = 1);

/// <summary>A page of the desk.</summary>
internal sealed record ReviewPage(
    IReadOnlyList<ReviewRow> Rows, int Total, int Page, int Pages, int Waiting, int DecidedCount, IReadOnlyList<(string Slug, string Title)> Documents, IReadOnlyList<string> Kinds);

/// <summary>A reading on the desk, with the source lines it was read from.</summary>
internal sealed record ReviewRow(StoredReading Reading, string DocumentSlug, string DocumentTitle, string SourceName, IReadOnlyList<SourceLineView> Lines)
{
    public Seen Seen => new(Reading.Id, Reading.Revision);
}

/// <summary>The review desk (审读台): what the reader is unsure of, the most doubtful first.</summary>
internal sealed class ReviewDesk(GazetteDb db, OpenIssues open)
{
    private const int PageSize = 20;

    public async Task<ReviewPage> FindAsync(ReviewFilter filter, CancellationToken stop)
    {
        var all = db.Readings.Where(r => !r.IsGone);
        var waiting = all.Where(r => r.State == ReadingState.Open || r.State == ReadingState.ConfirmAgain);
        var decided = all.Where(r => r.State == ReadingState.Accepted || r.State == ReadingState.Corrected || r.State == ReadingState.Rejected);
        var wanted = filter.Waiting ? waiting : decided;
        if (filter.Document is { } slug) wanted = wanted.Where(r => db.Documents.Any(d => d.Id == r.DocumentId && d.Slug == slug));
        if (filter.Kind is { } kind) wanted = wanted.Where(r => r.Kind == kind);

        var total = await wanted.CountAsync(stop);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(filter.Page, 1, pages);
        var readings = await wanted.OrderBy(r => r.Confidence)
            .ThenBy(r => db.Documents.Where(d => d.Id == r.DocumentId).Select(d => d.Ordinal).FirstOrDefault()).ThenBy(r => r.DocumentId).ThenBy(r => r.Line).ThenBy(r => r.Id)
            .Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(stop);
        var documents = await db.Documents.Where(d => all.Any(r => r.DocumentId == d.Id)).OrderBy(d => d.DatedOn).ThenBy(d => d.Ordinal)
            .Select(d => new { d.Slug, d.Title }).ToListAsync(stop);
        return new(
            await RowsAsync(readings, stop), total, page, pages, await waiting.CountAsync(stop), await decided.CountAsync(stop),
            [.. documents.Select(d => (d.Slug, d.Title))], [.. (await all.Select(r => r.Kind).Distinct().ToListAsync(stop)).Order(StringComparer.Ordinal)]);
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
