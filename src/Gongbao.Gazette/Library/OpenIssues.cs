using System.Collections.Concurrent;
using Gongbao.Gazette.Classification;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Review;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Library;

/// <summary>
/// The issues that are open in this process, at most a few, newest use kept. An issue whose revision rose (it was imported or decided on
/// again, here or by another host) is opened anew.
/// </summary>
internal sealed class OpenIssues
{
    private const int Most = 16;
    private readonly ConcurrentDictionary<Guid, (long Revision, long UsedAt, OpenIssue Issue)> _open = new();
    private long _uses;

    public async Task<OpenIssue> OpenAsync(GazetteDb db, StoredIssue issue, CancellationToken stop)
    {
        if (!_open.TryGetValue(issue.Id, out var open) || open.Revision != issue.Revision)
            open = await LoadAsync(db, issue.Id, stop);
        _open[issue.Id] = open with { UsedAt = Interlocked.Increment(ref _uses) };
        while (_open.Count > Most && _open.MinBy(o => o.Value.UsedAt) is { Key: var oldest }) _open.TryRemove(oldest, out _);
        return open.Issue;
    }

    /// <summary>Reads all of it at one moment: an import that commits meanwhile leaves no mixture of two versions.</summary>
    private static async Task<(long Revision, long UsedAt, OpenIssue Issue)> LoadAsync(GazetteDb db, Guid id, CancellationToken stop)
    {
        await using var moment = await db.AtOneMomentAsync(stop);
        var issue = await db.Issues.SingleAsync(i => i.Id == id, stop);
        var source = await db.Sources.SingleAsync(s => s.Hash == issue.SourceHash, stop);
        var documents = await db.Documents.Where(d => d.IssueId == issue.Id && !d.IsWithdrawn).OrderBy(d => d.Ordinal).ToListAsync(stop);
        var ids = documents.ConvertAll(d => d.Id);
        var decided = (await db.Readings.Where(r => ids.Contains(r.DocumentId) && !r.IsGone && r.DecidedAt != null).ToListAsync(stop)).ToLookup(r => r.DocumentId);
        var read = documents.ConvertAll(d => Decided.Apply(ReadingCodec.ReadDocument(d.Reading), [.. decided[d.Id]]));

        var cited = read.SelectMany(d => d.Cites).Select(c => c.Value).Distinct().ToList();
        var slugs = await db.Documents.Where(d => cited.Contains(d.Key) && !d.IsWithdrawn).ToDictionaryAsync(d => d.Key, d => d.Slug, stop);
        var classes = (await db.Classes.Where(c => ids.Contains(c.DocumentId)).ToListAsync(stop)).ToLookup(c => c.DocumentId);
        var states = await db.Classifications.Where(c => ids.Contains(c.DocumentId)).ToDictionaryAsync(c => c.DocumentId, c => c.State, stop);
        var frame = ReadingCodec.ReadFrame(issue.Frame);
        return (issue.Revision, 0, new(
            issue.Slug,
            issue.Title,
            new GazetteReading
            {
                Source = SourceText.Kept(source.Name, source.Hash, source.Encoding, source.Text),
                Lines = frame.Lines, Around = frame.Around, Documents = read, Ledger = [], Coverage = frame.Coverage,
            },
            documents.ConvertAll(d => d.Slug),
            number => slugs.GetValueOrDefault(number),
            documents.ConvertAll(d => DocumentClasses.Of(classes[d.Id], states.TryGetValue(d.Id, out var state) ? state : null)),
            issue.Kind is IssueKind.Single));
    }
}
