using Gongbao.Gazette.Classification;
using Gongbao.Gazette.Library.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Library;

/// <summary>The documents of the library as feeds, site maps and downloads list them.</summary>
internal sealed class LibraryList(GazetteDb db)
{
    /// <summary>What was last brought in, newest first.</summary>
    /// <param name="issuer">Only documents of this body; null for all.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="stop">Ends the work.</param>
    /// <param name="on">Only what was signed by this day; null for all.</param>
    public async Task<IReadOnlyList<ListedDocument>> NewestAsync(string? issuer, int count, CancellationToken stop, DateOnly? on = null)
    {
        var documents = db.Documents.Shown(on);
        if (issuer is not null) documents = documents.Where(d => ("、" + d.Issuers + "、").Contains("、" + issuer + "、"));
        return await NewestAsync(documents, count, stop);
    }

    /// <summary>What was last brought in of one topic or for one audience, newest first.</summary>
    public Task<IReadOnlyList<ListedDocument>> NewestAsync(Aspect aspect, string id, int count, CancellationToken stop, DateOnly? on = null) =>
        NewestAsync(db.Documents.Shown(on).Where(d => db.Classes.Any(c => c.DocumentId == d.Id && c.Aspect == aspect && c.Class == id)), count, stop);

    private async Task<IReadOnlyList<ListedDocument>> NewestAsync(IQueryable<StoredDocument> documents, int count, CancellationToken stop) =>
        await (from d in documents
                      join i in db.Issues on d.IssueId equals i.Id
                      orderby i.ReadAt descending, d.DatedOn descending, d.Ordinal
                      select new ListedDocument(d.Slug, i.Slug, d.Number, d.Issuers, d.Title, d.DatedOn, i.ReadAt, d.IsWithdrawn)).Take(count).ToListAsync(stop);

