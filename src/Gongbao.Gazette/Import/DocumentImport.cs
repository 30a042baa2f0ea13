using Gongbao.Gazette.Citations;
using Gongbao.Gazette.Classification;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Search.Index;
using Gongbao.Gazette.Validity.Detection;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Import;

/// <summary>Stores the documents of an issue beside what was stored of them before.</summary>
/// <param name="db">The context of the unit.</param>
/// <param name="issue">The issue.</param>
/// <param name="draft">It as read.</param>
/// <param name="at">The legal instant of the unit.</param>
internal sealed class DocumentImport(GazetteDb db, StoredIssue issue, IssueDraft draft, DateTimeOffset at)
{
    private DocumentChanges _documents = new();
    private ClauseChanges _clauses = new();
    private DecisionChanges _decisions = new();
    private readonly List<(DocumentDraft Draft, StoredDocument Document)> _stored = [];
    private readonly List<Guid> _withdrawn = [];
    private readonly HashSet<Guid> _new = [];
    private readonly List<(StoredDocument, IReadOnlyList<string>)> _corrected = [];
    private readonly List<StoredDocument> _comeOrGone = [];

    /// <summary>What search should know of the documents that were stored, as they are when it is asked for.</summary>
    public IReadOnlyList<SearchEntry> Found => [.. _stored.Select(s => s.Draft.Entry(s.Document))];

    /// <summary>The documents that were stored, with what they cite.</summary>
    public IReadOnlyList<(StoredDocument Document, IReadOnlyList<PlacedCitation> Found)> Cited => [.. _stored.Select(s => (s.Document, s.Draft.Citations))];

    /// <summary>The documents that were stored, with what they say about validity.</summary>
    public IReadOnlyList<(StoredDocument Document, IReadOnlyList<ValidityClaim> Claims)> Claimed => [.. _stored.Select(s => (s.Document, s.Draft.Validity))];

    /// <summary>The documents that were stored, as the rules of classification look at them.</summary>
    public IReadOnlyList<(Guid Id, ClassifiedText Text)> Classified => [.. _stored.Select(s => (s.Document.Id, new ClassifiedText(s.Draft.Read, [.. s.Draft.Clauses.Select(c => c.Text)])))];

    /// <summary>Documents that the library did not have before.</summary>
    public IReadOnlyList<(StoredDocument Document, IReadOnlyList<string> Issuers)> New => [.. _stored.Where(s => _new.Contains(s.Document.Id)).Select(s => (s.Document, (IReadOnlyList<string>)[.. s.Draft.Read.Issuers.Select(i => i.Value)]))];

    /// <summary>Documents that the library had with other words, each with the places that changed.</summary>
    public IReadOnlyList<(StoredDocument Document, IReadOnlyList<string> Places)> Corrected => _corrected;

    /// <summary>Documents that their issue no longer prints, or prints again.</summary>
    public IReadOnlyList<StoredDocument> ComeOrGone => _comeOrGone;

    /// <summary>What search should forget.</summary>
    public IReadOnlyList<Guid> Withdrawn => _withdrawn;

    public async Task<(DocumentChanges Documents, ClauseChanges Clauses, DecisionChanges Decisions)> StoreAsync(CancellationToken stop)
    {
        var keys = draft.Documents.Select(d => d.Key).ToList();
        var stored = await db.Documents.Where(d => d.IssueId == issue.Id || keys.Contains(d.Key)).ToListAsync(stop);
        var slugs = await TakenSlugsAsync(stop);
        foreach (var document in draft.Documents)
        {
            var earlier = stored.Find(s => s.Key == document.Key);
            var isOther = earlier?.TextHash is { } words && words != document.TextHash;
            if (earlier is null) Add(document, slugs, out earlier);
            else Renew(earlier, document);
            _stored.Add((document, earlier));
            var clauses = new ClauseImport(db, earlier);
            _clauses = await clauses.StoreAsync(document.Clauses, _clauses, stop);
            if (isOther) _corrected.Add((earlier, [.. clauses.Changed]));
            _decisions = await new ReadingImport(db, earlier).StoreAsync(document.Doubts, _decisions, stop);
        }

        foreach (var gone in stored.Where(s => s.IssueId == issue.Id && !keys.Contains(s.Key) && !s.IsWithdrawn))
        {
            gone.IsWithdrawn = true;
            _withdrawn.Add(gone.Id);
            _comeOrGone.Add(gone);
            _documents = _documents with { Withdrawn = _documents.Withdrawn + 1 };
            await new ReadingImport(db, gone).StoreAsync([], _decisions, stop);
        }
        return (_documents, _clauses, _decisions);
    }

    private async Task<HashSet<string>> TakenSlugsAsync(CancellationToken stop)
    {
        var wanted = draft.Documents.Select(d => d.Slug).ToList();
        return [.. await db.Documents.Where(d => wanted.Contains(d.Slug)).Select(d => d.Slug).ToListAsync(stop)];
    }

    private void Add(DocumentDraft document, HashSet<string> slugs, out StoredDocument added)
    {
        var slug = Slugs.Free(document.Slug, slugs);
        slugs.Add(slug);
        added = new()
        {
            Id = Guid.CreateVersion7(), IssueId = issue.Id, Key = document.Key, Slug = slug, Ordinal = document.Ordinal, Number = document.Read.Number?.Value,
            Title = document.Title, Issuers = document.Issuers, DatedOn = document.Read.DatedOn?.Value, SearchText = document.SearchText, TextHash = document.TextHash, Reading = document.Json, ObligationCount = document.Read.Obligations.Count, KnownSince = at,
        };
        db.Documents.Add(added);
        _new.Add(added.Id);
        _documents = _documents with { New = _documents.New + 1 };
    }

    private void Renew(StoredDocument earlier, DocumentDraft document)
    {
        if (earlier.IsWithdrawn) _comeOrGone.Add(earlier);
        earlier.IssueId = issue.Id;
        earlier.Ordinal = document.Ordinal;
        earlier.Number = document.Read.Number?.Value;
        earlier.Title = document.Title;
        earlier.Issuers = document.Issuers;
        earlier.DatedOn = document.Read.DatedOn?.Value;
        earlier.SearchText = document.SearchText;
        earlier.TextHash = document.TextHash;
        earlier.ObligationCount = document.Read.Obligations.Count;
        earlier.Reading = document.Json;
        earlier.IsWithdrawn = false;
        _documents = _documents with { Again = _documents.Again + 1 };
    }
}
