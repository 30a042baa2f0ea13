using System.Text.RegularExpressions;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Import;

/// <summary>What an issue is called: as its cover prints it (某某市人民政府公报 2023年第4期), else the year and month of its file name, else the file's name.</summary>
internal static partial class IssueTitle
{
    public static string Of(GazetteReading reading) => Find(reading) ?? Path.GetFileNameWithoutExtension(reading.Source.Name);

    /// <returns>Null where neither cover nor file name says that it is an issue.</returns>
    public static string? Find(GazetteReading reading)
    {
        var cover = reading.Around.Where(n => n.Kind is NodeKind.Cover).Select(n => n.Text).FirstOrDefault(t => t.Contains("公报", StringComparison.Ordinal));
        if (cover is not null && Number().Match(cover) is { Success: true } number) return $"政府公报 {number.Value}";
        var name = Path.GetFileNameWithoutExtension(reading.Source.Name);
        return YearAndMonth().Match(name) is { Success: true } m
            ? $"政府公报 {m.Groups[1].Value}年第{int.Parse(m.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture)}期"
            : null;
    }

    [GeneratedRegex(@"\d{4}\s*年\s*第\s*\d{1,3}\s*期")]
    private static partial Regex Number();

    [GeneratedRegex(@"(20\d\d)[-_.](\d{1,2})$")]
    private static partial Regex YearAndMonth();
}
