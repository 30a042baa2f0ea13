namespace Gongbao.Gazette.Tests.Reading;

public class An_order
{
    private const string Text = """
        清河市人民政府令
        第12号

        《清河市湖泊保护办法》已经2025年2月8日清河市
        第五届人民政府第31次常务会议审议通过，现予公布，自
        2025年5月1日起施行。

        市长 何清远
        2025年3月20日

        清河市湖泊保护办法

        第一章 总则

        第一条 为保护湖泊，制定本办法。
        第二条 本市湖泊的管理适用本办法。

        第二章 附则

        第三条 本办法自2025年5月1日起施行。
        """;

    [Fact]
    public void Has_issuer_number_kind_and_the_date_of_the_person_who_signs()
    {
        var order = Small.One(Text);

        Assert.Equal("清河市人民政府令第12号", order.Number?.Value);
        Assert.Equal(["清河市人民政府"], order.Issuers.Select(i => i.Value));
        Assert.Equal("令", order.Kind?.Value);
        Assert.Equal(new DateOnly(2025, 3, 20), order.DatedOn?.Value);
    }

    [Theory]
    [InlineData("第 12 号")]
    [InlineData("第十二号")]
    [InlineData("（第12号）")]
    [InlineData("（第十二号）")]
    public void Has_its_number_in_one_form_however_printed(string number) =>
        Assert.Equal("清河市人民政府令第12号", Small.One(Text.Replace("第12号", number, StringComparison.Ordinal)).Number?.Value);

    [Fact]
    public void May_have_its_number_on_the_line_of_its_name() =>
        Assert.Equal("清河市人民政府令第12号", Small.One(Text.Replace("令\n", "令", StringComparison.Ordinal)).Number?.Value);

    [Fact]
    public void Holds_the_articles_of_what_it_makes_known() =>
        Assert.Equal(["第一章", "第一条", "第二条", "第二章", "第三条"], Small.One(Text).Headings.Select(h => h.Label));

    [Fact]
    public void Begins_nowhere_in_a_text_that_only_cites_it() =>
        Assert.DoesNotContain("令", Small.One(Small.Notice.Replace("特此通知", "清河市人民政府令\n第12号\n早已说明", StringComparison.Ordinal)).Kind?.Value ?? "");
}
