namespace Gongbao.Gazette.Reading;

/// <summary>Values of Chinese numerals as headings and dates use them, 1 to 999.</summary>
internal static class Ordinals
{
    private const string Digits = "零一二三四五六七八九";

    /// <returns>Null when the words are no numeral.</returns>
    public static int? Chinese(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 7) return null;
        int total = 0, digit = 0, unit = 1000;
        foreach (var c in text)
        {
            var value = c == '〇' ? 0 : c == '两' ? 2 : Digits.IndexOf(c);
            if (value >= 0)
            {
                if (digit > 0) return null;
                digit = value;
                continue;
            }
            var next = c switch { '十' or '廿' => 10, '百' => 100, _ => 0 };
            if (next == 0 || next >= unit) return null;
            total += (digit == 0 ? 1 : digit) * (c == '廿' ? 20 : next);
            (digit, unit) = (0, next);
        }
        total += digit;
        return total > 0 ? total : null;
    }
}
