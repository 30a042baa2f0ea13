using System.Text.Json.Nodes;
using Gongbao.Gazette.Citations.Storage;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Search.Index;
using Gongbao.Gazette.Validity.Storage;
using Gongbao.Kernel.Results;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Import;

/// <summary>
/// Stores an issue (入库), whole, in one unit of work. The same file again changes nothing; a corrected file becomes the next version of
/// its issue: clauses keep their ids, moved ones redirect, decisions are replayed, and those whose words changed come back to be confirmed.
/// </summary>
internal sealed class ImportIssue(Writer writer, IServiceProvider services)
{
    public const string Verb = "gazette.import";

    /// <summary>Refusals: <c>gazette.in-issue</c>.</summary>
    /// <param name="reading">The issue as read.</param>
    /// <param name="by">Who brings it.</param>
    /// <param name="stop">Gives up before the unit begins.</param>
    public Task<Result<ImportOutcome>> HandleAsync(GazetteReading reading, ActorId by, CancellationToken stop)
    {
        var issue = IssueDraft.Of(reading, DraftWords.Of((CityDeclarations?)services.GetService(typeof(CityDeclarations))));
        return writer.DoAsync<ImportOutcome>(
            new Act(by, Verb, $"source:{reading.Source.Sha256}"),
            (unit, inner) => StoreAsync(issue, unit, inner),
            stop);
    }

    private static async Task<Result<ImportOutcome>> StoreAsync(IssueDraft draft, UnitOfWork unit, CancellationToken stop)
    {
        var db = unit.Db<GazetteDb>();
        var issue = await EarlierAsync(db, draft, stop);
        if (issue is not null && issue.SourceHash == draft.Reading.Source.Sha256)
            return ImportOutcome.Unchanged(issue.Slug, issue.Version, ReadingCodec.ReadTotals(issue.Totals));

        if (issue is not null && await IsPartOfAsync(db, issue, draft, stop))
            return new Refusal("gazette.in-issue", $"《{draft.Documents[0].Title}》已随“{issue.Title}”入库；单独的文件不能代替整期，文字有更正的，请更正整期的文件后重新导入。");

        await KeepSourceAsync(db, draft, unit, stop);
        if (issue is null) db.Issues.Add(issue = await NewIssueAsync(db, draft, unit, stop));
        else Renew(issue, draft, unit);

        var import = new DocumentImport(db, issue, draft);
        var documents = await import.StoreAsync(stop);
        var renewed = await ValidityImport.WriteAsync(unit, import.Claimed, import.Withdrawn, stop);
        await SearchIndexing.WriteAsync(unit, import.Found, import.Withdrawn, stop);
        if (renewed.Count > 0)
        {
            await db.SaveChangesAsync(stop);
            await SearchIndexing.RenewAsync(unit, renewed, stop);
        }
        await CitationImport.WriteAsync(unit, import.Cited, import.Withdrawn, stop);
        return new ImportOutcome(issue.Slug, issue.Version, IsUnchanged: false, draft.Totals, documents.Documents, documents.Clauses, documents.Decisions);
    }

    /// <summary>The issue this file was an earlier version of: the one that holds most of its documents.</summary>
    private static async Task<StoredIssue?> EarlierAsync(GazetteDb db, IssueDraft draft, CancellationToken stop)
    {
        var keys = draft.Documents.Select(d => d.Key).ToList();
        var shared = await db.Documents.Where(d => keys.Contains(d.Key)).GroupBy(d => d.IssueId)
            .Select(g => new { Issue = g.Key, Count = g.Count() }).ToListAsync(stop);
        if (shared.Count > 0)
        {
            var most = shared.OrderByDescending(s => s.Count).ThenBy(s => s.Issue).First().Issue;
            return await db.Issues.SingleAsync(i => i.Id == most, stop);
        }
        return await db.Issues.FirstOrDefaultAsync(i => i.SourceHash == draft.Reading.Source.Sha256, stop);
    }

    /// <summary>A file of one document is no new version of an issue of several: it would withdraw the others.</summary>
    private static async Task<bool> IsPartOfAsync(GazetteDb db, StoredIssue issue, IssueDraft draft, CancellationToken stop) =>
        draft.Documents.Count == 1 && await db.Documents.CountAsync(d => d.IssueId == issue.Id && !d.IsWithdrawn, stop) > 1;

    private static async Task KeepSourceAsync(GazetteDb db, IssueDraft draft, UnitOfWork unit, CancellationToken stop)
    {
        var source = draft.Reading.Source;
        if (await db.Sources.AnyAsync(s => s.Hash == source.Sha256, stop)) return;
        db.Sources.Add(new()
        {
            Hash = source.Sha256, Name = source.Name, Encoding = source.Encoding, Characters = source.Characters, Text = source.Text,
            ImportedBy = unit.Act.By.Value, ImportedAt = unit.LegalAt,
        });
    }

    private static async Task<StoredIssue> NewIssueAsync(GazetteDb db, IssueDraft draft, UnitOfWork unit, CancellationToken stop)
    {
        var taken = await db.Issues.Where(i => i.Slug.StartsWith(draft.Slug)).Select(i => i.Slug).ToListAsync(stop);
        return new()
        {
            Id = Guid.CreateVersion7(), Slug = Slugs.Free(draft.Slug, taken), Title = draft.Title, SourceHash = draft.Reading.Source.Sha256, Version = 1,
            Frame = draft.Frame, Totals = ReadingCodec.Write(draft.Totals), ReadAt = unit.LegalAt,
        };
    }

    private static void Renew(StoredIssue issue, IssueDraft draft, UnitOfWork unit)
    {
        issue.Title = draft.Title;
        issue.SourceHash = draft.Reading.Source.Sha256;
        issue.Version++;
        issue.Frame = draft.Frame;
        issue.Totals = ReadingCodec.Write(draft.Totals);
        issue.ReadAt = unit.LegalAt;
    }
}

/// <summary>An issue as read, with all that storing it needs worked out before the unit of work begins.</summary>
internal sealed record IssueDraft(GazetteReading Reading, string Slug, string Title, string Frame, ReadingTotals Totals, IReadOnlyList<DocumentDraft> Documents)
{
    public static IssueDraft Of(GazetteReading reading, DraftWords words)
    {
        var slug = Slugs.OfFile(reading.Source.Name);
        var json = JsonNode.Parse(ReadingJson.Write(reading))!["documents"]!.AsArray();
        var documents = reading.Documents.Select((d, i) => DocumentDraft.Of(d, reading, json[i], slug, i, words)).ToList();
        return new(reading, slug, IssueTitle.Of(reading), ReadingCodec.Write(new IssueFrame(reading.Lines, reading.Around, reading.Coverage)), ReadingTotals.Of(reading), DocumentDraft.Distinct(documents));
    }
}
