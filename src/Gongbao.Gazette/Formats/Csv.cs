namespace Gongbao.Gazette.Formats;

/// <summary>Cells of comma-separated tables.</summary>
internal static class Csv
{
    /// <summary>
    /// A cell by RFC 4180. Words that a spreadsheet would run as a formula (those that begin with = + - @ or a control character) get an
    /// apostrophe before them.
    /// </summary>
    public static string Cell(string? words)
    {
        if (string.IsNullOrEmpty(words)) return "";
        if (words[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' || char.IsControl(words[0])) words = "'" + words;
        return words.AsSpan().ContainsAny("\",\r\n") ? $"\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : words;
    }
}
