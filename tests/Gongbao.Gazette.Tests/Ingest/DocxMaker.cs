using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Gongbao.Gazette.Tests.Ingest;

/// <summary>Makes DOCX files for tests, part by part.</summary>
internal sealed class DocxMaker
{
    private const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"";

    private readonly StringBuilder _body = new();

    /// <summary>Parts beside the document itself, or in its place.</summary>
    public Dictionary<string, string> Parts { get; } = new(StringComparer.Ordinal)
    {
        ["[Content_Types].xml"] = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>",
        ["_rels/.rels"] = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>",
    };

    public DocxMaker Part(string name, string xml)
    {
        Parts[name] = xml.Replace(" W>", $" {W}>", StringComparison.Ordinal);
        return this;
    }

    /// <param name="levels">What stands inside one abstractNum, used by list 1.</param>
    public DocxMaker List(string levels) => Numbering($"<w:abstractNum w:abstractNumId=\"1\">{levels}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>");

    public DocxMaker Numbering(string inside) => Part("word/numbering.xml", $"<w:numbering W>{inside}</w:numbering>");

    public DocxMaker Styles(string inside) => Part("word/styles.xml", $"<w:styles W>{inside}</w:styles>");

    public static string Level(int at, string format, string text, string more = "", int start = 1) =>
        string.Create(CultureInfo.InvariantCulture, $"<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"{start}\"/><w:numFmt w:val=\"{format}\"/>{more}<w:suff w:val=\"nothing\"/><w:lvlText w:val=\"{text}\"/></w:lvl>");

    public DocxMaker Paragraph(string text, int? level = null, int list = 1) => Raw(ParagraphXml(text, level, list));

    public static string ParagraphXml(string text, int? level = null, int list = 1) =>
        level is { } at ? string.Create(CultureInfo.InvariantCulture, $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{at}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>{Run(text)}</w:p>") : $"<w:p>{Run(text)}</w:p>";

    public static string Run(string text, string properties = "") => $"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:t></w:r>";

    /// <summary>Cells as rows of XML or words; <c>^</c> goes on the cell above, <c>&lt;n</c> before words spans n columns.</summary>
    public DocxMaker Table(params string[][] rows) => Raw(TableXml(rows));

    public static string TableXml(params string[][] rows) => "<w:tbl><w:tblPr/><w:tblGrid/>" + string.Concat(rows.Select((row, r) => "<w:tr>" + string.Concat(row.Select((cell, c) => Cell(cell, r + 1 < rows.Length && c < rows[r + 1].Length && rows[r + 1][c] == "^"))) + "</w:tr>")) + "</w:tbl>";

    private static string Cell(string cell, bool begins)
    {
        var merge = cell == "^" ? "<w:vMerge/>" : begins ? "<w:vMerge w:val=\"restart\"/>" : "";
        var span = cell.Length > 1 && cell[0] == '<' && char.IsDigit(cell[1]) ? $"<w:gridSpan w:val=\"{cell[1]}\"/>" : "";
        var words = cell == "^" ? "" : span.Length > 0 ? cell[2..] : cell;
        return $"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{string.Concat(words.Split('\n').Select(w => ParagraphXml(w)))}</w:tc>";
    }

    public DocxMaker Raw(string xml)
    {
        _body.Append(xml);
        return this;
    }

    public byte[] Bytes()
    {
        if (!Parts.ContainsKey("word/document.xml")) Part("word/document.xml", $"<w:document W><w:body>{_body}<w:sectPr/></w:body></w:document>");
        return Zip(Parts.Select(p => (p.Key, Encoding.UTF8.GetBytes(p.Value))));
    }

    /// <summary>The same parts give the same bytes.</summary>
    public static byte[] Zip(IEnumerable<(string Name, byte[] Bytes)> parts, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, bytes) in parts)
            {
                var entry = archive.CreateEntry(name, level);
                entry.LastWriteTime = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var part = entry.Open();
                part.Write(bytes);
            }
        return memory.ToArray();
    }
}
