namespace Gongbao.Gazette.Reading;

/// <summary>Words by the character that each begins with, longest first, so that one look tells most places where none of them stands.</summary>
internal sealed class Beginnings
{
    private readonly WordTable _words;

    public Beginnings(params string[] words) => _words = new(words, static w => w[0]);

    /// <summary>The words that may stand where the character does, longest first; others may be among them.</summary>
    public ReadOnlySpan<string> Like(char first) => _words.Of(first);

    /// <summary>The longest of the words that the text begins with; null where it begins with none.</summary>
    public string? LongestOf(ReadOnlySpan<char> text)
    {
        if (text.Length == 0) return null;
        foreach (var word in Like(text[0]))
            if (text.StartsWith(word, StringComparison.Ordinal)) return word;
        return null;
    }

    /// <summary>Whether one of the words stands anywhere in the text.</summary>
    public bool StandIn(ReadOnlySpan<char> text)
    {
        for (; text.Length > 0; text = text[1..])
            if (LongestOf(text) is not null) return true;
        return false;
    }
}

/// <summary>Words by the character that each ends with.</summary>
internal sealed class Endings
{
    private readonly WordTable _words;

    public Endings(params string[] words) => _words = new(words, static w => w[^1]);

    /// <summary>Whether the text ends with one of the words.</summary>
    public bool End(ReadOnlySpan<char> text)
    {
        if (text.Length == 0) return false;
        foreach (var word in _words.Of(text[^1]))
            if (text.EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }
}

/// <summary>Words by one of their characters; characters that share a place share their words.</summary>
internal sealed class WordTable
{
    private const int Places = 256;
    private readonly string[][] _words = new string[Places][];

    public WordTable(string[] words, Func<string, char> key)
    {
        Array.Fill(_words, []);
        foreach (var place in words.OrderByDescending(w => w.Length).GroupBy(w => key(w) % Places)) _words[place.Key] = [.. place];
    }

    public ReadOnlySpan<string> Of(char key) => _words[key % Places];
}
