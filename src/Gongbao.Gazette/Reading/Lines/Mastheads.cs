namespace Gongbao.Gazette.Reading;

/// <summary>
/// Finds the gazette's name set down the margin, one character a line. It shows by repeating: twice in a row, or on several
/// pages; or it ends in the genre's own name, 公报. Heads of table columns are set down too, but are two characters long.
/// </summary>
internal static class Mastheads
{
    private const int ShortestName = 4;
    private const int LongestName = 24;

    public static void Mark(string[] compact, LineKind[] kinds)
    {
        var runs = Runs(compact, kinds);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (_, text) in runs)
        {
            if (Period(text) is { } name) names.Add(name);
            else if (text.Length is >= ShortestName and <= LongestName)
            {
                seen[text] = seen.GetValueOrDefault(text) + 1;
                if (seen[text] == 2 || text.EndsWith("公报", StringComparison.Ordinal)) names.Add(text);
            }
        }
        if (names.Count == 0) return;
        var longestFirst = names.OrderByDescending(n => n.Length).ThenBy(n => n, StringComparer.Ordinal).ToArray();
        foreach (var (at, text) in runs)
            for (var i = 0; i < text.Length;)
                i += MarkName(longestFirst, text, at, i, kinds);
    }

    private static int MarkName(string[] names, string text, List<int> at, int from, LineKind[] kinds)
    {
        foreach (var name in names)
        {
            if (string.CompareOrdinal(text, from, name, 0, name.Length) != 0) continue;
            for (var i = 0; i < name.Length; i++) kinds[at[from + i]] = LineKind.Masthead;
            return name.Length;
        }
        return 1;
    }

    /// <summary>Runs of lines of one ideograph, with blank lines between them or not.</summary>
    private static List<(List<int> At, string Text)> Runs(string[] compact, LineKind[] kinds)
    {
        var runs = new List<(List<int>, string)>();
        List<int> at = [];
        for (var i = 0; i <= compact.Length; i++)
        {
            if (i < compact.Length && kinds[i] is LineKind.Blank) continue;
            if (i < compact.Length && compact[i].Length == 1 && Characters.IsIdeograph(compact[i][0]))
            {
                at.Add(i);
                continue;
            }
            if (at.Count >= ShortestName) runs.Add((at, string.Concat(at.Select(l => compact[l]))));
            if (at.Count > 0) at = [];
        }
        return runs;
    }

    /// <summary>The word that the text repeats two times or more, if it repeats one of a name's length.</summary>
    private static string? Period(string text)
    {
        for (var length = ShortestName; length <= Math.Min(LongestName, text.Length / 2); length++)
            if (text.Length % length == 0 && string.CompareOrdinal(text, 0, text, length, text.Length - length) == 0) return text[..length];
        return null;
    }
}