    /// <summary>These documents, in their order; those that are withdrawn are left out.</summary>
    public async Task<IReadOnlyList<ListedDocument>> OfAsync(IReadOnlyList<Guid> ids, CancellationToken stop)
    {
        if (ids.Count == 0) return [];
        var found = (await (from d in db.Documents
                            join i in db.Issues on d.IssueId equals i.Id
                            where ids.Contains(d.Id) && !d.IsWithdrawn
                            select new { d.Id, Listed = new ListedDocument(d.Slug, i.Slug, d.Number, d.Issuers, d.Title, d.DatedOn, i.ReadAt, d.IsWithdrawn) }).ToListAsync(stop)).ToDictionary(d => d.Id, d => d.Listed);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    /// <summary>
    /// Every document that was brought in, decided upon, changed in its validity or withdrawn after an instant, in the order of the change; with no instant, every
    /// one. The last one's instant is the cursor for the next time.
    /// </summary>
    public async Task<IReadOnlyList<ListedDocument>> ChangedAsync(DateTimeOffset? since, CancellationToken stop)
    {
        var all = await Changes().Where(d => since == null || d.ReadAt > since || d.DecidedAt > since || d.ValidAt > since).ToListAsync(stop);
        return [.. all.Select(d => d.Listed).OrderBy(d => d.ChangedAt).ThenBy(d => d.Slug, StringComparer.Ordinal)];
    }

    /// <summary>Some documents in the order in which they first came, so that later ones stand behind them.</summary>
    public async Task<IReadOnlyList<ListedDocument>> SliceAsync(int skip, int take, CancellationToken stop) =>
        [.. (await Changes().Where(d => !d.IsWithdrawn).OrderBy(d => d.Id).Skip(skip).Take(take).ToListAsync(stop)).Select(d => d.Listed)];

    /// <summary>When each document last changed, in the same order.</summary>
    public async Task<IReadOnlyList<DateTimeOffset>> ChangedAtAsync(CancellationToken stop) =>
        [.. (await Changes().Where(d => !d.IsWithdrawn).OrderBy(d => d.Id).Select(d => new { d.ReadAt, d.DecidedAt, d.ValidAt }).ToListAsync(stop)).Select(d => ChangedDocument.Latest(d.ReadAt, d.DecidedAt, d.ValidAt))];

    private IQueryable<ChangedDocument> Changes()
    {
        var decided = db.Readings.Where(r => r.DecidedAt != null && !r.IsGone).Select(r => new { r.DocumentId, At = r.DecidedAt })
            .Concat(db.ClassDecisions.Select(d => new { d.DocumentId, At = (DateTimeOffset?)d.DecidedAt }))
            .GroupBy(r => r.DocumentId).Select(g => new { Document = g.Key, At = g.Max(r => r.At) });
        var valid = db.ClaimDecisions.Where(c => c.TargetDocumentId != null).GroupBy(c => c.TargetDocumentId).Select(g => new { Document = g.Key, At = (DateTimeOffset?)g.Max(c => c.At) });
        return from d in db.Documents
               join i in db.Issues on d.IssueId equals i.Id
               join r in decided on d.Id equals r.Document into rs
               from r in rs.DefaultIfEmpty()
               join v in valid on (Guid?)d.Id equals v.Document into vs
               from v in vs.DefaultIfEmpty()
               select new ChangedDocument
               {
                   Id = d.Id, Slug = d.Slug, Issue = i.Slug, Number = d.Number, Issuers = d.Issuers, Title = d.Title, DatedOn = d.DatedOn,
                   ReadAt = i.ReadAt, DecidedAt = r.At, ValidAt = v.At, IsWithdrawn = d.IsWithdrawn,
               };
    }

    /// <summary>A document with the instants of which the latest counts.</summary>
    private sealed class ChangedDocument
    {
        public required Guid Id { get; init; }
        public required string Slug { get; init; }
        public required string Issue { get; init; }
        public required string? Number { get; init; }
        public required string Issuers { get; init; }
        public required string Title { get; init; }
        public required DateOnly? DatedOn { get; init; }
        public required DateTimeOffset ReadAt { get; init; }
        public required DateTimeOffset? DecidedAt { get; init; }
        public required DateTimeOffset? ValidAt { get; init; }
        public required bool IsWithdrawn { get; init; }

        public ListedDocument Listed => new(Slug, Issue, Number, Issuers, Title, DatedOn, Latest(ReadAt, DecidedAt, ValidAt), IsWithdrawn);

        public static DateTimeOffset Latest(DateTimeOffset read, DateTimeOffset? decided, DateTimeOffset? valid) => new[] { read, decided ?? read, valid ?? read }.Max();
    }

    /// <summary>How many documents are in the library.</summary>
    /// <param name="on">Only what was signed by this day; null for all.</param>
    /// <param name="stop">Ends the work.</param>
    public Task<int> CountAsync(DateOnly? on, CancellationToken stop) => db.Documents.Shown(on).CountAsync(stop);

    /// <summary>When an issue was last brought in, or a person last decided on a reading of it; null where there is no such issue.</summary>
    public async Task<DateTimeOffset?> ChangedAtAsync(string issue, CancellationToken stop)
    {
        if (await db.Issues.FirstOrDefaultAsync(i => i.Slug == issue, stop) is not { } found) return null;
        var decidedAt = await db.Readings.Where(r => db.Documents.Any(d => d.Id == r.DocumentId && d.IssueId == found.Id)).MaxAsync(r => r.DecidedAt, stop);
        return decidedAt > found.ReadAt ? decidedAt : found.ReadAt;
    }

    /// <summary>The issuing bodies of the library, by how many documents they have, most first.</summary>
    public async Task<IReadOnlyList<(string Issuer, int Documents)>> IssuersAsync(CancellationToken stop)
    {
        var joined = await db.Documents.Where(d => !d.IsWithdrawn && d.Issuers != "").GroupBy(d => d.Issuers).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
        return [.. joined.SelectMany(g => g.Key.Split('、').Select(i => (Issuer: i, g.Count))).GroupBy(g => g.Issuer, StringComparer.Ordinal)
            .Select(g => (g.Key, g.Sum(x => x.Count))).OrderByDescending(g => g.Item2).ThenBy(g => g.Key, StringComparer.Ordinal)];
    }
}

/// <param name="Slug">Its part of the address.</param>
/// <param name="IssueSlug">That of its issue.</param>
/// <param name="Number">Document number (发文字号); null where none is printed.</param>
/// <param name="Issuers">Issuing bodies joined by 、.</param>
/// <param name="Title">As printed after the issuer.</param>
/// <param name="DatedOn">Day of signature; null where none is printed.</param>
/// <param name="ChangedAt">When its words were last brought in, or a person last decided on a reading of them or on what is said of its validity.</param>
/// <param name="IsWithdrawn">True when its issue no longer prints it.</param>
internal sealed record ListedDocument(string Slug, string IssueSlug, string? Number, string Issuers, string Title, DateOnly? DatedOn, DateTimeOffset ChangedAt, bool IsWithdrawn)
{
    public string FullTitle => Library.FullTitle.Of(Issuers, Title);

    public string Path => "/d/" + Uri.EscapeDataString(Slug);

    /// <summary>Its line in a list of a page, without what was read in it.</summary>
    public DocumentLine Line => new(Slug, Number, Issuers.Split('、', StringSplitOptions.RemoveEmptyEntries), Title, DatedOn, 0, 0, []);
}
