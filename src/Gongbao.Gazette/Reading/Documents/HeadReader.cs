namespace Gongbao.Gazette.Reading;

/// <summary>The values of a document's head (版头), and the nodes that hold its lines in printed order.</summary>
internal sealed record ReadHead(
    IReadOnlyList<Node> Nodes, Found<string>? Number, IReadOnlyList<Found<string>> Issuers, Found<string>? Title, Found<string>? Kind, Found<string>? ForwardedFrom)
{
    public static ReadHead Read(SourceText source, ContentLine[] lines, DocumentHead head)
    {
        if (head.IsOrder) return ReadOrder(source, lines, head);
        var nodes = new List<Node>();
        var issuers = new List<Found<string>>();
        var (issuerFrom, issuerTo) = (head.Issuers.Start.Value, head.Issuers.End.Value);
        if (issuerTo > issuerFrom)
        {
            nodes.Add(LineNodes.Of(NodeKind.Issuer, source, lines, issuerFrom, issuerTo));
            for (var i = issuerFrom; i < issuerTo; i++) issuers.AddRange(Names(source, lines[i].Span));
        }
        var title = ReadTitle(source, lines, head, nodes, issuers);
        var number = head.Number.Start.Value < head.Number.End.Value ? ReadNumber(source, lines, head, nodes) : null;
        AddMark(source, lines, head, nodes);
        nodes.Sort((a, b) => a.Span.From.CompareTo(b.Span.From));
        var kind = title is not null && Titles.KindOf(title.Value) is { } word ? new Found<string>(word, new(title.Span.To - word.Length, title.Span.To)) : null;
        return new(nodes, number, issuers, title, kind, Forwarded(title));
    }

    /// <summary>An order's title is issuer and 令 together; so is its number, with 第12号 behind.</summary>
    private static ReadHead ReadOrder(SourceText source, ContentLine[] lines, DocumentHead head)
    {
        var at = head.From;
        var line = lines[at].Span;
        var order = CutAfter(source, line, head.IssuerInTitle + 1);
        var words = LineNodes.Compact(lines, at, head.BodyFrom);
        List<Node> nodes = [Node(NodeKind.Title, new(line.From, order), at)];
        if (order < line.To) nodes.Add(Node(NodeKind.Number, new(order, line.To), at));
        else nodes.Add(LineNodes.Of(NodeKind.Number, source, lines, at + 1, head.BodyFrom));
        Found<string> title = new(words.Value[..(head.IssuerInTitle + 1)], new(line.From, order));
        Found<string> issuer = new(title.Value[..^1], new(line.From, CutAfter(source, line, head.IssuerInTitle)));
        return new(nodes, words with { Value = OrderHead.Number(words.Value)! }, [issuer], title, new("令", new(issuer.Span.To, order)), null);

        Node Node(NodeKind kind, Span span, int from)
        {
            var joined = JoinedText.Of(source, [span]);
            return new(kind) { Text = joined.Text, Pieces = joined.PiecesOf(0, joined.Text.Length), Line = lines[from].Number };
        }
    }

    /// <summary>The red mark over the number, where the issuers stand again over the title.</summary>
    private static void AddMark(SourceText source, ContentLine[] lines, DocumentHead head, List<Node> nodes)
    {
        for (var i = head.From; i < head.BodyFrom; i++)
            if (!Holds(head.Issuers, i) && !Holds(head.Title, i) && !Holds(head.Number, i)) nodes.Add(LineNodes.Of(NodeKind.Issuer, source, lines, i, i + 1));
    }

    private static bool Holds(Range range, int i) => i >= range.Start.Value && i < range.End.Value;

    private static Found<string>? ReadTitle(
        SourceText source, ContentLine[] lines, DocumentHead head, List<Node> nodes, List<Found<string>> issuers)
    {
        var (from, to) = (head.Title.Start.Value, head.Title.End.Value);
        if (to <= from) return null;
        var whole = LineNodes.Compact(lines, from, to);
        if (head.IssuerInTitle == 0)
        {
            nodes.Add(LineNodes.Of(NodeKind.Title, source, lines, from, to));
            return whole;
        }
        var cut = CutAfter(source, lines[from].Span, head.IssuerInTitle);
        issuers.Clear();
        issuers.AddRange(Names(source, new(lines[from].Span.From, cut)));
        nodes.Add(new(NodeKind.Issuer) { Text = whole.Value[..head.IssuerInTitle], Pieces = [new(lines[from].Span.From, cut)], Line = lines[from].Number });
        var rest = JoinedText.Of(source, Enumerable.Range(from, to - from).Select(i => i == from ? new Span(cut, lines[i].Span.To) : lines[i].Span));
        nodes.Add(new(NodeKind.Title) { Text = rest.Text, Pieces = rest.PiecesOf(0, rest.Text.Length), Line = lines[from].Number });
        return new(whole.Value[head.IssuerInTitle..], new(cut, whole.Span.To));
    }

    private static Found<string>? ReadNumber(SourceText source, ContentLine[] lines, DocumentHead head, List<Node> nodes)
    {
        var (from, to) = (head.Number.Start.Value, head.Number.End.Value);
        nodes.Add(LineNodes.Of(NodeKind.Number, source, lines, from, to));
        var printed = LineNodes.Compact(lines, from, to);
        return NumberShape.Normalise(printed.Value) is { } number ? printed with { Value = number } : null;
    }

    /// <summary>Joint issuers on one line are set apart by spaces; 文件 behind them belongs to the mark, not to the name.</summary>
    private static IEnumerable<Found<string>> Names(SourceText source, Span line)
    {
        var text = Characters.Compact(source[line]);
        if (text.EndsWith("文件", StringComparison.Ordinal)) text = text[..^2];
        var parts = new string([.. source[line]]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || !parts.All(p => Offices.IsName(p))) return [new(text, line)];
        var found = new List<Found<string>>();
        var at = line.From;
        foreach (var part in parts)
        {
            at = source.Text.IndexOf(part, at, StringComparison.Ordinal);
            found.Add(new(part, new(at, at + part.Length)));
            at += part.Length;
        }
        return found;
    }

    private static int CutAfter(SourceText source, Span line, int characters)
    {
        var at = line.From;
        for (var left = characters; left > 0 && at < line.To; at++)
            if (!char.IsWhiteSpace(source.Text[at])) left--;
        return at;
    }

    private static Found<string>? Forwarded(Found<string>? title) =>
        title is not null && InnerTitles.ForwardedFrom(title.Value) is { Length: > 0 } name ? new(name, title.Span) : null;
}
