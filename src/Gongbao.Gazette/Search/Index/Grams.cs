using System.Text;

namespace Gongbao.Gazette.Search.Index;

/// <summary>
/// The one tokenizer of both databases. It takes text in the compared form (<see cref="SearchForm"/>) and knows single characters and
/// overlapping pairs of them (二元词), a character above the basic plane being one. Letters, digits and signs are paired like the rest:
/// any stretch of a text is then found, from any character to any other, whatever words it cuts.
/// </summary>
internal static class Grams
{
    /// <summary>Stands between the lines of a document, so that no pair reaches over a line's end. No pair is one character long.</summary>
    private const char LineEnd = '\uE000';

    /// <summary>The pairs of each line in order, as FTS5 takes them: separated by spaces.</summary>
    public static string Pairs(IEnumerable<string> lines)
    {
        var tokens = new StringBuilder();
        foreach (var line in lines)
        {
            Pairs(line, tokens);
            tokens.Append(LineEnd).Append(' ');
        }
        return tokens.ToString();
    }

    /// <summary>The pairs of a phrase of at least two characters, as FTS5 takes a phrase inside quotation marks.</summary>
    public static string Phrase(string form)
    {
        var tokens = new StringBuilder(form.Length * 3);
        Pairs(form, tokens);
        return tokens.ToString();
    }

    /// <summary>The characters that occur, each once, as FTS5 takes them.</summary>
    public static string Characters(IEnumerable<string> lines)
    {
        var seen = new HashSet<Rune>();
        foreach (var line in lines) seen.UnionWith(line.EnumerateRunes());
        var tokens = new StringBuilder(seen.Count * 2);
        foreach (var rune in seen) Append(tokens, rune).Append(' ');
        return tokens.ToString();
    }

    /// <summary>A word that is kept whole, such as the value of a facet.</summary>
    public static string Whole(string word)
    {
        var token = new StringBuilder(word.Length);
        foreach (var rune in SearchForm.Of(word).EnumerateRunes()) Append(token, rune);
        return token.ToString();
    }

    /// <summary>How many characters, one above the basic plane counted once.</summary>
    public static int Length(string form) => form.EnumerateRunes().Count();

    /// <summary>True where the keys alone tell that a text holds the phrase; else the text has to be looked at.</summary>
    public static bool AreKeysExact(string form) => form.Length <= 2 && !form.Any(char.IsSurrogate);

    /// <summary>The characters and pairs that occur, as numbers for an index of sets. Ascending, each once.</summary>
    /// <param name="lines">The text.</param>
    /// <param name="wholes">Words kept whole.</param>
    /// <param name="block">The block of rows that the text stands in.</param>
    public static int[] Keys(IEnumerable<string> lines, IEnumerable<string> wholes, int block)
    {
        var keys = new HashSet<int> { BlockKey(block) };
        foreach (var line in lines)
        {
            Rune? before = null;
            foreach (var rune in line.EnumerateRunes())
            {
                keys.Add(Key(rune));
                if (before is { } first) keys.Add(Key(first, rune));
                before = rune;
            }
        }
        foreach (var whole in wholes) keys.Add(WholeKey(whole));
        var sorted = keys.ToArray();
        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>
    /// What a text that holds the phrase holds at least: every second pair, and the last, since the text is looked at anyhow where that is not the whole of it.
    /// </summary>
    public static IEnumerable<int> PhraseKeys(string form)
    {
        var runes = form.EnumerateRunes().ToArray();
        if (runes.Length == 1) yield return Key(runes[0]);
        for (var i = 1; i < runes.Length; i++)
            if (i % 2 == 1 || i == runes.Length - 1) yield return Key(runes[i - 1], runes[i]);
    }

    /// <summary>A block of rows: a number among those that no pair has, since no text in the compared form has a control character.</summary>
    public static int BlockKey(int block) => 0x0001_0000 + block;

    /// <summary>A word kept whole: a number among those that no pair has, since no pair begins with a low surrogate.</summary>
    public static int WholeKey(string word) => unchecked((int)(0xDC00_0000u | (Hash(Whole(word)) & 0x03FF_FFFF)));

    private static int Key(Rune rune) => rune.IsBmp ? rune.Value : Hashed(rune.Value, 0);

    private static int Key(Rune first, Rune second) => first.IsBmp && second.IsBmp ? (first.Value << 16) | second.Value : Hashed(first.Value, second.Value);

    /// <summary>Rare characters share the numbers that begin with a high surrogate; two of them may have one number.</summary>
    private static int Hashed(int first, int second) => unchecked((int)(0xD800_0000u | ((((uint)first * 0x9E37_79B1u) ^ ((uint)second * 0x85EB_CA6Bu)) >> 6)));

    private static uint Hash(string word)
    {
        var hash = 2166136261u;
        foreach (var c in word) hash = unchecked((hash ^ c) * 16777619u);
        return hash ^ (hash >> 15);
    }

    private static void Pairs(string line, StringBuilder tokens)
    {
        Rune? before = null;
        foreach (var rune in line.EnumerateRunes())
        {
            if (before is { } first) Append(Append(tokens, first), rune).Append(' ');
            before = rune;
        }
    }

    /// <summary>FTS5's tokenizer takes every character outside ASCII as part of a word; the compared form leaves the full-width ones free.</summary>
    private static StringBuilder Append(StringBuilder tokens, Rune rune) =>
        rune.IsAscii ? tokens.Append((char)(rune.Value + 0xFEE0)) : tokens.Append(rune.ToString());
}
