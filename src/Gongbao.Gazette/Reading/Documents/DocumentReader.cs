namespace Gongbao.Gazette.Reading;

/// <summary>Reads the lines of one document, head found, into its tree and its values.</summary>
internal sealed class DocumentReader
{
    private readonly SourceText _source;
    private readonly ContentLine[] _lines;
    private readonly ReaderContext _context;
    private readonly ReadHead _head;
    private readonly List<string> _names = [];
    private readonly List<Node> _nodes = [];
    private readonly List<Found<string>> _attachments = [];
    private readonly List<Passage> _passages = [];
    private readonly BodyText _body;
    private readonly DocumentFacts _facts;
    private IReadOnlyList<Found<string>> _addressees = [];
    private Found<DateOnly>? _date;
    private Found<string>? _forwardedFrom;

    private DocumentReader(SourceText source, ContentLine[] lines, ReadHead head, ReaderContext context)
    {
        (_source, _lines, _head, _context) = (source, lines, head, context);
        _forwardedFrom = head.ForwardedFrom;
        (_facts, _body) = (new(), new(_passages));
        if (head.Title is { } title) _names.AddRange(InnerTitles.Named(title.Value));
    }

    public static ReadDocument Read(SourceText source, ContentLine[] lines, DocumentHead head, int to, ReaderContext context)
    {
        var reader = new DocumentReader(source, lines, ReadHead.Read(source, lines, head), context);
        return reader.Read(head.BodyFrom, to);
    }

    private ReadDocument Read(int from, int to)
    {
        var parts = BodyParts.Divide(_source, _lines, from, to);
        foreach (var part in parts)
            if (part.Kind is BodyPartKind.Note) _attachments.AddRange(AttachmentNotes.Read(_source, _lines, part.From, part.To));
        foreach (var part in parts)
            if (part.Kind is BodyPartKind.Signature && _date is null)
                _date = new(Signed.At(_source, _lines, part.From, part.To)!.Value.On, _lines[part.To - 1].Span);
        _names.AddRange(_attachments.Select(a => a.Value));
        if (_head.Kind?.Value == "令" && parts.FirstOrDefault(p => p.Kind is BodyPartKind.Text) is { To: > 0 } text)
            _names.AddRange(InnerTitles.Announced(LineNodes.Compact(_lines, text.From, text.To).Value));
        _nodes.AddRange(_head.Nodes);
        foreach (var part in parts) Add(part);
        _facts.AddText(_passages, _date?.Value.Year);
        return Build();
    }

    private void Add(BodyPart part)
    {
        switch (part.Kind)
        {
            case BodyPartKind.Addressees:
                _addressees = AddresseeReader.Read(_source, _lines, part.From, part.To);
                _nodes.Add(LineNodes.Of(NodeKind.Addressees, _source, _lines, part.From, part.To));
                break;
            case BodyPartKind.Text:
                _nodes.AddRange(Outline(part.From, part.To));
                break;
            case BodyPartKind.Signature:
                if (part.To - part.From > 1) _nodes.Add(LineNodes.Apart(NodeKind.Signature, _source, _lines, part.From, part.To - 1));
                _nodes.Add(LineNodes.Of(NodeKind.DatedOn, _source, _lines, part.To - 1, part.To));
                break;
            case BodyPartKind.Note:
                _nodes.Add(LineNodes.Of(NodeKind.AttachmentNote, _source, _lines, part.From, part.To));
                break;
            case BodyPartKind.Remark:
                _nodes.Add(LineNodes.Of(NodeKind.Remark, _source, _lines, part.From, part.To));
                break;
            case BodyPartKind.Imprint:
                _nodes.Add(LineNodes.Of(NodeKind.Imprint, _source, _lines, part.From, part.To));
                break;
            case BodyPartKind.AttachedText:
                AddInner(new(NodeKind.AttachedText) { Line = _lines[part.From].Number }, part.From, part.To);
                break;
            case BodyPartKind.Attachment:
                var label = _lines[part.From].Text.TrimEnd('：', ':');
                var mark = LineNodes.Of(NodeKind.Attachment, _source, _lines, part.From, part.From + 1, label);
                AddInner(mark, part.From + 1, part.To);
                break;
        }
    }

