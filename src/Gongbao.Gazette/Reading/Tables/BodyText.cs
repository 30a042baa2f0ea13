namespace Gongbao.Gazette.Reading;

/// <summary>
/// The sentences and headings of the document that a table stands behind. Tables of the genre repeat them: a cell of tasks is one
/// or more whole sentences of a measure.
/// </summary>
internal sealed class BodyText
{
    private const int ShortestSentence = 6;

    private readonly Dictionary<string, List<int>> _sentences = new(StringComparer.Ordinal);
    private readonly Dictionary<int, HashSet<int>> _pairs = [];
    private readonly Dictionary<string, int> _headings = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _beginnings = new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly List<int> _parents = [];

    private BodyText(IReadOnlyList<Passage> passages) => Passages = passages;

    public IReadOnlyList<Passage> Passages { get; }

    public static BodyText Of(IReadOnlyList<Passage> passages)
    {
        var body = new BodyText(passages);
        var open = new List<int>();
        for (var p = 0; p < passages.Count; p++)
        {
            var passage = passages[p];
            while (open.Count > 0 && passages[open[^1]].Clause.Count >= passage.Clause.Count) open.RemoveAt(open.Count - 1);
            body._parents.Add(open.Count > 0 ? open[^1] : -1);
            if (passage.Clause.Count > 0) open.Add(p);
            var text = Characters.Compact(passage.Text.Text.AsSpan(InlineDuties.HeadingEnd(passage)));
            foreach (var (from, to) in Sentences(text))
            {
                var key = Key(text[from..to]);
                if (key.Length < ShortestSentence) continue;
                if (!body._sentences.TryGetValue(key, out var places)) body._sentences[key] = places = [];
                if (places.Count == 0 || places[^1] != p) places.Add(p);
            }
            if (passage.Heading is { Length: > 0 } heading) body.AddHeading(Characters.Compact(heading), p);
        }
        return body;
    }

    /// <summary>Ranges of the sentences of a text without white space, each with its 。.</summary>
    public static IEnumerable<(int From, int To)> Sentences(string text)
    {
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('。' or '！' or '？')) continue;
            yield return (from, i + 1);
            from = i + 1;
        }
        if (from < text.Length) yield return (from, text.Length);
    }

    /// <summary>Whether the words are a whole sentence of the body.</summary>
    public bool HasSentence(string sentence) => sentence.Length >= ShortestSentence && _sentences.ContainsKey(Key(sentence));

    /// <summary>The passages that hold the sentence, in order; empty where none does.</summary>
    public IReadOnlyList<int> PassagesOf(string sentence) => _sentences.GetValueOrDefault(Key(sentence)) is { } places ? places : [];

    /// <summary>The stop at the end is often missing on one side.</summary>
    private static string Key(string sentence) => sentence.TrimEnd('。', '；');

    /// <summary>The passage with the heading; −1 where none has it.</summary>
    public int HeadingOf(string heading) => _headings.GetValueOrDefault(heading, -1);

    /// <summary>Whether a heading begins with the words.</summary>
    public bool MayBeginHeading(ReadOnlySpan<char> words) => _beginnings.Contains(words);

    private void AddHeading(string heading, int passage)
    {
        if (_headings.TryAdd(heading, passage))
            for (var length = 1; length <= heading.Length; length++) _beginnings.Add(heading.AsSpan(0, length));
    }

    /// <summary>The passage one level above; −1 where there is none.</summary>
    public int ParentOf(int passage) => _parents[passage];

    /// <summary>Share of the words' pairs of characters that the passage has, 0 to 1.</summary>
    public double Likeness(HashSet<int> words, int passage)
    {
        if (!_pairs.TryGetValue(passage, out var pairs)) _pairs[passage] = pairs = Pairs(Characters.Compact(Passages[passage].Text.Text));
        return Contained(words, pairs);
    }

    /// <summary>The passage whose heading is most like the words; −1 where none is alike.</summary>
    public int NearestHeading(string words)
    {
        if (HeadingOf(words) is >= 0 and var same) return same;
        var pairs = Pairs(words);
        var (best, found) = (0.4, -1);
        for (var p = 0; p < Passages.Count; p++)
        {
            if (Passages[p].Heading is not { Length: > 1 } heading) continue;
            var likeness = Dice(pairs, Pairs(Characters.Compact(heading)));
            if (likeness > best) (best, found) = (likeness, p);
        }
        return found;
    }

    /// <summary>Pairs of neighbouring characters.</summary>
    public static HashSet<int> Pairs(string text)
    {
        var pairs = new HashSet<int>();
        for (var i = 0; i + 1 < text.Length; i++)
            if (Characters.IsIdeograph(text[i]) && Characters.IsIdeograph(text[i + 1])) pairs.Add(text[i] << 16 | text[i + 1]);
        return pairs;
    }

    public static double Contained(HashSet<int> words, HashSet<int> whole)
    {
        if (words.Count == 0) return 0;
        var both = 0;
        foreach (var pair in words)
            if (whole.Contains(pair)) both++;
        return (double)both / words.Count;
    }

    public static double Dice(HashSet<int> one, HashSet<int> other)
    {
        if (one.Count + other.Count == 0) return 0;
        var both = 0;
        foreach (var pair in one)
            if (other.Contains(pair)) both++;
        return 2.0 * both / (one.Count + other.Count);
    }
}
