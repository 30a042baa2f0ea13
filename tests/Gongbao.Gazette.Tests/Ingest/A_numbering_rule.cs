using Gongbao.Gazette.Ingest;
using static Gongbao.Gazette.Tests.Ingest.DocxMaker;

namespace Gongbao.Gazette.Tests.Ingest;

/// <summary>Rules of automatic numbers that LibreOffice does not follow, and those that its text does not show.</summary>
public class A_numbering_rule
{
    private static List<string> Read(DocxMaker maker)
    {
        Assert.False(DocxFile.Read("a.docx", maker.Bytes()).IsRefused(out var refusal, out var source), refusal?.Reason);
        return [.. source!.Text.Split('\n')];
    }

    private static DocxMaker Walk(DocxMaker maker, params int[] levels)
    {
        foreach (var level in levels) maker.Paragraph("文", level);
        return maker;
    }

    [Fact]
    public void Articles_count_on_over_chapters() => Assert.Equal(
        ["第一章文", "第一条文", "第二条文", "第二章文", "第三条文"],
        Read(Walk(new DocxMaker().List(Level(0, "chineseCountingThousand", "第%1章") + Level(1, "chineseCountingThousand", "第%2条", "<w:lvlRestart w:val=\"0\"/>")), 0, 1, 1, 0, 1)));

    [Fact]
    public void A_level_restarts_only_behind_the_level_that_it_names() => Assert.Equal(
        ["1文", "1)文", "1>文", "2)文", "2>文", "2文", "1)文", "1>文"],
        Read(Walk(new DocxMaker().List(Level(0, "decimal", "%1") + Level(1, "decimal", "%2)") + Level(2, "decimal", "%3&gt;", "<w:lvlRestart w:val=\"1\"/>")), 0, 1, 2, 1, 2, 0, 1, 2)));

    [Fact]
    public void Legal_numbers_are_figures_on_all_levels() => Assert.Equal(
        ["第二章文", "2.1文", "2.2文"],
        Read(Walk(new DocxMaker().List(Level(0, "chineseCounting", "第%1章", start: 2) + Level(1, "lowerLetter", "%1.%2", "<w:isLgl/>")), 0, 1, 1)));

    [Fact]
    public void An_inner_level_begins_where_its_list_says_once() => Assert.Equal(
        ["1文", "1)文", "3文", "5)文", "6)文", "4文", "1)文"],
        Read(new DocxMaker().Numbering(
                $"<w:abstractNum w:abstractNumId=\"1\">{Level(0, "decimal", "%1")}{Level(1, "decimal", "%2)")}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"
                + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"3\"/></w:lvlOverride><w:lvlOverride w:ilvl=\"1\"><w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>")
            .Paragraph("文", 0).Paragraph("文", 1).Paragraph("文", 0, 2).Paragraph("文", 1, 2).Paragraph("文", 1, 2).Paragraph("文", 0, 2).Paragraph("文", 1, 2)));

    [Fact]
    public void A_deleted_paragraph_is_not_counted() => Assert.Equal(
        ["1文", "2后文", "3文"],
        Read(new DocxMaker().List(Level(0, "decimal", "%1")).Paragraph("文", 0)
            .Raw("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del w:id=\"1\" w:author=\"a\"/></w:rPr></w:pPr><w:del w:id=\"2\" w:author=\"a\"><w:r><w:delText>删</w:delText></w:r></w:del></w:p>")
            .Paragraph("后文", 0).Paragraph("文", 0)));

    [Fact]
    public void A_paragraph_whose_mark_is_deleted_runs_into_the_next() => Assert.Equal(
        ["1前后"],
        Read(new DocxMaker().List(Level(0, "decimal", "%1"))
            .Raw($"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del w:id=\"1\" w:author=\"a\"/></w:rPr></w:pPr>{Run("前")}</w:p>").Paragraph("后", 0)));

    [Fact]
    public void A_hidden_paragraph_is_not_counted() => Assert.Equal(
        ["1文", "2文"],
        Read(new DocxMaker().List(Level(0, "decimal", "%1")).Paragraph("文", 0)
            .Raw($"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:vanish/></w:rPr></w:pPr>{Run("密", "<w:vanish/>")}</w:p>").Paragraph("文", 0)));

    [Fact]
    public void A_number_of_ones_own_form_keeps_its_zeroes() => Assert.Equal(
        ["001文", "002文"],
        Read(Walk(new DocxMaker().List("<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><mc:AlternateContent><mc:Choice Requires=\"w14\"><w:numFmt w:val=\"custom\" w:format=\"001, 002, 003, ...\"/></mc:Choice><mc:Fallback><w:numFmt w:val=\"decimal\"/></mc:Fallback></mc:AlternateContent><w:suff w:val=\"nothing\"/><w:lvlText w:val=\"%1\"/></w:lvl>"), 0, 0)));

    [Theory]
    [InlineData("ideographDigital", 10, "一〇")]
    [InlineData("ideographDigital", 2024, "二〇二四")]
    [InlineData("japaneseCounting", 100, "百")]
    [InlineData("japaneseCounting", 111, "百十一")]
    [InlineData("japaneseLegal", 10, "壱拾")]
    [InlineData("chineseLegalSimplified", 10, "壹拾")]
    [InlineData("chineseLegalSimplified", 110, "壹佰壹拾")]
    [InlineData("chineseCountingThousand", 20_050, "二万零五十")]
    [InlineData("chineseCountingThousand", 100_000, "十万")]
    [InlineData("decimalEnclosedCircle", 20, "⑳")]
    [InlineData("decimalEnclosedCircleChinese", 21, "㉑")]
    [InlineData("decimalEnclosedCircle", 50, "㊿")]
    [InlineData("decimalEnclosedCircle", 51, "51")]
    [InlineData("ideographEnclosedCircle", 3, "㊂")]
    [InlineData("decimalEnclosedParen", 4, "⑷")]
    [InlineData("decimalEnclosedFullstop", 4, "⒋")]
    [InlineData("ideographZodiacTraditional", 60, "癸亥")]
    [InlineData("ideographTraditional", 11, "11")]
    [InlineData("ideographZodiac", 12, "亥")]
    [InlineData("decimalFullWidth", 12, "１２")]
    [InlineData("upperLetter", 27, "AA")]
    [InlineData("upperLetter", 28, "BB")]
    [InlineData("lowerRoman", 1999, "mcmxcix")]
    [InlineData("numberInDash", 3, "- 3 -")]
    [InlineData("ordinal", 112, "112th")]
    [InlineData("hex", 255, "FF")]
    [InlineData("nobody knows this", 7, "7")]
    public void A_format_writes(string format, int value, string text) => Assert.Equal(text, NumberFormat.Write(format, value));

    [Fact]
    public void Chinese_counts_are_read_back_as_what_was_written()
    {
        for (var value = 1; value < 200; value++)
            Assert.Equal(value, Gongbao.Gazette.Reading.Ordinals.Chinese(NumberFormat.Write("chineseCountingThousand", value)));
    }
}