    /// <summary>A text inside the document: its title, who wrote it, and what stands under it.</summary>
    private void AddInner(Node node, int from, int to)
    {
        _nodes.Add(node);
        var title = InnerTitles.EndOf(_lines, from, GridLines.Next(_lines, from, to), _names);
        if (title > from) node.Children.Add(LineNodes.Of(NodeKind.Title, _source, _lines, from, title));
        if (node.Kind is NodeKind.AttachedText)
        {
            var byline = title;
            while (byline < to && _lines[byline].Grid is null && byline - title < 3 && title > from && IsByline(_lines[byline].Text)) byline++;
            if (byline > title)
            {
                node.Children.Add(LineNodes.Of(NodeKind.Byline, _source, _lines, title, byline));
                if (_head.Title is { } head && InnerTitles.ForwardedFrom(head.Value) is not null && Offices.IsName(_lines[title].Text))
                    _forwardedFrom ??= new(_lines[title].Text, _lines[title].Span);
            }
            title = byline;
        }
        if (to <= title) return;
        var name = title > from ? LineNodes.Compact(_lines, from, title).Value : null;
        var part = new ContentPart(_source, new ArraySegment<ContentLine>(_lines, title, to - title), name, _body, _date?.Value.Year) { FormLimits = _context.FormLimits };
        if (ContentReaders.Read(part) is not { } content) node.Children.AddRange(Outline(title, to, name));
        else
        {
            foreach (var around in content.Nodes.Where(n => n.Kind is NodeKind.Paragraph or NodeKind.Remark)) Heed(around);
            node.Children.AddRange(content.Nodes.Count > 0 ? content.Nodes : Outline(title, to, name));
            _facts.Add(content);
        }
    }

    private static bool IsByline(string text) => Offices.IsName(text) || text[0] is '（' && text[^1] is '）' && text.Contains('年') && text.Length < 60;

    private IReadOnlyList<Node> Outline(int from, int to, string? name = null)
    {
        var tables = GridLines.In(_lines, from, to);
        if (tables.Count == 0) return Running(_lines, from, to);
        var running = GridLines.Without(_lines, from, to, tables);
        var remark = Array.FindLastIndex(running, l => l.Place > tables[^1].Grid.LastLine && TablePanels.BeginsRemark(l.Text));
        var runs = remark < 0 ? running.Length : remark;
        List<Node> nodes = runs > 0 ? [.. Running(running, 0, runs)] : [];
        foreach (var (grid, own) in tables)
        {
            var part = new ContentPart(_source, own, name, _body, _date?.Value.Year) { FormLimits = _context.FormLimits };
            var content = GridTable.Read(part, grid, [.. running.TakeWhile(l => l.Place < grid.FirstLine)]);
            _facts.Add(content);
            GridLines.Place(nodes, content.Nodes, own[0].Span.From);
        }
        if (remark < 0) return nodes;
        var end = Paragraphs.EndOf(running, remark, running.Length, 0);
        var note = LineNodes.Of(NodeKind.Remark, _source, running, remark, end);
        Heed(note);
        GridLines.Place(nodes, [note], note.Span.From);
        if (end < running.Length) nodes.AddRange(Running(running, end, running.Length));
        return nodes;
    }

    /// <summary>What stands over or under a table may cite or name somebody as running text does.</summary>
    private void Heed(Node node) => _passages.Add(new(JoinedText.Of(_source, node.Pieces), [], null, node.Line));

    private IReadOnlyList<Node> Running(ContentLine[] lines, int from, int to)
    {
        var outline = OutlineReader.Read(_source, lines, from, to);
        _facts.Add(outline);
        _passages.AddRange(outline.Passages);
        return outline.Nodes;
    }

    private ReadDocument Build()
    {
        var root = new Node(NodeKind.Document) { Children = _nodes, Line = _nodes.Count > 0 ? _nodes[0].Line : 0 };
        return _facts.Complete(new()
        {
            Root = root, Number = _head.Number, Issuers = _head.Issuers, Title = _head.Title, Kind = _head.Kind, Addressees = _addressees,
            DatedOn = _date, Attachments = _attachments, ForwardedFrom = _forwardedFrom,
        }, _context);
    }
}
