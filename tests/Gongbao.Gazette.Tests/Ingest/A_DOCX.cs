using Gongbao.Gazette.Ingest;
using Gongbao.Gazette.Reading;
using static Gongbao.Gazette.Tests.Ingest.DocxMaker;

namespace Gongbao.Gazette.Tests.Ingest;

public class A_DOCX
{
    private static SourceText Source(DocxMaker maker)
    {
        Assert.False(DocxFile.Read("a.docx", maker.Bytes()).IsRefused(out var refusal, out var source), refusal?.Reason);
        return source!;
    }

    private static List<string> Lines(DocxMaker maker) => [.. Source(maker).Text.Split('\n')];

    private static string Field(string type) => $"<w:r><w:fldChar w:fldCharType=\"{type}\"/></w:r>";

    [Fact]
    public void Keeps_what_fields_and_links_show_and_not_what_they_are_made_of() => Assert.Equal(
        ["第3页见附表"],
        Lines(new DocxMaker().Raw($"<w:p>{Run("第")}{Field("begin")}<w:r><w:instrText> PAGE </w:instrText></w:r>{Field("begin")}<w:r><w:instrText>X</w:instrText></w:r>{Field("separate")}{Run("内")}{Field("end")}{Field("separate")}{Run("3")}{Field("end")}{Run("页")}<w:hyperlink>{Run("见")}</w:hyperlink><w:fldSimple w:instr=\"REF a\">{Run("附表")}</w:fldSimple></w:p>")));

    [Fact]
    public void Breaks_lines_where_its_writer_did_and_says_that_the_paragraph_goes_on()
    {
        var source = Source(new DocxMaker().Raw($"<w:p>{Run("关于")}<w:r><w:br/></w:r>{Run("通知")}</w:p>").Paragraph("后"));
        Assert.Equal("关于\n通知\n后", source.Text);
        Assert.Equal([null, true, true], source.Layout!.Lines.Select(l => l.EndsParagraph));
    }

    [Fact]
    public void Writes_symbols_as_characters() => Assert.Equal(
        ["□是☑否-①√●"],
        Lines(new DocxMaker().Raw("<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/></w:r>" + Run("是") + "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>" + Run("否") + "<w:r><w:noBreakHyphen/><w:sym w:font=\"SimSun\" w:char=\"2460\"/><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/><w:sym w:font=\"Symbol\" w:char=\"F0B7\"/></w:r></w:p>")));

    [Fact]
    public void Puts_notes_behind_the_paragraph_that_refers_to_them() => Assert.Equal(
        ["甲〔注2〕。", "〔注2〕脚注的话", "乙"],
        Lines(new DocxMaker().Part("word/footnotes.xml", $"<w:footnotes W><w:footnote w:type=\"separator\" w:id=\"0\"><w:p>{Run("x")}</w:p></w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r>{Run(" 脚注的话")}</w:p></w:footnote></w:footnotes>")
            .Raw($"<w:p>{Run("甲")}<w:r><w:footnoteReference w:id=\"2\"/></w:r>{Run("。")}</w:p>").Paragraph("乙")));

    [Fact]
    public void Takes_headers_and_footers_for_page_furniture()
    {
        var source = Source(new DocxMaker().Part("word/header1.xml", $"<w:hdr W><w:p>{Run("清河市人民政府公报")}</w:p></w:hdr>").Part("word/header2.xml", $"<w:hdr W><w:p>{Run("清河市人民政府公报")}</w:p></w:hdr>")
            .Part("word/footer1.xml", $"<w:ftr W><w:p>{Run("— 1 —")}</w:p></w:ftr>").Paragraph("正文。"));
        var reading = GazetteReader.Read(source, ReaderContext.Empty);
        Assert.Equal([LineKind.RunningHead, LineKind.Text, LineKind.RunningHead], reading.Lines.Select(l => l.Kind));
        Assert.Equal(0, reading.Coverage.Unaccounted);
        Assert.True(reading.Coverage.Discarded >= "清河市人民政府公报— 1 —".Length);
    }

    [Fact]
    public void Reads_text_boxes_once() => Assert.Equal(
        ["甲", "框中", "乙"],
        Lines(new DocxMaker().Raw($"<w:p>{Run("甲")}<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent><w:p>{Run("框中")}</w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p>{Run("框中")}</w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>").Paragraph("乙")));

    [Fact]
    public void Is_read_as_its_tracked_changes_would_leave_it_and_says_so()
    {
        var source = Source(new DocxMaker().Paragraph("前").Raw($"<w:p>{Run("甲")}<w:ins w:id=\"1\">{Run("新")}</w:ins><w:del w:id=\"2\"><w:r><w:delText>旧</w:delText></w:r></w:del><w:moveFrom w:id=\"3\">{Run("移")}</w:moveFrom>{Run("乙")}</w:p>")
            .Raw("<w:tbl><w:tr><w:trPr><w:del w:id=\"4\"/></w:trPr><w:tc><w:p>" + Run("删去的行") + "</w:p></w:tc></w:tr><w:tr><w:tc><w:p>" + Run("留下的行") + "</w:p></w:tc></w:tr></w:tbl>"));
        Assert.Equal("前\n甲新乙\n留下的行", source.Text);
        Assert.Equal(["source.changes", "source.changes"], source.Layout!.Doubts.Select(d => d.At));
        Assert.Equal([2, 3], source.Layout.Doubts.Select(d => d.Line));
        Assert.DoesNotContain(source.Layout.Doubts, d => d.Why.Contains('旧'));
    }

