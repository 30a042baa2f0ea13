using System.Globalization;
using System.Text;

namespace Gongbao.Gazette.Ingest;

/// <summary>Writes a count in one of the number formats of word processors (编号格式).</summary>
/// <remarks>ECMA-376 part 1, 17.18.59 ST_NumberFormat.</remarks>
internal static class NumberFormat
{
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";
    private const string Iroha = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン";
    private const string NarrowIroha = "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ";
    private const string NarrowAiueo = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ";
    private const string Aiueo = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";

    /// <param name="format">Name of the format; an unknown one counts in decimal figures.</param>
    /// <param name="value">The count. What a format cannot write is written in decimal figures.</param>
    public static string Write(string format, int value) => format switch
    {
        "none" => "",
        "decimalZero" => value is >= 0 and < 10 ? "0" + Figures(value) : Figures(value),
        "upperLetter" => Letters(value, 'A'),
        "lowerLetter" => Letters(value, 'a'),
        "upperRoman" => Roman(value),
        "lowerRoman" => Roman(value).ToLowerInvariant(),
        "chineseCounting" or "chineseCountingThousand" or "taiwaneseCountingThousand" or "taiwaneseCounting" => ChineseCount.Write(value, ChineseCount.Plain),
        "japaneseCounting" => ChineseCount.Write(value, ChineseCount.Japanese),
        "chineseLegalSimplified" => ChineseCount.Write(value, ChineseCount.Capital),
        "ideographLegalTraditional" => ChineseCount.Write(value, ChineseCount.CapitalTraditional),
        "japaneseLegal" => ChineseCount.Write(value, ChineseCount.CapitalJapanese),
        "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" => Digits(value, "〇一二三四五六七八九"),
        "decimalFullWidth" or "decimalFullWidth2" => Digits(value, "０１２３４５６７８９"),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => Circled(value),
        "decimalEnclosedParen" => value is >= 1 and <= 20 ? Char('⑴', value) : Figures(value),
        "decimalEnclosedFullstop" => value is >= 1 and <= 20 ? Char('⒈', value) : Figures(value),
        "ideographEnclosedCircle" => value is >= 1 and <= 10 ? Char('㊀', value) : Figures(value),
        "ideographTraditional" => OneOf(value, Stems),
        "ideographZodiac" => OneOf(value, Branches),
        "ideographZodiacTraditional" => value is >= 1 and <= 60 ? $"{Stems[(value - 1) % 10]}{Branches[(value - 1) % 12]}" : Figures(value),
        "iroha" => OneOf(value, NarrowIroha),
        "irohaFullWidth" => OneOf(value, Iroha),
        "aiueo" => OneOf(value, NarrowAiueo),
        "aiueoFullWidth" => OneOf(value, Aiueo),
        "numberInDash" => $"- {Figures(value)} -",
        "hex" => value >= 0 ? value.ToString("X", CultureInfo.InvariantCulture) : Figures(value),
        "ordinal" => Figures(value) + (value % 100 is >= 11 and <= 13 ? "th" : (value % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" }),
        ['0', ..] => value.ToString(CultureInfo.InvariantCulture).PadLeft(format.Length + 1, '0'),
        _ => Figures(value),
    };

    public static string Figures(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A … Z, AA, BB … ZZ, AAA: the letter is repeated.</summary>
    private static string Letters(int value, char first) =>
        value is >= 1 and <= 780 ? new((char)(first + (value - 1) % 26), (value - 1) / 26 + 1) : value == 0 ? "" : Figures(value);

    private static string Roman(int value)
    {
        if (value is < 1 or > 3999) return value == 0 ? "" : Figures(value);
        var text = new StringBuilder(16);
        foreach (var (worth, word) in Romans)
            for (; value >= worth; value -= worth) text.Append(word);
        return text.ToString();
    }

    private static readonly (int Worth, string Word)[] Romans =
        [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

    private static string Digits(int value, string digits) =>
        string.Concat(Figures(value).Select(c => char.IsAsciiDigit(c) ? digits[c - '0'] : c));

    private static string Circled(int value) => value switch
    {
        0 => "⓪",
        >= 1 and <= 20 => Char('①', value),
        >= 21 and <= 35 => Char('㉑', value - 20),
        >= 36 and <= 50 => Char('㊱', value - 35),
        _ => Figures(value),
    };

    private static string Char(char first, int value) => ((char)(first + value - 1)).ToString();

    private static string OneOf(int value, string words) => value >= 1 && value <= words.Length ? words[value - 1].ToString() : Figures(value);
}
