namespace Gongbao.Gazette.Citations.Resolution;

/// <summary>A document of the library as resolving sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Slug">Its part of the address.</param>
/// <param name="Number">Normalised number; null where it has none.</param>
/// <param name="Issuers">Joined by 、.</param>
/// <param name="Title">As printed.</param>
/// <param name="DatedOn">Day of signature; null where none is printed.</param>
/// <param name="Names">Every name by which it may be cited.</param>
/// <param name="Places">Its places; empty where no citation asks for one.</param>
internal sealed record KnownDocument(Guid Id, string Slug, string? Number, string Issuers, string Title, DateOnly? DatedOn, IReadOnlyList<KnownName> Names, DocumentPlaces Places);

/// <summary>A name of a document: its title, or that of the text that it issues.</summary>
/// <param name="Exact"><see cref="TitleForm.Exact"/></param>
/// <param name="Core"><see cref="TitleForm.Core"/></param>
/// <param name="Issued">Whether it names the issued text rather than the document.</param>
internal sealed record KnownName(string Exact, string Core, bool Issued)
{
    /// <summary>The names of a document with this title.</summary>
    public static IReadOnlyList<KnownName> Of(string issuers, string title)
    {
        var names = new List<KnownName> { new(TitleForm.Exact(title), TitleForm.Core(title), Issued: false) };
        if (issuers.Length > 0 && !title.StartsWith(issuers, StringComparison.Ordinal)) names.Add(names[0] with { Exact = TitleForm.Exact(issuers + title) });
        if (TitleForm.Issued(title) is { } issued) names.Add(new(TitleForm.Exact(issued), TitleForm.Core(issued), Issued: true));
        return names;
    }
}

/// <summary>Finds documents by what a citation prints.</summary>
internal interface ICitationIndex
{
    /// <summary>All documents in the library under this normalised number.</summary>
    IReadOnlyList<KnownDocument> ByNumber(string number);

    /// <summary>All documents in the library one of whose names has this core.</summary>
    IReadOnlyList<KnownDocument> ByTitle(string core);
}
