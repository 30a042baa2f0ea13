using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Tests.Reading;

public class An_outline
{
    private static IEnumerable<string> Of(string body) =>
        Small.Outline(Small.One(Small.Notice[..Small.Notice.IndexOf("一、", StringComparison.Ordinal)] + body + "\n清河市人民政府办公室\n2024年3月5日"));

    [Fact]
    public void Follows_the_official_order_of_levels() =>
        Assert.Equal(
            ["1 一、总体要求", "2 （一）目标", "3 1．水位", "4 （1）日报", "3 2．水质", "2 （二）原则", "1 二、保障措施"],
            Of("一、总体要求\n（一）目标。如下。\n1．水位。记录。\n（1）日报。每天。\n2．水质。取样。\n（二）原则。从严。\n二、保障措施\n落实责任。"));

    [Fact]
    public void May_skip_a_level() => Assert.Equal(["1 一、要求", "3 1.水位", "3 2.水质"], Of("一、要求\n1.水位。记录。\n2.水质。取样。"));

    [Fact]
    public void May_number_on_across_the_clauses_above() =>
        Assert.Equal(
            ["1 一、甲", "2 （一）子", "2 （二）丑", "1 二、乙", "2 （三）寅"], Of("一、甲\n（一）子。一。\n（二）丑。二。\n二、乙\n（三）寅。三。"));

    [Fact]
    public void Takes_half_width_marks_too() => Assert.Equal(["1 一、甲", "2 (一)子", "2 (二)丑"], Of("一、甲\n(一)子。一。\n(二)丑。二。"));

    [Fact]
    public void Keeps_list_items_as_headings_without_their_semicolon() =>
        Assert.Equal(["1 一、范围", "2 （一）各县", "2 （二）各乡镇、街道"], Of("一、范围\n（一）各县；\n（二）各乡镇、街道。"));

    [Fact]
    public void Ends_a_run_in_heading_at_its_first_full_stop_also_on_the_next_line() =>
        Assert.Equal(["1 一、要求", "2 （一）健全上下联动左右协同的湖泊巡查工作机制"], Of("一、要求\n（一）健全上下联动左右协同的湖泊巡查工作\n机制。各地要建立健全上下联动左右协同的湖泊\n巡查工作机制。").Take(2));

    [Fact]
    public void Begins_a_clause_with_words_that_look_like_the_end_of_a_reference() =>
        Assert.Equal(["1 一、项目管理", "2 （一）款项拨付", "1 二、乙"], Of("一、项目管理\n（一）款项拨付。按月。\n二、乙\n落实责任。"));

    /// <summary>In typed text two ideographs' space begin a paragraph, however full the line before is.</summary>
    [Fact]
    public void Takes_an_indent_for_the_beginning_of_a_paragraph()
    {
        var line = new string('湖', 38) + "。";
        var body = $"　　一、甲\n　　{line}\n　　{line}\n　　二、乙\n　　落实责任。";
        var document = Small.One(Small.Notice[..Small.Notice.IndexOf("一、", StringComparison.Ordinal)] + body + "\n清河市人民政府办公室\n2024年3月5日");
        Assert.Equal(2, document.Root.Children.Single(c => c.Label == "一、").Children.Count(c => c.Kind is NodeKind.Paragraph));
    }

    [Theory]
    [InlineData("推动第一、\n二、三产业融合发展，促进增收。")]
    [InlineData("一、二等奖各三名，其余若干。")]
    [InlineData("山地占七成，平坝仅占\n1.2%，丘陵占\n28.1%。")]
    [InlineData("具体按第三部分\n（二）、（三）的规定执行。")]
    [InlineData("各县\n（市、区）人民政府要落实。")]
    public void Sees_no_clause_in(string prose) => Assert.Equal(["1 一、甲", "1 二、乙"], Of($"一、甲\n{prose}\n二、乙\n落实责任。"));

    [Fact]
    public void Doubts_a_missing_number()
    {
        var document = Small.One(Small.Notice.Replace("（二）水质", "（三）水质"));
        Assert.Equal(["1 一、巡查重点", "2 （一）水位", "2 （三）水质", "1 二、工作要求"], Small.Outline(document));
        Assert.Contains(document.Flags, f => f.At == "headings[2].label" && f.Line == 8);
    }

    /// <summary>Articles that were put behind others take no numbers from those that follow; 之一般 begins no such article.</summary>
    [Fact]
    public void Of_a_regulation_has_articles_put_behind_others()
    {
        Assert.Equal(
            ["1 第一条为了保护湖泊，制定本办法", "1 第一条之一湖泊实行名录管理", "1 第一条之二名录每年公布", "1 第二条自公布之日起施行"],
            Of("第一条 为了保护湖泊，制定本办法。\n第一条之一 湖泊实行名录管理。\n第一条之二 名录每年公布。\n第二条 自公布之日起施行。"));
        Assert.Equal(["1 第一条之一般规定，适用于湖泊", "1 第二条自公布之日起施行"], Of("第一条之一般规定，适用于湖泊。\n第二条 自公布之日起施行。"));
    }

    [Fact]
    public void Of_a_regulation_counts_from_its_chapters() =>
        Assert.Equal(
            ["1 第一章总则", "2 第一条为了保护湖泊，制定本办法", "3 （一）东湖", "3 （二）西湖", "1 第二章附则", "2 第二条自公布之日起施行"],
            Of("第一章 总则\n第一条 为了保护湖泊，制定本办法。\n（一）东湖；\n（二）西湖。\n第二章 附则\n第二条 自公布之日起施行。"));
}
