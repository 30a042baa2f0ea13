using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Library;

/// <summary>Shows where a node stands in the source: its lines, its characters marked, personal values masked.</summary>
internal static class SourceProjection
{
    private const int Around = 3;

    public static SourceView Of(GazetteReading reading, ReadDocument read, DocumentView document, BlockView? block, Node node)
    {
        var runs = new TextRuns(reading.Source, read.Personal, []);
        var pieces = Pieces(node).Where(p => !p.IsEmpty).OrderBy(p => p.From).ToList();
        var held = reading.Lines.Where(l => pieces.Exists(p => p.From < l.To && p.To > l.From)).ToList();
        var near = held.SelectMany(l => Enumerable.Range(l.Number - Around, 2 * Around + 1)).ToHashSet();
        var lines = reading.Lines.Where(l => near.Contains(l.Number)).Select(l => new SourceLineView(l.Number, l.Page, l.Kind, Parts(l, pieces, runs)));
        return new(document, block, reading.Source.Name, [.. lines],
            held.Count > 0 ? held[0].Number : 0, held.Count > 0 ? held[^1].Number : 0, held.Count > 0 ? held[0].Page : 0, held.Count > 0 ? held[^1].Page : 0);
    }

    private static IEnumerable<Span> Pieces(Node node) => node.Pieces.Concat(node.Children.SelectMany(Pieces));

    private static List<SourcePart> Parts(SourceLine line, List<Span> pieces, TextRuns runs)
    {
        var parts = new List<SourcePart>();
        var at = line.From;
        foreach (var piece in pieces)
        {
            var (from, to) = (Math.Max(piece.From, at), Math.Min(piece.To, line.To));
            if (from >= to) continue;
            if (from > at) parts.Add(new(runs.Masked(new(at, from)), false));
            parts.Add(new(runs.Masked(new(from, to)), true));
            at = to;
        }
        if (at < line.To) parts.Add(new(runs.Masked(new(at, line.To)), false));
        return parts;
    }
}
