using System.Text;

namespace Gongbao.Kernel.Clauses;

/// <summary>Chinese numerals (中文数字) as headings, articles and periods use them, 0 to 9999, both ways.</summary>
/// <source>《党政机关公文格式》GB/T 9704—2012 7.3.3; 《立法技术规范（试行）（一）》</source>
public static class ChineseNumerals
{
    /// <summary>The largest number that is written or read.</summary>
    public const int Largest = 9999;

    private const string Digits = "零一二三四五六七八九";
    private const string Units = "千百十";
    private const int LongestNumeral = 9;

    /// <summary>True for a character that a numeral may hold.</summary>
    public static bool IsNumeral(char c) => ValueOf(c) >= 0 || Units.Contains(c) || c is '廿' or '卅';

    /// <summary>
    /// Reads 三, 十, 二十一, 廿一, 一百零五, 一千〇二十, and digits written one after another as years are (二〇二三).
    /// </summary>
    /// <returns>False for anything else, also for digits of two systems mixed.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        if (text.Length is 0 or > LongestNumeral) return false;
        return text.IndexOfAny("千百十廿卅") < 0 ? Positional(text, out value) : WithUnits(text, out value);
    }

    /// <summary>Writes 3 as 三, 10 as 十, 21 as 二十一, 105 as 一百零五.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0 or above 9999.</exception>
    public static string Format(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Largest);
        if (value < 10) return Digits[value].ToString();
        if (value < 20) return value == 10 ? "十" : $"十{Digits[value - 10]}";

        var text = new StringBuilder(LongestNumeral);
        var gap = false;
        for (var (unit, index) = (1000, 0); unit > 0; unit /= 10, index++)
        {
            var digit = value / unit % 10;
            if (digit == 0)
            {
                gap = text.Length > 0;
                continue;
            }
            if (gap) text.Append('零');
            gap = false;
            text.Append(Digits[digit]);
            if (index < Units.Length) text.Append(Units[index]);
        }
        return text.ToString();
    }

    private static bool Positional(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        if (text.Length > 4) return false;
        foreach (var c in text)
        {
            var digit = ValueOf(c);
            if (digit < 0) return false;
            value = value * 10 + digit;
        }
        return true;
    }

    private static bool WithUnits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        int digit = -1, last = 10_000;
        foreach (var c in text)
        {
            if (ValueOf(c) is >= 0 and var read)
            {
                if (digit > 0) return false;
                digit = read;
                continue;
            }
            var unit = c switch { '千' => 1000, '百' => 100, '十' or '廿' or '卅' => 10, _ => 0 };
            if (unit == 0 || unit >= last || (digit == 0 && value == 0) || (unit > 10 && digit < 1)) return false;
            if (c is '廿' or '卅' && digit > 0) return false;
            value += unit * (c switch { '廿' => 2, '卅' => 3, _ => digit < 1 ? 1 : digit });
            (digit, last) = (-1, unit);
        }
        if (digit > 0) value += digit;
        return digit != 0;
    }

    private static int ValueOf(char c) => c switch
    {
        '〇' or '○' => 0,
        '两' => 2,
        _ => Digits.IndexOf(c),
    };
}
