namespace Gongbao.Gazette.Reading;

/// <summary>A body as read: its tree, its running text by clause, and the numbers that are in doubt.</summary>
internal sealed record Outline(IReadOnlyList<Node> Nodes, IReadOnlyList<Heading> Headings, IReadOnlyList<Passage> Passages, IReadOnlyList<Flag> Flags);

/// <summary>Reads lines of running text into clauses and paragraphs (层次结构).</summary>
internal static class OutlineReader
{
    public static Outline Read(SourceText source, ContentLine[] lines, int from, int to)
    {
        var fullWidth = Paragraphs.FullWidth(lines, from, to);
        var markers = DepthSolver.Solve(MarkerCandidate.Find(lines, from, to, fullWidth));
        var builder = new OutlineBuilder(source, lines, LineWidths.Of(lines, markers, fullWidth));
        builder.AddParagraphs(from, markers.Count > 0 ? markers[0].At : to);
        for (var i = 0; i < markers.Count; i++) builder.AddClause(markers[i], i + 1 < markers.Count ? markers[i + 1].At : to);
        return builder.Build();
    }
}
