using System.Text;
using Gongbao.Platform.Sheets;

namespace Gongbao.Platform.Tests.Sheets;

public sealed class A_table_that_a_unit_keeps
{
    private const string Formats = """
        <numFmts><numFmt numFmtId="180" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="181" formatCode="[$-804]yyyy\-mm"/><numFmt numFmtId="182" formatCode="0.00_ &quot;dy&quot;"/><numFmt numFmtId="183" formatCode="[Red]m/d"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="180"/><xf numFmtId="181"/><xf numFmtId="57"/><xf numFmtId="182"/><xf numFmtId="183"/><xf numFmtId="20"/></cellXfs>
        """;

    [Theory]
    [InlineData("45169", 1, "2023年8月31日")]
    [InlineData("45169.75", 1, "2023年8月31日")]
    [InlineData("45169", 2, "2023年8月31日")]
    [InlineData("45139", 3, "2023年8月")]
    [InlineData("45139", 4, "2023年8月")]
    [InlineData("45169", 5, "45169")]
    [InlineData("45169", 6, "8月31日")]
    [InlineData("0.5", 7, "0.5")]
    [InlineData("45169", 0, "45169")]
    [InlineData("59", 1, "1900年2月28日")]
    [InlineData("61", 1, "1900年3月1日")]
    [InlineData("-3", 1, "-3")]
    [InlineData("1e300", 1, "1e300")]
    public void Has_its_days_as_their_format_shows_them(string value, int style, string words) =>
        Assert.Equal(words, Read(XlsxMaker.Sheet($"<sheetData><row r=\"1\"><c r=\"A1\" s=\"{style}\"><v>{value}</v></c></row></sheetData>", Formats)).Rows[0].Cells[0]);

    [Fact]
    public void Counts_days_from_1904_where_it_says_so() =>
        Assert.Equal("2023年8月31日", Read(XlsxMaker.Sheet("<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>43707</v></c></row></sheetData>", Formats, "<workbookPr date1904=\"1\"/>")).Rows[0].Cells[0]);

    [Fact]
    public void Says_downwards_merged_words_in_each_row_and_those_merged_across_once()
    {
        var table = Read(XlsxMaker.Sheet($"<sheetData>{Row(1, "市政府工作台账")}{Row(2, "1", "甲", "一局")}{Row(3, "2", "乙", "")}{Row(4, "3", "丙", "二局")}</sheetData><mergeCells><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"C2:C3\"/></mergeCells>"));
        Assert.Equal(["市政府工作台账"], table.Rows[0].Cells);
        Assert.Equal(["一局", "一局", "二局"], table.Rows.Skip(1).Select(r => r.Cell(2)));
    }

    [Fact]
    public void Tells_what_is_hidden_left_out_or_worked_out()
    {
        var table = Read(XlsxMaker.Sheet(
            "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData><row r=\"1\"><c r=\"A1\"><f>1+1</f><v>2</v></c></row><row r=\"7\" hidden=\"1\"><c r=\"B7\"><v>3</v></c></row></sheetData>",
            more: "<sheet name=\"附表\" sheetId=\"3\" r:id=\"rId2\"/><sheet name=\"草稿\" sheetId=\"4\" state=\"veryHidden\" r:id=\"rId3\"/>"));
        Assert.Equal(["只读了工作表“任务”，没有读“附表”、“草稿”（隐藏）。", "第 7 行在表里是隐藏的，也读了。", "B 列在表里是隐藏的，也读了。", "有 1 格是公式，按上次保存时算出的结果读。"], table.Notes);
        Assert.Equal((7, "3"), (table.Rows[1].Number, table.Rows[1].Cell(1)));
    }

    [Fact]
    public void Names_cells_that_cannot_be_read()
    {
        var table = Read(XlsxMaker.Sheet($"<sheetData><row r=\"4\"><c r=\"B4\"><f>Sheet2!A1</f></c><c r=\"C4\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c r=\"D4\" t=\"str\"><v>{new string('长', SheetFile.MostCell + 1)}</v></c></row></sheetData>"));
        Assert.Equal([(4, 1, "公式"), (4, 2, "出错"), (4, 3, "超过")], table.Faults.Select(f => (f.Row, f.Column, f.Why.Contains("出错", StringComparison.Ordinal) ? "出错" : f.Why.Contains("公式", StringComparison.Ordinal) ? "公式" : "超过")));
        var words = Read(Encoding.UTF8.GetBytes($"任务\n{new string('长', SheetFile.MostCell + 9)},短\n"));
        Assert.Equal((2, 0), (Assert.Single(words.Faults).Row, words.Faults[0].Column));
    }

    [Fact]
    public void Is_read_in_the_encoding_of_old_office_programs_and_says_so()
    {
        var gb = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
        var table = Read(gb.GetBytes("序号,任务,责任单位\r\n1,推进政务公开工作,市政府办公室\r\n"));
        Assert.Equal("推进政务公开工作", table.Rows[1].Cell(1));
        Assert.Contains("GB18030", Assert.Single(table.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_refused_with_the_row_and_the_column_from_which_its_encoding_cannot_be_told()
    {
        byte[] bytes = [.. "任务,责任单位\n修建堤防,市水务局\n检查水库,市水"u8, 0xFF, 0xFE, 0x80, .. "局\n值守,市水务局\n"u8];
        SheetFile.Read(bytes).IsRefused(out var refusal, out _);
        Assert.Equal("sheet.encoding", refusal?.Code);
        Assert.EndsWith("请另存为 UTF-8 再读。按 UTF-8 读，从第 3 行 B 列起有认不出的字。", refusal?.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(199, "GR")]
    public void Calls_its_columns_as_programs_do(int column, string name) => Assert.Equal(name, SheetTable.ColumnName(column));

    [Fact]
    public void Is_refused_where_it_is_noise_or_claims_more_than_anybody_writes()
    {
        var noise = new byte[4_000];
        new Random(7).NextBytes(noise);
        Assert.Equal("sheet.encoding", CodeOf(noise));
        var merges = string.Concat(Enumerable.Range(0, 300).Select(_ => "<mergeCell ref=\"A1:A1048576\"/>"));
        Assert.Equal("sheet.too-large", CodeOf(XlsxMaker.Sheet($"<sheetData>{string.Concat(Enumerable.Range(1, 3000).Select(i => Row(i, "x", "y")))}</sheetData><mergeCells>{merges}</mergeCells>")));
    }

    private static string Row(int number, params string[] cells) =>
        $"<row r=\"{number}\">{string.Concat(cells.Select((c, i) => c.Length == 0 ? "" : $"<c r=\"{SheetTable.ColumnName(i)}{number}\" t=\"inlineStr\"><is><t>{c}</t></is></c>"))}</row>";

    private static SheetTable Read(byte[] bytes)
    {
        var read = SheetFile.Read(bytes);
        Assert.Empty(read.Refusals);
        read.IsRefused(out _, out var table);
        return table!;
    }

    private static string CodeOf(byte[] bytes) => SheetFile.Read(bytes).IsRefused(out var refusal, out _) ? refusal.Code : "";
}
