namespace Gongbao.Gazette.Citations.Resolution;

/// <summary>An index over documents at hand.</summary>
internal sealed class CitationIndex : ICitationIndex
{
    private readonly ILookup<string, KnownDocument> _byNumber;
    private readonly ILookup<string, KnownDocument> _byTitle;

    public CitationIndex(IReadOnlyCollection<KnownDocument> documents)
    {
        _byNumber = documents.Where(d => d.Number is not null).ToLookup(d => d.Number!, StringComparer.Ordinal);
        _byTitle = documents.SelectMany(d => d.Names.Select(n => n.Core).Distinct().Select(core => (Core: core, Document: d))).ToLookup(p => p.Core, p => p.Document, StringComparer.Ordinal);
    }

    public IReadOnlyList<KnownDocument> ByNumber(string number) => [.. _byNumber[number]];

    public IReadOnlyList<KnownDocument> ByTitle(string core) => [.. _byTitle[core]];
}
