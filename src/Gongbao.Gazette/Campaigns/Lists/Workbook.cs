using System.Globalization;
using System.Text;
using System.Xml;
using Gongbao.Gazette.Ingest;
using Gongbao.Kernel.Results;

namespace Gongbao.Gazette.Campaigns.Lists;

/// <summary>Reads the words of the first sheet of a workbook (ECMA-376, SpreadsheetML). Formulas are not worked out: what the program that saved it worked out is read.</summary>
internal static class Workbook
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    /// <returns>The rows that hold something. Refusal: <c>clean-up.list-not-a-table</c>.</returns>
    /// <exception cref="UnreadableFile">Damaged, or over a bound.</exception>
    public static Result<List<SheetRow>> FirstSheet(byte[] bytes)
    {
        try
        {
            using var package = ZipPackage.Open(bytes, FileLimits.Usual);
            if (!package.Has("xl/workbook.xml") || SheetPart(package) is not { } part || !package.Has(part))
                return new Refusal("clean-up.list-not-a-table", "这个文件不是电子表格；请选择 CSV 或者 XLSX（不是 DOCX、ET 或者压缩包）。");
            return Rows(package, part, SharedWords(package));
        }
        catch (Exception broken) when (ZipPackage.IsDamage(broken))
        {
            throw UnreadableFile.Damaged("工作表");
        }
    }

    /// <summary>The part that holds the first sheet that is not hidden.</summary>
    private static string? SheetPart(ZipPackage package)
    {
        string? id = null;
        using (var book = package.Read("xl/workbook.xml")!)
            while (id is null && book.Read())
                if (book is { NodeType: XmlNodeType.Element, LocalName: "sheet" } && book.GetAttribute("state") is not ("hidden" or "veryHidden"))
                    id = book.GetAttribute("id", Relations) ?? book.GetAttribute("id", StrictRelations);
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

    private static List<SheetRow> Rows(ZipPackage package, string part, List<string> shared)
    {
        var rows = new List<SheetRow>();
        using var xml = package.Read(part)!;
        var last = 0;
        while (xml.Read())
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "row" }) continue;
            last = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : last + 1;
            var row = new SheetRow(last, Cells(xml, shared));
            if (row.IsBlank) continue;
            rows.Add(row);
            if (rows.Count > SheetFile.MostRows) throw SheetFile.TooManyRows();
        }
        return rows;
    }

    private static List<string> Cells(XmlReader xml, List<string> shared)
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
            var type = xml.GetAttribute("t");
            var words = WordsOf(xml);
            if (column >= SheetFile.MostColumns) continue;
            while (cells.Count <= column) cells.Add("");
            cells[column] = (type == "s" ? int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count ? shared[index] : "" : words).Trim();
        }
        return cells;
    }

    /// <summary>The words inside the element at hand: of values and texts, without formulas and phonetic readings.</summary>
    private static string WordsOf(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var (words, depth) = (new StringBuilder(), xml.Depth);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "f" or "rPh" }) xml.Pass();
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace && words.Length < SheetFile.MostCell) words.Append(xml.Value);
        }
        return words.ToString();
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
}
