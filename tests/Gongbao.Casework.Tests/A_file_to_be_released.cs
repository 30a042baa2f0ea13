using System.IO.Compression;
using System.Text;
using Gongbao.Casework.Release;

namespace Gongbao.Casework.Tests;

/// <summary>A file that goes out to an applicant carries nothing unseen.</summary>
public sealed class A_file_to_be_released
{
    private const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    [Fact]
    public void Is_clean_where_it_holds_what_it_shows()
    {
        Assert.Empty(Found(Docx("<w:p><w:r><w:t>可以公开的部分。</w:t></w:r></w:p>")));
        Assert.Empty(Found(Xlsx("<row r=\"1\"><c r=\"A1\"/></row>", "<sheet name=\"公开\"/>")));
        Assert.Empty(Found(Pdf("BT /F1 12 Tf 100 700 Td (open) Tj ET")));
        Assert.Empty(Found(Png()));
    }

    [Theory]
    [InlineData("<w:ins w:id=\"1\"><w:r><w:t>x</w:t></w:r></w:ins>", nameof(HiddenKind.TrackedChange))]
    [InlineData("<w:p><w:del w:id=\"2\"><w:r><w:delText>删去的</w:delText></w:r></w:del></w:p>", nameof(HiddenKind.TrackedChange))]
    [InlineData("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r></w:p>", nameof(HiddenKind.HiddenText))]
    [InlineData("<w:p><w:r><w:rPr><w:color w:val=\"ffffff\"/></w:rPr><w:t>x</w:t></w:r></w:p>", nameof(HiddenKind.CoveredText))]
    [InlineData("<w:p><w:r><w:rPr><w:highlight w:val=\"black\"/></w:rPr><w:t>x</w:t></w:r></w:p>", nameof(HiddenKind.CoveredText))]
    public void Is_looked_through_where_it_is_a_document(string body, string kind) => Assert.Equal([kind], Found(Docx(body)));

    [Fact]
    public void Is_not_hidden_where_hiding_is_turned_off() => Assert.Empty(Found(Docx("<w:p><w:r><w:rPr><w:vanish w:val=\"false\"/></w:rPr><w:t>x</w:t></w:r></w:p>")));

    [Theory]
    [InlineData("word/comments.xml", "<c/>", nameof(HiddenKind.Comment))]
    [InlineData("word/embeddings/工作簿1.xlsx", "x", nameof(HiddenKind.Embedded))]
    [InlineData("word/vbaProject.bin", "x", nameof(HiddenKind.Script))]
    [InlineData("customXml/item1.xml", "<a/>", nameof(HiddenKind.Embedded))]
    [InlineData("docProps/core.xml", "<p xmlns:dc=\"d\"><dc:creator>某人</dc:creator></p>", nameof(HiddenKind.Property))]
    [InlineData("word/header1.xml", "<h " + W + "><w:del/></h>", nameof(HiddenKind.TrackedChange))]
    [InlineData("word/_rels/document.xml.rels", "<r><Relationship TargetMode=\"External\" Target=\"file:///C:/机密/表.xlsx\"/></r>", nameof(HiddenKind.ExternalLink))]
    public void Is_looked_through_in_all_its_parts(string part, string content, string kind) => Assert.Equal([kind], Found(Docx("<w:p/>", (part, content))));

    [Theory]
    [InlineData("<row r=\"1\" hidden=\"1\"/>", "<sheet name=\"a\"/>")]
    [InlineData("<col min=\"2\" max=\"2\" hidden=\"true\"/>", "<sheet name=\"a\"/>")]
    [InlineData("", "<sheet name=\"a\"/><sheet name=\"名单\" state=\"veryHidden\"/>")]
    public void Has_no_hidden_cells(string cells, string sheets) => Assert.Equal([nameof(HiddenKind.HiddenCells)], Found(Xlsx(cells, sheets)));

    [Theory]
    [InlineData("BT /F1 12 Tf 100 700 Td (secret) Tj ET 0 0 0 rg 90 690 200 30 re f", nameof(HiddenKind.CoveredText))]
    [InlineData("1 1 1 rg BT /F1 12 Tf 100 700 Td (white) Tj ET", nameof(HiddenKind.CoveredText))]
    [InlineData("BT 3 Tr /F1 12 Tf 100 700 Td (unseen) Tj ET", nameof(HiddenKind.HiddenText))]
    public void Hides_no_text_on_a_page(string content, string kind) => Assert.Equal([kind], Found(Pdf(content)));

