using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Tests.Reading.Tables;

public class A_table_of_duties
{
    private const string Body = "（一）加强巡查。围绕湖泊水质，及时公布巡查结果。加大沿岸垃圾清理力度，做到日产日清。\n（二）补种草木。在临江岸线补种芦苇，恢复湿地。";

    private const string Columns =
        """
        1
        加强
        巡查
        补种
        草木
        围绕湖泊水质，及时公布巡
        查结果。
        加大沿岸垃圾清理力度，做
        到日产日清。
        在临江岸线补种芦苇，恢复
        湿地。
        市水务局、市生态环
        境局，各县（市、区）
        人民政府。
        市城管执法局。
        市林业局、市水务局
        等部门（单位）。
        及时
        公开
        长期
        坚持
        10月
        31日
        """;

    private const string Head = "序\n号\n工作\n任务\n重点工作任务 责任单位\n完成\n时限";

    [Theory]
    [InlineData(Columns + "\n" + Head)]
    [InlineData(Head + "\n" + Columns)]
    public void Is_put_together_whether_its_head_comes_first_or_last(string text)
    {
        var rows = Read(text, Body).Obligations;
        Assert.Equal(["围绕湖泊水质，及时公布巡查结果。", "加大沿岸垃圾清理力度，做到日产日清。", "在临江岸线补种芦苇，恢复湿地。"], rows.Select(r => r.Task.Value));
        Assert.Equal(["市水务局、市生态环境局，各县（市、区）人民政府", "市城管执法局", "市林业局、市水务局等部门（单位）"], rows.Select(r => r.Units?.Value));
        Assert.Equal(["及时公开", "长期坚持", "10月31日"], rows.Select(r => r.DueText?.Value));
        Assert.Equal(["（一）", "（一）", "（二）"], rows.Select(r => r.Measure?.Value));
        Assert.Equal(new DateOnly(2024, 10, 31), rows[2].Due?.Date);
        Assert.Equal([false, false, true], rows.Select(r => r.Others));
    }

    [Fact]
    public void Goes_on_over_pages()
    {
        var text = $"{Columns}\n{Head}\n2\n补种\n草木\n在清河两岸补种芦苇。\n市林业局。\n12月\n31日\n{Head}";
        var rows = Read(text, Body + "在清河两岸补种芦苇。").Obligations;
        Assert.Equal(4, rows.Count);
        Assert.Equal("12月31日", rows[3].DueText?.Value);
    }

    [Fact]
    public void May_have_every_column_under_its_own_head()
    {
        var rows = Read("序号\n1\n2\n改革任务\n设置联办窗口。\n明确专人办理。\n成果形式\n在大厅张贴联办窗口标识。\n落实联办专人。\n责任单位\n各县（市、区）人民政府、清河高新\n区管委会\n市政管局\n完成时限\n2024年\n5月底\n持续推进", "").Obligations;
        Assert.Equal(["设置联办窗口。", "明确专人办理。"], rows.Select(r => r.Task.Value));
        Assert.Equal(["在大厅张贴联办窗口标识。", "落实联办专人。"], rows.Select(r => r.Output?.Value));
        Assert.Equal(["各县（市、区）人民政府、清河高新区管委会", "市政管局"], rows.Select(r => r.Units?.Value));
        Assert.Equal(["2024年5月底", "持续推进"], rows.Select(r => r.DueText?.Value));
    }

    [Fact]
    public void Parts_names_printed_one_a_line_by_the_order_such_lists_keep()
    {
        var rows = Read(
            "1\n完善巡\n查制度\n在沿湖村组设置巡查点，悬挂标牌，配备望远镜等设备。\n与沿湖企业合作，试点设置巡查点，悬挂标牌并公示电话。\n市水务局\n市水务局\n各县（市、区）人民政府\n清河高新区管委会\n市财政局\n各县（市、区）人民政府\n清河高新区管委会\n2024年\n10月\n2024年\n8月\n序\n号\n改革\n任务\n成果形式\n牵头\n单位\n责任单位 完成时限", "").Obligations;
        Assert.Equal(["各县（市、区）人民政府、清河高新区管委会", "市财政局、各县（市、区）人民政府、清河高新区管委会"], rows.Select(r => r.Units?.Value));
        Assert.All(rows, r => Assert.Equal(["市水务局"], r.Lead.Select(l => l.Value)));
        Assert.All(rows, r => Assert.Equal("完善巡查制度", r.Group?.Value));
    }

    [Fact]
    public void Whose_counts_do_not_agree_keeps_its_words_and_invents_nothing()
    {
        var reading = Read(Columns.Replace("长期\n坚持\n", "") + "\n" + Head, Body);
        Assert.Equal(3, reading.Obligations.Count);
        Assert.All(reading.Obligations, r => Assert.Null(r.DueText));
        Assert.All([0, 1, 2], i => Assert.Contains(reading.Flags, f => f.At == $"obligations[{i}].due_text"));
    }

