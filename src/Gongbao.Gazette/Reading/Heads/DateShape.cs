namespace Gongbao.Gazette.Reading;

/// <summary>A full date alone on its line, in Arabic or Chinese figures, white space anywhere inside.</summary>
internal static class DateShape
{
    private const int LongestLine = 32;
    private const string ChineseDigits = "〇一二三四五六七八九";

    public static bool TryRead(ReadOnlySpan<char> line, out DateOnly date)
    {
        date = default;
        line = line.TrimEnd();
        if (line.Length is < 8 or > LongestLine || line[^1] is not ('日' or '号')) return false;
        var text = Characters.Compact(line);
        int y = text.IndexOf('年'), m = text.IndexOf('月'), d = text.Length - 1;
        if (y < 4 || m <= y + 1 || d <= m + 1 || text[d] is not ('日' or '号')) return false;
        if (Year(text.AsSpan(0, y)) is not { } year || Small(text.AsSpan(y + 1, m - y - 1)) is not { } month || Small(text.AsSpan(m + 1, d - m - 1)) is not { } day)
            return false;
        if (month is < 1 or > 12 || day < 1 || year is < 1900 or > 2200 || day > DateTime.DaysInMonth(year, month)) return false;
        date = new(year, month, day);
        return true;
    }

    private static int? Year(ReadOnlySpan<char> text)
    {
        if (text.Length != 4) return null;
        var value = 0;
        foreach (var c in text)
        {
            var digit = Characters.IsDigit(c) ? Characters.DigitValue(c) : c is '○' or '零' or 'Ｏ' or 'O' ? 0 : ChineseDigits.IndexOf(c);
            if (digit < 0) return null;
            value = value * 10 + digit;
        }
        return value;
    }

    private static int? Small(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 3) return null;
        if (!Characters.IsDigit(text[0])) return Ordinals.Chinese(text);
        var value = 0;
        foreach (var c in text)
        {
            if (!Characters.IsDigit(c)) return null;
            value = value * 10 + Characters.DigitValue(c);
        }
        return value;
    }
}
