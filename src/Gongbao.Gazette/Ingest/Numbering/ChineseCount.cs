using System.Text;

namespace Gongbao.Gazette.Ingest;

/// <summary>The words that a Chinese count is made of.</summary>
/// <param name="Digits">From zero to nine.</param>
/// <param name="Ten">十, and for a hundred and a thousand likewise.</param>
/// <param name="Hundred">百</param>
/// <param name="Thousand">千</param>
/// <param name="TenThousand">万</param>
/// <param name="OneBeforeTen">Whether ten is 一十 at the head too, as in amounts of money (壹拾).</param>
/// <param name="Zeroes">Whether a place left out in the middle is spoken: 一百零一, but in Japanese 百一.</param>
/// <param name="OneBeforeHundred">Whether one hundred is 一百: not so in Japanese.</param>
internal sealed record CountWords(string Digits, char Ten, char Hundred, char Thousand, char TenThousand, bool OneBeforeTen, bool Zeroes, bool OneBeforeHundred);

/// <summary>Counts in Chinese numerals: 一, 十一, 二十, 一百零一.</summary>
internal static class ChineseCount
{
    public static readonly CountWords Plain = new("零一二三四五六七八九", '十', '百', '千', '万', false, true, true);
    public static readonly CountWords Capital = new("零壹贰叁肆伍陆柒捌玖", '拾', '佰', '仟', '万', true, true, true);
    public static readonly CountWords CapitalTraditional = new("零壹貳參肆伍陸柒捌玖", '拾', '佰', '仟', '萬', true, true, true);
    public static readonly CountWords Japanese = new("〇一二三四五六七八九", '十', '百', '千', '万', false, false, false);
    public static readonly CountWords CapitalJapanese = new("零壱弐参四伍六七八九", '拾', '百', '阡', '萬', true, false, true);

    public static string Write(int value, CountWords words)
    {
        if (value is < 0 or > 99_999_999) return NumberFormat.Figures(value);
        if (value == 0) return words.Digits[..1];
        var text = new StringBuilder(16);
        var (high, low) = (value / 10_000, value % 10_000);
        if (high > 0)
        {
            Append(high, words, text);
            text.Append(words.TenThousand);
            if (low is > 0 and < 1000 && words.Zeroes) text.Append(words.Digits[0]);
        }
        Append(low, words, text);
        return text.ToString();
    }

    private static void Append(int value, CountWords words, StringBuilder text)
    {
        var (owed, started) = (false, false);
        foreach (var (worth, unit) in ((int, char)[])[(1000, words.Thousand), (100, words.Hundred), (10, words.Ten), (1, '\0')])
        {
            var digit = value / worth % 10;
            if (digit == 0)
            {
                owed = started;
                continue;
            }
            if (owed && words.Zeroes) text.Append(words.Digits[0]);
            if (digit > 1 || worth == 1 || SaysOne(worth, text.Length == 0, words)) text.Append(words.Digits[digit]);
            if (unit != '\0') text.Append(unit);
            (owed, started) = (false, true);
        }
    }

    private static bool SaysOne(int worth, bool isFirst, CountWords words) =>
        words.OneBeforeTen || words.OneBeforeHundred && (worth > 10 || !isFirst);
}
