namespace Gongbao.Gazette.Reading;

/// <summary>
/// Where cells of unit names begin. A 。 ends one; a comma never does; where names stand one a line without any mark, a name that
/// comes back, or one that such lists put earlier (departments, then governments, then zones), begins the next.
/// </summary>
internal static class UnitCuts
{
    public static CellCuts Of(TableLine[] lines, LineRange column, double blank)
    {
        var depths = TextCuts.Depths(lines, column);
        int widest = 0, stops = 0, marks = 0;
        for (var i = column.From; i < column.To; i++)
        {
            widest = Math.Max(widest, lines[i].Width);
            if (lines[i].Text[^1] == '。') stops++;
            if (depths[i] == 0 && HasComma(lines[i].Text)) marks++;
        }
        var listed = marks == 0;
        var stopped = stops > 0 && column.Count > 0 && lines[column.To - 1].Text[^1] == '。';
        var likely = new double[Math.Max(0, column.Count - 1)];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = column.From; i < column.To; i++)
        {
            if (i > column.From)
            {
                var cut = At(lines, i, column.From, listed ? -1 : widest, stopped, depths[i], seen);
                if (cut > CellCuts.Never) cut += lines[i].BlankBefore ? blank : -blank;
                likely[i - column.From - 1] = cut;
                if (cut > 0) seen.Clear();
            }
            foreach (var name in Names(lines[i].Text)) seen.Add(name);
        }
        return new(column, likely, TextCuts.Blanks(lines, column));
    }

    private static double At(TableLine[] lines, int i, int from, int widest, bool stopped, int depth, HashSet<string> seen)
    {
        var (before, text) = (lines[i - 1].Text, lines[i].Text);
        if (depth > 0 || before[^1] is '、' or '，' or '（' or '(' or '：' or ',' || text[0] is '、' or '，' or '。' or '）' or '；') return CellCuts.Never;
        if (before[^1] is '。') return 5;
        var last = LastName(before);
        if (last.Length == before.Length && i - 2 >= from && before.Length <= 12 && !UnitNames.IsName(last)) last = LastName(lines[i - 2].Text + before);
        var complete = UnitNames.IsName(last) || before[^1] is '；';
        if (!complete) return -6;
        var first = FirstName(text);
        if (first.Length <= 3 && !UnitNames.IsName(first) && !UnitNames.IsPlace(first)) return -6;
        var likely = UnitNames.BeginsName(text) ? 0.5 : -2.5;
        var gap = widest - lines[i - 1].Width;
        likely += widest < 0 ? -1 : gap >= 6 ? 2 : gap >= 4 ? 1 : gap >= 3 ? 0 : -2;
        if (stopped) likely -= 3;
        var (rank, next) = (UnitNames.Rank(last), UnitNames.Rank(first));
        if (next < rank) likely += 2.5;
        if (next > rank) likely -= 3;
        if (seen.Contains(first)) likely += 3.5;
        return likely;
    }

    /// <summary>Whether the line sets names apart by commas. A column without any prints one name a line, and how wide a line is says nothing there.</summary>
    private static bool HasComma(string line)
    {
        var depth = 0;
        foreach (var c in line)
        {
            if (c is '（' or '(') depth++;
            if (c is '）' or ')') depth--;
            if (depth <= 0 && (c is '、' or '，' or ',' or '。')) return true;
        }
        return false;
    }

    private static string LastName(string line)
    {
        var depth = 0;
        for (var i = line.Length - 1; i >= 0; i--)
        {
            if (line[i] is '）' or ')') depth++;
            if (line[i] is '（' or '(') depth--;
            if (depth <= 0 && (line[i] is '、' or '，' or ',' or '；' or '。') && i < line.Length - 1) return line[(i + 1)..];
        }
        return line;
    }

    private static string FirstName(string line)
    {
        var depth = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] is '（' or '(') depth++;
            if (line[i] is '）' or ')') depth--;
            if (depth == 0 && (line[i] is '、' or '，' or ',' or '；' or '。')) return line[..i];
        }
        return line;
    }

    private static IEnumerable<string> Names(string line)
    {
        var (start, depth) = (0, 0);
        for (var i = 0; i <= line.Length; i++)
        {
            var c = i < line.Length ? line[i] : '、';
            if (c is '（' or '(') depth++;
            if (c is '）' or ')') depth--;
            if (depth > 0 && i < line.Length || c is not ('、' or '，' or ',' or '；' or '。')) continue;
            if (i - start >= 3 && UnitNames.IsName(line.AsSpan(start, i - start))) yield return line[start..i];
            start = i + 1;
        }
    }
}
