using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Library;

/// <summary>Makes the page of a document from its reading: addresses, masks, and beside each block what was read from it.</summary>
internal sealed class DocumentProjection
{
    private readonly ReadDocument _document;
    private readonly IReadOnlyList<SourceLine> _lines;
    private readonly SourceText _source;
    private readonly TextRuns _runs;
    private readonly IReadOnlyList<(Span Span, CitedDocument Document)> _cites;
    private readonly Dictionary<Node, List<Obligation>> _obligations = [];
    private readonly Dictionary<Node, List<Flag>> _flags = [];
    private readonly Dictionary<Node, List<CitedDocument>> _cited = [];
    private readonly IReadOnlyDictionary<Node, string> _slugs;
    private readonly List<(int From, int To, Node? Node)> _pieces;

    /// <param name="document">The document as read.</param>
    /// <param name="source">Its source.</param>
    /// <param name="lines">The source's lines as classified.</param>
    /// <param name="slugOf">Slug of the document of a number; null for one the library does not hold.</param>
    public DocumentProjection(ReadDocument document, SourceText source, IReadOnlyList<SourceLine> lines, Func<string, string?> slugOf)
    {
        (_document, _source, _lines) = (document, source, lines);
        _cites = [.. document.Cites.Select(c => (c.Span, new CitedDocument(c.Value, slugOf(c.Value))))];
        _runs = new(source, document.Personal, _cites);
        _slugs = ClauseAddresses.Of(document.Root).Slugs;
        _pieces = Pieces();
        foreach (var obligation in document.Obligations) Put(_obligations, NodeAt(obligation.Task.Span.From), obligation);
        foreach (var flag in document.Flags) Put(_flags, NodeAt(flag.Span.From), flag);
        foreach (var (span, cited) in _cites) Put(_cited, NodeAt(span.From), cited);
    }

    /// <summary>The nodes that have an address, by slug.</summary>
    public IReadOnlyDictionary<string, Node> Nodes => _slugs.ToDictionary(s => s.Value, s => s.Key, StringComparer.Ordinal);

    public DocumentView View(string slug, string issueSlug, string issueTitle) => new()
    {
        Slug = slug,
        IssueSlug = issueSlug,
        IssueTitle = issueTitle,
        Number = _document.Number?.Value,
        Issuers = [.. _document.Issuers.Select(i => i.Value)],
        Title = _document.Title?.Value ?? "（未能读出标题）",
        Kind = _document.Kind?.Value,
        Addressees = _document.Root.Children.FirstOrDefault(c => c.Kind is NodeKind.Addressees) is { } to ? WithoutColon(_runs.Of(to)) : null,
        DatedOn = _document.DatedOn?.Value,
        Attachments = [.. _document.Attachments.Select(a => a.Value)],
        Cites = [.. _cites.Select(c => c.Document)],
        Body = [.. _document.Root.Children.Where(c => c.Kind is not (NodeKind.Issuer or NodeKind.Number or NodeKind.Title or NodeKind.Addressees)).Select(c => Block(c, "", null))],
        Obligations = [.. _document.Obligations.Select(View)],
        Flags = [.. _document.Flags.Select(View)],
        FromLine = _lines.Count > 0 ? LineAt(_document.Root.Span.From).Number : 0,
        ToLine = _lines.Count > 0 ? LineAt(Math.Max(0, _document.Root.Span.To - 1)).Number : 0,
    };

