using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Library;

/// <summary>Shows where a node stands in the source: its lines, its characters marked, personal values masked.</summary>
internal static class SourceProjection
{
    private const int Near = 3;

    public static SourceView Of(GazetteReading reading, ReadDocument read, DocumentView document, BlockView? block, Node node)
    {
        var runs = new TextRuns(reading.Source, read.Personal, []);
        var pieces = Pieces(node).Where(p => !p.IsEmpty).OrderBy(p => p.From).ToList();
        var held = reading.Lines.Where(l => pieces.Exists(p => p.From < l.To && p.To > l.From)).ToList();
        var near = held.SelectMany(l => Enumerable.Range(l.Number - Near, 2 * Near + 1)).ToHashSet();
        var lines = Views(reading.Lines.Where(l => near.Contains(l.Number)), pieces, runs);
        return new(document, block, reading.Source.Name, [.. lines],
            held.Count > 0 ? held[0].Number : 0, held.Count > 0 ? held[^1].Number : 0, held.Count > 0 ? held[0].Page : null, held.Count > 0 ? held[^1].Page : null);
    }

    /// <summary>The printed lines that hold a span, its characters marked, with a line before and after.</summary>
    public static IReadOnlyList<SourceLineView> Around(GazetteReading reading, ReadDocument read, Span span)
    {
        const int more = 1;
        const int most = 12;
        var runs = new TextRuns(reading.Source, read.Personal, []);
        var held = reading.Lines.Where(l => l.From < Math.Max(span.To, span.From + 1) && l.To >= span.From && l.Kind is not LineKind.Blank).Take(most).ToList();
        if (held.Count == 0) return [];
        var (first, last) = (held[0].Number - more, held[^1].Number + more);
        return [.. Views(reading.Lines.Where(l => l.Number >= first && l.Number <= last && l.Kind is not LineKind.Blank), [span], runs)];
    }

    /// <summary>Cells that stand in one line are shown in one.</summary>
    private static IEnumerable<SourceLineView> Views(IEnumerable<SourceLine> lines, List<Span> pieces, TextRuns runs) => lines.GroupBy(l => l.Number).Select(line =>
        new SourceLineView(line.Key, line.First().Page, line.Any(l => l.Kind is LineKind.Text) ? LineKind.Text : line.First().Kind, [.. line.SelectMany(l => Parts(l, pieces, runs))]));

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
