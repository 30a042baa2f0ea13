using Gongbao.Platform.Store;

namespace Gongbao.Ledger.Storage;

/// <summary>The work that one document orders (一份文件的任务台账), from the moment on which the first of its obligations was accepted, or on which it was opened by hand.</summary>
internal sealed class StoredProgramme : IRevised
{
    public required Guid Id { get; init; }

    /// <summary>Its part of the address: the document's.</summary>
    public required string Slug { get; init; }

    /// <summary>The document's title with its issuers.</summary>
    public required string Title { get; init; }

    /// <summary>The document's number; null where none is printed.</summary>
    public required string? Number { get; init; }

    /// <summary>The document's day of signature; null where none is printed.</summary>
    public required DateOnly? SignedOn { get; init; }

    /// <summary>Where the document came from that the library does not have (来源), as 省政府办公厅纸质通知; null for a document of the library.</summary>
    public string? Source { get; init; }

    /// <summary>The legal day on which it was opened.</summary>
    public required DateOnly OpenedOn { get; init; }

    public long Revision { get; private set; }
}
