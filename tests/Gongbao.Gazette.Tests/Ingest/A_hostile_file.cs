using System.IO.Compression;
using System.Text;
using Gongbao.Gazette.Ingest;
using Gongbao.Gazette.Reading;
using Gongbao.Platform.Packages;

namespace Gongbao.Gazette.Tests.Ingest;

/// <summary>Files that are made to harm, or that are not what they seem: each is refused with one whole sentence and in little memory.</summary>
public class A_hostile_file
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static string Document(string body) => $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>";

    private static byte[] With(string part, string xml) => new DocxMaker().Paragraph("甲").Part(part, xml).Bytes();

    private static byte[] Packed(string part, Action<Stream> write)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var rels = archive.CreateEntry("_rels/.rels").Open()) rels.Write(Encoding.UTF8.GetBytes(new DocxMaker().Parts["_rels/.rels"]));
            using var stream = archive.CreateEntry(part, CompressionLevel.SmallestSize).Open();
            write(stream);
        }
        return memory.ToArray();
    }

    private static void Repeat(Stream to, string words, long bytes)
    {
        var chunk = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(words, 65_536 / words.Length)));
        for (long at = 0; at < bytes; at += chunk.Length) to.Write(chunk);
    }

    private static byte[] OleWith(string name) => [.. Ole, .. new byte[512], .. Encoding.Unicode.GetBytes(name), .. new byte[64]];

    /// <summary>A zip in which each part of a document is there, its bytes cut.</summary>
    private static byte[] Truncated()
    {
        var bytes = new DocxMaker().Paragraph("一、甲").Bytes();
        return bytes[..(bytes.Length * 2 / 3)];
    }

    public static TheoryData<string, string, string, Func<byte[]>> Files => new()
    {
        { "bomb by ratio", "gazette.zip-bomb", "250 倍", () => Packed("word/document.xml", s => { s.Write("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"u8); Repeat(s, "<w:p/>", 40_000_000); }) },
        { "bomb in one text", "gazette.zip-bomb", "250 倍", () => Packed("word/document.xml", s => { s.Write("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>"u8); Repeat(s, "啊", 60_000_000); }) },
        { "part declared too large", "gazette.too-large", "128 MB", () => Packed("word/document.xml", s => Repeat(s, " ", 140_000_000)) },
        { "entities", "gazette.entities", "文档类型声明", () => With("word/document.xml", "<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>" + Document("<w:p><w:r><w:t>&c;</w:t></w:r></w:p>")) },
        { "outside entity", "gazette.entities", "文档类型声明", () => With("word/document.xml", "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">" + Document("")) },
        { "path outside", "gazette.bad-path", "文件夹之外", () => With("../../etc/cron.d/x", "x") },
        { "path of a drive", "gazette.bad-path", "文件夹之外", () => With("C:\\x", "x") },
        { "macros", "gazette.macros", "宏", () => With("word/vbaProject.bin", "x") },
        { "macros by type", "gazette.macros", "宏", () => With("[Content_Types].xml", "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>") },
        { "encrypted", "gazette.encrypted", "密码", () => OleWith("EncryptedPackage") },
        { "old Word", "gazette.old-office", ".doc", () => OleWith("WordDocument") },
        { "deep elements", "gazette.too-deep", "200 层", () => With("word/document.xml", Document(string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 400)) + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 400)))) },
        { "deep tables", "gazette.too-deep", "200 层", () => With("word/document.xml", Document(string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 5_000)))) },
        { "deep and passed over", "gazette.empty", "没有文字", () => With("word/document.xml", Document("<w:p><w:r><w:rPr>" + string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000)) + "</w:rPr></w:r></w:p>")) },
        { "too many parts", "gazette.too-many-parts", "4096", () => DocxMaker.Zip(Enumerable.Range(0, 5_000).Select(i => ($"word/{i}.xml", Array.Empty<byte>()))) },
        { "truncated", "gazette.damaged", "损坏", Truncated },
        { "no document", "gazette.not-docx", "没有 DOCX 的正文", () => DocxMaker.Zip([("a.txt", "甲"u8.ToArray())]) },
        { "spreadsheet", "gazette.not-docx", "XLSX", () => With("xl/workbook.xml", "<a/>") },
        { "OFD", "gazette.not-docx", "OFD", () => With("OFD.xml", "<a/>") },
        { "wide table", "gazette.table-too-large", "512 列", () => With("word/document.xml", Document("<w:tbl><w:tr>" + string.Concat(Enumerable.Repeat("<w:tc><w:p/></w:tc>", 600)) + "</w:tr></w:tbl>")) },
        { "nothing but a picture", "gazette.empty", "图片", () => With("word/document.xml", Document("<w:p><w:r><w:drawing/></w:r></w:p>")) },
        { "too large", "gazette.too-large", "MB", () => new byte[TextDecoding.MaxBytes + 1] },
    };

    /// <summary>One that would never be done with ends the run; how long it takes is nothing to compare.</summary>
    [Theory(Timeout = 120_000), MemberData(nameof(Files))]
    public Task Is_refused_with_what_it_is_and_what_to_do(string what, string code, string says, Func<byte[]> make) => Task.Run(() => Refuse(what, code, says, make()), TestContext.Current.CancellationToken);

    private static void Refuse(string what, string code, string says, byte[] bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.True(SourceFile.Open(what + ".docx", bytes).IsRefused(out var refusal, out _), what);
        Assert.Equal(code, refusal.Code);
        Assert.Contains(says, refusal.Reason);
        Assert.Contains("请", refusal.Reason);
        Assert.EndsWith("。", refusal.Reason);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 600L * 1024 * 1024);
    }

    /// <summary>Bytes by chance are in no encoding; whoever sends them under the name of a document is told of the document.</summary>
    [Theory]
    [InlineData("公文.docx", "gazette.not-docx", "不是 DOCX")]
    [InlineData("公文.DOCX", "gazette.not-docx", "不是 DOCX")]
    [InlineData("公文.pdf", "gazette.not-pdf", "不是 PDF")]
    [InlineData("公文.txt", "gazette.encoding", "编码")]
    public void Of_bytes_by_chance_is_refused_as_what_its_name_claims(string name, string code, string says)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var bytes = new byte[3_000];
            new Random(seed).NextBytes(bytes);
            Assert.True(SourceFile.Open(name, bytes).IsRefused(out var refusal, out _));
            Assert.Equal(code, refusal.Code);
            Assert.Contains(says, refusal.Reason, StringComparison.Ordinal);
            Assert.EndsWith("。", refusal.Reason);
        }
        Assert.False(SourceFile.Open(name, Encoding.UTF8.GetBytes("清河市人民政府办公室关于做好湖泊管理工作的通知")).IsRefused(out _, out _));
    }

    [Fact]
    public void Of_five_hundred_megabytes_is_refused_unread()
    {
        var file = new FileInfo(Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7():N}.docx"));
        try
        {
            using (var stream = file.Create()) stream.SetLength(500L * 1024 * 1024);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.True(GazetteFile.Open(new(file.FullName)).IsRefused(out var refusal, out _));
            Assert.Equal("gazette.too-large", refusal.Code);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024 * 1024);
        }
        finally
        {
            file.Delete();
        }
    }

    /// <summary>Bytes of the archive and, with the archive mended around them, bytes of its parts.</summary>
    [Fact]
    public void Made_by_chance_is_read_or_refused_and_nothing_else()
    {
        var dice = new Random(20240229);
        var maker = new DocxMaker().List(DocxMaker.Level(0, "chineseCounting", "%1、") + DocxMaker.Level(1, "decimal", "%2．")).Styles("<w:style w:type=\"paragraph\" w:styleId=\"P\"><w:basedOn w:val=\"P\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>")
            .Paragraph("清河市人民政府办公室关于做好湖泊管理工作的通知").Paragraph("总体要求", 0).Paragraph("做好工作。", 1).Table(["工作任务", "责任单位"], ["^", "<2市水利局"], ["甲", "乙"]).Paragraph("2024年3月1日");
        var whole = maker.Bytes();
        var parts = maker.Parts.Select(p => (p.Key, Bytes: Encoding.UTF8.GetBytes(p.Value))).ToList();
        var (read, refused) = (0, 0);
        for (var i = 0; i < 3_000; i++)
        {
            byte[] bytes;
            if (i % 3 == 0) bytes = Mutated(dice, whole);
            else
            {
                var hit = dice.Next(parts.Count);
                bytes = DocxMaker.Zip(parts.Select((p, k) => (p.Key, k == hit ? i % 3 == 1 ? Mutated(dice, p.Bytes) : Shuffled(dice, p.Bytes) : p.Bytes)));
            }
            if (SourceFile.Open("a.docx", bytes).IsRefused(out var refusal, out var source))
            {
                refused++;
                Assert.EndsWith("。", refusal.Reason);
                continue;
            }
            read++;
            Assert.Equal(0, GazetteReader.Read(source!, ReaderContext.Empty).Coverage.Unaccounted);
        }
        Assert.True(read > 200 && refused > 200, $"{read} {refused}");
    }

    private static byte[] Mutated(Random dice, byte[] bytes)
    {
        var mutant = bytes.ToArray();
        for (var n = dice.Next(1, 4); n > 0; n--) mutant[dice.Next(mutant.Length)] = (byte)dice.Next(256);
        return dice.Next(8) == 0 ? mutant[..dice.Next(mutant.Length)] : mutant;
    }

    /// <summary>Elements left out, doubled or put elsewhere, so that the XML mostly stays whole.</summary>
    private static byte[] Shuffled(Random dice, byte[] bytes)
    {
        var pieces = Encoding.UTF8.GetString(bytes).Split('<').ToList();
        for (var n = dice.Next(1, 4); n > 0; n--)
        {
            var (from, to) = (dice.Next(1, pieces.Count), dice.Next(1, pieces.Count));
            var piece = pieces[from];
            if (!piece.EndsWith("/>", StringComparison.Ordinal)) piece = piece.Replace("1", dice.Next(-3, 12).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
            if (dice.Next(2) == 0) pieces[from] = piece;
            else pieces.Insert(to, pieces[from]);
        }
        return Encoding.UTF8.GetBytes(string.Join('<', pieces));
    }
}
