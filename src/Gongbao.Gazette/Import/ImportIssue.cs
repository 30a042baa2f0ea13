using System.Text.Json.Nodes;
using Gongbao.Contracts.Gazette;
using Gongbao.Gazette.Citations.Storage;
using Gongbao.Gazette.Classification;
using Gongbao.Gazette.Library;
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
    public Task<Result<ImportOutcome>> HandleAsync(GazetteReading reading, ActorId by, CancellationToken stop) => HandleAsync(reading, reading.Source.Name, by, stop);

    /// <summary>Refusals: <c>gazette.in-issue</c>.</summary>
    /// <param name="reading">The issue as read.</param>
    /// <param name="origin">Where its file came from, as the list of files has it.</param>
    /// <param name="by">Who brings it.</param>
    /// <param name="stop">Gives up before the unit begins.</param>
    public Task<Result<ImportOutcome>> HandleAsync(GazetteReading reading, string origin, ActorId by, CancellationToken stop)
    {
        var city = (CityDeclarations?)services.GetService(typeof(CityDeclarations));
        var issue = IssueDraft.Of(reading, DraftWords.Of(city));
        return writer.DoAsync<ImportOutcome>(
            new Act(by, Verb, $"source:{reading.Source.Sha256}"),
            (unit, inner) => StoreAsync(issue, origin, ClassScheme.Of(city), unit, inner),
            stop);
    }

    private static async Task<Result<ImportOutcome>> StoreAsync(IssueDraft draft, string origin, ClassScheme scheme, UnitOfWork unit, CancellationToken stop)
    {
        var db = unit.Db<GazetteDb>();
        var held = await HeldAsync(db, draft, stop);
        if (HolderOfTheWhole(draft, held) is { } holder)
        {
            if (held.All(h => h.TextHash == draft.Documents[0].TextHash)) return await UnchangedAsync(db, holder, held[0].DocumentId, draft, origin, unit, stop);
            return new Refusal("gazette.in-issue", $"《{draft.Documents[0].Title}》已随“{holder.Title}”入库；单独的文件不能代替整期，文字有更正的，请更正整期的文件后重新导入。");
        }
        var issue = await EarlierAsync(db, draft, held, stop);
        if (issue is not null && (issue.SourceHash == draft.Reading.Source.Sha256 || IsCalledAlike(issue, draft) && await HasTheSameWordsAsync(db, issue, draft, stop))) return await UnchangedAsync(db, issue, null, draft, origin, unit, stop);

        await KeepSourceAsync(db, draft, unit, stop);
        if (issue is null) db.Issues.Add(issue = await NewIssueAsync(db, draft, unit, stop));
        else Renew(issue, draft, unit);

        foreach (var single in held.Select(h => h.Issue).Where(i => i.Kind is IssueKind.Single && i.Id != issue.Id)) single.MovedTo = issue.Id;
        var import = new DocumentImport(db, issue, draft, unit.LegalAt);
        var documents = await import.StoreAsync(stop);
        var renewed = await ValidityImport.WriteAsync(unit, import.Claimed, import.Withdrawn, stop);
        var classes = await ClassificationImport.WriteAsync(unit, scheme, import.Classified, stop);
        await IssueSources.AddAsync(db, issue, null, draft.Reading.Source, origin, unit, stop);
        await db.SaveChangesAsync(stop);
        // Words of other days are made from what is saved; a document that has none has one row, which is made from what was read.
        var amended = await Wording.AmendedAsync(db, [.. import.Found.Select(f => f.DocumentId)], stop);
        await SearchIndexing.WriteAsync(unit, [.. import.Found.Where(f => !amended.Contains(f.DocumentId)).Select(f => f with { Classes = StoredEntries.ClassesOf(classes[f.DocumentId]) })], import.Withdrawn, stop);
        await SearchIndexing.RenewAsync(unit, [.. renewed, .. amended], stop);
        await CitationImport.WriteAsync(unit, import.Cited, import.Withdrawn, stop);
        await db.SaveChangesAsync(stop);
        await CitationImport.RenewPlacesAsync(unit, renewed, stop);
        foreach (var (document, issuers) in import.New)
            unit.Publish(new DocumentPublished(document.Slug, document.Title, issuers, [.. classes[document.Id].Where(c => c.Aspect is Aspect.Topic).Select(c => c.Class)]));
        foreach (var document in import.ComeOrGone) unit.Publish(new DocumentChanged(document.Slug, null, document.Title));
        foreach (var (document, places) in import.Corrected.Where(c => !import.ComeOrGone.Contains(c.Document))) unit.Publish(new DocumentCorrected(document.Slug, places, document.Title));
        return new ImportOutcome(issue.Slug, issue.Version, IsUnchanged: false, draft.Totals, documents.Documents, documents.Clauses, documents.Decisions);
    }

    /// <summary>The words change nothing; that they came in this file too is kept.</summary>
    private static async Task<ImportOutcome> UnchangedAsync(GazetteDb db, StoredIssue issue, Guid? document, IssueDraft draft, string origin, UnitOfWork unit, CancellationToken stop)
    {
        await IssueSources.AddAsync(db, issue, document, draft.Reading.Source, origin, unit, stop);
        return ImportOutcome.Unchanged(issue.Slug, issue.Version, ReadingCodec.ReadTotals(issue.Totals));
    }

    /// <summary>The draft's documents that the library shows, each with the issue that holds it.</summary>
    private static async Task<List<HeldDocument>> HeldAsync(GazetteDb db, IssueDraft draft, CancellationToken stop)
    {
        var keys = draft.Documents.Select(d => d.Key).ToList();
        var documents = await db.Documents.Where(d => keys.Contains(d.Key)).Select(d => new { d.Id, d.IssueId, d.TextHash, d.IsWithdrawn, With = db.Documents.Count(o => o.IssueId == d.IssueId && !o.IsWithdrawn) }).ToListAsync(stop);
        var ids = documents.Select(d => d.IssueId).ToHashSet();
        var issues = await db.Issues.Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, stop);
        return documents.ConvertAll(d => new HeldDocument(d.Id, issues[d.IssueId], d.TextHash, d.IsWithdrawn, d.With));
    }

    /// <summary>The issue of several documents of which the draft, a document by itself, is one: it is no new version of it, for it would withdraw the others.</summary>
    private static StoredIssue? HolderOfTheWhole(IssueDraft draft, List<HeldDocument> held) =>
        draft.Documents.Count == 1 && held is [{ IsWithdrawn: false, Together: > 1, Issue: var issue }] ? issue : null;

    /// <summary>
    /// What this file is a new version of: the issue that holds most of its documents. A document that came by itself makes no issue: the
    /// issue that carries it later is a new one, and takes it in.
    /// </summary>
    private static async Task<StoredIssue?> EarlierAsync(GazetteDb db, IssueDraft draft, List<HeldDocument> held, CancellationToken stop)
    {
        var candidates = held.Where(h => draft.Kind is IssueKind.Issue ? h.Issue.Kind is IssueKind.Issue : h.Together <= 1);
        return candidates.GroupBy(h => h.Issue).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Id).FirstOrDefault()?.Key
            ?? await db.Issues.FirstOrDefaultAsync(i => i.SourceHash == draft.Reading.Source.Sha256 && i.MovedTo == null, stop);
    }

    /// <summary>What an issue is called counts as its words do; a document by itself has no name but its own.</summary>
    private static bool IsCalledAlike(StoredIssue issue, IssueDraft draft) => draft.Kind is IssueKind.Single || issue.Kind is IssueKind.Issue && issue.Title == draft.Title;

    /// <summary>The same words in other bytes or in another format are the same documents, in the same order, and no new version of them.</summary>
    private static async Task<bool> HasTheSameWordsAsync(GazetteDb db, StoredIssue issue, IssueDraft draft, CancellationToken stop)
    {
        var stored = await db.Documents.Where(d => d.IssueId == issue.Id && !d.IsWithdrawn).OrderBy(d => d.Ordinal).Select(d => new { d.Key, d.TextHash }).ToListAsync(stop);
        return stored.Count > 0 && stored.Select(d => (d.Key, d.TextHash)).SequenceEqual(draft.Documents.Select(d => (d.Key, (string?)d.TextHash)));
    }

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
            Id = Guid.CreateVersion7(), Kind = draft.Kind, Slug = Slugs.Free(draft.Slug, taken), Title = draft.Title, SourceHash = draft.Reading.Source.Sha256, Version = 1,
            Frame = draft.Frame, Totals = ReadingCodec.Write(draft.Totals), ReadAt = unit.LegalAt,
        };
    }

    private static void Renew(StoredIssue issue, IssueDraft draft, UnitOfWork unit)
    {
        issue.Kind = draft.Kind is IssueKind.Issue ? IssueKind.Issue : issue.Kind;
        issue.Title = draft.Title;
        issue.SourceHash = draft.Reading.Source.Sha256;
        issue.Version++;
        issue.Frame = draft.Frame;
        issue.Totals = ReadingCodec.Write(draft.Totals);
        issue.ReadAt = unit.LegalAt;
    }
}

