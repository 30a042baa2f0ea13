using Gongbao.Gazette.Library;
using Gongbao.Platform.City;

namespace Gongbao.Gazette.Citations;

/// <summary>
/// The declared words by which what is not a document is told apart, from the lists <c>citation-…</c> of the section <c>lexicon</c>.
/// Without a declaration every title is taken for a document's.
/// </summary>
internal sealed class CitationWords
{
    public static readonly CitationWords None = new(_ => []);

    private CitationWords(Func<string, string[]> list)
    {
        Documents = list("citation-documents");
        Certificates = list("citation-certificates");
        Forms = list("citation-forms");
        Publications = list("citation-publications");
        BeforeWorks = list("citation-before-works");
        AfterWorks = list("citation-after-works");
        Planning = list("citation-planning");
        Made = list("citation-made");
    }

    /// <summary>How titles of documents end.</summary>
    public string[] Documents { get; }

    public string[] Certificates { get; }

    public string[] Forms { get; }

    public string[] Publications { get; }

    /// <summary>What stands right before the title of a work, as 歌曲.</summary>
    public string[] BeforeWorks { get; }

    /// <summary>What stands right behind the title of a work, as 一书.</summary>
    public string[] AfterWorks { get; }

    /// <summary>What stands right before the title of a document that is still to be made, as 制定出台.</summary>
    public string[] Planning { get; }

    /// <summary>What stands before <see cref="Planning"/> where the document has been made, as 已.</summary>
    public string[] Made { get; }

    /// <param name="city">The city's declarations; null where none are at hand.</param>
    public static CitationWords Of(CityDeclarations? city) => city is null ? None : new(DeclaredWords.Of(city));
}
