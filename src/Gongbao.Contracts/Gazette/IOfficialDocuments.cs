using Gongbao.Kernel.Results;

namespace Gongbao.Contracts.Gazette;

/// <summary>Sets the letters of other rooms as official documents (公文版式): by the same writers that set the documents of the gazette, in the layout of GB/T 9704.</summary>
public interface IOfficialDocuments
{
    /// <param name="document">What is set.</param>
    /// <param name="format">How it is given.</param>
    /// <returns>The file. Refused with <c>gazette.no-chinese-font</c> for a PDF where the machine has no Chinese font.</returns>
    Result<OfficialFile> Write(OfficialDocument document, OfficialFormat format);

    /// <summary>What of a sheet stands on one page: all its words, and as many rows as there is room for, in either format. The same sheet gives the same, whatever fonts there are.</summary>
    OfficialSheet Fit(OfficialSheet sheet);

    /// <summary>Sets a sheet; <see cref="Fit"/> is asked first.</summary>
    /// <inheritdoc cref="Write(OfficialDocument, OfficialFormat)"/>
    Result<OfficialFile> Write(OfficialSheet sheet, OfficialFormat format);
}

/// <summary>How an official document is given.</summary>
public enum OfficialFormat
{
    /// <summary>For word processors (DOCX).</summary>
    Docx,

    /// <summary>For paper (PDF).</summary>
    Pdf,
}

/// <summary>An official document (公文) before it is set.</summary>
public sealed record OfficialDocument
{
    /// <summary>Who issues it (发文机关), as the head and the signature name it.</summary>
    public required string Issuer { get; init; }

    /// <summary>Its number (发文字号); null for a draft.</summary>
    public string? Number { get; init; }

    /// <summary>The title without the issuer: 关于……的函.</summary>
    public required string Title { get; init; }

    /// <summary>To whom it is addressed (主送机关), without the colon.</summary>
    public required string Addressee { get; init; }

    /// <summary>What it says, a paragraph each.</summary>
    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>The day of signature (成文日期); null for a draft.</summary>
    public DateOnly? DatedOn { get; init; }

    /// <summary>Lists behind it (附件), each on a sheet of its own.</summary>
    public IReadOnlyList<OfficialAnnex> Annexes { get; init; } = [];

    /// <summary>What a reader of the copy has to know, before everything else: that it is a draft, or was withdrawn. Null where there is nothing.</summary>
    public string? Note { get; init; }
}

/// <summary>A list behind a document.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Heads">The heads of its columns, each different.</param>
/// <param name="Rows">A cell for each head.</param>
public sealed record OfficialAnnex(string Title, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>A report on one page (一页纸): title, some words in small print, one list that is cut where the page ends. No letter, so without mark, addressee and signature.</summary>
public sealed record OfficialSheet
{
    /// <summary>Who reports; for the file's own properties.</summary>
    public required string Issuer { get; init; }

    public required string Title { get; init; }

    /// <summary>The line under the title: who reports, as of which day.</summary>
    public required string Byline { get; init; }

    /// <summary>What it says; as many as are sure to fit, some 20 lines of 36 characters.</summary>
    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>A list before <see cref="Table"/>; null where there is one list only. Where there is no room for both it takes half of the room at most.</summary>
    public OfficialList? First { get; init; }

    /// <summary>The list, what matters most first; it may have no rows.</summary>
    public required OfficialAnnex Table { get; init; }

    /// <summary>How wide each column is against the others.</summary>
    public required IReadOnlyList<int> Weights { get; init; }

    /// <summary>What is said under the list of the rows that are left out, by their number.</summary>
    public required Func<int, string> Rest { get; init; }

    /// <summary>Rows that are left out.</summary>
    public int LeftOut { get; init; }

    /// <summary>The line under the list; null where nothing is left out.</summary>
    public string? Closing => LeftOut > 0 ? Rest(LeftOut) : null;
}

/// <summary>One more list of a sheet, cut as its last one is.</summary>
/// <param name="Table">The list, what matters most first; it may have no rows.</param>
/// <param name="Weights">How wide each column is against the others.</param>
/// <param name="Rest">What is said under it of the rows that are left out, by their number.</param>
public sealed record OfficialList(OfficialAnnex Table, IReadOnlyList<int> Weights, Func<int, string> Rest)
{
    /// <summary>Rows that are left out.</summary>
    public int LeftOut { get; init; }

    /// <summary>The line under the list; null where nothing is left out.</summary>
    public string? Closing => LeftOut > 0 ? Rest(LeftOut) : null;
}

/// <summary>A file that was made.</summary>
/// <param name="Content">Its bytes; the same document gives the same.</param>
/// <param name="MediaType">As RFC 9110 names it.</param>
/// <param name="Extension">Of the file's name, without the dot.</param>
public sealed record OfficialFile(byte[] Content, string MediaType, string Extension);
