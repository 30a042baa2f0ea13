using Gongbao.Gazette.Generating.Words;

namespace Gongbao.Gazette.Generating.Composing;

/// <summary>What the documents of one issue share.</summary>
internal sealed record Setting(CityWords City, Defects Defects, int Year)
{
    private readonly Dictionary<string, int> _last = [];

    public bool Has(Defects defect) => (Defects & defect) != 0;

    /// <summary>The next number of a series (发文字号的序号); numbers are left out at times, as other documents took them.</summary>
    public int NextNumber(string code, Dice dice) => _last[code] = _last.GetValueOrDefault(code) + dice.Between(1, 3);
}

/// <summary>Chinese numerals of clause labels (序号).</summary>
internal static class Numerals
{
    private const string Digits = "零一二三四五六七八九";

    /// <remarks><c>n</c>: 1 to 99.</remarks>
    public static string Of(int n) => n switch
    {
        < 10 => Digits[n].ToString(),
        10 => "十",
        < 20 => "十" + Digits[n - 10],
        _ => Digits[n / 10] + "十" + (n % 10 == 0 ? "" : Digits[n % 10].ToString()),
    };
}
