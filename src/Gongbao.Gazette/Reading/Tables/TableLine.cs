namespace Gongbao.Gazette.Reading;

/// <summary>A line of a part that may be a table.</summary>
/// <param name="Line">The line as printed.</param>
/// <param name="Text">Without white space.</param>
/// <param name="Width">Width in print, in halves of an ideograph.</param>
/// <param name="BlankBefore">Whether a blank line stands above it: a hint that is often false, never a proof.</param>
internal readonly record struct TableLine(SourceLine Line, string Text, int Width, bool BlankBefore)
{
    public static TableLine[] Of(ContentPart part)
    {
        var lines = new TableLine[part.Lines.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            var line = part.Lines[i];
            var text = Characters.Compact(part.Source[line.Span]);
            lines[i] = new(line, text, Characters.HalfWidth(text), i == 0 || line.Number > part.Lines[i - 1].Number + 1);
        }
        return lines;
    }
}

/// <summary>A run of lines, end excluded.</summary>
internal readonly record struct LineRange(int From, int To)
{
    public int Count => To - From;
}
