using System.Text;
using Gongbao.Gazette.Campaigns.Lists;
using Gongbao.Gazette.Tests.Library;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Sheets;
using Gongbao.Platform.Store;

namespace Gongbao.Gazette.Tests.Campaigns;

public class A_list_that_a_unit_keeps_on_SQLite() : A_list_that_a_unit_keeps(StoreProvider.Sqlite);

public class A_list_that_a_unit_keeps_on_PostgreSQL() : A_list_that_a_unit_keeps(StoreProvider.Postgres);

[Clause("GAZ-07")]
public abstract class A_list_that_a_unit_keeps(StoreProvider provider) : CampaignTests(provider)
{
    private static readonly string[][] Rows =
    [
        ["市政府行政规范性文件目录"], ["序号", "文 件 名 称", "发文字号"],
        ["1", "《关于城市节约用水的意见》", "清府发[2024]9号"], ["2", "", "清府发〔2024〕3号"], ["", "", ""], ["3", "清河市人民政府关于做好植树工作的通知", ""],
    ];

    [Fact]
    public async Task Names_the_same_documents_as_a_workbook_and_as_comma_separated_words()
    {
        var workbook = await ReadAsync(XlsxMaker.Workbook(Rows));
        Assert.Equal((3, 0), (workbook.Rows, workbook.Mistakes.Count));
        Assert.Equal([Saving, Supply, Trees], workbook.Documents);

        foreach (var separator in ",;\t")
            foreach (var encoding in new[] { Encoding.UTF8, new UnicodeEncoding(false, true), CodePagesEncodingProvider.Instance.GetEncoding("gb18030")! })
            {
                var words = string.Join("\r\n", Rows[1..].Select(r => string.Join(separator, r.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))));
                Assert.Equal(workbook.Documents, (await ReadAsync([.. encoding.GetPreamble(), .. encoding.GetBytes(words)])).Documents);
            }
    }

    [Fact]
    public async Task Says_of_every_row_that_leads_to_no_document_what_is_wrong_and_the_mend()
    {
        var read = await ReadAsync(XlsxMaker.Workbook(
            ["文号", "标题"], [Supply, ""], ["清府发〔2024〕99号", ""], ["三号文", ""], [Trees, "关于城市节约用水的意见"], ["", "没有这样的文件"], ["清府发（2024）3号", ""], ["", ""], ["", "", "备注"]));

        Assert.Equal([Supply], read.Documents);
        Assert.Equal(
        [
            "第 3 行：文件库里没有“清府发〔2024〕99号”；请核对文号，或者先把文件入库。",
            "第 4 行：“三号文”不是发文字号；请写成“×府发〔2024〕3号”的样子，没有文号的留空、写上文件名称。",
            $"第 5 行：“{Trees}”在文件库里是《关于做好植树工作的通知》，和这一行写的名称“关于城市节约用水的意见”不同；请核对文号和名称。",
            "第 6 行：文件库里没有名称是“没有这样的文件”的文件；请核对名称，最好写上发文字号，或者先把文件入库。",
            "第 7 行：与第 2 行是同一份文件；请删去其中一行。",
            "第 9 行：没有写发文字号，也没有写文件名称；请补上，或者删去这一行。",
        ], read.Mistakes);
    }

    [Fact]
    public async Task Asks_for_the_number_where_several_documents_bear_the_title()
    {
        await Library.ImportAsync(Issues.Trees.Replace("清府发〔2024〕4号", "清府发〔2024〕14号", StringComparison.Ordinal));
        Assert.Equal(["第 2 行：文件库里有 2 份文件都叫“关于做好植树工作的通知”；请写上发文字号。"], (await ReadAsync("标题\n关于做好植树工作的通知\n"u8.ToArray())).Mistakes);
    }

    [Theory]
    [InlineData("", "sheet.empty")]
    [InlineData("\n ,\n", "sheet.empty")]
    [InlineData("文号,标题\n", "clean-up.list-empty")]
    [InlineData("甲,乙\n清府发〔2024〕3号,\n", "clean-up.list-no-head")]
    public async Task Is_refused_where_it_holds_nothing_that_can_be_read(string words, string code) => Assert.Equal(code, CodeOf(await AskAsync(Encoding.UTF8.GetBytes(words))));

    [Fact]
    public async Task Is_refused_where_it_is_no_table_or_meant_to_harm()
    {
        Assert.Equal("sheet.not-a-table", CodeOf(await AskAsync(XlsxMaker.Package(("word/document.xml", "<w/>")))));
        Assert.Equal("sheet.bad-path", CodeOf(await AskAsync(XlsxMaker.Package(("../xl/workbook.xml", "<w/>")))));
        Assert.Equal("sheet.damaged", CodeOf(await AskAsync(XlsxMaker.Workbook(Rows)[..^40])));
        Assert.Equal("sheet.old", CodeOf(await AskAsync([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]])));
        Assert.Equal("sheet.too-large", CodeOf(await AskAsync(new byte[SheetFile.MostBytes + 1])));
        Assert.Equal("sheet.too-large", CodeOf(await AskAsync(Encoding.UTF8.GetBytes("文号\n" + string.Concat(Enumerable.Repeat("x\n", SheetFile.MostRows + 1))))));
        const string Entities = "<!DOCTYPE w [<!ENTITY a \"aaaa\">]><workbook>&a;</workbook>";
        Assert.Equal("sheet.damaged", CodeOf(await AskAsync(XlsxMaker.Package(("xl/workbook.xml", Entities)))));
        var bomb = XlsxMaker.Workbook(["文号", new string('x', 40_000_000)]);
        Assert.Equal("sheet.zip-bomb", CodeOf(await AskAsync(bomb)));
    }

    private async Task<CleanUpList> ReadAsync(byte[] bytes) => TestLibrary.Done(await AskAsync(bytes));

    private Task<Result<CleanUpList>> AskAsync(byte[] bytes) => Library.AskAsync<ReadList, Result<CleanUpList>>(r => r.HandleAsync(bytes, CancellationToken.None));
}
