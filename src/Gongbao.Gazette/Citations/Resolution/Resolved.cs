namespace Gongbao.Gazette.Citations.Resolution;

/// <summary>What became of a citation.</summary>
internal enum CitationState
{
    /// <summary>Names something that the library could hold and does not (库外).</summary>
    Outside,

    /// <summary>Names a document of the library (指向文件).</summary>
    Document,

    /// <summary>Names a place of a document of the library, its own or another (指向条款).</summary>
    Clause,

    /// <summary>Names a document of the library and a place that it does not have (条款未找到).</summary>
    NoSuchPlace,

    /// <summary>Several documents of the library bear the name, and nothing printed tells them apart (不能确定).</summary>
    Ambiguous,

    /// <summary>Names no document (非文件).</summary>
    NotDocument,
}

/// <summary>By what a document was found.</summary>
internal enum CitationMatch
{
    None,

    /// <summary>The citing document itself.</summary>
    Own,

    Number,

    /// <summary>The whole title.</summary>
    Title,

    /// <summary>The title without issuer, country or brackets at its end, or that of the text which the document issues: a weaker sign, marked so.</summary>
    WeakTitle,
}

/// <summary>What a citation leads to.</summary>
/// <param name="State">What became of it.</param>
/// <param name="Match">By what the document was found.</param>
/// <param name="Document">The document; null where none is found or several.</param>
/// <param name="Place">The place, of a range its first.</param>
/// <param name="LastPlace">The last place of a range.</param>
/// <param name="Candidates">The documents between which nothing decides; empty in every other state.</param>
internal sealed record Resolved(CitationState State, CitationMatch Match, Guid? Document = null, KnownPlace? Place = null, KnownPlace? LastPlace = null, IReadOnlyList<Guid>? Candidates = null);
