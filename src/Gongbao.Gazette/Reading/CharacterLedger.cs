using System.Runtime.InteropServices;

namespace Gongbao.Gazette.Reading;

/// <summary>
/// Says of every character of the source where it went (字符账): a node of the tree, or a discard, which page furniture and the rules of tables alone may be.
/// White space between two places belongs to the one before it.
/// </summary>
internal static class CharacterLedger
{
    public static (IReadOnlyList<LedgerEntry> Entries, Coverage Coverage) Of(
        SourceText source, IReadOnlyList<SourceLine> lines, IReadOnlyList<Node> around, IReadOnlyList<ReadDocument> documents)
    {
        var places = new Places(lines.Count);
        foreach (var line in lines)
            if (DiscardReason(line.Kind) is { } reason && line.To > line.From) places.Add(line.Span, reason);
        for (var i = 0; i < around.Count; i++) places.Add(around[i], NodePaths.Around(around[i], i));
        for (var i = 0; i < documents.Count; i++) places.Add(documents[i].Root, $"documents[{i}]");
        var entries = Fill(source, places.Sorted(), places.Count);
        return (entries, Count(source, entries));
    }

    /// <summary>What nodes and furniture claim of the source. Steps with a label are counted in one table for each depth, others by their kind.</summary>
    private sealed class Places(int expected)
    {
        private readonly List<long> _spans = new(expected);
        private readonly List<string> _paths = new(expected);
        private readonly List<Dictionary<string, int>> _steps = [];

        public int Count => _paths.Count;

        public void Add(Span span, string path)
        {
            _spans.Add((long)span.From << 32 | (uint)span.To);
            _paths.Add(path);
        }

        public void Add(Node node, string path, int depth = 0)
        {
            var pieces = node.Pieces;
            for (var i = 0; i < pieces.Count; i++) Add(pieces[i], path);
            if (node.IsLeaf) return;
            if (depth == _steps.Count) _steps.Add(new(StringComparer.Ordinal));
            var seen = _steps[depth];
            seen.Clear();
            System.Span<int> kinds = stackalloc int[(int)NodeKind.Block + 1];
            foreach (var child in node.Children)
            {
                var step = NodePaths.Step(child);
                var occurrence = NodePaths.IsLabel(child) ? ++CollectionsMarshal.GetValueRefOrAddDefault(seen, step, out _) : ++kinds[(int)child.Kind];
                Add(child, occurrence == 1 ? $"{path}/{step}" : $"{path}/{step}~{occurrence}", depth + 1);
            }
        }

        /// <summary>In the order of the text; of those that begin together the shortest first.</summary>
        public IEnumerable<(Span Span, string Path)> Sorted()
        {
            var spans = CollectionsMarshal.AsSpan(_spans);
            var order = new int[spans.Length];
            for (var i = 0; i < order.Length; i++) order[i] = i;
            spans.Sort(order.AsSpan());
            for (var i = 0; i < order.Length; i++) yield return (new((int)(_spans[i] >> 32), (int)(_spans[i] & int.MaxValue)), _paths[order[i]]);
        }
    }

    private static List<LedgerEntry> Fill(SourceText source, IEnumerable<(Span Span, string Path)> places, int count)
    {
        var entries = new List<LedgerEntry>(count + 1);
        var at = 0;
        foreach (var (span, path) in places)
        {
            if (span.To <= at) continue;
            var from = Math.Max(span.From, at);
            if (from > at) Gap(source, at, from, path, entries);
            Add(entries, new(from, span.To), path);
            at = span.To;
        }
        if (at < source.Text.Length) Gap(source, at, source.Text.Length, Unaccounted, entries);
        return entries;
    }

    private const string Unaccounted = "unaccounted";

    private static void Gap(SourceText source, int from, int to, string next, List<LedgerEntry> entries)
    {
        var blank = source[new(from, to)].IsWhiteSpace();
        var path = !blank ? Unaccounted : entries.Count > 0 ? entries[^1].Path : next == Unaccounted ? "discard:blank" : next;
        Add(entries, new(from, to), path);
    }

    private static void Add(List<LedgerEntry> entries, Span span, string path)
    {
        if (entries.Count > 0 && entries[^1].Path == path) entries[^1] = new(entries[^1].Span.Union(span), path);
        else entries.Add(new(span, path));
    }

    private static Coverage Count(SourceText source, List<LedgerEntry> entries)
    {
        int nodes = 0, discarded = 0, unaccounted = 0;
        foreach (var entry in entries)
        {
            var length = source.ToScalar(entry.Span.To) - source.ToScalar(entry.Span.From);
            if (entry.IsDiscard) discarded += length;
            else if (entry.Path == Unaccounted) unaccounted += length;
            else nodes += length;
        }
        return new(nodes, discarded, unaccounted);
    }

    private static string? DiscardReason(LineKind kind) => kind switch
    {
        LineKind.PageNumber => "discard:page-number",
        LineKind.RunningHead => "discard:running-head",
        LineKind.Masthead => "discard:masthead",
        LineKind.Rule => "discard:rule",
        LineKind.Text or LineKind.Blank => null,
    };
}
