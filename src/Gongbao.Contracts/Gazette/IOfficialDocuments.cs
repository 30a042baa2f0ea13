using Gongbao.Kernel.Results;

namespace Gongbao.Contracts.Gazette;

/// <summary>Sets the letters of other rooms as official documents (公文版式): by the same writers that set the documents of the gazette, in the layout of GB/T 9704.</summary>
public interface IOfficialDocuments
{
    /// <param name="document">What is set.</param>
    /// <param name="format">How it is given.</param>
    /// <returns>The file. Refused with <c>gazette.no-chinese-font</c> for a PDF where the machine has no Chinese font.</returns>
    Result<OfficialFile> Write(OfficialDocument document, OfficialFormat format);
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

/// <summary>A file that was made.</summary>
/// <param name="Content">Its bytes; the same document gives the same.</param>
/// <param name="MediaType">As RFC 9110 names it.</param>
/// <param name="Extension">Of the file's name, without the dot.</param>
public sealed record OfficialFile(byte[] Content, string MediaType, string Extension);
