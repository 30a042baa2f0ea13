using System.Globalization;
using Gongbao.Gazette.Reading;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Library;

/// <summary>
/// Addresses of the places of one document. A place that a citation can name has the address of its <see cref="ClauseRef"/>
/// (<c>3.10</c> is 三（十）); a form, a list and what stands in them are named after what they stand in (<c>annex.form1.field3</c>).
/// What is printed before a place decides its address, so reading again gives the same one.
/// </summary>
internal sealed class ClauseAddresses
{
    private readonly Dictionary<Node, string> _slugs = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    private ClauseAddresses()
    {
    }

    /// <summary>Slugs by node; nodes without an address of their own are missing.</summary>
    public IReadOnlyDictionary<Node, string> Slugs => _slugs;

    public static ClauseAddresses Of(Node document)
    {
        var addresses = new ClauseAddresses();
        addresses.Visit(document, ClausePath.Document, "");
        return addresses;
    }

    /// <summary>Slug of a document: that of its number, or its place in the issue.</summary>
    public static string OfDocument(string? number, string issue, int index) => DocumentNumber.TryParse(number, out var known)
        ? ClauseRef.Whole(DocumentKey.Of(known)).DocumentSlug
        : $"{issue}-{(index + 1).ToString(CultureInfo.InvariantCulture)}";

    private void Visit(Node parent, ClausePath? path, string slug)
    {
        var ownClauses = parent.Children.Exists(c => c.Kind is NodeKind.Clause);
        var seen = new Dictionary<NodeKind, int>();
        foreach (var child in parent.Children)
        {
            if (!IsHead(child)) seen[child.Kind] = seen.GetValueOrDefault(child.Kind) + 1;
            var only = parent.Children.Count(c => c.Kind == child.Kind) == 1;
            var step = Step(child, seen.GetValueOrDefault(child.Kind), only);
            var childPath = path is not null && step is { } known ? path.Then(known.Kind, known.Number) : null;
            var own = childPath?.Slug ?? (Word(child.Kind) is { } word ? Below(slug, word + Count(seen.GetValueOrDefault(child.Kind, 1))) : null);
            if (own is not null) _slugs[child] = own = Free(own);

            // The clauses of a text that the document issues are cited as the document's own, unless it has clauses itself.
            if (child.Kind is NodeKind.AttachedText && !ownClauses) VisitIssued(child, childPath, own!);
            else Visit(child, own is null ? path : childPath is not null && childPath.Slug == own ? childPath : null, own ?? slug);
        }
    }

    private void VisitIssued(Node issued, ClausePath? path, string slug)
    {
        Visit(new Node(NodeKind.Document) { Children = [.. issued.Children.Where(c => c.Kind is NodeKind.Clause)] }, ClausePath.Document, "");
        Visit(new Node(NodeKind.Document) { Children = [.. issued.Children.Where(c => c.Kind is not NodeKind.Clause)] }, path, slug);
    }

    private static ClauseStep? Step(Node node, int occurrence, bool only) => node.Kind switch
    {
        NodeKind.Clause => Numbered(node),
        NodeKind.Attachment => new(ClauseStepKind.Attachment, only ? null : Number(node.Label) ?? occurrence),
        NodeKind.AttachedText => new(ClauseStepKind.IssuedText, only ? null : occurrence),
        NodeKind.Paragraph => new(ClauseStepKind.Paragraph, occurrence),
        NodeKind.Table => new(ClauseStepKind.Table, only ? null : occurrence),
        NodeKind.Row when !IsHead(node) => new(ClauseStepKind.Row, occurrence),
        NodeKind.Remark => new(ClauseStepKind.Remark),
        _ => null,
    };

    private static ClauseStep? Numbered(Node clause)
    {
        if (Article(clause.Label) is { } article) return article;
        if (Number(clause.Label) is not { } number) return null;
        var kind = clause.Label switch
        {
            ['第', .., '章'] => ClauseStepKind.Chapter,
            ['第', .., '节'] => ClauseStepKind.Section,
            ['第', .., '编'] => ClauseStepKind.Part,
            _ => (ClauseStepKind?)(clause.Level switch
            {
                1 => ClauseStepKind.Level1, 2 => ClauseStepKind.Level2, 3 => ClauseStepKind.Level3, 4 => ClauseStepKind.Level4, 5 when number <= 20 => ClauseStepKind.Level5, _ => null,
            }),
        };
        return kind is { } known ? new(known, number) : null;
    }

    private static string? Word(NodeKind kind) => kind switch
    {
        NodeKind.Clause => "clause",
        NodeKind.Form => "form",
        NodeKind.Field => "field",
        NodeKind.List => "list",
        NodeKind.Entry => "entry",
        NodeKind.Block => "block",
        NodeKind.Paragraph => "p",
        NodeKind.Table => "table",
        NodeKind.Row => "row",
        NodeKind.Attachment => "annex",
        NodeKind.AttachedText => "issued",
        NodeKind.Remark => "remark",
        _ => null,
    };

    /// <summary>The head row of a table is no row of its data.</summary>
    private static bool IsHead(Node node) => node is { Kind: NodeKind.Row, Label: TableNodes.HeadLabel };

    private string Free(string slug)
    {
        var free = slug;
        for (var i = 2; !_taken.Add(free); i++) free = slug + "_" + Count(i);
        return free;
    }

    private static string Below(string slug, string step) => slug.Length == 0 ? step : slug + "." + step;

    private static string Count(int occurrence) => occurrence.ToString(CultureInfo.InvariantCulture);

    /// <summary>The article that a label names: 第三条, 第三条之一; null for any other label.</summary>
    internal static ClauseStep? Article(string? label)
    {
        var at = label is ['第', _, ..] ? label.IndexOf('条') : -1;
        if (at < 2 || Number(label![..at]) is not { } number) return null;
        return label[(at + 1)..] switch
        {
            "" => new(ClauseStepKind.Article, number),
            ['之', .. var behind] when Number(behind) is { } inserted => new(ClauseStepKind.Article, number, inserted),
            _ => null,
        };
    }

    /// <summary>The number in a label of any of the official styles; null when there is none.</summary>
    internal static int? Number(string? label)
    {
        if (label is null) return null;
        int total = 0, digit = 0;
        var any = false;
        foreach (var c in label)
        {
            var arabic = c switch { >= '0' and <= '9' => c - '0', >= '０' and <= '９' => c - '０', _ => -1 };
            var value = arabic >= 0 ? arabic : c switch { >= '①' and <= '⑳' => c - '①' + 1, '〇' or '零' => 0, _ => "一二三四五六七八九".IndexOf(c) is >= 0 and var at ? at + 1 : -1 };
            if (value >= 0) (digit, any) = (arabic >= 0 ? Math.Min(999, digit * 10 + value) : value, true);
            else if (c is '十' or '百' or '千') (total, digit, any) = (total + Math.Max(digit, 1) * (c switch { '十' => 10, '百' => 100, _ => 1000 }), 0, true);
        }
        return any && total + digit > 0 ? total + digit : null;
    }
}
