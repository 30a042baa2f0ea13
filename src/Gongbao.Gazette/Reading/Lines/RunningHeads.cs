namespace Gongbao.Gazette.Reading;

/// <summary>
/// Finds lines repeated at the heads and feet of pages. A page shows by its number, by a form feed, or by the name of the gazette
/// down the margin. A line that comes back there is furniture, unless it begins a document, belongs to a table's head, or is the
/// first of its kind on the first page.
/// </summary>
internal static class RunningHeads
{
    private const int LongestLine = 40;
    private const int Reach = 2;

    public static void Mark(string[] compact, bool[] feeds, LineKind[] kinds)
    {
        var lines = new int[kinds.Length - kinds.AsSpan().Count(LineKind.Blank)];
        for (int i = 0, at = 0; i < kinds.Length; i++)
            if (kinds[i] is not LineKind.Blank) lines[at++] = i;
        var edges = new Dictionary<string, int>(StringComparer.Ordinal);
        var atEdge = new bool[compact.Length];
        for (var i = 0; i < lines.Length; i++)
        {
            if (!IsAtEdge(lines, i, feeds, kinds) || !IsCandidate(compact[lines[i]], kinds[lines[i]])) continue;
            atEdge[lines[i]] = true;
            edges[compact[lines[i]]] = edges.GetValueOrDefault(compact[lines[i]]) + 1;
        }
        var everywhere = CountGazetteLines(compact, lines);
        var followers = edges.Values.Any(c => c > 1) ? Followers(compact, lines, kinds, edges) : [];
        var firstBreak = FirstBreak(lines, feeds, kinds);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (kinds[line] is not LineKind.Text) continue;
            var text = compact[line];
            var isHead = atEdge[line]
                ? IsHeadAtEdge(text, edges[text], compact, lines, i, kinds, followers)
                : i > firstBreak && everywhere.GetValueOrDefault(text) is >= 2 and var count && (count >= 3 || text.Contains("公报", StringComparison.Ordinal)) && !BeginsDocument(text, compact, lines, i);
            if (isHead) kinds[line] = LineKind.RunningHead;
        }
    }

    private static bool IsHeadAtEdge(
        string text, int count, string[] compact, int[] lines, int i, LineKind[] kinds, Dictionary<(string, string), int> followers)
    {
        if (Overprint.Undo(text) is not null) return true;
        if (BeginsDocument(text, compact, lines, i)) return false;
        if (IsGazetteLine(text) && (count >= 2 || IsBetweenFurniture(lines, i, kinds))) return true;
        if (count < 2 || Lexicon.ContainsAny(text, Lexicon.ColumnHeads)) return false;
        return i + 1 >= lines.Length || !BelongsToTable(text, compact, lines, i, kinds, followers);
    }

    /// <summary>A name of the gazette, of one of its issues or of one of its sections.</summary>
    private static bool IsGazetteLine(string text) =>
        text.Length <= LongestLine
        && (text.EndsWith("公报", StringComparison.Ordinal) || Lexicon.EndsWithAny(text, Lexicon.SectionEndings) && text.Length <= 16 || HasIssueNumber(text)) && !text.Contains('。');

    /// <summary>2024年第3期, 2024.03, 总第120期, alone or beside the gazette's name.</summary>
    private static bool HasIssueNumber(string text) =>
        text.Contains('期') && (text.EndsWith('期') && text.Any(Characters.IsDigit) || text.Length <= 30 && text.Contains("公报", StringComparison.Ordinal));

    private static bool IsCandidate(string text, LineKind kind) =>
        kind is LineKind.Text && text.Length is >= 2 and <= LongestLine && !Characters.EndsSentence(text[^1]) && !PageNumber.IsBareNumber(text)
        && !text.Contains('。') && IsWhole(text) && !AttachmentNotes.IsMark(text) && !Characters.IsDigit(text[0]) | text.EndsWith('期') && DateShape.TryRead(text, out _) is false;

    /// <summary>A line that opens or closes a bracket alone is a piece of a sentence.</summary>
    private static bool IsWhole(string text)
    {
        var open = 0;
        foreach (var c in text)
        {
            open += c is '（' or '〔' or '《' or '“' or '【' ? 1 : c is '）' or '〕' or '》' or '”' or '】' ? -1 : 0;
            if (open < 0) return false;
        }
        return open == 0;
    }

    private static bool IsAtEdge(int[] lines, int i, bool[] feeds, LineKind[] kinds)
    {
        if (feeds[lines[i]]) return true;
        for (var step = 1; step <= Reach; step++)
        {
            if (i - step >= 0 && kinds[lines[i - step]] is LineKind.PageNumber) return true;
            if (i - step >= 0 && step < Reach && feeds[lines[i - step]]) return true;
            if (i + step < lines.Length && kinds[lines[i + step]] is LineKind.Masthead) return true;
        }
        return i > 0 && kinds[lines[i - 1]] is LineKind.Masthead
            || i + 1 < lines.Length && (kinds[lines[i + 1]] is LineKind.PageNumber || feeds[lines[i + 1]]);
    }

    private static bool IsBetweenFurniture(int[] lines, int i, LineKind[] kinds) =>
        i > 0 && kinds[lines[i - 1]] is LineKind.PageNumber or LineKind.Masthead or LineKind.RunningHead
        || i + 1 < lines.Length && kinds[lines[i + 1]] is LineKind.Masthead;

    /// <summary>The issuer's name over a title comes back with every document, at the head of a page or not.</summary>
    private static bool BeginsDocument(string text, string[] compact, int[] lines, int i)
    {
        if (i + 1 < lines.Length && NumberShape.IsNumber(compact[lines[i + 1]])) return true;
        if (OrderHead.Number(i + 1 < lines.Length ? text + compact[lines[i + 1]] : text) is not null) return true;
        if (!Offices.IsName(text)) return false;
        for (var ahead = 1; ahead <= 6 && i + ahead < lines.Length; ahead++)
        {
            var next = compact[lines[i + ahead]];
            if (Lexicon.StartsWithAny(next, Lexicon.TitleStarts) || DateShape.TryRead(next, out _) || NumberShape.IsNumber(next)) return true;
        }
        return false;
    }

    /// <summary>How often a line is followed by the same next line of words: a head of columns is several lines that come back together.</summary>
    private static Dictionary<(string, string), int> Followers(
        string[] compact, int[] lines, LineKind[] kinds, Dictionary<string, int> edges)
    {
        var pairs = new Dictionary<(string, string), int>();
        string? next = null;
        for (var i = lines.Length - 1; i >= 0; i--)
        {
            if (kinds[lines[i]] is not LineKind.Text) continue;
            var text = compact[lines[i]];
            if (next is not null && edges.GetValueOrDefault(text) > 1) pairs[(text, next)] = pairs.GetValueOrDefault((text, next)) + 1;
            next = text;
        }
        return pairs;
    }

    private static bool BelongsToTable(string text, string[] compact, int[] lines, int i, LineKind[] kinds, Dictionary<(string, string), int> followers)
    {
        for (var next = i + 1; next < lines.Length; next++)
            if (kinds[lines[next]] is LineKind.Text) return followers.GetValueOrDefault((text, compact[lines[next]])) > 1;
        return false;
    }

    private static int FirstBreak(int[] lines, bool[] feeds, LineKind[] kinds)
    {
        for (var i = 1; i < lines.Length; i++)
            if (feeds[lines[i]] || kinds[lines[i]] is LineKind.PageNumber or LineKind.Masthead) return i;
        return lines.Length;
    }

    private static Dictionary<string, int> CountGazetteLines(string[] compact, int[] lines)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in lines)
            if (compact[line].Length is >= 2 and <= LongestLine && IsGazetteLine(compact[line])) counts[compact[line]] = counts.GetValueOrDefault(compact[line]) + 1;
        return counts;
    }
}