    [Fact]
    public void May_have_white_text_on_a_dark_ground() => Assert.Empty(Found(Pdf("1 1 1 rg 0 0 595 842 re f 0 0 0.4 rg 90 690 200 30 re f 1 1 1 rg BT /F1 12 Tf 100 700 Td (head) Tj ET")));

    [Fact]
    public void Carries_no_earlier_version_and_no_script()
    {
        var plain = Pdf("BT /F1 12 Tf 100 700 Td (open) Tj ET");
        Assert.Equal([nameof(HiddenKind.EarlierVersion)], Found([.. plain, .. "\n%%EOF\n"u8]));
        Assert.Equal([nameof(HiddenKind.Script)], Found(Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(plain).Replace("/Type /Catalog", "/Type /Catalog /OpenAction << /S /JavaScript /JS (x) >>", StringComparison.Ordinal))));
    }

    [Fact]
    public void Says_nothing_of_where_a_picture_was_taken()
    {
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE1, 0x00, 0x0A, .. "Exif\0\0"u8, 0x4D, 0x4D, 0xFF, 0xDA, 0x00, 0x02, 0xFF, 0xD9];
        Assert.Equal([nameof(HiddenKind.PictureData)], Found(jpeg));
        Assert.Equal([nameof(HiddenKind.Property)], Found(Png("tEXt")));
        Assert.Equal([nameof(HiddenKind.Embedded)], Found([.. Png(), 1, 2, 3]));
    }

    [Fact]
    public void Is_refused_where_it_cannot_be_looked_into()
    {
        Assert.Equal("release.unknown-file", HiddenData.Find("纯文本"u8.ToArray()).Refusals[0].Code);
        Assert.Equal("release.damaged", HiddenData.Find([.. "PK\u0003\u0004"u8, 1, 2, 3]).Refusals[0].Code);
        Assert.Equal("release.damaged", HiddenData.Find("%PDF-1.7 nothing"u8.ToArray()).Refusals[0].Code);
        Assert.Equal("release.unknown-file", HiddenData.Find(Zip(("a.txt", "x"))).Refusals[0].Code);
        // What is hidden is never repeated.
        Assert.False(HiddenData.Find(Docx("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>王某的电话</w:t></w:r></w:p>")).IsRefused(out _, out var found));
        Assert.DoesNotContain(found, f => f.Says.Contains('王', StringComparison.Ordinal));
    }

    private static IEnumerable<string> Found(byte[] file)
    {
        Assert.False(HiddenData.Find(file).IsRefused(out var refusal, out var found), refusal?.Reason);
        return found!.Select(f => f.Kind.ToString());
    }

    private static byte[] Docx(string body, params (string Part, string Content)[] more) => Zip([("word/document.xml", $"<w:document {W}><w:body>{body}</w:body></w:document>"), .. more]);

    private static byte[] Xlsx(string cells, string sheets) => Zip(("xl/workbook.xml", $"<workbook><sheets>{sheets}</sheets></workbook>"), ("xl/worksheets/sheet1.xml", $"<worksheet>{cells}</worksheet>"));

    private static byte[] Zip(params (string Part, string Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (part, content) in parts)
            {
                using var writer = new StreamWriter(archive.CreateEntry(part).Open(), new UTF8Encoding(false));
                writer.Write(content);
            }
        }
        return bytes.ToArray();
    }

    private static byte[] Pdf(string content)
    {
        var (pdf, at) = (new StringBuilder("%PDF-1.4\n"), new List<int>());
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {content.Length} >>\nstream\n{content}\nendstream", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        for (var i = 0; i < objects.Length; i++)
        {
            at.Add(pdf.Length);
            pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var table = pdf.Length;
        pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in at) pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n");
        pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer << /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }

    private static byte[] Png(params string[] chunks) =>
    [
        0x89, .. "PNG\r\n\u001a\n"u8, .. new[] { "IHDR" }.Concat(chunks).Append("IEND").SelectMany(c => (byte[])[0, 0, 0, 2, .. Encoding.ASCII.GetBytes(c), 1, 2, 0, 0, 0, 0]),
    ];
}
