using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Citations;

/// <summary>How a citation (引用) is printed.</summary>
internal enum CitationKind
{
    /// <summary>A title in its marks, with the number behind it when both are printed as one: 《…》（清府发〔2021〕6号）.</summary>
    Title,

    /// <summary>A document number alone.</summary>
    Number,

    /// <summary>A short name that the document gave another one (以下简称).</summary>
    Alias,

    /// <summary>A place of a document (条款), its own or that which the sentence names before: 第三条, 本办法第五条, 附件2.</summary>
    Place,

    /// <summary>A place named from where it is cited: 前款, 前两项, 本条第二款.</summary>
    Relative,
}

/// <summary>What stands in title marks and is not a document that the library could hold.</summary>
internal enum NonDocument
{
    /// <summary>A certificate or licence (证照).</summary>
    Certificate,

    /// <summary>A form to fill in or a paper of one case (表单、文书).</summary>
    Form,

    /// <summary>A newspaper or periodical (报刊).</summary>
    Publication,

    /// <summary>A book, film, song, programme (作品), or anything that no document is called.</summary>
    Work,

    /// <summary>A document that is still to be made (拟制定): 出台《…》.</summary>
    Planned,

    /// <summary>A text that the citing document itself issues or attaches (印发件、附件): no document of its own, but a place of this one.</summary>
    IssuedHere,
}

/// <summary>From where a cited place is counted.</summary>
internal enum PlaceBase
{
    /// <summary>From the document down.</summary>
    Document,

    /// <summary>本条</summary>
    ThisArticle,

    /// <summary>前条, 前两条</summary>
    ArticlesBefore,

    /// <summary>前款, 前两款</summary>
    ParagraphsBefore,

    /// <summary>前项, 前两项</summary>
    ItemsBefore,
}

/// <summary>A place as a citation names it.</summary>
/// <param name="Base">From where it is counted.</param>
/// <param name="Count">How many places before: 2 in 前两项; 0 where the base counts none.</param>
/// <param name="Path">The steps that are printed, below the base; the whole document where none are.</param>
internal sealed record CitedPlace(PlaceBase Base, int Count, ClausePath Path)
{
    public static CitedPlace Of(ClausePath path) => new(PlaceBase.Document, 0, path);
}

/// <summary>Another document as a citation names it.</summary>
internal sealed record CitedTarget
{
    /// <summary>Words between the outer title marks, line breaks gone; null where only the number is printed.</summary>
    public string? Title { get; init; }

    /// <summary>Normalised number; null where none is printed.</summary>
    public string? Number { get; init; }

    /// <summary>Who issued it, where the sentence says so right before the title.</summary>
    public string? Issuer { get; init; }

    /// <summary>Day of signature, where it is printed right behind the title.</summary>
    public DateOnly? DatedOn { get; init; }

    /// <summary>The title as titles are compared; empty where none is printed.</summary>
    public string TitleKey => Title is null ? "" : TitleForm.Core(Title);
}

/// <summary>One citation found in a text.</summary>
/// <param name="From">First character in the text.</param>
/// <param name="To">Behind the last one.</param>
/// <param name="Kind">How it is printed.</param>
/// <param name="Target">The other document; null for the citing document itself.</param>
/// <param name="Place">The place in it; null for the whole document.</param>
/// <param name="Not">Set where the words name no document.</param>
internal sealed record Citation(int From, int To, CitationKind Kind, CitedTarget? Target, CitedPlace? Place = null, NonDocument? Not = null);
