namespace Gongbao.Gazette.Reading;

/// <summary>
/// A bold running head is printed twice, a hair apart, and comes out of the page with every word doubled: 市政府市政府文件文件.
/// </summary>
internal static class Overprint
{
    private const int ShortestLine = 6;

    /// <summary>The line with every word once; null when it is not made of doubled words alone.</summary>
    public static string? Undo(string line)
    {
        if (line.Length is < ShortestLine or > 80 || line.Length % 2 != 0) return null;
        var reached = new int[line.Length + 1];
        Array.Fill(reached, -1);
        reached[0] = 0;
        for (var at = 0; at < line.Length; at++)
        {
            if (reached[at] < 0) continue;
            for (var word = 2; at + 2 * word <= line.Length; word++)
                if (reached[at + 2 * word] < 0 && string.CompareOrdinal(line, at, line, at + word, word) == 0) reached[at + 2 * word] = word;
        }
        if (reached[^1] < 0) return null;
        var words = new Stack<string>();
        for (var at = line.Length; at > 0; at -= 2 * reached[at]) words.Push(line.Substring(at - reached[at], reached[at]));
        return string.Concat(words);
    }
}
