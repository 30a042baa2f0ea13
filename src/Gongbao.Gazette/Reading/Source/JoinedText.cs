using System.Text;

namespace Gongbao.Gazette.Reading;

/// <summary>
/// Lines joined into running text: line breaks and the page's own spaces fall away, and every character knows where it stands.
/// </summary>
internal sealed class JoinedText
{
    [ThreadStatic]
    private static StringBuilder? t_text;

    [ThreadStatic]
    private static List<(int At, Span Source)>? t_runs;

    private readonly (int At, Span Source)[] _runs;

    private JoinedText(SourceText source, StringBuilder text, List<(int, Span)> runs) => (Source, Text, _runs) = (source, text.ToString(), [.. runs]);

    public SourceText Source { get; }

    public string Text { get; }

    public static JoinedText Of(SourceText source, ContentLine[] lines, int from, int to)
    {
        var text = Start(out var runs);
        for (var i = from; i < to; i++) Append(source, lines[i].Span, text, runs);
        return new(source, text, runs);
    }

    public static JoinedText Of(SourceText source, TableLine[] lines, LineRange range)
    {
        var text = Start(out var runs);
        for (var i = range.From; i < range.To; i++) Append(source, lines[i].Line.Span, text, runs);
        return new(source, text, runs);
    }

    /// <summary>Joins the spans in order.</summary>
    public static JoinedText Of(SourceText source, IEnumerable<Span> spans)
    {
        var text = Start(out var runs);
        foreach (var span in spans) Append(source, span, text, runs);
        return new(source, text, runs);
    }

    private static StringBuilder Start(out List<(int, Span)> runs)
    {
        runs = t_runs ??= [];
        runs.Clear();
        return (t_text ??= new()).Clear();
    }

    /// <summary>Offset in the source of the character at <paramref name="index"/>; of the end for the length.</summary>
    public int ToSource(int index)
    {
        if (_runs.Length == 0) return 0;
        if (index >= Text.Length) return _runs[^1].Source.To;
        var run = RunAt(index);
        return _runs[run].Source.From + (index - _runs[run].At);
    }

    /// <summary>From the first to the last character of the range, in the source.</summary>
    public Span SpanOf(int from, int to) => from >= to ? new(ToSource(from), ToSource(from)) : new(ToSource(from), ToSource(to - 1) + 1);

    /// <summary>The source pieces of the range, one a line.</summary>
    public IReadOnlyList<Span> PiecesOf(int from, int to)
    {
        if (from >= to) return [];
        var first = RunAt(from);
        var pieces = new Span[RunAt(to - 1) - first + 1];
        for (var i = 0; i < pieces.Length; i++)
        {
            var (at, source) = _runs[first + i];
            pieces[i] = new(source.From + Math.Max(0, from - at), source.From + Math.Min(source.Length, to - at));
        }
        return pieces;
    }

    private int RunAt(int index)
    {
        int low = 0, high = _runs.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_runs[middle].At <= index) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    private static void Append(SourceText source, Span span, StringBuilder text, List<(int, Span)> runs)
    {
        var words = source.Text;
        var spread = IsSpread(source[span]);
        for (int from = span.From, to; from < span.To; from = to)
        {
            var spaced = false;
            for (; from < span.To && char.IsWhiteSpace(words[from]); from++) spaced = from > span.From || spaced;
            for (to = from; to < span.To && !char.IsWhiteSpace(words[to]);) to++;
            if (to == from) break;
            if (spaced && !spread && text.Length > 0 && KeepsSpace(text[^1], words[from])) text.Append(' ');
            runs.Add((text.Length, new(from, to)));
            text.Append(words, from, to - from);
        }
    }

    /// <summary>
    /// A space between two ideographs is the author's (中共中央 国务院) unless the line is spread out; one beside a digit, a Latin
    /// letter or a punctuation mark is the page's, unless Latin words or numbers stand on both sides.
    /// </summary>
    private static bool KeepsSpace(char before, char after) =>
        Characters.IsIdeograph(before) && Characters.IsIdeograph(after) || char.IsAsciiLetterOrDigit(before) && char.IsAsciiLetterOrDigit(after);

    /// <summary>Whether a line is set with a space behind almost every character, as the last line of a justified column is.</summary>
    private static bool IsSpread(ReadOnlySpan<char> line)
    {
        int singles = 0, words = 0, run = 0;
        foreach (var c in line)
        {
            if (!char.IsWhiteSpace(c))
            {
                run++;
                continue;
            }
            if (run > 0) words++;
            if (run == 1) singles++;
            run = 0;
        }
        if (run > 0) words++;
        if (run == 1) singles++;
        return words >= 2 && singles * 5 >= words * 4;
    }

}
