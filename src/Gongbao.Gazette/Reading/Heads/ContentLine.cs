namespace Gongbao.Gazette.Reading;

/// <summary>A line of words, without its indent, ready to be looked at many times.</summary>
/// <param name="Line">The line as printed.</param>
/// <param name="Text">Without any white space.</param>
/// <param name="Width">Width in print, in halves of an ideograph.</param>
internal sealed record ContentLine(SourceLine Line, string Text, int Width)
{
    public int Number => Line.Number;

    public Span Span => Line.Span;

    /// <summary>The lines with words, in order, furniture and blank lines left out.</summary>
    public static IReadOnlyList<ContentLine> Of(SourceText source, IReadOnlyList<SourceLine> lines)
    {
        var content = new List<ContentLine>(lines.Count / 2 + 1);
        foreach (var line in lines)
        {
            if (line.Kind is not LineKind.Text) continue;
            var text = Characters.Compact(source[line.Span]);
            content.Add(new(line, text, Characters.HalfWidth(text)));
        }
        return content;
    }

    /// <summary>The last line that begins at or before an offset of the source.</summary>
    public static ContentLine At(IReadOnlyList<ContentLine> lines, int offset)
    {
        int low = 0, high = lines.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (lines[middle].Span.From <= offset) low = middle;
            else high = middle - 1;
        }
        return lines[low];
    }
}
