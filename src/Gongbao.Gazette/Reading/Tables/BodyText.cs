namespace Gongbao.Gazette.Reading;

/// <summary>
/// The sentences and headings of the document that a table stands behind. Tables of the genre repeat them: a cell of tasks is one
/// or more whole sentences of a measure.
/// </summary>
internal sealed class BodyText
{
    private const int ShortestSentence = 6;

    private readonly IReadOnlyList<Passage> _passages;
    private readonly Dictionary<string, List<int>> _sentences = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>>.AlternateLookup<ReadOnlySpan<char>> _placesOf;
    private readonly Dictionary<int, int[]> _pairs = [];
    private readonly Dictionary<string, int> _headings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _headingOf;
    private readonly Dictionary<int, int[]> _headingPairs = [];
    private readonly List<string> _sorted = [];
    private readonly List<int> _parents = [];
    private readonly List<int> _open = [];

    /// <param name="passages">The running text as far as it is read. What is added later is heeded by what is asked later.</param>
    public BodyText(IReadOnlyList<Passage> passages)
    {
        _passages = passages;
        _placesOf = _sentences.GetAlternateLookup<ReadOnlySpan<char>>();
        _headingOf = _headings.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public IReadOnlyList<Passage> Passages => Indexed()._passages;

    /// <summary>Whether there is anything that a table could repeat.</summary>
    public bool HasSentences => Indexed()._sentences.Count > 0;

    private BodyText Indexed()
    {
        if (_parents.Count == _passages.Count) return this;
        while (_parents.Count < _passages.Count) Add(_passages[_parents.Count], _parents.Count);
        _sorted.Clear();
        _sorted.AddRange(_headings.Keys);
        _sorted.Sort(StringComparer.Ordinal);
        return this;
    }

    private void Add(Passage passage, int at)
    {
        while (_open.Count > 0 && _passages[_open[^1]].Clause.Count >= passage.Clause.Count) _open.RemoveAt(_open.Count - 1);
        _parents.Add(_open.Count > 0 ? _open[^1] : -1);
        if (passage.Clause.Count > 0) _open.Add(at);
        var text = Characters.WithoutSpace(passage.Text.Text.AsSpan(InlineDuties.HeadingEnd(passage)));
        for (int from = 0, to; from < text.Length; from = to)
        {
            to = SentenceEnd(text, from);
            var key = Key(text[from..to]);
            if (key.Length < ShortestSentence) continue;
            if (!_placesOf.TryGetValue(key, out var places)) _placesOf[key] = places = [];
            if (places.Count == 0 || places[^1] != at) places.Add(at);
        }
        if (passage.Heading is { Length: > 0 } heading) _headings.TryAdd(Words(heading).ToString(), at);
    }

    /// <summary>Behind the sentence that begins at a place of a text without white space, its 。 included.</summary>
    public static int SentenceEnd(ReadOnlySpan<char> text, int from)
    {
        var stop = text[from..].IndexOfAny('。', '！', '？');
        return stop < 0 ? text.Length : from + stop + 1;
    }

    /// <summary>Whether the words are a whole sentence of the body.</summary>
    public bool HasSentence(ReadOnlySpan<char> sentence) => sentence.Length >= ShortestSentence && Indexed()._placesOf.ContainsKey(Key(sentence));

    /// <summary>The passages that hold the sentence, in order; empty where none does.</summary>
    public IReadOnlyList<int> PassagesOf(ReadOnlySpan<char> sentence) => Indexed()._placesOf.TryGetValue(Key(sentence), out var places) ? places : [];

    /// <summary>The stop at the end is often missing on one side.</summary>
    private static ReadOnlySpan<char> Key(ReadOnlySpan<char> sentence) => sentence.TrimEnd("。；");

    /// <summary>The passage with the heading, marks apart: a narrow cell often drops them; −1 where none has it.</summary>
    public int HeadingOf(ReadOnlySpan<char> heading) => Indexed()._headingOf.TryGetValue(Words(heading), out var place) ? place : -1;

    /// <summary>Whether the words are the heading of the passage, marks apart.</summary>
    public bool IsHeadingOf(int passage, string words) => Passages[passage].Heading is { } heading && Words(heading).SequenceEqual(Words(words));

    /// <summary>Whether a heading begins with the words, marks apart.</summary>
    public bool MayBeginHeading(ReadOnlySpan<char> words)
    {
        words = Words(words);
        var sorted = Indexed()._sorted;
        int low = 0, high = sorted.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle].AsSpan().SequenceCompareTo(words) < 0) low = middle + 1;
            else high = middle;
        }
        return low < sorted.Count && sorted[low].AsSpan().StartsWith(words);
    }

    /// <summary>Letters, figures and characters, without marks and white space.</summary>
    private static ReadOnlySpan<char> Words(ReadOnlySpan<char> text)
    {
        var marks = 0;
        foreach (var c in text)
            if (!char.IsLetterOrDigit(c)) marks++;
        if (marks == 0) return text;
        var words = new char[text.Length - marks];
        var at = 0;
        foreach (var c in text)
            if (char.IsLetterOrDigit(c)) words[at++] = c;
        return words;
    }

    /// <summary>The passage one level above; −1 where there is none.</summary>
    public int ParentOf(int passage) => Indexed()._parents[passage];

    /// <summary>Share of the words' pairs of characters that the passage has, 0 to 1.</summary>
    public double Likeness(int[] words, int passage)
    {
        if (!_pairs.TryGetValue(passage, out var pairs)) _pairs[passage] = pairs = Pairs(Characters.WithoutSpace(Passages[passage].Text.Text));
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
            if (!_headingPairs.TryGetValue(p, out var its)) _headingPairs[p] = its = Pairs(Characters.WithoutSpace(heading));
            var likeness = Dice(pairs, its);
            if (likeness > best) (best, found) = (likeness, p);
        }
        return found;
    }

    /// <summary>Pairs of neighbouring characters, each once, ascending.</summary>
    public static int[] Pairs(ReadOnlySpan<char> text)
    {
        var pairs = new int[Math.Max(0, text.Length - 1)];
        var count = 0;
        for (var i = 0; i + 1 < text.Length; i++)
            if (Characters.IsIdeograph(text[i]) && Characters.IsIdeograph(text[i + 1])) pairs[count++] = text[i] << 16 | text[i + 1];
        Array.Sort(pairs, 0, count);
        var kept = 0;
        for (var i = 0; i < count; i++)
            if (kept == 0 || pairs[i] != pairs[kept - 1]) pairs[kept++] = pairs[i];
        return pairs[..kept];
    }

    public static double Contained(int[] words, int[] whole) => words.Length == 0 ? 0 : (double)Both(words, whole) / words.Length;

    public static double Dice(int[] one, int[] other) => one.Length + other.Length == 0 ? 0 : 2.0 * Both(one, other) / (one.Length + other.Length);

    private static int Both(int[] one, int[] other)
    {
        var both = 0;
        for (int i = 0, k = 0; i < one.Length && k < other.Length;)
        {
            if (one[i] == other[k]) both++;
            var (next, nextOther) = (one[i] <= other[k], other[k] <= one[i]);
            if (next) i++;
            if (nextOther) k++;
        }
        return both;
    }
}
