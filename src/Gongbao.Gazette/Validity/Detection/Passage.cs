using Gongbao.Gazette.Citations;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Validity.Detection;

/// <summary>The own words of one node, with what they cite, made ready for looking for acts.</summary>
internal sealed class Passage
{
    private const char Blank = '□';
    private readonly int[] _places;

    /// <param name="node">The node.</param>
    /// <param name="depth">How many nodes stand around it.</param>
    /// <param name="slug">Address of the innermost place.</param>
    /// <param name="from">Where its words begin behind its label.</param>
    /// <param name="source">The source.</param>
    /// <param name="citations">Its citations, by their place in the document.</param>
    /// <param name="isQuoted">Whether it begins inside a quotation that another passage opened.</param>
    public Passage(Node node, int depth, string? slug, int from, SourceText source, IReadOnlyList<(int Ordinal, PlacedCitation Citation)> citations, bool isQuoted)
    {
        (Node, Depth, Slug, From, Citations) = (node, depth, slug, from, citations);
        _places = NodePlaces.Of(node, source);
        Bare = Blanked(node.Text, isQuoted, out var open);
        LeavesQuoteOpen = open;
    }

    public Node Node { get; }

    public int Depth { get; }

    public string? Slug { get; }

    public int From { get; }

    public string Text => Node.Text;

    /// <summary>The words with everything between quotation or title marks blanked, the marks themselves kept: what stands there is not said by this sentence.</summary>
    public string Bare { get; }

    /// <summary>Whether a quotation goes on in the next passage.</summary>
    public bool LeavesQuoteOpen { get; }

    public IReadOnlyList<(int Ordinal, PlacedCitation Citation)> Citations { get; }

    /// <summary>Where in the source a stretch of the words stands.</summary>
    public Span SpanOf(int from, int to)
    {
        while (from < to - 1 && char.IsWhiteSpace(Text[from])) from++;
        while (to > from + 1 && char.IsWhiteSpace(Text[to - 1])) to--;
        return new(_places[from], _places[to - 1] + 1);
    }

    /// <summary>The sentences (句): they end with 。 or ；, which belongs to them.</summary>
    public IEnumerable<(int From, int To)> Sentences()
    {
        var from = From;
        for (var i = From; i < Bare.Length; i++)
        {
            if (Bare[i] is not ('。' or '；' or ';')) continue;
            // 。 before the closing mark is the quotation's own; the mark still belongs to the sentence.
            yield return (from, i + 1);
            from = i + 1;
        }
        if (from < Bare.Length && Bare.AsSpan(from).Trim().Length > 0) yield return (from, Bare.Length);
    }

    private static string Blanked(string text, bool isQuoted, out bool open)
    {
        var bare = new char[text.Length];
        int quotes = isQuoted ? 1 : 0, titles = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '”' or '」' && quotes > 0) quotes--;
            if (c is '》' && titles > 0) titles--;
            bare[i] = quotes > 0 || titles > 0 ? Blank : c;
            if (c is '“' or '「') quotes++;
            if (c is '《' && quotes == 0) titles++;
        }
        open = quotes > 0;
        return new(bare);
    }
}
