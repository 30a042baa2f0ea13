namespace Gongbao.Gazette.Reading;

/// <summary>
/// How wide the lines of a text run, in halves of an ideograph, and which of its headings run into their text. The first line of
/// a paragraph is indented in print, and the indent is lost: how wide first lines get shows on the clauses whose heading runs
/// over the end of its line.
/// </summary>
internal sealed class LineWidths
{
    private readonly Dictionary<MarkerStyle, int> _runIn = [];

    private LineWidths(int full, int first) => (Full, First) = (full, first);

    /// <summary>The width of a full line.</summary>
    public int Full { get; }

    /// <summary>The width of a full first line of a paragraph.</summary>
    public int First { get; }

    /// <summary>Whether headings of the style run into their text: more of them do than plainly stand alone, or none stands alone.</summary>
    public bool RunsIn(MarkerStyle style) => !_runIn.TryGetValue(style, out var balance) || balance > 0;

    public static LineWidths Of(ContentLine[] lines, IReadOnlyList<PlacedMarker> markers, int full)
    {
        var widest = 0;
        foreach (var marker in markers) widest = Math.Max(widest, Math.Min(full, lines[marker.At].Width));
        var widths = new LineWidths(full, widest < full - 8 ? full : widest);
        foreach (var marker in markers)
        {
            var line = lines[marker.At];
            var step = line.Text.Contains('。') ? 1 : line.Width < widths.First - 4 && !Characters.EndsSentence(line.Text[^1]) ? -1 : 0;
            if (step != 0) widths._runIn[marker.Marker.Style] = widths._runIn.GetValueOrDefault(marker.Marker.Style) + step;
        }
        return widths;
    }
}
