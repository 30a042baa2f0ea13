using System.Globalization;
using System.Xml;

namespace Gongbao.Web.Formats.Office;

/// <summary>A table as programs of tables open it (XLSX): a sheet with one row of heads that stays in sight and can be filtered by. Words are words: nothing in it is worked out as a formula.</summary>
public static class Xlsx
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const int LongestName = 31;
    private const int Narrowest = 6;
    private const int Widest = 60;

    /// <summary>Styles by their number: plain, head, day, and words that a program would take for a formula when they are edited.</summary>
    private const string Styles = """
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>
        """;

    /// <param name="name">Of the sheet; what programs do not allow in it is left out.</param>
    /// <param name="heads">The first row.</param>
    /// <param name="rows">A cell for each head.</param>
    public static byte[] Table(string name, IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<SheetCell>> rows)
    {
        using var bytes = new MemoryStream();
        using (var package = new OfficePackage(bytes))
        {
            package.Part("xl/workbook.xml", xml => Book(xml, NameOf(name)));
            package.Part("xl/worksheets/sheet1.xml", xml => Sheet(xml, heads, rows));
            package.Part("xl/styles.xml", Styles);
            package.Relations("xl/_rels/workbook.xml.rels", [("sheet1", "worksheet", "worksheets/sheet1.xml", false), ("styles", "styles", "styles.xml", false)]);
            package.Relations("_rels/.rels", [("book", "officeDocument", "xl/workbook.xml", false)]);
            package.ContentTypes([("/xl/workbook.xml", Kind + "sheet.main+xml"), ("/xl/worksheets/sheet1.xml", Kind + "worksheet+xml"), ("/xl/styles.xml", Kind + "styles+xml")]);
        }
        return bytes.ToArray();
    }

    private static string NameOf(string name)
    {
        var bare = string.Concat(XmlWords.Sound(name).Where(c => c is not ('[' or ']' or ':' or '*' or '?' or '/' or '\\' or '\'')));
        return bare.Length == 0 ? "表" : bare.Length > LongestName ? bare[..LongestName] : bare;
    }

    private static void Book(XmlWriter xml, string name)
    {
        xml.WriteStartElement("workbook", S);
        xml.WriteAttributeString("xmlns", "r", null, OfficePackage.R);
        xml.WriteStartElement("sheets", S);
        xml.WriteStartElement("sheet", S);
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("sheetId", "1");
        xml.WriteAttributeString("id", OfficePackage.R, "sheet1");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("definedNames", S);
        xml.WriteStartElement("definedName", S);
        xml.WriteAttributeString("name", "_xlnm.Print_Titles");
        xml.WriteAttributeString("localSheetId", "0");
        xml.WriteString($"'{name}'!$1:$1");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Sheet(XmlWriter xml, IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<SheetCell>> rows)
    {
        xml.WriteStartElement("worksheet", S);
        xml.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>");
        for (var column = 0; column < heads.Count; column++)
        {
            var width = Math.Clamp(rows.Take(500).Select(r => WidthOf(r[column].Words)).Append(WidthOf(heads[column])).Max() + 2, Narrowest, Widest);
            xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{column + 1}\" max=\"{column + 1}\" width=\"{width}\" customWidth=\"1\"/>"));
        }
        xml.WriteRaw("</cols>");
        xml.WriteStartElement("sheetData", S);
        Row(xml, 1, heads.Select(h => (SheetCell)h), isHead: true);
        for (var row = 0; row < rows.Count; row++) Row(xml, row + 2, rows[row], isHead: false);
        xml.WriteEndElement();
        xml.WriteStartElement("autoFilter", S);
        xml.WriteAttributeString("ref", string.Create(CultureInfo.InvariantCulture, $"A1:{ColumnName(heads.Count - 1)}{rows.Count + 1}"));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Columns that words take: two for one that is written square.</summary>
    private static int WidthOf(string? words) => words?.Split('\n').Max(l => l.Sum(c => c < '\u2e80' ? 1 : 2)) ?? 0;

    private static void Row(XmlWriter xml, int number, IEnumerable<SheetCell> cells, bool isHead)
    {
        xml.WriteStartElement("row", S);
        xml.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
        foreach (var (column, cell) in cells.Index())
        {
            if (cell.Words is not { Length: > 0 } words) continue;
            xml.WriteStartElement("c", S);
            xml.WriteAttributeString("r", ColumnName(column) + number.ToString(CultureInfo.InvariantCulture));
            if (cell.Number is not null) Value(xml, "0", words);
            else if (cell.Day is { } day) Value(xml, "2", (day.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture));
            else Words(xml, isHead ? "1" : Csv.IsRun(words) ? "3" : "0", words);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Value(XmlWriter xml, string style, string value)
    {
        xml.WriteAttributeString("s", style);
        xml.WriteElementString("v", S, value);
    }

    private static void Words(XmlWriter xml, string style, string words)
    {
        xml.WriteAttributeString("s", style);
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", S);
        xml.WriteStartElement("t", S);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(XmlWords.Sound(words));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string ColumnName(int column) => Platform.Sheets.SheetTable.ColumnName(column);
}
