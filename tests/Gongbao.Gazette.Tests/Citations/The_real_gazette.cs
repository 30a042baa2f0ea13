using Gongbao.Gazette.Citations;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Tests.Generated;

namespace Gongbao.Gazette.Tests.Citations;

/// <summary>The real issue, counted by hand.</summary>
public class The_real_gazette
{
    [Fact]
    public void Cites_as_many_documents_certificates_and_own_texts_as_counted_by_hand()
    {
        var source = SourceText.Decode(Path.GetFileName(RealIssue.Path), File.ReadAllBytes(RealIssue.Path));
        Assert.False(source.IsRefused(out _, out var text));
        var reading = GazetteReader.Read(text, ReaderContext.Empty);
        var found = reading.Documents.SelectMany(d => DocumentCitations.Of(d, text, SampleCity.Citations)).ToList();

        Assert.Equal(31, found.Count(f => f.Citation.Kind is CitationKind.Title));
        Assert.Equal(2, found.Count(f => f.Citation is { Kind: CitationKind.Place, Target: null }));
        Assert.Equal(33, found.Count);
        Assert.Equal(17, found.Count(f => f.Citation is { Kind: CitationKind.Title, Not: null }));
        Assert.Equal(7, found.Count(f => f.Citation.Target?.Number is not null));
        Assert.Equal(8, found.Count(f => f.Citation.Not is NonDocument.IssuedHere));
        Assert.Equal(4, found.Count(f => f.Citation.Not is NonDocument.Planned));
        Assert.Equal(2, found.Count(f => f.Citation.Not is NonDocument.Certificate));
        Assert.All(found, f => Assert.Equal(Characters.Compact(f.Words), Characters.Compact(text[f.Span])));
    }
}
