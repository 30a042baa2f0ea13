using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Search.Query;
using Gongbao.Gazette.Validity;
using Gongbao.Gazette.Validity.Showing;
using Gongbao.Web.Listing;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Library;

/// <summary>The library as the database holds it.</summary>
internal sealed class StoredLibrary(GazetteDb db, OpenIssues open, LibrarySearch search, ValidityLibrary validity, AsOf asOf) : IGazetteLibrary
{
    internal int IssuesAtOnce { get; set; } = 100;

    public async Task<IReadOnlyList<IssueSummary>> IssuesAsync(CancellationToken stop) => [.. (await Issues().Select(i => new { i.Slug, i.Title, i.Totals }).ToListAsync(stop)).Select(i => Summary(i.Slug, i.Title, i.Totals))];

    public async Task<(IReadOnlyList<IssueSummary> Issues, IssuePlace? Behind)> IssuesAsync(IssuePlace? after, CancellationToken stop)
    {
        var issues = Issues();
        if (after is { Slug: var slug }) issues = issues.Where(i => string.Compare(i.Slug, slug) < 0);
        var (rows, behind) = await issues.Select(i => new { i.Slug, i.Title, i.Totals }).FirstAsync(IssuesAtOnce, i => new IssuePlace(i.Slug), stop);
        return ([.. rows.Select(i => Summary(i.Slug, i.Title, i.Totals))], behind);
    }

    /// <summary>By their slugs, newest first.</summary>
    private IQueryable<StoredIssue> Issues()
    {
        // An issue came out after the last of its documents was signed.
        var last = asOf.Chosen;
        return db.Issues.Where(i => i.Kind == IssueKind.Issue && (last == null || !db.Documents.Any(d => d.IssueId == i.Id && !d.IsWithdrawn && d.DatedOn > last))).OrderByDescending(i => i.Slug);
    }

    private static IssueSummary Summary(string slug, string title, string totals) => new(slug, title, ReadingCodec.ReadTotals(totals));

    public async Task<IssueView?> IssueAsync(string issue, CancellationToken stop)
    {
        if (await db.Issues.Where(i => i.Slug == issue).Select(i => db.Issues.FirstOrDefault(m => m.Id == i.MovedTo) ?? i).FirstOrDefaultAsync(stop) is not { } stored) return null;
        var view = (await open.OpenAsync(db, stored, stop)).View;
        var states = await db.Documents.Where(d => d.IssueId == stored.Id && !d.IsWithdrawn).Select(d => new { d.Slug, d.Validity }).ToDictionaryAsync(d => d.Slug, d => ValidityTimeline.Parse(d.Validity).At(asOf.Day), stop);
        return view with { Sections = [.. view.Sections.Select(s => s with { Documents = [.. s.Documents.Select(d => states.TryGetValue(d.Slug, out var state) ? InState(d, state) : d)] })] };
    }

    private static DocumentLine InState(DocumentLine line, ValidityState? state) =>
        line with { State = state is { } known ? ValidityWords.Code(known) : null, StateName = state is { } named ? ValidityWords.Of(named) : ValidityWords.NoDocument };

    public async Task<SingleDocuments> SinglesAsync(int page, CancellationToken stop)
    {
        const int size = 20;
        var singles = from d in db.Documents.Shown(asOf.Chosen)
                      join i in db.Issues on d.IssueId equals i.Id
                      where i.Kind == IssueKind.Single
                      orderby d.DatedOn == null, d.DatedOn descending, d.Id descending
                      select new ListedDocument(d.Slug, i.Slug, d.Number, d.Issuers, d.Title, d.DatedOn, i.ReadAt, d.IsWithdrawn);
        var total = await singles.CountAsync(stop);
        var pages = Math.Max(1, (total + size - 1) / size);
        page = Math.Clamp(page, 1, pages);
        return new(await singles.Skip((page - 1) * size).Take(size).ToListAsync(stop), total, page, pages);
    }

    public async Task<DocumentView?> DocumentAsync(string document, CancellationToken stop) =>
        await FindAsync(document, stop) is { } found ? await validity.ShowAsync(document, found.Document.View, null, stop) : null;

    public async Task<DocumentView?> DocumentAsync(string document, DateOnly on, CancellationToken stop) =>
        await FindAsync(document, stop) is { } found ? await validity.ShowAsync(document, found.Document.View, on, stop) : null;

    public async Task<SourceView?> SourceAsync(string document, string? clause, CancellationToken stop) =>
        await FindAsync(document, stop) is { } found ? found.Issue.Source(found.Document, clause) : null;

    public Task<SearchView> SearchAsync(SearchRequest request, CancellationToken stop) => search.FindAsync(request, stop);

    public async Task<string?> MovedToAsync(string document, string clause, CancellationToken stop) =>
        await (from d in db.Documents
               join a in db.Addresses on d.Id equals a.DocumentId
               join c in db.Clauses on a.ClauseId equals c.Id
               where d.Slug == document && a.Slug == clause && !c.IsGone && c.Slug != clause
               select c.Slug).FirstOrDefaultAsync(stop);

    private async Task<(OpenIssue Issue, OpenDocument Document)?> FindAsync(string slug, CancellationToken stop)
    {
        var issue = await (from d in db.Documents
                           join i in db.Issues on d.IssueId equals i.Id
                           where d.Slug == slug && !d.IsWithdrawn
                           select i).FirstOrDefaultAsync(stop);
        if (issue is null) return null;
        var opened = await open.OpenAsync(db, issue, stop);
        return opened.Find(slug) is { } document ? (opened, document) : null;
    }
}
