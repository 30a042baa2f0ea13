namespace Gongbao.Kernel.Directory;

/// <summary>
/// A text as names are compared: without white space (a line break falls anywhere in a name), brackets and commas in their Chinese form.
/// Each character remembers where it stood.
/// </summary>
internal sealed class FoldedText
{
    private readonly string _original;
    private readonly int[]? _at;

    public FoldedText(string original)
    {
        _original = original;
        if (IsFolded(original))
        {
            (Text, _at) = (original, null);
            return;
        }

        var chars = new char[original.Length];
        _at = new int[original.Length];
        var length = 0;
        for (var i = 0; i < original.Length; i++)
        {
            if (char.IsWhiteSpace(original[i]) || char.IsControl(original[i])) continue;
            _at[length] = i;
            chars[length++] = Fold(original[i]);
        }

        Text = new(chars, 0, length);
    }

    /// <summary>The folded text.</summary>
    public string Text { get; }

    public static string Of(string text) => new FoldedText(text).Text;

    /// <summary>Where a stretch of the folded text stood in the original, and its words there with white space taken out.</summary>
    public (int Start, int Length, string Words) Original(int from, int to)
    {
        var (first, last) = _at is null ? (from, to - 1) : (_at[from], _at[to - 1]);
        return (first, last - first + 1, last - first == to - from - 1 ? _original[first..(last + 1)] : string.Concat(_original[first..(last + 1)].Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c))));
    }

    /// <summary>Whether every character stands for itself, as in most texts: then each stands where it stood.</summary>
    private static bool IsFolded(string text)
    {
        foreach (var c in text)
            if (char.IsWhiteSpace(c) || char.IsControl(c) || Fold(c) != c) return false;
        return true;
    }

    private static char Fold(char c) => c switch
    {
        '(' or '﹙' => '（',
        ')' or '﹚' => '）',
        ',' => '，',
        ';' => '；',
        ':' => '：',
        '[' or '【' or '〖' => '〔',
        ']' or '】' or '〗' => '〕',
        '､' => '、',
        _ => c,
    };
}
