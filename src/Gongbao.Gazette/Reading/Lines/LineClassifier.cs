namespace Gongbao.Gazette.Reading;

/// <summary>Splits a source into printed lines and tells words from page furniture.</summary>
internal static class LineClassifier
{
    public static IReadOnlyList<SourceLine> Classify(SourceText source)
    {
        var text = source.Text;
        var lines = new List<SourceLine>(text.Length / 16 + 1);
        for (int from = 0, number = 1; from < text.Length; number++)
        {
            var length = text.AsSpan(from).IndexOfAny('\n', '\r');
            var to = length < 0 ? text.Length : from + length;
            var blank = text.AsSpan(from, to - from).IsWhiteSpace();
            lines.Add(new(number, from, to, 1, blank ? LineKind.Blank : LineKind.Text));
            from = to + (to + 1 < text.Length && text[to] == '\r' && text[to + 1] == '\n' ? 2 : 1);
        }
        return lines;
    }
}
