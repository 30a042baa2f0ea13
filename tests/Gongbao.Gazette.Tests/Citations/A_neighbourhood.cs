using Gongbao.Gazette.Citations.Resolution;
using Gongbao.Gazette.Citations.Showing;

namespace Gongbao.Gazette.Tests.Citations;

public class A_neighbourhood
{
    private static readonly CitationEnd Own = new("own", "意见", "清府发〔2023〕5号", null, null);

    [Fact, Clause("GAZ-04")]
    public void Names_each_document_once_and_the_closest_first()
    {
        var view = new CitationsView(Own, 4, 302, [Line(Own, End("b")), Line(Own, Own), Line(Own, null), Line(Own, End("b"))], [.. Enumerable.Range(0, 300).Select(i => Line(End($"c{i}"), Own)), Line(End("c299"), Own), Line(End("c299"), Own)]);

        var around = Neighbours.Of(view);

        Assert.Equal((300, "c299", 3, "c0"), (around.Citing.Count, around.Citing[0].Document, around.Citing[0].Citations, around.Citing[1].Document));
        Assert.Equal([("b", 2)], around.Cited.Select(n => (n.Document, n.Citations)));
    }

    private static CitationEnd End(string slug) => new(slug, "通知 " + slug, null, null, null);

    private static CitationLine Line(CitationEnd from, CitationEnd? to) => new("《意见》", to is null ? CitationState.Outside : CitationState.Document, CitationMatch.Number, null, from, to);
}
