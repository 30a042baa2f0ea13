namespace Gongbao.Gazette.Reading;

/// <summary>
/// Where cells of unit names begin. A 。 ends one; a comma never does; where names stand one a line without any mark, a name that
/// comes back, or one that such lists put earlier (departments, then governments, then zones), begins the next. What a line shows by
/// itself is found once for a block, however many ways to part it into columns are tried.
/// </summary>
internal sealed class UnitCuts
{
    private readonly TableLine[] _lines;
    private readonly LineRange _block;
    private readonly double _blank;
    private readonly bool[] _hasComma;
    private readonly string[][] _names;
    private readonly Look?[] _looks;
    private readonly int[] _depths;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>What the words at the end of one line and the beginning of the next say of a cut between them.</summary>
    /// <param name="Likely">What they say, width and marks of the column left out.</param>
    /// <param name="Settled">Whether nothing else can change it.</param>
    /// <param name="First">The first name of the next line.</param>
    private readonly record struct Look(double Likely, bool Settled, string First);

    public UnitCuts(TableLine[] lines, LineRange block)
    {
        (_lines, _block, _blank) = (lines, block, TextCuts.BlankWeight(lines, block));
        _hasComma = new bool[block.Count];
        _names = new string[block.Count][];
        _looks = new Look?[block.Count];
        _depths = new int[block.Count];
        for (var i = 0; i < block.Count; i++)
        {
            _hasComma[i] = HasComma(lines[block.From + i].Text);
            _names[i] = Names(lines[block.From + i].Text);
        }
    }

    public CellCuts Of(LineRange column)
    {
        var depths = _depths.AsSpan(0, column.Count);
        TextCuts.Depths(_lines, column, depths);
        int widest = 0, stops = 0, marks = 0;
        for (var i = column.From; i < column.To; i++)
        {
            widest = Math.Max(widest, _lines[i].Width);
            if (_lines[i].Text[^1] == '。') stops++;
            if (depths[i - column.From] == 0 && _hasComma[i - _block.From]) marks++;
        }
        var listed = marks == 0;
        var stopped = stops > 0 && column.Count > 0 && _lines[column.To - 1].Text[^1] == '。';
        var likely = new double[Math.Max(0, column.Count - 1)];
        _seen.Clear();
        for (var i = column.From; i < column.To; i++)
        {
            if (i > column.From)
            {
                var cut = depths[i - column.From] > 0 ? CellCuts.Never : At(i, column.From, listed ? -1 : widest, stopped);
                if (cut > CellCuts.Never) cut += _lines[i].BlankBefore ? _blank : -_blank;
                likely[i - column.From - 1] = cut;
                if (cut > 0) _seen.Clear();
            }
            foreach (var name in _names[i - _block.From]) _seen.Add(name);
        }
        return new(column, likely, TextCuts.Blanks(_lines, column));
    }

    private double At(int i, int from, int widest, bool stopped)
    {
        var look = i - 2 >= from ? _looks[i - _block.From] ??= LookAt(i, mayJoin: true) : LookAt(i, mayJoin: false);
        if (look.Settled) return look.Likely;
        var gap = widest - _lines[i - 1].Width;
        var likely = look.Likely + (widest < 0 ? -1 : gap >= 6 ? 2 : gap >= 4 ? 1 : gap >= 3 ? 0 : -2);
        if (stopped) likely -= 3;
        return _seen.Contains(look.First) ? likely + 3.5 : likely;
    }

    /// <param name="i">The line that a cell may begin with.</param>
    /// <param name="mayJoin">Whether a name at the end of the line before may have begun on the line before that.</param>
    private Look LookAt(int i, bool mayJoin)
    {
        var (before, text) = (_lines[i - 1].Text, _lines[i].Text);
        if (before[^1] is '、' or '，' or '（' or '(' or '：' or ',' || text[0] is '、' or '，' or '。' or '）' or '；') return new(CellCuts.Never, true, "");
        if (before[^1] is '。') return new(5, true, "");
        var last = LastName(before);
        if (mayJoin && last.Length == before.Length && before.Length <= 12 && !UnitNames.IsName(last)) last = LastName(_lines[i - 2].Text + before);
        if (!UnitNames.IsName(last) && before[^1] is not '；') return new(-6, true, "");
        var first = FirstName(text);
        if (first.Length <= 3 && !UnitNames.IsName(first) && !UnitNames.IsPlace(first)) return new(-6, true, "");
        var likely = UnitNames.BeginsName(text) ? 0.5 : -2.5;
        var (rank, next) = (UnitNames.Rank(last), UnitNames.Rank(first));
        if (next < rank) likely += 2.5;
        if (next > rank) likely -= 3;
        return new(likely, false, first);
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

    private static string[] Names(string line)
    {
        List<string>? names = null;
        var (start, depth) = (0, 0);
        for (var i = 0; i <= line.Length; i++)
        {
            var c = i < line.Length ? line[i] : '、';
            if (c is '（' or '(') depth++;
            if (c is '）' or ')') depth--;
            if (depth > 0 && i < line.Length || c is not ('、' or '，' or ',' or '；' or '。')) continue;
            if (i - start >= 3 && UnitNames.IsName(line.AsSpan(start, i - start))) (names ??= []).Add(line[start..i]);
            start = i + 1;
        }
        return names is null ? [] : [.. names];
    }
}
