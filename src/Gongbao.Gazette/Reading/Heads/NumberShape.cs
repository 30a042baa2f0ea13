using System.Text;

namespace Gongbao.Gazette.Reading;

/// <summary>
/// A document number (发文字号) alone on its line, in every bracket and digit form: body code, year in brackets, number, 号.
/// </summary>
internal static class NumberShape
{
    private const int LongestLine = 48;
    private const string Opening = "〔[［(（【﹝";
    private const string Closing = "〕]］)）】﹞";

    public static bool IsNumber(ReadOnlySpan<char> line) => Normalise(line) is not null;

    /// <summary>The number in its usual form, 清府发〔2024〕3号; null when the line is something else.</summary>
    public static string? Normalise(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line.Length is < 7 or > LongestLine || line[^1] is not ('号' or '）' or ')')) return null;
        var text = Characters.Compact(line).AsSpan();
        if (text[^1] is ')' or '）' && text[0] is '(' or '（') text = text[1..^1];
        var at = 0;
        while (at < text.Length && Characters.IsIdeograph(text[at])) at++;
        return at is < 1 or > 20 ? null : YearAndNumber(text[at..]) is { } rest ? string.Concat(text[..at], rest) : null;
    }

    /// <summary>The part behind the body code, which may stand on a line of its own: 〔2024〕3号.</summary>
    public static string? YearAndNumber(ReadOnlySpan<char> text)
    {
        if (text.Length < 7 || !Opening.Contains(text[0]) || !Closing.Contains(text[5]) || text[^1] != '号') return null;
        var year = Digits(text[1..5]);
        var number = text[6..^1];
        if (number.Length > 0 && number[0] == '第') number = number[1..];
        var digits = number.Length is 0 or > 6 ? null : Digits(number);
        return year is null || digits is null ? null : $"〔{year}〕{digits}号";
    }

    private static string? Digits(ReadOnlySpan<char> text)
    {
        var digits = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!Characters.IsDigit(c)) return null;
            digits.Append((char)('0' + Characters.DigitValue(c)));
        }
        return digits.ToString();
    }
}
