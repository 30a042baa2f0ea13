using System.Text;
using Gongbao.Gazette.Citations;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Validity.Detection;

/// <summary>
/// The own words of a node, with what they cite, made ready for looking for acts. Where they leave a quotation open, the nodes that it
/// goes on in belong to it.
/// </summary>
internal sealed class Passage
{
    private const char Blank = '□';
    private const int MostNodes = 40;
    private readonly SourceText _source;
    private readonly int[] _places;

    private Passage(Placed first, string text, int[] places, SourceText source, IReadOnlyList<(int Ordinal, PlacedCitation Citation)> citations)
    {
        (Node, Depth, Slug, From, Text, _places, _source) = (first.Node, first.Depth, first.Slug, DocumentProjection.LabelLength(first.Node), text, places, source);
        Bare = Blanked(text);
        Citations = [.. citations.Where(c => Bare[c.Citation.Citation.From] != Blank)];
    }

    /// <summary>All passages of a document, in printed order.</summary>
    /// <param name="root">The document.</param>
    /// <param name="source">Its source.</param>
    /// <param name="citations">What it cites.</param>
    public static List<Passage> Of(Node root, SourceText source, IReadOnlyList<PlacedCitation> citations)
    {
        var slugs = ClauseAddresses.Of(root).Slugs;
        var byNode = citations.Select((c, i) => (Ordinal: i, Citation: c)).ToLookup(c => c.Citation.Node);
        var (placed, passages) = (new List<Placed>(), new List<Passage>());
        Gather(root, 0, null);
        for (var i = 0; i < placed.Count;)
        {
            var end = EndOfQuotation(placed, i);
            passages.Add(Join(placed[i..end], source, byNode));
            i = end;
        }
        return passages;

        void Gather(Node node, int depth, string? slug)
        {
            slug = slugs.GetValueOrDefault(node, slug!);
            if (node.Text.Length > 0) placed.Add(new(node, depth, slug));
            foreach (var child in node.Children) Gather(child, depth + 1, slug);
        }
    }

    /// <summary>Behind the node in which the quotation closes that this one leaves open or announces; a mark that nothing closes opens none.</summary>
    private static int EndOfQuotation(List<Placed> placed, int from)
    {
        var depth = 0;
        for (var i = from; i < Math.Min(placed.Count, from + MostNodes); i++)
        {
            if (placed[i].Node.Kind is not (NodeKind.Clause or NodeKind.Paragraph or NodeKind.Entry or NodeKind.Block)) break;
            depth = Depth(placed[i].Node.Text, depth);
            // 修改为： may stand at the end of a line, and what is quoted on the next.
            if (depth == 0 && !Announces(placed, i)) return i + 1;
        }
        return from + 1;

        static bool Announces(List<Placed> placed, int at) => placed[at].Node.Text[^1] is '：' or ':' && at + 1 < placed.Count && placed[at + 1].Node.Text[0] is '“' or '「';

        static int Depth(string text, int depth)
        {
            foreach (var c in text) depth = c is '“' or '「' ? depth + 1 : c is '”' or '」' ? Math.Max(0, depth - 1) : depth;
            return depth;
        }
    }

    private static Passage Join(List<Placed> nodes, SourceText source, ILookup<Node, (int Ordinal, PlacedCitation Citation)> byNode)
    {
        var first = nodes[0];
        if (nodes.Count == 1) return new(first, first.Node.Text, NodePlaces.Of(first.Node, source), source, [.. byNode[first.Node]]);
        var (text, places, citations) = (new StringBuilder(), new List<int>(), new List<(int, PlacedCitation)>());
        foreach (var (node, _, _) in nodes)
        {
            var own = NodePlaces.Of(node, source);
            if (text.Length > 0 && BeginsParagraph(source, places[^1] + 1, own[0]))
            {
                text.Append('\n');
                places.Add(places[^1]);
            }
            var shift = text.Length;
            citations.AddRange(byNode[node].Select(c => (c.Ordinal, c.Citation with { Citation = c.Citation.Citation with { From = c.Citation.Citation.From + shift, To = c.Citation.Citation.To + shift } })));
            text.Append(node.Text);
            places.AddRange(own);
        }
        return new(first, text.ToString(), [.. places], source, citations);
    }