    [Fact]
    public void Leaves_no_line_out_of_its_tree()
    {
        var part = Part(Columns + "\n" + Head + "\n备注：另有要求的从其要求。", Body);
        var held = new bool[part.Source.Text.Length];
        foreach (var node in PartContent.Read(part)!.Nodes) Mark(node, held);
        for (var i = 0; i < held.Length; i++) Assert.True(held[i] || char.IsWhiteSpace(part.Source.Text[i]));
    }

    private static void Mark(Node node, bool[] held)
    {
        foreach (var piece in node.Pieces) Array.Fill(held, true, piece.From, piece.Length);
        foreach (var child in node.Children) Mark(child, held);
    }

    internal static ContentReading Read(string text, string body) => PartContent.Read(Part(text, body))!;

    internal static ContentPart Part(string text, string body, string title = "重点任务分工表")
    {
        var source = SourceText.Of(text);
        var passages = body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(p =>
        {
            var words = SourceText.Of(p);
            return new Passage(JoinedText.Of(words, [new Span(0, p.Length)]), [p[..3]], p[3..p.IndexOf('。')], 1);
        });
        return new(source, ContentLine.Of(source, LineClassifier.Classify(source)), title, new([.. passages]), 2024);
    }
}

public class A_score_sheet
{
    [Fact]
    public void Gives_items_their_category_by_the_points_that_sum_to_it()
    {
        var items = A_table_of_duties.Read(
            "考评对象： 综合得分：\n1\n2\n4\n日常\n履职\n（10分）\n数据\n统筹\n（10分）\n按时参加培训和会议。\n制定本部门工作计划。\n组织开展数据普查登记，形成清单。\n5分\n5分\n10分\n序号\n项目\n名称\n工作内容\n评价\n分值\n得分", "").ScoreSheet;
        Assert.Equal(["日常履职", "日常履职", "数据统筹"], items.Select(i => i.Category?.Value));
        Assert.Equal([1, 2, 4], items.Select(i => i.No?.Value));
        Assert.Equal([5m, 5m, 10m], items.Select(i => i.Points?.Value));
    }

    [Fact]
    public void Flags_points_that_are_not_printed()
    {
        var reading = A_table_of_duties.Read("1\n2\n日常\n履职\n（10分）\n按时参加培训和会议。\n制定本部门工作计划。\n序号\n项目\n名称\n工作内容\n评价\n分值\n得分", "");
        Assert.All(reading.ScoreSheet, i => Assert.Null(i.Points));
        Assert.Equal(["score_sheet[0].points", "score_sheet[1].points"], reading.Flags.Select(f => f.At));
    }
}

public class A_list_of_honours
{
    [Fact]
    public void Gives_category_grade_county_and_names_that_were_broken()
    {
        var part = A_table_of_duties.Part(
            "一、先进县\n一等奖\n临江区\n二等奖\n云岭县、枫桥市\n二、先进乡镇\n云 岭 县：石门镇、长滩镇\n枫桥市：白沙镇\n三、先进主体\n清河市临江区石门镇长滩社区股份经济合作\n联合社\n云岭县清溪家庭农场", "", "2023年先进县（先进乡镇）名单");
        var honours = PartContent.Read(part)!.Honours;
        Assert.Equal(
        [
            ("先进县", "一等奖", "临江区", null), ("先进县", "二等奖", "云岭县", null), ("先进县", "二等奖", "枫桥市", null), ("先进乡镇", null, "石门镇", "云岭县"),
            ("先进乡镇", null, "长滩镇", "云岭县"), ("先进乡镇", null, "白沙镇", "枫桥市"), ("先进主体", null, "清河市临江区石门镇长滩社区股份经济合作联合社", null),
            ("先进主体", (string?)null, "云岭县清溪家庭农场", (string?)null),
        ], honours.Select(h => (h.Category.Value, h.Grade?.Value, h.Name.Value, h.County?.Value)));
    }
}

public class A_time_limit_in_a_cell
{
    [Theory]
    [InlineData("8月31日"), InlineData("2024年10月底前"), InlineData("及时公开"), InlineData("长期坚持"), InlineData("2024年底前完成并长期坚持"), InlineData("30个工作日内"), InlineData("每年12月底前"), InlineData("2023年—2025年")]
    public void Is_known_by_its_shape(string text) => Assert.True(LimitShape.Matches(text));

    [Theory]
    [InlineData("31日"), InlineData("公开"), InlineData("及时公开及时公开"), InlineData("8月31日9月30日"), InlineData("2024年底7月31日"), InlineData("2024年5月底持续推进"), InlineData("加强监督"), InlineData("第33次会议")]
    public void Is_nothing_less_and_nothing_more(string text) => Assert.False(LimitShape.Matches(text));
}
