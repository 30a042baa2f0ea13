using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Tests.Reading;

public class A_printed_line
{
    [Theory]
    [InlineData("·· 11", true)]
    [InlineData("— 5 —", true)]
    [InlineData("-5-", true)]
    [InlineData("第 3 页 共 20 页", true)]
    [InlineData("11", false)] // a row's number in a table
    [InlineData("2021—2025", false)]
    [InlineData("1．材料", false)]
    [InlineData("5月", false)]
    public void Is_a_page_number_by_its_shape(string line, bool matches) => Assert.Equal(matches, PageNumber.Matches(line));

    [Theory]
    [InlineData("市政府市政府文件文件", "市政府文件")]
    [InlineData("人事人事任免任免", "人事任免")]
    [InlineData("市政府办公室文件", null)]
    public void Printed_twice_shows_by_its_doubled_words(string line, string? once) => Assert.Equal(once, Overprint.Undo(line));

    [Fact]
    public void Down_the_margin_is_furniture_when_it_repeats() =>
        Assert.Equal(
            [LineKind.Text, .. Enumerable.Repeat(LineKind.Masthead, 8), LineKind.Text],
            Small.Kinds("加强督促\n清\n河\n\n公\n报\n\n清\n河\n公\n报\n检查。"));

    [Fact]
    public void Of_one_character_in_the_head_of_a_table_is_not_furniture() =>
        Assert.All(Small.Kinds("序\n号\n责任单位\n及时\n序\n号\n责任单位"), k => Assert.Equal(LineKind.Text, k));

    [Fact]
    public void Repeated_at_page_heads_is_furniture_and_the_sentence_goes_on()
    {
        var document = Small.One(Small.Notice.Replace("每日记录", "每日\n— 2 —\n清河市公报 2024年第3期\n记录").Replace("取样", "取\n— 3 —\n清河市公报 2024年第3期\n样"));
        Assert.Contains(document.Root.Children, n => n is { Label: "一、" } && n.Children[0].Children[0].Text == "每日记录一次。");
    }

    [Fact]
    public void Naming_an_issuer_at_a_page_head_begins_a_document()
    {
        var other = Small.Notice.Replace("7号", "8号");
        Assert.Equal(2, Small.Read($"{Small.Notice}\n— 2 —\n{other}").Documents.Count);
    }

    [Fact]
    public void Of_a_tables_head_repeated_on_every_page_is_not_furniture() =>
        Assert.DoesNotContain(LineKind.RunningHead, Small.Kinds("— 1 —\n序号\n改革任务\n1\n巡查\n— 2 —\n序号\n改革任务\n2\n取样\n— 3 —\n序号\n改革任务\n3\n报告"));
}
