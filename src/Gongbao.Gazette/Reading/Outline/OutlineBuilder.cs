namespace Gongbao.Gazette.Reading;

/// <summary>Puts clauses and paragraphs under one another as they come.</summary>
internal sealed class OutlineBuilder(SourceText source, ContentLine[] lines, LineWidths widths)
{
    private readonly List<Node> _top = [];
    private readonly List<(int Level, Node Node)> _open = [];
    private readonly List<Heading> _headings = [];
    private readonly List<Passage> _passages = [];
    private readonly List<Flag> _flags = [];

    public Outline Build() => new(_top, _headings, _passages, _flags);

    public void AddClause(PlacedMarker marker, int to)
    {
        var (paragraphTo, joined, length) = ClauseHeading.Find(source, lines, marker, to, widths);
        var labelLength = LabelLength(joined.Text, marker.Marker.Length);
        var label = Characters.Compact(joined.Text.AsSpan(0, labelLength));
        var text = joined.Text.AsSpan(labelLength, length - labelLength).Trim().TrimEnd("。；;").TrimEnd().ToString();
        var line = lines[marker.At].Number;
        var clause = new Node(NodeKind.Clause)
        {
            Label = label, Heading = text, Level = marker.Level, Text = joined.Text[..length], Pieces = joined.PiecesOf(0, length), Line = line,
            Confidence = marker.IsSure ? 1 : 0.6,
        };
        while (_open.Count > 0 && _open[^1].Level >= marker.Level) _open.RemoveAt(_open.Count - 1);
        (_open.Count > 0 ? _open[^1].Node.Children : _top).Add(clause);
        _open.Add((marker.Level, clause));
        _headings.Add(new(marker.Level, label, new(text, joined.SpanOf(labelLength, length), clause.Confidence), line));
        if (!marker.IsSure)
            _flags.Add(new($"headings[{_headings.Count - 1}].label", $"“{label}”与前面的序号不连续，可能漏读、重号或并非标题，请核对。", line, clause.Span, clause.Confidence));
        _passages.Add(new(paragraphTo == to ? joined : JoinedText.Of(source, lines, marker.At, to), Labels(), text, line));
        if (length < joined.Text.Length) clause.Children.Add(Paragraph(joined, length));
        AddParagraphs(clause.Children, paragraphTo, to);
    }

    /// <summary>The labels from the top down to the clause now open.</summary>
    private string[] Labels()
    {
        var labels = new string[_open.Count];
        for (var i = 0; i < labels.Length; i++) labels[i] = _open[i].Node.Label!;
        return labels;
    }

    public void AddParagraphs(int from, int to)
    {
        if (to <= from) return;
        _passages.Add(new(JoinedText.Of(source, lines, from, to), [], null, lines[from].Number));
        AddParagraphs(_top, from, to);
    }

    private void AddParagraphs(List<Node> into, int from, int to)
    {
        while (from < to)
        {
            var end = Paragraphs.EndOf(lines, from, to, widths.Full);
            into.Add(Paragraph(JoinedText.Of(source, lines, from, end), 0));
            from = end;
        }
    }

    private Node Paragraph(JoinedText joined, int from)
    {
        var pieces = joined.PiecesOf(from, joined.Text.Length);
        return new(NodeKind.Paragraph) { Text = from == 0 ? joined.Text.Trim() : joined.Text.AsSpan(from).Trim().ToString(), Pieces = pieces, Line = ContentLine.At(lines, pieces[0].From).Number };
    }

    /// <summary>The number's length in the joined text, where white space may stand inside it.</summary>
    private static int LabelLength(string text, int compact)
    {
        var at = 0;
        for (var left = compact; left > 0 && at < text.Length; at++)
            if (!char.IsWhiteSpace(text[at])) left--;
        return at;
    }
}
