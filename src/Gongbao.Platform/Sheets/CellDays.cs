using System.Globalization;
using System.Text;
using System.Xml;

namespace Gongbao.Platform.Sheets;

/// <summary>Which formats of a workbook show a number as a day (ECMA-376 18.8.30), and how each says it: 2023年8月31日, 2023年8月, 8月31日.</summary>
internal sealed class CellDays
{
    private const int MostFormats = 65_000;

    /// <summary>The day behind which the counting of the older system leaves out the one that never was (29 February 1900).</summary>
    private const int NoSuchDay = 60;

    private readonly List<string?> _patterns = [];
    private readonly bool _from1904;

    private CellDays(bool from1904) => _from1904 = from1904;

    /// <param name="styles">The part of styles; null where there is none.</param>
    /// <param name="from1904">Whether days are counted from 1904.</param>
    public static CellDays Read(XmlReader? styles, bool from1904)
    {
        var days = new CellDays(from1904);
        using var xml = styles;
        var (codes, inside) = (new Dictionary<int, string>(), false);
        while (xml?.Read() is true)
        {
            if (xml.LocalName == "cellXfs") inside = xml.NodeType is XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.NodeType is not XmlNodeType.Element) continue;
            if (xml.LocalName == "numFmt" && Number(xml.GetAttribute("numFmtId")) is { } id && xml.GetAttribute("formatCode") is { Length: < 400 } code && codes.Count < MostFormats) codes[id] = code;
            if (inside && xml.LocalName == "xf" && days._patterns.Count < MostFormats) days._patterns.Add(Number(xml.GetAttribute("numFmtId")) is { } format ? codes.TryGetValue(format, out var own) ? Pattern(own) : Pattern(format) : null);
        }
        return days;
    }

    /// <summary>The day that a number shows; null where its format shows no day.</summary>
    /// <param name="value">As it is kept.</param>
    /// <param name="style">Number of the cell's format.</param>
    public string? Say(string value, string? style)
    {
        if (Number(style) is not { } at || at >= _patterns.Count || _patterns[at] is not { } pattern) return null;
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) || serial is not (>= 1 and < 2_958_466)) return null;
        var first = _from1904 ? new DateTime(1904, 1, 1) : serial < NoSuchDay ? new DateTime(1899, 12, 31) : new DateTime(1899, 12, 30);
        return first.AddDays(Math.Floor(serial)).ToString(pattern, CultureInfo.InvariantCulture);
    }

    /// <summary>The formats that have no code in the file, as a Chinese office program shows them.</summary>
    private static string? Pattern(int format) => format switch
    {
        14 or 15 or 22 or 30 or 31 => Day,
        17 or 27 or 36 or 50 or 52 or 57 => Month,
        16 or 28 or 29 or 51 or 53 or 54 or 58 => DayOfYear,
        _ => null,
    };

    private static string? Pattern(string code)
    {
        var bare = Bare(code);
        if (bare is "general" or "standard") return null;
        var (hasYear, hasDay) = (bare.Contains('y') || bare.Contains('e') && bare.Contains('m'), bare.Contains('d'));
        return (hasYear, hasDay) switch
        {
            (true, true) => Day,
            (true, false) => Month,
            (false, true) when bare.Contains('m') => DayOfYear,
            _ => null,
        };
    }

    /// <summary>The first part of a code without words, colours and places.</summary>
    private static string Bare(string code)
    {
        var bare = new StringBuilder();
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            if (code[i] is '"' or '[')
            {
                var end = code.IndexOf(code[i] == '"' ? '"' : ']', i + 1);
                if (end < 0) break;
                i = end;
            }
            else if (code[i] is '\\' or '_' or '*') i++;
            else bare.Append(char.ToLowerInvariant(code[i]));
        }
        return bare.ToString().Trim();
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private const string Day = "yyyy年M月d日";
    private const string Month = "yyyy年M月";
    private const string DayOfYear = "M月d日";
}