/// <summary>A document that the library has, with its issue.</summary>
/// <param name="DocumentId">Which.</param>
/// <param name="Issue">What holds it.</param>
/// <param name="TextHash">Of its words.</param>
/// <param name="IsWithdrawn">True when its issue no longer prints it.</param>
/// <param name="Together">How many documents the issue prints.</param>
internal sealed record HeldDocument(Guid DocumentId, StoredIssue Issue, string? TextHash, bool IsWithdrawn, int Together);

/// <summary>An issue as read, with all that storing it needs worked out before the unit of work begins.</summary>
internal sealed record IssueDraft(GazetteReading Reading, string Slug, string Title, string Frame, ReadingTotals Totals, IReadOnlyList<DocumentDraft> Documents)
{
    /// <summary>A single document is an issue only where cover or file name says so.</summary>
    public IssueKind Kind => Documents.Count == 1 && !IssueTitle.IsSaid(Reading) ? IssueKind.Single : IssueKind.Issue;

    public static IssueDraft Of(GazetteReading reading, DraftWords words)
    {
        var slug = Slugs.OfFile(reading.Source.Name);
        var json = JsonNode.Parse(ReadingJson.Write(reading))!["documents"]!.AsArray();
        var documents = reading.Documents.Select((d, i) => DocumentDraft.Of(d, reading, json[i], slug, i, words)).ToList();
        var title = IssueTitle.Of(reading, documents is [{ Read.Title: not null } only] ? FullTitle.Of(only.Issuers, only.Title) : null);
        return new(reading, slug, title, ReadingCodec.Write(new IssueFrame(reading.Lines, reading.Around, reading.Coverage)), ReadingTotals.Of(reading), DocumentDraft.Distinct(documents));
    }
}
