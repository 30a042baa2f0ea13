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
        if (IsRun(words)) words = "'" + words;
        return words.AsSpan().ContainsAny("\",\r\n") ? $"\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : words;
    }

    /// <summary>Whether a spreadsheet would run the words as a formula.</summary>
    /// <param name="words">Not empty.</param>
    public static bool IsRun(string words) => words[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' || char.IsControl(words[0]);

    /// <summary>The words of a cell that <see cref="Cell"/> kept from being run, as they were.</summary>
    public static string Plain(string cell) => cell is ['\'', _, ..] && IsRun(cell[1..]) ? cell[1..] : cell;

    /// <param name="heads">The first line.</param>
    /// <param name="rows">A cell for each head; null where there is nothing to say.</param>
    public static byte[] Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string?>> rows)
    {
        var text = new StringBuilder().AppendJoin(',', heads.Select(Cell)).Append("\r\n");
        foreach (var row in rows) text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }
}