    /// <summary>Whether what begins at an offset begins a paragraph: on a new line and, where lines are those of print, with an indent.</summary>
    private static bool BeginsParagraph(SourceText source, int from, int to)
    {
        if (to <= from) return false;
        var between = source.Text.AsSpan(from, to - from);
        if (between.IndexOfAny('\n', '\r') < 0) return false;
        return source.Layout is { IsPrinted: false } || between[^1] is not ('\n' or '\r') || !IsIndented(source, from);
    }

    /// <summary>Whether the line that ends before an offset, or one of those above it, is indented: then paragraphs are.</summary>
    private static bool IsIndented(SourceText source, int offset)
    {
        for (int line = source.Text.LastIndexOf('\n', Math.Max(0, offset - 1)), looked = 0; line > 0 && looked < MostNodes; looked++)
        {
            if (char.IsWhiteSpace(source.Text[line + 1]) && source.Text[line + 1] is not ('\n' or '\r')) return true;
            line = source.Text.LastIndexOf('\n', line - 1);
        }
        return false;
    }

    public Node Node { get; }

    public int Depth { get; }

    public string? Slug { get; }

    public int From { get; }

    public string Text { get; }

    /// <summary>The words with everything between quotation or title marks blanked, the marks themselves kept: what stands there is not said by this sentence.</summary>
    public string Bare { get; }

    /// <summary>What it says itself, not what it quotes.</summary>
    public IReadOnlyList<(int Ordinal, PlacedCitation Citation)> Citations { get; }

    /// <summary>Where in the source a stretch of the words stands.</summary>
    public Span SpanOf(int from, int to)
    {
        while (from < to - 1 && char.IsWhiteSpace(Text[from])) from++;
        while (to > from + 1 && char.IsWhiteSpace(Text[to - 1])) to--;
        return new(_places[from], _places[to - 1] + 1);
    }

    /// <summary>A stretch of the words as they are printed, a line break before each paragraph that begins in it.</summary>
    public string Printed(int from, int to)
    {
        var text = new StringBuilder(to - from);
        for (var i = from; i < to; i++)
        {
            if (i > from && Text[i] != '\n' && Text[i - 1] != '\n' && BeginsIndented(_places[i - 1] + 1, _places[i])) text.Append('\n');
            text.Append(Text[i]);
        }
        return text.ToString();
    }

    /// <summary>Whether a new line with an indent begins at an offset, as paragraphs do in print.</summary>
    private bool BeginsIndented(int from, int to) => to - from > 1 && _source.Text[to - 1] is not ('\n' or '\r') && _source.Text.AsSpan(from, to - from).IndexOf('\n') >= 0;

    /// <summary>The sentences (句): they end with 。 or ；, which belongs to them.</summary>
    public IEnumerable<(int From, int To)> Sentences()
    {
        var from = From;
        for (var i = From; i < Bare.Length; i++)
        {
            if (Bare[i] is not ('。' or '；' or ';') && !EndsQuoted(i)) continue;
            yield return (from, i + 1);
            from = i + 1;
        }
        if (from < Bare.Length && Bare.AsSpan(from).Trim().Length > 0) yield return (from, Bare.Length);
    }

    /// <summary>Whether a quotation that ends in its own stop ends the sentence too: 修改为：“…。”第九条….</summary>
    private bool EndsQuoted(int at) => at > 0 && Bare[at] is '”' or '」' && Text[at - 1] is '。' or '；' && (at + 1 >= Bare.Length || !"。；;，、,）)”」后之前中等的和及或".Contains(Bare[at + 1]));

    private static string Blanked(string text)
    {
        var bare = new char[text.Length];
        int quotes = 0, titles = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '”' or '」' && quotes > 0) quotes--;
            if (c is '》' && quotes == 0 && titles > 0) titles--;
            bare[i] = quotes > 0 || titles > 0 ? Blank : c;
            if (c is '“' or '「' && (quotes > 0 || text.AsSpan(i).IndexOfAny('”', '」') > 0)) quotes++;
            if (c is '《' && quotes == 0) titles++;
        }
        return new(bare);
    }

    private readonly record struct Placed(Node Node, int Depth, string? Slug);
}
