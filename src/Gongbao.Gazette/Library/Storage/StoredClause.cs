namespace Gongbao.Gazette.Library.Storage;

/// <summary>A clause (条款) and its permanent id, given at first import and kept when the clause moves.</summary>
internal sealed class StoredClause
{
    public required Guid Id { get; init; }

    public required Guid DocumentId { get; init; }

    /// <summary>Its present part of the address.</summary>
    public required string Slug { get; set; }

    /// <summary>How a citation names the place, as 三（十）; empty where it has no name.</summary>
    public required string Place { get; set; }

    /// <summary>Place in the document, from 0.</summary>
    public required int Ordinal { get; set; }

    /// <summary>Its words (<see cref="BlockView.WordsHere"/>) as the public may read them: personal values masked.</summary>
    public required string Text { get; set; }

    /// <summary>The same words as search compares them.</summary>
    public required string SearchText { get; set; }

    /// <summary>SHA-256 of the own words without white space, by which a moved clause is known again.</summary>
    public required string TextHash { get; set; }

    /// <summary>A paragraph that goes on in the last line of its clause's own words, so that it is no 款 of its own.</summary>
    public bool RunsIn { get; set; }

    /// <summary>True when the latest version no longer prints it.</summary>
    public bool IsGone { get; set; }
}

/// <summary>An address a clause once had, which now leads to where it is.</summary>
internal sealed class ClauseAddress
{
    public required Guid DocumentId { get; init; }

    public required string Slug { get; init; }

    public required Guid ClauseId { get; set; }
}
