using System.Globalization;
using System.Text;
using System.Xml;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Packages;

namespace Gongbao.Platform.Sheets;

/// <summary>
/// Reads the words of the first sheet of a workbook (ECMA-376, SpreadsheetML). Formulas are not worked out: what the program that saved it worked out is
/// read. Days are read as their format shows them. What cells share that are merged downwards stands in each of them.
/// </summary>
internal sealed class Workbook
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    private const int MostNamed = 20;

    private readonly List<SheetRow> _rows = [];
    private readonly List<SheetFault> _faults = [];
    private readonly List<(int First, int Last, int Column)> _merged = [];
    private readonly List<int> _hiddenRows = [];
    private readonly List<int> _hiddenColumns = [];
    private readonly List<string> _shared;
    private readonly CellDays _days;
    private int _formulas;

    private Workbook(List<string> shared, CellDays days) => (_shared, _days) = (shared, days);

    /// <returns>The rows that hold something. Refusal: <c>sheet.not-a-table</c>.</returns>
    /// <exception cref="UnreadableFile">Damaged, or over a bound.</exception>
    public static Result<SheetTable> FirstSheet(byte[] bytes)
    {
        try
        {
            using var package = ZipPackage.Open(bytes, PackageLimits.Usual);
            var sheets = package.Has("xl/workbook.xml") ? Sheets(package, out var from1904) : Nothing(out from1904);
            var first = sheets.FindIndex(s => !s.IsHidden);
            if (first < 0 || PartOf(package, sheets[first].Id) is not { } part || !package.Has(part))
                return new Refusal("sheet.not-a-table", "这个文件不是电子表格；请选择 CSV 或者 XLSX（不是 DOCX、ET 或者压缩包）。");
            var book = new Workbook(SharedWords(package), CellDays.Read(package.Read("xl/styles.xml"), from1904));
            using (var xml = package.Read(part)!) book.Sheet(xml);
            book.FillMerged();
            return new SheetTable(book._rows, [.. book.Notes(sheets, first)], book._faults);
        }
        catch (Exception broken) when (ZipPackage.IsDamage(broken))
        {
            throw UnreadableFile.Damaged("工作表");
        }
    }

    private static List<(string Name, string? Id, bool IsHidden)> Nothing(out bool from1904)
    {
        from1904 = false;
        return [];
    }

    private static List<(string Name, string? Id, bool IsHidden)> Sheets(ZipPackage package, out bool from1904)
    {
        var sheets = new List<(string, string?, bool)>();
        from1904 = false;
        using var book = package.Read("xl/workbook.xml")!;
        while (book.Read())
        {
            if (book is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" }) from1904 = book.GetAttribute("date1904") is "1" or "true";
            if (book is { NodeType: XmlNodeType.Element, LocalName: "sheet" })
                sheets.Add((book.GetAttribute("name") ?? "", book.GetAttribute("id", Relations) ?? book.GetAttribute("id", StrictRelations), book.GetAttribute("state") is "hidden" or "veryHidden"));
            if (sheets.Count > SheetFile.MostColumns) throw SheetFile.TooManyRows();
        }
        return sheets;
    }

    private static string? PartOf(ZipPackage package, string? id)
    {
        using var relations = package.Read("xl/_rels/workbook.xml.rels");
        while (id is not null && relations?.Read() is true)
            if (relations is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && relations.GetAttribute("Id") == id && relations.GetAttribute("Target") is { } target)
                return target.StartsWith('/') ? target[1..] : "xl/" + target;
        return null;
    }

    private static List<string> SharedWords(ZipPackage package)
    {
        var words = new List<string>();
        using var xml = package.Read("xl/sharedStrings.xml");
        while (xml?.Read() is true)
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                words.Add(WordsOf(xml));
                if (words.Count > SheetFile.MostRows * 10) throw SheetFile.TooManyRows();
            }
        return words;
    }

    private void Sheet(XmlReader xml)
    {
        var last = 0;
        while (xml.Read())
        {
            if (xml.NodeType is not XmlNodeType.Element) continue;
            if (xml.LocalName == "col" && xml.GetAttribute("hidden") is "1" or "true" && int.TryParse(xml.GetAttribute("min"), NumberStyles.None, CultureInfo.InvariantCulture, out var column) && column <= SheetFile.MostColumns)
                _hiddenColumns.Add(column - 1);
            if (xml.LocalName == "mergeCell" && _merged.Count <= SheetFile.MostRows) Merge(xml.GetAttribute("ref"));
            if (xml.LocalName != "row") continue;
            last = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : last + 1;
            var isHidden = xml.GetAttribute("hidden") is "1" or "true";
            var row = new SheetRow(last, Cells(xml, last));
            if (row.IsBlank) continue;
            if (isHidden) _hiddenRows.Add(last);
            _rows.Add(row);
            if (_rows.Count > SheetFile.MostRows) throw SheetFile.TooManyRows();
        }
    }

    private List<string> Cells(XmlReader xml, int row)
    {
        var cells = new List<string>();
        if (xml.Inside() is not { } depth) return cells;
        while (xml.NextChild(depth))
        {
            if (xml.LocalName != "c")
            {
                xml.Pass();
                continue;
            }
            var column = Column(xml.GetAttribute("r")) ?? cells.Count;
            var words = Cell(xml, row, column);
            if (column >= SheetFile.MostColumns) continue;
            while (cells.Count <= column) cells.Add("");
            cells[column] = words.Replace("_x000D_", "", StringComparison.Ordinal).Trim();
        }
        return cells;
    }

    /// <summary>The words of the cell at hand.</summary>
    private string Cell(XmlReader xml, int row, int column)
    {
        var (type, style) = (xml.GetAttribute("t"), xml.GetAttribute("s"));
        string? words = null;
        var isFormula = false;
        if (xml.Inside() is { } depth)
            while (xml.NextChild(depth))
            {
                if (xml.LocalName is "v" or "is") words = WordsOf(xml);
                else
                {
                    isFormula |= xml.LocalName == "f";
                    xml.Pass();
                }
            }
        if (isFormula) _formulas++;
        if (isFormula && words is null) _faults.Add(new(row, column, "这一格是公式，文件里没有算出的结果；请在电子表格软件里打开、保存一次，或者换成文字。"));
        if (type == "e") _faults.Add(new(row, column, $"这一格的公式出错（{words}）；请改正。"));
        if (words is null) return "";
        if (words.Length >= SheetFile.MostCell) _faults.Add(SheetFile.TooLong(row, column));
        return type switch
        {
            "s" => int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _shared.Count ? _shared[index] : "",
            null or "n" => _days.Say(words, style) ?? words,
            _ => words,
        };
    }

    private void Merge(string? area)
    {
        if (area?.Split(':') is not [var from, var to] || Column(from) is not { } column || Row(from) is not { } first || Row(to) is not { } last) return;
        if (last > first && column < SheetFile.MostColumns) _merged.Add((first, last, column));
    }

    /// <summary>What stands in the uppermost of some merged cells stands in each of them below.</summary>
    private void FillMerged()
    {
        var (byNumber, filled) = (_rows.Index().ToDictionary(r => r.Item.Number, r => r.Index), 0);
        foreach (var (first, last, column) in _merged)
        {
            if (!byNumber.TryGetValue(first, out var at) || _rows[at].Cell(column) is not { Length: > 0 } words) continue;
            for (var next = at + 1; next < _rows.Count && _rows[next].Number <= last; next++)
            {
                if (++filled > SheetFile.MostRows * 10) throw SheetFile.TooManyRows();
                var cells = (List<string>)_rows[next].Cells;
                while (cells.Count <= column) cells.Add("");
                if (cells[column].Length == 0) cells[column] = words;
            }
        }
    }

    private IEnumerable<string> Notes(List<(string Name, string? Id, bool IsHidden)> sheets, int first)
    {
        if (sheets.Count > 1) yield return $"只读了工作表“{sheets[first].Name}”，没有读{string.Join('、', sheets.Where((_, i) => i != first).Take(MostNamed).Select(s => $"“{s.Name}”{(s.IsHidden ? "（隐藏）" : "")}"))}。";
        if (_hiddenRows.Count > 0) yield return $"第 {string.Join('、', _hiddenRows.Take(MostNamed))} 行{(_hiddenRows.Count > MostNamed ? $"等 {_hiddenRows.Count} 行" : "")}在表里是隐藏的，也读了。";
        if (_hiddenColumns.Count > 0) yield return $"{string.Join('、', _hiddenColumns.Take(MostNamed).Select(SheetTable.ColumnName))} 列在表里是隐藏的，也读了。";
        if (_formulas > 0) yield return $"有 {_formulas} 格是公式，按上次保存时算出的结果读。";
    }

    /// <summary>The words inside the element at hand: of values and texts, without phonetic readings.</summary>
    private static string WordsOf(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var (words, depth) = (new StringBuilder(), xml.Depth);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "rPh" }) xml.Pass();
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace && words.Length < SheetFile.MostCell) words.Append(xml.Value);
        }
        return words.Length > SheetFile.MostCell ? words.ToString(0, SheetFile.MostCell) : words.ToString();
    }

    /// <summary>The column of a cell such as C7, from 0; null where it does not say.</summary>
    private static int? Column(string? cell)
    {
        var column = 0;
        foreach (var c in cell ?? "")
        {
            if (!char.IsAsciiLetterUpper(c)) break;
            column = column * 26 + (c - 'A' + 1);
            if (column > 20_000) return null;
        }
        return column == 0 ? null : column - 1;
    }

    private static int? Row(string cell) => int.TryParse(cell.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : null;
}
