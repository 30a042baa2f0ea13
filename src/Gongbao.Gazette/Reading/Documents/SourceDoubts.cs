namespace Gongbao.Gazette.Reading;

/// <summary>Puts what a file holds beside its words before the person who looks at the document that it is nearest to.</summary>
internal static class SourceDoubts
{
    private const double Sureness = 0.5;

    public static IReadOnlyList<ReadDocument> Put(SourceText source, IReadOnlyList<SourceLine> lines, IReadOnlyList<ReadDocument> documents)
    {
        if (source.Layout is not { Doubts.Count: > 0 } layout || documents.Count == 0) return documents;
        var added = layout.Doubts.ToLookup(d => DocumentAt(documents, LineOf(lines, d).Span.From));
        return [.. documents.Select((d, i) => added.Contains(i) ? With(d, lines, added[i]) : d)];
    }

    private static ReadDocument With(ReadDocument document, IReadOnlyList<SourceLine> lines, IEnumerable<SourceDoubt> doubts)
    {
        var flags = doubts.Select(d => new Flag(d.At, d.Why, LineOf(lines, d).Number, LineOf(lines, d).Span, Sureness));
        return document with { Flags = [.. document.Flags.Concat(flags).OrderBy(f => f.Line).ThenBy(f => f.At, StringComparer.Ordinal)] };
    }

    private static SourceLine LineOf(IReadOnlyList<SourceLine> lines, SourceDoubt doubt) => lines[Math.Clamp(doubt.Line, 1, lines.Count) - 1];

    /// <summary>The last document that begins at or before an offset; the first where none does.</summary>
    public static int DocumentAt(IReadOnlyList<ReadDocument> documents, int offset)
    {
        var at = 0;
        for (var i = 1; i < documents.Count && documents[i].Root.Span.From <= offset; i++) at = i;
        return at;
    }
}
