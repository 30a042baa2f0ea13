using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Tests.Reading;

/// <summary>The contents of an issue (目录) against its documents.</summary>
public class The_contents
{
    private const string Other = """
        清河市人民政府
        关于调整汛限水位的批复
        清市府函〔2024〕9号
        白鹭县人民政府：
        同意调整。
        清河市人民政府
        2024年3月8日
        """;

    private const string Order = """
        清河市人民政府令
        第12号
        《清河市湖泊保护办法》已经审议通过，现予公布，自2024年5月1日起施行。
        市长 周大同
        2024年3月9日
        清河市湖泊保护办法
        第一条 为了保护湖泊，制定本办法。
        第二条 本办法自2024年5月1日起施行。
        """;

    private const string Notice = "清河市人民政府办公室关于加强湖泊巡查的通知……（1）";
    private const string Reply = "清河市人民政府关于调整汛限水位的批复……（2）";
    private const string Lakes = "清河市湖泊保护办法（清河市人民政府令第12号）……（3）";

    [Theory]
    [InlineData(Notice, Reply, Lakes)]
    [InlineData("关于加强湖泊巡查的通知（清府办发〔2024〕7号）……（1）", "关于调整汛限水位的批复\n（清市府函［2024］9号）……（2）", "清河市人民政府令第12号……（3）")]
    [InlineData("市政府办公室文件", "清河市人民政府办公室关于加强\n湖泊巡查的通知......1", "市政府文件", Reply, "清河市人民政府令（第十二号）·····3")]
    public void Are_not_doubted_where_they_name_each_document_in_one_of_its_names(params string[] entries) => Assert.Empty(Doubts(entries));

    [Fact]
    public void Are_doubted_where_a_document_is_not_found() =>
        Assert.Contains("“清河市人民政府关于水价的决定”没有在正文中读成一份文件", Assert.Single(Doubts(Notice, "清河市人民政府关于水价的决定……（2）", Reply, Lakes)).Why);

    [Fact]
    public void Are_doubted_where_they_leave_a_document_out()
    {
        var doubt = Assert.Single(Doubts(Notice, Lakes));
        Assert.Contains("没有列出", doubt.Why);
        Assert.Equal("关于调整汛限水位的批复", doubt.Words);
    }

    [Fact]
    public void May_be_of_the_chief_documents_alone() => Assert.Empty(Doubts("要目", [Notice, Lakes]));

    [Theory]
    [InlineData("清河市人民政府办公室关于加强湖泊巡查工作的通知……（1）", "为“清河市人民政府办公室关于加强湖泊巡查工作的通知”")]
    [InlineData("关于加强湖泊巡查的通知（清府办发〔2024〕8号）……（1）", "文号不同")]
    [InlineData("清河市人民政府办公室关于加强湖泊巡查的通知……（4）", "在第 4 页，正文印在第 1 页")]
    public void Are_doubted_where_they_say_of_a_document_what_it_does_not(string entry, string why) =>
        Assert.Contains(why, Assert.Single(Doubts(entry, Reply, Lakes)).Why);

    [Theory]
    [InlineData("清河市人民政府令第13号……（3）")]
    [InlineData("清河市湖泊保护办法（清河市人民政府令第13号）……（3）")]
    public void Are_doubted_where_they_give_an_order_another_number(string entry) => Assert.Contains("文号不同", Assert.Single(Doubts(Notice, Reply, entry)).Why);

    private static IEnumerable<(string Why, string Words)> Doubts(params string[] entries) => Doubts("目 录", entries);

    private static List<(string Why, string Words)> Doubts(string mark, string[] entries)
    {
        var text = $"清河市人民政府公报\n{mark}\n{string.Join('\n', entries)}\n\f{Small.Notice}\n— 1 —\n\f{Other}\n— 2 —\n\f{Order}\n— 3 —\n";
        var reading = Small.Read(text);
        Assert.Equal(3, reading.Documents.Count);
        return [.. reading.Flags.Where(f => f.At == "contents").Select(f => (f.Why, Characters.Compact(reading.Source[f.Span])))];
    }
}
