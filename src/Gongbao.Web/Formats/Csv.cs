using System.Text;

namespace Gongbao.Web.Formats;

/// <summary>Comma-separated tables (RFC 4180), with the mark by which spreadsheets know UTF-8.</summary>
public static class Csv
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

    /// <param name="heads">The first line.</param>
    /// <param name="rows">A cell for each head; null where there is nothing to say.</param>
    public static byte[] Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string?>> rows)
    {
        var text = new StringBuilder().AppendJoin(',', heads.Select(Cell)).Append("\r\n");
        foreach (var row in rows) text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }
}
