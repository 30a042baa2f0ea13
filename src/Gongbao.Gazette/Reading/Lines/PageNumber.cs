namespace Gongbao.Gazette.Reading;

/// <summary>The shape of a page's number: one number between or behind dots or dashes, or 第N页.</summary>
internal static class PageNumber
{
    private const int LongestLine = 24;

    public static bool Matches(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line.Length is 0 or > LongestLine) return false;
        return IsDecorated(line) || IsNamed(line);
    }

    /// <summary>The number that a page's number of any shape names, the first where it also says how many there are; null where it names none.</summary>
    public static int? ValueOf(ReadOnlySpan<char> line)
    {
        var from = 0;
        while (from < line.Length && !Characters.IsDigit(line[from])) from++;
        if (from == line.Length || line[0] == '共') return null;
        var value = 0;
        for (var at = from; at < line.Length && Characters.IsDigit(line[at]); at++)
        {
            if (value > 9999) return null;
            value = value * 10 + Characters.DigitValue(line[at]);
        }
        return value > 0 ? value : null;
    }

    /// <summary>A number alone on its line: a page's number only where the page is known to end.</summary>
    public static bool IsBareNumber(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line.Length is 0 or > 4) return false;
        foreach (var c in line)
            if (!Characters.IsDigit(c)) return false;
        return true;
    }

    private static bool IsDecorated(ReadOnlySpan<char> line)
    {
        int marks = 0, groups = 0, digits = 0;
        var inDigits = false;
        foreach (var c in line)
        {
            if (Characters.IsDigit(c))
            {
                if (!inDigits) groups++;
                inDigits = true;
                digits++;
                continue;
            }
            inDigits = false;
            if (IsMark(c)) marks++;
            else if (!char.IsWhiteSpace(c)) return false;
        }
        return groups == 1 && digits <= 4 && marks > 0 && (IsMark(line[0]) || marks > 1);
    }

    private static bool IsNamed(ReadOnlySpan<char> line)
    {
        if (line[0] != '第' && line[0] != '共') return false;
        int digits = 0, pages = 0;
        foreach (var c in line)
        {
            if (Characters.IsDigit(c)) digits++;
            else if (c == '页') pages++;
            else if (c is not ('第' or '共' or '/' or '，' or ',' or '、') && !char.IsWhiteSpace(c)) return false;
        }
        return digits > 0 && pages > 0;
    }

    private static bool IsMark(char c) => c is '·' or '•' or '・' or '．' or '.' or '—' or '–' or '-' or '－' or '―' or '~' or '～' or '─' or '|' or '/' or '*';
}
