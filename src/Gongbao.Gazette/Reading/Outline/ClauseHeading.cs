using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Reading;

/// <summary>Where the heading of a clause ends.</summary>
/// <param name="LinesTo">Behind the last line of the paragraph that the heading begins.</param>
/// <param name="Joined">That paragraph, number included.</param>
/// <param name="Length">Characters of the heading in it, number and end mark included.</param>
internal readonly record struct ClauseHeading(int LinesTo, JoinedText Joined, int Length)
{
    private const int LongestRunIn = 60;

    /// <summary>In halves of an ideograph. Lists have short lines; a line shorter than any column of text is not broken by it.</summary>
    private const int NarrowestColumn = 24;

    /// <summary>
    /// A run-in heading ends at its first 。; a heading on its own line ends with the line, or goes on where the line is full and
    /// the next is a short rest; a list item is its own heading.
    /// </summary>
    public static ClauseHeading Find(SourceText source, ContentLine[] lines, PlacedMarker marker, int to, LineWidths widths)
    {
        var from = marker.At;
        var first = lines[from].Text;
        if (first.IndexOf('。', marker.Marker.Length) < 0)
        {
            var alone = AloneTo(source, lines, marker, to, widths);
            if (alone > 0)
            {
                var heading = JoinedText.Of(source, lines, from, alone);
                return new(alone, heading, heading.Text.Length);
            }
        }
        var end = Paragraphs.EndOf(lines, from, to, widths.Full);
        var joined = JoinedText.Of(source, lines, from, end);
        var stop = joined.Text.IndexOf('。', Math.Min(joined.Text.Length, marker.Marker.Length));
        return new(end, joined, stop < 0 ? joined.Text.Length : stop + 1);
    }

    /// <summary>Behind the last line of a heading that stands on lines of its own; 0 when the heading runs into its text.</summary>
    private static int AloneTo(SourceText source, ContentLine[] lines, PlacedMarker marker, int to, LineWidths widths)
    {
        var from = marker.At;
        if (from + 1 >= to) return to;
        if (lines[from].EndsParagraph is true) return from + 1;
        var last = lines[from].Text[^1];
        if (Characters.EndsSentence(last)) return Paragraphs.EndsAt(lines[from], widths.Full) ? from + 1 : 0;
        if (last is '、' or '，') return 0;
        var next = lines[from + 1];
        var goesOn = GoesOn(lines[from].Text, next.Text);
        if (!goesOn && lines[from].Width + Spaces(source, lines[from]) < Math.Max(NarrowestColumn, widths.First - 4)) return from + 1;
        if (!next.Text.Contains('。') && next.Width < widths.Full - 6 && !Characters.EndsSentence(next.Text[^1])) return from + 2;
        return !goesOn && StandsAlone(marker.Marker.Style) && !RunsOn(lines, from, next, widths) && !widths.RunsIn(marker.Marker.Style) ? from + 1 : 0;
    }

    /// <summary>How much of a line its inner white space takes: 2023 年 5 月 1 日.</summary>
    private static int Spaces(SourceText source, ContentLine line)
    {
        var width = 0;
        foreach (var c in source[line.Span].Trim())
            if (char.IsWhiteSpace(c)) width += c == '　' ? 2 : 1;
        return width;
    }

    /// <summary>No line of its own leaves a title, a quotation or a bracket open, or breaks a date or a place; nor does a document number begin a paragraph.</summary>
    private static bool GoesOn(string text, string next)
    {
        if (Characters.IsDigit(text[^1]) && (next[0] is '年' or '月' or '日')) return true;
        if (ChineseNumerals.IsNumeral(text[^1]) && (next[0] is '条' or '款' or '项')) return true;
        if (next[0] is '〔' or '［' or '[' || next[0] is '（' && !Markers.StartsWithMarker(next)) return true;
        return Paragraphs.EndsInNumber(text) || Opens(text, '《', '》') || Opens(text, '“', '”') || Opens(text, '（', '）');
    }

    private static bool Opens(string text, char open, char close) => text.LastIndexOf(open) > text.LastIndexOf(close);

    private static bool StandsAlone(MarkerStyle style) => style is MarkerStyle.Comma or MarkerStyle.Chapter or MarkerStyle.Section or MarkerStyle.Part;

    /// <summary>A next line wider than first lines are is no first line: the sentence goes on. So does one whose first sentence is short.</summary>
    private static bool RunsOn(ContentLine[] lines, int from, ContentLine next, LineWidths widths)
    {
        if (next.Width > widths.First + 1) return true;
        var stop = next.Text.IndexOf('。');
        var comma = next.Text.IndexOf('，');
        return stop is >= 0 and < 12 && (comma < 0 || comma > stop) && lines[from].Text.Length + stop <= LongestRunIn;
    }
}
