using System.Text;
using Gongbao.Gazette.Generating.Printing;
using Gongbao.Gazette.Ingest;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Generating.Amending;

/// <summary>Takes a document line by line and gives it as printed pages do or, where it has a table whose cells are known, as a file does.</summary>
/// <param name="width">How many characters a line holds; 0 for lines that are not broken.</param>
/// <param name="indented">Whether the indent of paragraphs is kept, which words taken out of printed pages have often lost.</param>
/// <param name="tables">How tables come out.</param>
internal sealed class Sheet(int width, bool indented, TablePrint tables)
{
    /// <summary>How many characters the widest cell of a table holds where each is printed on lines of its own.</summary>
    private const int CellWidth = 20;
    private const string Indent = "　　";
    private readonly List<object> _parts = [];

    public void Line(string words) => _parts.Add(words);

    /// <summary>Running text; each line of it a paragraph.</summary>
    public void Paragraph(string words)
    {
        foreach (var paragraph in words.Split('\n')) _parts.Add(new Running(paragraph));
    }

    /// <summary>A table whose cells the file gives.</summary>
    public void Grid(IReadOnlyList<IReadOnlyList<string>> rows) => _parts.Add(rows);

    public SourceText Done(string name) => tables is TablePrint.Cells && _parts.Exists(p => p is IReadOnlyList<IReadOnlyList<string>>) ? AsFile(name) : SourceText.Of(AsPrinted());

    private string AsPrinted()
    {
        var (text, lead) = (new StringBuilder(), indented ? Indent : "");
        foreach (var part in _parts)
        {
            if (part is IReadOnlyList<IReadOnlyList<string>> rows)
            {
                foreach (var row in rows)
                {
                    if (tables is not TablePrint.CellALine) text.AppendJoin('　', row.Where(c => c.Length > 0)).Append('\n');
                    else foreach (var line in row.Where(c => c.Length > 0).SelectMany(c => Typesetter.Break(c, CellWidth, 0))) text.Append(line).Append('\n');
                }
            }
            else if (part is not Running running) text.Append(part).Append('\n');
            else if (width == 0) text.Append(lead).Append(running.Words).Append('\n');
            else foreach (var (line, i) in Typesetter.Break(running.Words, width, Indent.Length).Select((l, i) => (l, i))) text.Append(i == 0 ? lead : "").Append(line).Append('\n');
        }
        return text.ToString();
    }

    private SourceText AsFile(string name)
    {
        var writer = new LayoutWriter();
        foreach (var part in _parts)
        {
            if (part is not IReadOnlyList<IReadOnlyList<string>> rows)
            {
                writer.Paragraph(part is Running running ? running.Words : (string)part);
                continue;
            }
            var cells = new List<KnownCell>();
            writer.BeginGrid();
            for (var row = 0; row < rows.Count; row++)
            {
                for (var column = 0; column < rows[row].Count; column++)
                {
                    var from = writer.NextLine;
                    writer.Paragraph(rows[row][column]);
                    cells.Add(new(row, column, 1, 1, from, writer.NextLine));
                }
            }
            writer.EndGrid(new(rows.Count, rows[0].Count, cells));
        }
        return writer.Done(name + ".docx", Encoding.UTF8.GetBytes(name), "docx");
    }

    private sealed record Running(string Words);
}

/// <summary>How the table of a list comes out of a file or of print.</summary>
internal enum TablePrint
{
    /// <summary>The file knows its cells.</summary>
    Cells,

    /// <summary>Each row is a line.</summary>
    RowALine,

    /// <summary>Each cell has lines of its own.</summary>
    CellALine,
}
