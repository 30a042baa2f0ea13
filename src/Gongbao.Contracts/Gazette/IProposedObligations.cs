namespace Gongbao.Contracts.Gazette;

/// <summary>What the documents of the library order somebody to do (任务建议), as they were read and as people decided at the review desk. Nothing of it runs until it is accepted.</summary>
public interface IProposedObligations
{
    /// <summary>The documents from which obligations were read, newest first.</summary>
    Task<IReadOnlyList<OrderingDocument>> DocumentsAsync(CancellationToken stop);

    /// <summary>The obligations of one document, in printed order.</summary>
    /// <param name="document">Its part of the address, the one after <c>/d/</c>.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>Null where the library shows no such document.</returns>
    Task<ProposedWork?> OfAsync(string document, CancellationToken stop);
}

/// <summary>A document that orders something.</summary>
/// <param name="Slug">Its part of the address.</param>
/// <param name="Title">Its title with its issuers.</param>
/// <param name="Number">Its number (发文字号); null where none is printed.</param>
/// <param name="SignedOn">Its day of signature (成文日期); null where none is printed.</param>
/// <param name="Obligations">How many obligations were read from it.</param>
public sealed record OrderingDocument(string Slug, string Title, string? Number, DateOnly? SignedOn, int Obligations);

/// <summary>The work that one document orders.</summary>
/// <param name="Document">The document.</param>
/// <param name="Obligations">What it orders, in printed order.</param>
public sealed record ProposedWork(OrderingDocument Document, IReadOnlyList<ProposedObligation> Obligations);

/// <summary>One obligation as a document states it.</summary>
public sealed record ProposedObligation
{
    /// <summary>Tells it from the others of the document by its words, over re-imports: 16 hexadecimal digits and, from the second of the same words on, its count.</summary>
    public required string Key { get; init; }

    /// <summary>The place in the document that states it, as an address has it; null where the place has none.</summary>
    public string? Place { get; init; }

    /// <summary>How a citation names the place, as 三（十）; null where it has no name.</summary>
    public string? PlaceName { get; init; }

    /// <summary>The measure (措施) of the body that it belongs to, as （五）; null where none can be told.</summary>
    public string? Measure { get; init; }

    /// <summary>What the table groups it under; null where it does not.</summary>
    public string? Group { get; init; }

    /// <summary>What is to be done, as printed.</summary>
    public required string Task { get; init; }

    /// <summary>What is to be shown for it (成果形式); null where the document does not say.</summary>
    public string? Output { get; init; }

    /// <summary>The responsible units as printed, without those of a column of their own for leading ones; null where none are.</summary>
    public string? Units { get; init; }

    /// <summary>Those printed as leading (牵头).</summary>
    public IReadOnlyList<string> Lead { get; init; } = [];

    /// <summary>Those printed as supporting (配合).</summary>
    public IReadOnlyList<string> Supporting { get; init; } = [];

    /// <summary>The limit as printed (完成时限); null where the document states none.</summary>
    public string? Limit { get; init; }

    /// <summary>How many doubts of the reader nobody has decided yet.</summary>
    public int Doubts { get; init; }
}