    [Fact]
    public void Leaves_out_what_is_hidden_remarked_or_about_the_file_and_puts_it_before_a_person()
    {
        var source = Source(new DocxMaker().Styles("<w:style w:type=\"character\" w:styleId=\"S\"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"P\"><w:rPr><w:vanish/></w:rPr></w:style>")
            .Part("docProps/core.xml", "<cp:coreProperties xmlns:cp=\"a\" xmlns:dc=\"b\"><dc:creator>某某</dc:creator><cp:lastModifiedBy>某</cp:lastModifiedBy></cp:coreProperties>")
            .Raw($"<w:p>{Run("清河市人民政府办公室关于做好湖泊管理工作的通知")}</w:p>")
            .Raw($"<w:p>{Run("密一", "<w:vanish/>")}{Run("明")}{Run("密二", "<w:rStyle w:val=\"S\"/>")}<w:r><w:commentReference w:id=\"0\"/></w:r><w:r><w:drawing/></w:r></w:p>")
            .Raw($"<w:p><w:pPr><w:pStyle w:val=\"P\"/></w:pPr>{Run("密三")}{Run("显", "<w:vanish w:val=\"0\"/>")}</w:p>"));
        Assert.Equal(["清河市人民政府办公室关于做好湖泊管理工作的通知", "明", "显"], source.Text.Split('\n'));
        var reading = GazetteReader.Read(source, ReaderContext.Empty);
        var flags = reading.Documents.Single().Flags.Where(f => f.At.StartsWith("source.", StringComparison.Ordinal)).ToList();
        Assert.Equal(["source.pictures 1", "source.properties 1", "source.comments 2", "source.hidden 2", "source.hidden 3"], flags.Select(f => $"{f.At} {f.Line}"));
        Assert.All(flags, f => Assert.True(f.Why.EndsWith('。') && !f.Why.Contains('密') && !f.Why.Contains("某", StringComparison.Ordinal), f.Why));
        Assert.Contains("作者、最后保存者", flags[1].Why);
    }

    [Fact]
    public void Gives_the_cells_of_its_tables()
    {
        var source = Source(new DocxMaker().Paragraph("前").Table(["序号", "<2任务"], ["1", "甲\n乙", "丙"], ["^", "丁", ""]).Paragraph("后"));
        var grid = source.Layout!.Grids.Single();
        Assert.Equal((3, 3), (grid.Rows, grid.Columns));
        Assert.Equal(
            [new KnownCell(0, 0, 1, 1, 2, 3), new(0, 1, 1, 2, 3, 4), new(1, 0, 2, 1, 4, 5), new(1, 1, 1, 1, 5, 7), new(1, 2, 1, 1, 7, 8), new(2, 1, 1, 1, 8, 9), new(2, 2, 1, 1, 9, 9)],
            grid.Cells);
        Assert.Equal([null, 0, 0, 0, 0, 0, 0, 0, null], source.Layout.Lines.Select(l => l.Grid));
    }

    [Fact]
    public void Gives_words_of_a_table_in_a_cell_to_the_cell()
    {
        var inner = TableXml(["内一", "内二"], ["内三", "内四"]);
        var source = Source(new DocxMaker().Raw($"<w:tbl><w:tr><w:tc>{ParagraphXml("甲")}</w:tc><w:tc>{inner}<w:p/></w:tc></w:tr><w:tr><w:tc>{ParagraphXml("乙")}</w:tc><w:tc>{ParagraphXml("丙")}</w:tc></w:tr></w:tbl>"));
        Assert.Equal("甲\n内一\n内二\n内三\n内四\n乙\n丙", source.Text);
        Assert.Equal([new KnownCell(0, 0, 1, 1, 1, 2), new(0, 1, 1, 1, 2, 6), new(1, 0, 1, 1, 6, 7), new(1, 1, 1, 1, 7, 8)], source.Layout!.Grids.Single().Cells);
    }

    [Fact]
    public void Is_read_in_the_strict_edition_too()
    {
        var maker = new DocxMaker().Part("word/document.xml", "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body><w:p><w:r><w:t>严格</w:t></w:r></w:p></w:body></w:document>");
        Assert.Equal(["严格"], Lines(maker));
    }

    [Fact]
    public void Says_the_same_of_the_same_bytes()
    {
        var bytes = new DocxMaker().Paragraph("一、甲").Bytes();
        Assert.False(DocxFile.Read("a.docx", bytes).IsRefused(out _, out var source));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), source!.Sha256);
        Assert.Equal("docx", source.Encoding);
    }
}
