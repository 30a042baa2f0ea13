namespace Gongbao.Gazette.Reading;

/// <summary>The printed lines of a source.</summary>
/// <param name="Lines">In order, furniture and blank lines too.</param>
/// <param name="Words">For each its words without white space; empty for a line too long to be furniture.</param>
internal readonly record struct ClassifiedLines(SourceLine[] Lines, string[] Words);

/// <summary>Splits a source into printed lines and tells words from page furniture.</summary>
internal static class LineClassifier
{
    /// <summary>Longer lines are never furniture; they are not even looked at.</summary>
    private const int LongestFurniture = 80;

    public static ClassifiedLines Classify(SourceText source)
    {
        var spans = Split(source.Text);
        var compact = new string[spans.Count];
        var kinds = new LineKind[spans.Count];
        var feeds = new bool[spans.Count];
        var hasFeeds = source.Text.Contains('\f');
        for (var i = 0; i < spans.Count; i++)
        {
            var line = source[spans[i]];
            var words = line.Trim();
            feeds[i] = hasFeeds && line.Contains('\f');
            compact[i] = words.Length > LongestFurniture ? "" : Characters.Compact(words);
            kinds[i] = words.Length == 0 ? LineKind.Blank : PageNumber.Matches(words) ? LineKind.PageNumber : LineKind.Text;
        }
        MoveFeedsToWords(feeds, kinds);
        MarkBareNumbers(compact, feeds, kinds);
        Mastheads.Mark(compact, kinds);
        MarkSpaceBreaks(source, spans, feeds, kinds);
        RunningHeads.Mark(compact, feeds, kinds);
        return new(Number(spans, feeds, kinds, PrintedPages.Of(compact, feeds, kinds)), compact);
    }

    private static List<Span> Split(string text)
    {
        var spans = new List<Span>(text.Length / 16 + 1);
        for (var from = 0; from < text.Length;)
        {
            var length = text.AsSpan(from).IndexOfAny('\n', '\r');
            var to = length < 0 ? text.Length : from + length;
            spans.Add(new(from, to));
            from = to + (to + 1 < text.Length && text[to] == '\r' && text[to + 1] == '\n' ? 2 : 1);
        }
        return spans;
    }

    /// <summary>A form feed on an empty line belongs to the next line with words.</summary>
    private static void MoveFeedsToWords(bool[] feeds, LineKind[] kinds)
    {
        for (var i = 0; i + 1 < feeds.Length; i++)
            if (feeds[i] && kinds[i] is LineKind.Blank) (feeds[i], feeds[i + 1]) = (false, true);
    }

    private static void MarkBareNumbers(string[] compact, bool[] feeds, LineKind[] kinds)
    {
        if (Array.IndexOf(feeds, true) < 0) return;
        var last = -1;
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] is LineKind.Blank) continue;
            if (feeds[i] && last >= 0 && kinds[last] is LineKind.Text && PageNumber.IsBareNumber(compact[last])) kinds[last] = LineKind.PageNumber;
            last = i;
        }
    }

    /// <summary>
    /// Where few lines are indented, a line set off by one space begins a page or a column, as some programs that take text from
    /// pages print it.
    /// </summary>
    private static void MarkSpaceBreaks(SourceText source, List<Span> spans, bool[] feeds, LineKind[] kinds)
    {
        int indented = 0, words = 0;
        for (var i = 0; i < spans.Count; i++)
        {
            if (kinds[i] is LineKind.Blank) continue;
            words++;
            if (source.Text[spans[i].From] == ' ') indented++;
        }
        if (indented * 10 >= words) return;
        for (var i = 1; i < spans.Count; i++) feeds[i] |= kinds[i] is not LineKind.Blank && source.Text[spans[i].From] == ' ';
    }

    private static SourceLine[] Number(List<Span> spans, bool[] feeds, LineKind[] kinds, (int[] Pages, int?[] Printed) numbers)
    {
        var stretch = 1;
        var lines = new SourceLine[spans.Count];
        var furniture = false;
        for (var i = 0; i < spans.Count; i++)
        {
            var isFurniture = kinds[i] is not (LineKind.Text or LineKind.Blank);
            if (i > 0 && (feeds[i] || isFurniture && !furniture)) stretch++;
            if (kinds[i] is not LineKind.Blank) furniture = isFurniture;
            lines[i] = new(i + 1, spans[i].From, spans[i].To, stretch, numbers.Printed[numbers.Pages[i]], kinds[i]);
        }
        return lines;
    }
}