    /// <summary>The line that holds a source offset.</summary>
    public SourceLine LineAt(int offset)
    {
        int low = 0, high = _lines.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_lines[middle].From <= offset) low = middle;
            else high = middle - 1;
        }
        return _lines[low];
    }

    private BlockView Block(Node node, string place, Node? above)
    {
        var own = place + PlaceStep(node);
        return new()
        {
            Kind = node.Kind,
            Slug = _slugs.GetValueOrDefault(node),
            Place = own.Length > 0 ? own : null,
            Label = node.Label,
            Level = node.Level,
            Text = _runs.Of(node, LabelLength(node)),
            Children = [.. node.Children.Select(c => Block(c, own, node))],
            RunsIn = node is { Kind: NodeKind.Paragraph, Pieces: [var words, ..] } && above is { Kind: NodeKind.Clause, Pieces: [.., var last] } && RunsIn(above.Pieces[0], last, words),
            Line = node.Line,
            Page = _lines.Count > 0 ? LineAt(node.Span.From).Page : null,
            Confidence = node.Confidence,
            Obligations = [.. _obligations.GetValueOrDefault(node, []).Select(View)],
            Flags = [.. _flags.GetValueOrDefault(node, []).Select(View)],
            Cites = _cited.GetValueOrDefault(node, []),
        };
    }

    /// <summary>
    /// Whether words go on in the line in which those of their clause end, or on the next one where that is not indented as the clause is: then they
    /// are no paragraph of their own.
    /// </summary>
    private bool RunsIn(Span clause, Span last, Span words)
    {
        if (last.To > words.From) return false;
        var between = _source.Text.AsSpan(last.To, words.From - last.To);
        return between.IndexOf('\n') < 0 || between[^1] is '\n' && between.Count('\n') == 1 && clause.From > 0 && _source.Text[clause.From - 1] is ('　' or ' ');
    }

    private static string PlaceStep(Node node) => node.Kind is NodeKind.Clause or NodeKind.Attachment && node.Label is { } label ? label.TrimEnd('、', '．', '.') : "";

    /// <summary>The label's length in the node's text, in which white space may stand inside it; 0 where the text does not begin with it.</summary>
    internal static int LabelLength(Node node)
    {
        if (node.Label is not { } label || node.Kind is NodeKind.Attachment && node.Text.Length == 0) return 0;
        int at = 0, matched = 0;
        for (; at < node.Text.Length && matched < label.Length; at++)
        {
            if (char.IsWhiteSpace(node.Text[at])) continue;
            if (node.Text[at] != label[matched]) return 0;
            matched++;
        }
        return matched == label.Length ? at : 0;
    }

    /// <summary>
    /// The innermost node with an address that holds the offset. In print that sets columns one after another the cells of a row lie far apart, with
    /// those of other rows between them: what counts is the piece in which the offset lies, and where it lies in none, what runs around it.
    /// </summary>
    private Node? NodeAt(int offset)
    {
        var at = _pieces.BinarySearch((offset, int.MaxValue, null), PieceOrder);
        at = at < 0 ? ~at - 1 : at;
        if (at >= 0 && offset < _pieces[at].To) return _pieces[at].Node;
        Node? found = null;
        for (var node = _document.Root; node is not null;)
        {
            if (_slugs.ContainsKey(node)) found = node;
            node = node.Children.FirstOrDefault(c => c.Span is var s && offset >= s.From && offset < s.To);
        }
        return found;
    }

    private static readonly Comparer<(int From, int To, Node? Node)> PieceOrder = Comparer<(int From, int To, Node? Node)>.Create((a, b) => a.From != b.From ? a.From.CompareTo(b.From) : a.To.CompareTo(b.To));

    /// <summary>Every piece of the source with the innermost node with an address that it belongs to.</summary>
    private List<(int From, int To, Node? Node)> Pieces()
    {
        var pieces = new List<(int, int, Node?)>();
        Add(_document.Root, null);
        pieces.Sort(PieceOrder);
        return pieces;

        void Add(Node node, Node? above)
        {
            if (_slugs.ContainsKey(node)) above = node;
            foreach (var piece in node.Pieces) pieces.Add((piece.From, piece.To, above));
            if (node.IsLeaf) return;
            foreach (var child in node.Children) Add(child, above);
        }
    }

    private static void Put<T>(Dictionary<Node, List<T>> into, Node? node, T value)
    {
        if (node is null) return;
        if (!into.TryGetValue(node, out var list)) into.Add(node, list = []);
        list.Add(value);
    }

    private ObligationView View(Obligation o) => new()
    {
        Measure = o.Measure?.Value,
        Group = o.Group?.Value,
        Task = o.Task.Value,
        Output = o.Output?.Value,
        Units = o.Units?.Value,
        Lead = [.. o.Lead.Select(l => l.Value)],
        Supporting = [.. o.Supporting.Select(l => l.Value)],
        DueText = o.DueText?.Value,
        DueOn = o.Due?.Date,
        Slug = NodeAt(o.Task.Span.From) is { } node ? _slugs[node] : null,
        Confidence = new[] { o.Task.Confidence, o.Units?.Confidence ?? 1, o.DueText?.Confidence ?? 1 }.Min(),
    };

    private FlagView View(Flag f) => new(f.Why, f.Line, NodeAt(f.Span.From) is { } node ? _slugs[node] : null, f.Confidence);

    private static IReadOnlyList<TextRun> WithoutColon(IReadOnlyList<TextRun> runs) =>
        runs.Count == 0 ? runs : [.. runs.SkipLast(1), runs[^1] with { Text = runs[^1].Text.TrimEnd('：', ':') }];
}
