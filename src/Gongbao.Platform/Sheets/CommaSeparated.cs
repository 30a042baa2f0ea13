using System.Text;

namespace Gongbao.Platform.Sheets;

/// <summary>Reads words separated by commas, semicolons or tabs (RFC 4180): whichever the first line has most of.</summary>
internal static class CommaSeparated
{
    /// <param name="text">The words.</param>
    /// <param name="faults">Takes the cells that are too long.</param>
    /// <returns>The rows that hold something, each with the number of the line on which it begins.</returns>
    public static List<SheetRow> Rows(string text, List<SheetFault> faults)
    {
        var first = text.AsSpan()[..(text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length)];
        var separator = ',';
        foreach (var c in ";\t")
            if (first.Count(c) > first.Count(separator)) separator = c;

        var rows = new List<SheetRow>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (quoted, line, begun) = (false, 1, 1);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n') line++;
            if (quoted)
            {
                if (c != '"') Add(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') Add(text[i++]);
                else quoted = false;
            }
            else if (c == '"' && cell.Length == 0) quoted = true;
            else if (c == separator) EndCell();
            else if (c == '\n') EndRow();
            else if (c != '\r') Add(c);
        }
        EndRow();
        return rows;

        void Add(char c)
        {
            if (cell.Length < SheetFile.MostCell) cell.Append(c);
            else if (faults.Count == 0 || faults[^1] != SheetFile.TooLong(begun, cells.Count)) faults.Add(SheetFile.TooLong(begun, cells.Count));
        }

        void EndCell()
        {
            if (cells.Count < SheetFile.MostColumns) cells.Add(cell.ToString().Trim());
            cell.Clear();
        }

        void EndRow()
        {
            EndCell();
            var row = new SheetRow(begun, [.. cells]);
            if (!row.IsBlank) rows.Add(row);
            if (rows.Count > SheetFile.MostRows) throw SheetFile.TooManyRows();
            cells.Clear();
            begun = line;
        }
    }
}
