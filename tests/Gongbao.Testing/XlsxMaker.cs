using System.IO.Compression;
using System.Net;
using System.Text;

namespace Gongbao.Testing;

/// <summary>Makes small workbooks as office programs save them: words shared or in the cell, formulas, hidden sheets.</summary>
public static class XlsxMaker
{
    private const string Namespaces = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    /// <param name="rows">Words of the first sheet that is not hidden; the second sheet says something else.</param>
    public static byte[] Workbook(params string[][] rows)
    {
        var shared = rows.SelectMany(r => r).Distinct().ToList();
        var sheet = new StringBuilder();
        foreach (var (i, row) in rows.Index())
        {
            sheet.Append($"<row r=\"{i + 1}\">");
            foreach (var (j, words) in row.Index())
                if (words.Length > 0)
                    sheet.Append(((i + j) % 3) switch
                    {
                        0 => $"<c r=\"{(char)('A' + j)}{i + 1}\" t=\"s\"><v>{shared.IndexOf(words)}</v></c>",
                        1 => $"<c r=\"{(char)('A' + j)}{i + 1}\" t=\"inlineStr\"><is><r><t>{WebUtility.HtmlEncode(words[..1])}</t></r><r><t>{WebUtility.HtmlEncode(words[1..])}</t></r><rPh sb=\"0\" eb=\"1\"><t>注音</t></rPh></is></c>",
                        _ => $"<c r=\"{(char)('A' + j)}{i + 1}\" t=\"str\"><f>A1&amp;\"x\"</f><v>{WebUtility.HtmlEncode(words)}</v></c>",
                    });
            sheet.Append("</row>");
        }
        return Package(
            ("xl/workbook.xml", $"<workbook {Namespaces}><sheets><sheet name=\"旧\" sheetId=\"1\" state=\"hidden\" r:id=\"rId9\"/><sheet name=\"目录\" sheetId=\"2\" r:id=\"rId1\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId9\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId1\" Target=\"/xl/worksheets/sheet2.xml\"/></Relationships>"),
            ("xl/sharedStrings.xml", $"<sst {Namespaces}>{string.Concat(shared.Select(s => $"<si><t>{WebUtility.HtmlEncode(s)}</t></si>"))}</sst>"),
            ("xl/worksheets/sheet1.xml", $"<worksheet {Namespaces}><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>文号</t></is></c></row></sheetData></worksheet>"),
            ("xl/worksheets/sheet2.xml", $"<worksheet {Namespaces}><sheetData>{sheet}</sheetData></worksheet>"));
    }

    /// <summary>A workbook with one sheet that is written out.</summary>
    /// <param name="sheet">What stands in the worksheet.</param>
    /// <param name="styles">What stands in the style sheet.</param>
    /// <param name="book">What stands in the workbook before its sheets.</param>
    /// <param name="more">Other sheets in the workbook, by their entries.</param>
    public static byte[] Sheet(string sheet, string styles = "", string book = "", string more = "") => Package(
        ("xl/workbook.xml", $"<workbook {Namespaces}>{book}<sheets><sheet name=\"任务\" sheetId=\"2\" r:id=\"rId1\"/>{more}</sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
        ("xl/styles.xml", $"<styleSheet {Namespaces}>{styles}</styleSheet>"),
        ("xl/worksheets/sheet1.xml", $"<worksheet {Namespaces}>{sheet}</worksheet>"));

    /// <summary>An archive of these parts.</summary>
    public static byte[] Package(params (string Name, string Text)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        return bytes.ToArray();
    }
}
