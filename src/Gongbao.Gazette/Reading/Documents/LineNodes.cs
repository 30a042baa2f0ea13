namespace Gongbao.Gazette.Reading;

/// <summary>Nodes and values made from whole lines.</summary>
internal static class LineNodes
{
    public static Node Of(NodeKind kind, SourceText source, ContentLine[] lines, int from, int to, string? label = null)
    {
        var joined = JoinedText.Of(source, lines, from, to);
        return new(kind) { Label = label, Text = joined.Text, Pieces = joined.PiecesOf(0, joined.Text.Length), Line = lines[from].Number };
    }

    /// <summary>What parts words that each stand on a line of their own, as the names of those who sign together.</summary>
    public const char LineGap = '　';

    /// <summary>A node whose lines are each a value of its own.</summary>
    public static Node Apart(NodeKind kind, SourceText source, ContentLine[] lines, int from, int to)
    {
        var joined = Enumerable.Range(from, to - from).Select(i => JoinedText.Of(source, lines, i, i + 1)).ToList();
        return new(kind) { Text = string.Join(LineGap, joined.Select(j => j.Text)), Pieces = [.. joined.SelectMany(j => j.PiecesOf(0, j.Text.Length))], Line = lines[from].Number };
    }

    /// <summary>The lines as one value without white space.</summary>
    public static Found<string> Compact(ContentLine[] lines, int from, int to, double confidence = 1)
    {
        var text = to - from == 1 ? lines[from].Text : string.Concat(Enumerable.Range(from, to - from).Select(i => lines[i].Text));
        return new(text, new(lines[from].Span.From, lines[to - 1].Span.To), confidence);
    }
}
