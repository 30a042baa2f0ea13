using Gongbao.Gazette.Citations.Resolution;
using Gongbao.Kernel.Clauses;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Citations.Storage;

/// <summary>
/// One citation (引用) of a stored document: where it stands, what it names in words, and what it leads to in the library as it is now.
/// It is found anew with its own document and resolved anew whenever a document that its words may mean comes, changes or goes.
/// </summary>
internal sealed class StoredCitation
{
    public required Guid Id { get; init; }

    public required Guid FromDocumentId { get; init; }

    /// <summary>The place that cites; null for the head of the document.</summary>
    public required Guid? FromClauseId { get; init; }

    /// <summary>Place among the citations of its document, from 0.</summary>
    public required int Ordinal { get; init; }

    public required CitationKind Kind { get; init; }

    /// <summary>As printed, line breaks gone, personal values masked: what may be shown.</summary>
    public required string Words { get; init; }

    /// <summary>Place in the source, first character.</summary>
    public required int SpanFrom { get; init; }

    /// <summary>Place in the source, behind the last character.</summary>
    public required int SpanTo { get; init; }

    /// <summary>Words between the marks, by which it is resolved; not shown, for it is not masked.</summary>
    public required string? Title { get; init; }

    /// <summary>Normalised number of the other document; null where none is printed.</summary>
    public required string? TargetNumber { get; init; }

    /// <summary>Core of the title; null where none is printed.</summary>
    public required string? TargetTitle { get; init; }

    public required string? TargetIssuer { get; init; }

    public required DateOnly? TargetDatedOn { get; init; }

    /// <summary>Null where a whole document is cited.</summary>
    public required PlaceBase? PlaceBase { get; init; }

    public required int PlaceCount { get; init; }

    /// <summary>Printed steps of the place, as <see cref="ClausePath"/> prints them; null where a whole document is cited.</summary>
    public required string? Place { get; init; }

    public required NonDocument? Not { get; init; }

    public CitationState State { get; private set; }

    public CitationMatch Match { get; private set; }

    public Guid? ToDocumentId { get; private set; }

    public Guid? ToClauseId { get; private set; }

    /// <summary>Address of the place where an amendment brought it, so that it is no clause of the print; null in every other case.</summary>
    public string? ToPlace { get; private set; }

    /// <summary>Last place of a cited range; null where it is none.</summary>
    public Guid? ToLastClauseId { get; private set; }

    /// <summary>Ids of the documents between which nothing decides, latest first, joined by commas; null in every other state.</summary>
    public string? Candidates { get; private set; }

    /// <summary>The other document as the citation names it; null for its own.</summary>
    public CitedTarget? Target => Title is null && TargetNumber is null ? null
        : new() { Title = Title, Number = TargetNumber, Issuer = TargetIssuer, DatedOn = TargetDatedOn };

    public CitedPlace? CitedPlace => PlaceBase is { } from && ClausePath.TryParse(Place ?? "", out var path) ? new(from, PlaceCount, path) : null;

    public void Lead(Resolved to)
    {
        (State, Match, ToDocumentId, ToClauseId, ToLastClauseId) = (to.State, to.Match, to.Document, to.Place?.Id, to.LastPlace?.Id);
        ToPlace = to.Place is { Id: null } brought ? brought.Slug : null;
        Candidates = to.Candidates is { } several ? string.Join(',', several) : null;
    }

    public static StoredCitation Of(Guid document, Guid? clause, int ordinal, PlacedCitation found) => new()
    {
        Id = Guid.CreateVersion7(), FromDocumentId = document, FromClauseId = clause, Ordinal = ordinal, Kind = found.Citation.Kind, Words = found.Words,
        SpanFrom = found.Span.From, SpanTo = found.Span.To, Title = found.Citation.Target?.Title, TargetNumber = found.Citation.Target?.Number,
        TargetTitle = found.Citation.Target?.TitleKey is { Length: > 0 } core ? core : null, TargetIssuer = found.Citation.Target?.Issuer, TargetDatedOn = found.Citation.Target?.DatedOn,
        PlaceBase = found.Place?.Base, PlaceCount = found.Place?.Count ?? 0, Place = found.Place?.Path.ToString(), Not = found.Citation.Not,
    };
}

/// <summary>A name by which a document may be cited (被引名称).</summary>
internal sealed class StoredName
{
    public required Guid DocumentId { get; init; }

    public required string Exact { get; init; }

    public required string Core { get; init; }

    /// <summary>Whether it names the text that the document issues.</summary>
    public required bool Issued { get; init; }
}

/// <summary>How citations are kept.</summary>
internal static class CitationTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<StoredCitation>(citation =>
        {
            citation.ToTable("citation");
            citation.Ignore(c => c.Target);
            citation.Ignore(c => c.CitedPlace);
            citation.HasIndex(c => new { c.FromDocumentId, c.Ordinal });
            citation.HasIndex(c => c.FromClauseId);
            citation.HasIndex(c => c.TargetNumber);
            citation.HasIndex(c => c.TargetTitle);
            citation.HasIndex(c => c.ToDocumentId);
            citation.HasIndex(c => c.ToClauseId);
        });
        model.Entity<StoredName>(name =>
        {
            name.ToTable("document_name");
            name.HasKey(n => new { n.DocumentId, n.Exact, n.Issued });
            name.HasIndex(n => n.Core);
        });
    }
}
