namespace Gongbao.Gazette.Reading;

/// <summary>A line of words, without its indent, ready to be looked at many times.</summary>
/// <param name="Line">The line as printed.</param>
/// <param name="Text">Without any white space.</param>
/// <param name="Width">Width in print, in halves of an ideograph.</param>
internal sealed record ContentLine(SourceLine Line, string Text, int Width)
{
    public int Number => Line.Number;

    /// <summary>Which of the lines that the source gives it is, from 1: cells that stand in one line of a text are lines of their own.</summary>
    public int Place { get; private init; } = Line.Number;

    public Span Span => Line.Span;

    /// <summary>Whether a paragraph ends with the line; null where the source does not say.</summary>
    public bool? EndsParagraph { get; init; }

    /// <summary>The table that the line stands in, as the file gives it; null outside of tables.</summary>
    public KnownGrid? Grid { get; init; }

    /// <summary>The lines with words, in order, furniture and blank lines left out.</summary>
    public static ContentLine[] Of(SourceText source, ClassifiedLines lines)
    {
        var count = 0;
        foreach (var line in lines.Lines)
            if (line.Kind is LineKind.Text) count++;
        var content = new ContentLine[count];
        // Whoever types two ideographs' space before a paragraph types none before its further lines.
        var typed = false;
        for (int i = 0, at = 0; at < count; i++)
        {
            var line = lines.Lines[i];
            if (line.Kind is not LineKind.Text) continue;
            var text = lines.Words[i] is { Length: > 0 } words ? words : Characters.Compact(source[line.Span]);
            content[at++] = source.Layout is { } layout ? Known(layout, i, line, text) : new(line, text, Characters.HalfWidth(text));
            if (source.Layout is not null) continue;
            var begins = source[line.Span].StartsWith(TypedText.Indent, StringComparison.Ordinal);
            var goesOn = typed && !begins && GoesOn(content[at - 2], content[at - 1]);
            if (at > 1 && (begins || goesOn)) content[at - 2] = content[at - 2] with { EndsParagraph = begins };
            typed = begins || goesOn;
        }
        return content;
    }

    /// <summary>Whether a line without an indent goes on with a paragraph that began with one: it is as full as the line before, or ends as sentences do. A signature is neither.</summary>
    private static bool GoesOn(ContentLine before, ContentLine line) =>
        (line.Text[^1] is '。' or '；' or '：' or '，' or '、' || line.Width >= before.Width) && !Markers.StartsWithMarker(line.Text);

    private static ContentLine Known(SourceLayout layout, int i, SourceLine line, string text) => new(line, text, Characters.HalfWidth(text))
    {
        Place = i + 1,
        EndsParagraph = layout.IsPrinted ? null : layout.Lines[i].EndsParagraph,
        Grid = layout.Lines[i].Grid is { } grid && layout.Grids[grid] is { IsTable: true } table ? table : null,
    };

    /// <summary>The last line that begins at or before an offset of the source.</summary>
    public static ContentLine At(ContentLine[] lines, int offset)
    {
        int low = 0, high = lines.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (lines[middle].Span.From <= offset) low = middle;
            else high = middle - 1;
        }
        return lines[low];
    }
}
