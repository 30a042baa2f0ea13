namespace Gongbao.Gazette.Reading;

/// <summary>Where the heading of a clause ends.</summary>
/// <param name="LinesTo">Behind the last line of the paragraph that the heading begins.</param>
/// <param name="Length">Characters of the heading in the joined paragraph, number and end mark included.</param>
internal readonly record struct ClauseHeading(int LinesTo, int Length)
{
    private const int LongestRunIn = 60;

    /// <summary>
    /// A run-in heading ends at its first 。; a heading on its own line ends with the line, or goes on where the line is full and
    /// the next is a short rest; a list item is its own heading.
    /// </summary>
    public static ClauseHeading Find(SourceText source, IReadOnlyList<ContentLine> lines, PlacedMarker marker, int to, int fullWidth, int firstWidth)
    {
        var from = marker.At;
        var first = lines[from].Text;
        if (first.IndexOf('。', marker.Marker.Length) < 0)
        {
            var alone = AloneTo(lines, marker, to, fullWidth, firstWidth);
            if (alone > 0) return new(alone, JoinedText.Of(source, lines, from, alone).Text.Length);
        }
        var end = Paragraphs.EndOf(lines, from, to, fullWidth);
        var text = JoinedText.Of(source, lines, from, end).Text;
        var stop = text.IndexOf('。', Math.Min(text.Length, marker.Marker.Length));
        return new(end, stop < 0 ? text.Length : stop + 1);
    }

    /// <summary>Behind the last line of a heading that stands on lines of its own; 0 when the heading runs into its text.</summary>
    private static int AloneTo(IReadOnlyList<ContentLine> lines, PlacedMarker marker, int to, int fullWidth, int firstWidth)
    {
        var from = marker.At;
        if (from + 1 >= to) return to;
        if (Characters.EndsSentence(lines[from].Text[^1])) return Paragraphs.EndsAt(lines[from], fullWidth) ? from + 1 : 0;
        if (lines[from].Width < firstWidth - 4) return from + 1;
        var next = lines[from + 1];
        if (marker.Marker.Style is not (MarkerStyle.Comma or MarkerStyle.Chapter or MarkerStyle.Section or MarkerStyle.Part))
            return !next.Text.Contains('。') && next.Width < fullWidth - 6 && !Characters.EndsSentence(next.Text[^1]) ? from + 2 : 0;
        if (next.Text.AsSpan().IndexOfAny('。', '，', '；') < 0 && next.Width < fullWidth - 6) return from + 2;
        var stop = next.Text.IndexOf('。');
        return stop >= 0 && stop < 12 && next.Text.IndexOf('，') is var comma && (comma < 0 || comma > stop) && lines[from].Text.Length + stop <= LongestRunIn ? 0 : from + 1;
    }
}
