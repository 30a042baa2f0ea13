using System.Xml;
using Gongbao.Gazette.Reading;
using Gongbao.Platform.Packages;

namespace Gongbao.Gazette.Ingest;

/// <summary>
/// Reads a table of a DOCX with its merged cells. A table inside a cell is not a table of its own: its words belong to the cell.
/// </summary>
internal sealed class DocxTable(LayoutWriter writer, DocxReport report, CellSigns signs, Action<XmlReader> block)
{
    private readonly List<Cell> _cells = [];
    private readonly Dictionary<int, Cell> _open = [];
    private int _row;
    private int _columns;
    private int _headRows;
    private bool _isNested;
    private bool _isNamed;
    private int _stub;

    private sealed class Cell(int row, int column, int span, int fromLine)
    {
        public int Row => row;
        public int Column => column;
        public int Span => span;
        public int Rows { get; set; } = 1;
        public int FromLine => fromLine;
        public int ToLine { get; set; }
        public bool IsField { get; set; }
    }

    public void Read(XmlReader xml, bool isNested)
    {
        _isNested = isNested;
        Rows(xml);
    }

    public KnownGrid Grid() => new(_row, _columns, [.. _cells.Select(c => new KnownCell(c.Row, c.Column, c.Rows, c.Span, c.FromLine, c.ToLine))], _headRows)
    {
        Stub = _isNamed ? _stub : null,
        IsForm = _columns == 2 && _cells.Count == 2 * _row && _cells.TrueForAll(c => c.IsField == (c.Column == 1) && (c.Column == 1 || c.FromLine < c.ToLine)),
    };

    private void Rows(XmlReader xml)
    {
        if (xml.Inside() is not { } depth) return;
        while (xml.NextChild(depth))
        {
            if (xml.LocalName == "tr") Row(xml);
            else if (xml.LocalName is "tblPr" or "tblGrid" or "Fallback" or "sdtPr") xml.Pass();
            else Rows(xml);
        }
    }

    private void Row(XmlReader xml)
    {
        if (xml.Inside() is not { } depth) return;
        var column = 0;
        var any = false;
        while (xml.NextChild(depth))
        {
            if (xml.LocalName == "trPr")
            {
                var (before, isDeleted, isHead) = RowProperties(xml);
                if (isDeleted)
                {
                    report.Deleted(writer);
                    while (xml.NextChild(depth)) xml.Pass();
                    return;
                }
                column += before;
                if (isHead && _headRows == _row) _headRows++;
            }
            else any |= Cells(xml, ref column);
        }
        if (!any) return;
        _columns = Math.Max(_columns, column);
        _row++;
        if ((long)_row * _columns > IngestLimits.Cells || _columns > IngestLimits.Columns)
            throw new UnreadableFile("table-too-large", $"文件里有一张表超过 {IngestLimits.Cells / 10_000} 万格或 {IngestLimits.Columns} 列，超过读入的上限；请把这张表分开后再读。");
    }

    private bool Cells(XmlReader xml, ref int column)
    {
        if (xml.LocalName == "tc") return ReadCell(xml, ref column);
        if (xml.LocalName is "tblPrEx" or "sdtPr" or "Fallback" || xml.Inside() is not { } depth)
        {
            xml.Pass();
            return false;
        }
        var any = false;
        while (xml.NextChild(depth)) any |= Cells(xml, ref column);
        return any;
    }

    private static (int Before, bool IsDeleted, bool IsHead) RowProperties(XmlReader xml)
    {
        var (before, isDeleted, isHead) = (0, false, false);
        if (xml.Inside() is { } depth)
            while (xml.NextChild(depth))
            {
                if (xml.LocalName == "gridBefore") before = Math.Clamp(xml.Number() ?? 0, 0, IngestLimits.Columns);
                if (xml.LocalName == "del") isDeleted = true;
                if (xml.LocalName == "tblHeader") isHead = xml.IsOn();
                xml.Pass();
            }
        return (before, isDeleted, isHead);
    }

    private bool ReadCell(XmlReader xml, ref int column)
    {
        var (at, span, goesOn) = (column, 1, false);
        var from = writer.NextLine;
        signs.Clear();
        if (xml.Inside() is { } depth)
            while (xml.NextChild(depth))
            {
                if (xml.LocalName == "tcPr") (span, goesOn) = CellProperties(xml);
                else block(xml);
            }
        column += span;
        if (_isNested) return true;
        _isNamed |= signs.IsNamed;
        if (signs.IsGroup) _stub = Math.Max(_stub, column);
        if (goesOn && writer.NextLine == from && _open.TryGetValue(at, out var above) && above.Row + above.Rows == _row && above.Span == span)
        {
            above.Rows++;
            return true;
        }
        var cell = new Cell(_row, at, span, from) { ToLine = writer.NextLine, IsField = signs.IsField };
        _cells.Add(cell);
        _open[at] = cell;
        return true;
    }

    private static (int Span, bool GoesOn) CellProperties(XmlReader xml)
    {
        var (span, goesOn) = (1, false);
        if (xml.Inside() is { } depth)
            while (xml.NextChild(depth))
            {
                if (xml.LocalName == "gridSpan") span = Math.Clamp(xml.Number() ?? 1, 1, IngestLimits.Columns);
                if (xml.LocalName == "vMerge") goesOn = xml.Value() is null or "continue";
                xml.Pass();
            }
        return (span, goesOn);
    }
}
