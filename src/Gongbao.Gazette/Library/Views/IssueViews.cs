using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Validity;

namespace Gongbao.Gazette.Library;

/// <summary>One issue (期) in a list of issues.</summary>
/// <param name="Slug">Its part of the address.</param>
/// <param name="Title">As the cover prints it, or the name of the file.</param>
/// <param name="Totals">What was read in it.</param>
internal sealed record IssueSummary(string Slug, string Title, ReadingTotals Totals);

/// <summary>Some issues, newest first.</summary>
/// <param name="Issues">Which.</param>
/// <param name="Next">Where the next page begins, as an address has it; null on the last.</param>
internal sealed record IssueList(IReadOnlyList<IssueSummary> Issues, string? Next);

/// <summary>An issue's place among all, newest first.</summary>
internal sealed record IssuePlace(string Slug);

/// <summary>An issue with its table of contents (目录).</summary>
/// <param name="Slug">Its part of the address.</param>
/// <param name="Title">As the cover prints it, or the name of the file.</param>
/// <param name="SourceName">The file it was read from.</param>
/// <param name="Sections">In printed order.</param>
/// <param name="Totals">What was read in it.</param>
internal sealed record IssueView(string Slug, string Title, string SourceName, IReadOnlyList<IssueSection> Sections, ReadingTotals Totals)
{
    /// <summary>True for a document that came by itself and not in an issue (单独来文).</summary>
    public bool IsSingle { get; init; }

    /// <summary>Whether it came out after a day: an issue comes out after the last of its documents was signed.</summary>
    public bool IsAfter(DateOnly day) => Sections.Any(s => s.Documents.Any(d => d.DatedOn > day));
}

/// <summary>Documents that stand in no issue, one page of them.</summary>
internal sealed record SingleDocuments(IReadOnlyList<ListedDocument> Documents, int Total, int Page, int Pages);

/// <summary>A section of the contents (栏目), such as the documents of one issuing body.</summary>
internal sealed record IssueSection(string Name, IReadOnlyList<DocumentLine> Documents);

/// <summary>A document's line in the contents and in search results.</summary>
/// <param name="Slug">Its part of the address.</param>
/// <param name="Number">Document number (发文字号); null when none is printed.</param>
/// <param name="Issuers">Issuing bodies, the leading one first; empty where none is printed.</param>
/// <param name="Title">As printed after the issuer, as in <see cref="DocumentView"/>.</param>
/// <param name="DatedOn">Day of signature (成文日期); null when none is printed.</param>
/// <param name="Obligations">Duties read from it.</param>
/// <param name="Flags">Doubts that a person has not decided yet.</param>
/// <param name="Others">What else was read, in words: 表扬 51 项.</param>
internal sealed record DocumentLine(
    string Slug, string? Number, IReadOnlyList<string> Issuers, string Title, DateOnly? DatedOn, int Obligations, int Flags, IReadOnlyList<string> Others)
{
    /// <summary>With the issuer before it, as a citation has it and as lists show it.</summary>
    public string FullTitle => Library.FullTitle.Of(string.Join('、', Issuers), Title);

    /// <summary>In the contents of an issue: its state (效力) on the day that was asked for, as <see cref="ValidityWords.Code"/> writes it. Null where there was no such document yet, and outside of contents.</summary>
    public string? State { get; init; }

    /// <summary>The same in words, also that there was no such document yet; null outside of contents.</summary>
    public string? StateName { get; init; }
}
