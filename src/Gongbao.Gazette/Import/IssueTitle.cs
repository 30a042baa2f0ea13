using System.Text.RegularExpressions;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Import;

/// <summary>
/// What an issue is called: as its cover prints it (某某市人民政府公报 2023年第4期), else, of one document, as the document is called; else the year and
/// month of its file name, else the file's name.
/// </summary>
internal static partial class IssueTitle
{
    /// <param name="reading">As read.</param>
    /// <param name="only">What its only document is called; null where there are several, or where no title was read.</param>
    public static string Of(GazetteReading reading, string? only) => OnCover(reading) ?? only ?? InFileName(reading) ?? Path.GetFileNameWithoutExtension(reading.Source.Name);

    /// <summary>Whether cover or file name says that it is an issue.</summary>
    public static bool IsSaid(GazetteReading reading) => OnCover(reading) is not null || InFileName(reading) is not null;

    private static string? OnCover(GazetteReading reading)
    {
        var cover = reading.Around.Where(n => n.Kind is NodeKind.Cover).Select(n => n.Text).FirstOrDefault(t => t.Contains("公报", StringComparison.Ordinal));
        return cover is not null && Number().Match(cover) is { Success: true } number ? $"政府公报 {number.Value}" : null;
    }

    private static string? InFileName(GazetteReading reading) => YearAndMonth().Match(Path.GetFileNameWithoutExtension(reading.Source.Name)) is { Success: true } m
        ? $"政府公报 {m.Groups[1].Value}年第{int.Parse(m.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture)}期"
        : null;

    [GeneratedRegex(@"\d{4}\s*年\s*第\s*\d{1,3}\s*期")]
    private static partial Regex Number();

    [GeneratedRegex(@"(20\d\d)[-_.](\d{1,2})$")]
    private static partial Regex YearAndMonth();
}
