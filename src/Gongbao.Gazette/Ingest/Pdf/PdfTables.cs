using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Ingest;

/// <summary>Writes the ruled tables of a PDF cell by cell, and joins those that run over pages.</summary>
internal sealed class PdfTables(LayoutWriter writer)
{
    private readonly List<KnownCell> _cells = [];
    private PdfTable? _last;
    private int _index;
    private int _rows;

    /// <summary>A table goes on where the one on the page before has the same columns.</summary>
    /// <param name="table">On the page at hand.</param>
    /// <param name="glyphs">The letters inside it.</param>
    /// <param name="mayGoOn">Whether nothing but page furniture can stand between it and the table before.</param>
    public void Write(PdfTable table, List<PdfGlyph> glyphs, bool mayGoOn)
    {
        var goesOn = mayGoOn && _last is { } last && table.HasColumnsOf(last);
        if (goesOn) writer.ResumeGrid(_index);
        else
        {
            End();
            _index = writer.BeginGrid();
        }
        if (goesOn) writer.Doubt("source.tables", "这张表跨页，这一页的首行可能接上一页的末行，合并的单元格也可能被分开，请对照原文件核对。", writer.NextLine);
        var at = glyphs.ToLookup(g => table.PlaceOf((g.Left + g.Right) / 2, g.Base + g.Size / 3));
        foreach (var cell in table.Cells())
        {
            var from = writer.NextLine;
            var own = new List<PdfGlyph>();
            for (var row = cell.Row; row < cell.Row + cell.RowSpan; row++)
                for (var column = cell.Column; column < cell.Column + cell.ColumnSpan; column++) own.AddRange(at[(row, column)]);
            foreach (var line in PdfRow.Of(own)) writer.Paragraph(line.Text(double.NegativeInfinity, double.PositiveInfinity));
            _cells.Add(new(_rows + cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, from, writer.NextLine));
        }
        _rows += table.Rows;
        _last = table;
        writer.PauseGrid();
    }

    /// <summary>No page has more of the table.</summary>
    public void End()
    {
        if (_last is { } last) writer.EndGrid(new(_rows, last.Columns, [.. _cells]), _index);
        _last = null;
        _rows = 0;
        _cells.Clear();
    }
}
