using Gongbao.Gazette.Library;
using Gongbao.Gazette.Tests.Library;
using Gongbao.Platform.Store;

namespace Gongbao.Gazette.Tests.Search;

public class The_search_box_on_SQLite() : The_search_box(StoreProvider.Sqlite);

public class The_search_box_on_PostgreSQL() : The_search_box(StoreProvider.Postgres);

public abstract class The_search_box(StoreProvider provider) : LibraryTests(provider)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Library.ImportAsync(Issues.Both + "\n" + Issues.Trees);
    }

    [Theory]
    [InlineData("清府办发〔2024〕7号")]
    [InlineData("清府办发[2024]7号")]
    [InlineData("清府办发【2024】7号")]
    [InlineData("清府办发（2024）7号")]
    [InlineData("清府办发(2024)7号")]
    [InlineData(" 清府办发 〔２０２４〕 第７号 ")]
    public async Task Leads_straight_to_the_document_whose_number_was_typed(string number)
    {
        var found = await Library.SearchAsync(number);
        Assert.Equal(await Library.SlugAsync("清府办发〔2024〕7号"), found.Exact);
        Assert.Equal(found.Exact, found.Hits[0].Document.Slug);
    }

    [Fact]
    public async Task Knows_no_document_of_a_number_that_it_does_not_hold() => Assert.Null((await Library.SearchAsync("清府办发〔2024〕77号")).Exact);

    [Theory]
    [InlineData("检修应于2024年6")]
    [InlineData("\"检修应于2024年6\"")]
    [InlineData("应于2024年6月10日")]
    public async Task Takes_what_looks_like_a_number_that_nothing_bears_for_words(string words)
    {
        await Library.ImportAsync(Issues.Trees.Replace("〔2024〕4号", "〔2024〕44号", StringComparison.Ordinal).Replace("三月中旬开始", "渠道检修应于2024年6月10日前完成", StringComparison.Ordinal));
        var found = await Library.SearchAsync(words);
        Assert.False(found.IsLoose);
        Assert.Contains(found.Hits.SelectMany(h => h.Places), p => string.Concat(p.Snippet.Select(s => s.Text)).Contains("应于2024年6月10日", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Finds_two_characters_and_marks_them()
    {
        var found = await Library.SearchAsync("水质");
        Assert.Equal(["清府办发〔2024〕7号", "清府发〔2024〕3号"], found.Hits.Select(h => h.Document.Number));
        Assert.All(found.Hits, h => Assert.Contains(h.Places, p => p.Snippet.Any(s => s is { IsFound: true, Text: "水质" })));
    }

    [Fact]
    public async Task Finds_documents_that_hold_every_word()
    {
        Assert.Equal(["清府发〔2024〕3号"], Numbers(await Library.SearchAsync("水质 企业")));
        Assert.Equal(["清府发〔2024〕3号"], Numbers(await Library.SearchAsync("意见　责任")));
        Assert.Equal(0, Exactly(await Library.SearchAsync("水质 植树")));
    }

    [Theory]
    [InlineData("各县(市、区)", 0)]
    [InlineData("通知如下", 2)]
    [InlineData("清河市人民政府关于加强城市供水管理的意见", 1)]
    [InlineData("２０２４", 3)]
    [InlineData("清府发(2024)", 2)]
    public async Task Makes_no_difference_between_widths_and_brackets(string query, int documents) => Assert.Equal(documents, (await Library.SearchAsync(query)).Total);

    [Fact]
    public async Task Puts_titles_before_texts_and_the_newer_first()
    {
        Assert.Equal(["清府办发〔2024〕7号", "清府发〔2024〕3号"], Numbers(await Library.SearchAsync("加强")));
        Assert.Equal(["清府办发〔2024〕7号", "清府发〔2024〕4号", "清府发〔2024〕3号"], Numbers(await Library.SearchAsync("清河市")));
        Assert.Equal("清府发〔2024〕4号", Numbers(await Library.SearchAsync("关于做好植树工作的通知"))[0]);
    }

    [Theory]
    [InlineData("13800000000")]
    [InlineData("xiaohe")]
    [InlineData("王小河")]
    public async Task Does_not_find_what_is_masked(string personal)
    {
        Assert.Equal(0, (await Library.SearchAsync(personal)).Total);
        var around = await Library.SearchAsync("联系人");
        Assert.DoesNotContain(personal, string.Concat(around.Hits.SelectMany(h => h.Places).SelectMany(p => p.Snippet).Select(s => s.Text)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData(" \u3000\t", 0)]
    [InlineData("%", 0)]
    [InlineData("_", 0)]
    [InlineData("水%质", 0)]
    [InlineData("'\"\\;--", 0)]
    [InlineData("\ud800", 0)]
    [InlineData("水质\0", 2)]
    [InlineData("\0", 0)]
    [InlineData("\uffff\ufffe", 0)]
    [InlineData("\"", 0)]
    [InlineData("水质\"", 0)]
    [InlineData("水质*", 0)]
    [InlineData("^水质", 0)]
    [InlineData("-水质", 0)]
    [InlineData("水质 AND 企业", 0)]
    [InlineData("NEAR(水质 企业)", 0)]
    [InlineData("words : 水质", 0)]
    [InlineData("{words} : \"水质\"", 0)]
    [InlineData("\"水质\"", 2)]
    [InlineData("“水质”“检测”", 1)]
    [InlineData("%' or 1=1 --", 0)]
    [InlineData("$1 {0} @p0", 0)]
    [InlineData("水\ud800质", 0)]
    [InlineData("\udfff水质", 0)]
    public async Task Takes_odd_input_as_words(string query, int documents) => Assert.Equal(documents, Exactly(await Library.SearchAsync(query)));

    [Fact]
    public async Task Bears_long_queries_many_words_and_pages_that_are_not_there()
    {
        Assert.Equal(0, (await Library.SearchAsync(new string('水', 100_000))).Total);
        Assert.Equal(0, (await Library.SearchAsync(string.Join(' ', Enumerable.Range(0, 10_000)))).Total);
        Assert.Equal(0, (await Library.SearchAsync(string.Concat(Enumerable.Repeat("𠮷", 150)))).Total);
        Assert.Contains("只按前 200 个字查找", string.Concat((await Library.SearchAsync(new string('水', 10_000))).Remarks), StringComparison.Ordinal);
        Assert.Equal((1, 2), ((await Library.SearchAsync("水质", int.MaxValue)).Page, (await Library.SearchAsync("水质", int.MinValue)).Total));
    }

    [Theory]
    [InlineData("清府办发〔2024〕7号 一（二）", "1.2")]
    [InlineData("清府办发[2024]7号#二", "2")]
    [InlineData("《关于加强湖泊巡查的通知》一（三）", "1.3")]
    [InlineData("清府办发〔2024〕7号 九", null)]
    public async Task Finds_the_clause_that_is_named_with_its_document(string query, string? clause)
    {
        var found = await Library.SearchAsync(query);
        Assert.Equal((await Library.SlugAsync("清府办发〔2024〕7号"), clause), (found.Exact, found.ExactClause));
    }

    /// <summary>The text that a notice issues is what people know; who cites it stands behind.</summary>
    [Theory]
    [InlineData("《清河市湿地保护办法》第二条", "art2")]
    [InlineData("清河市湿地保护办法第二条", "art2")]
    [InlineData("《清河市湿地保护办法》第九条", null)]
    public async Task Finds_the_clause_of_a_text_that_a_notice_issues(string query, string? clause)
    {
        await IssueWetlandsAsync();
        var found = await Library.SearchAsync(query);
        Assert.Equal((await Library.SlugAsync("清府发〔2020〕3号"), clause), (found.Exact, found.ExactClause));
        Assert.Equal(found.Exact, found.Hits[0].Document.Slug);
        if (clause is null) Assert.Contains("《清河市人民政府关于印发《清河市湿地保护办法》的通知》（清府发〔2020〕3号）里没有“第九条”，请核对条款的序号。", found.Remarks);
    }

    [Fact]
    public async Task Knows_a_notice_by_the_name_of_the_text_that_it_issues()
    {
        await IssueWetlandsAsync();
        var hit = (await Library.SearchAsync("《清河市湿地保护办法》")).Hits[0];
        Assert.Equal(("清府发〔2020〕3号", true), (hit.Document.Number, hit.Why.StartsWith("标题或者所印发文件的名称与所查一致", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("7号文")]
    [InlineData("7号文 一（二）")]
    [InlineData("清府办发[2024]7号#二")]
    public async Task Says_the_number_that_the_document_bears(string query) =>
        Assert.StartsWith("文号就是“清府办发〔2024〕7号”", (await Library.SearchAsync(query)).Hits[0].Why, StringComparison.Ordinal);

    [Fact]
    public async Task Says_that_a_document_has_no_such_clause()
    {
        var found = await Library.SearchAsync("清府办发〔2024〕7号 九");
        Assert.Contains("《清河市人民政府办公室关于加强湖泊巡查的通知》（清府办发〔2024〕7号）里没有“九”，请核对条款的序号。", found.Remarks);
        Assert.StartsWith("文号就是“清府办发〔2024〕7号”", found.Hits[0].Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("关于加强湖泊巡查的通知", "清府办发〔2024〕7号")]
    [InlineData("《清河市人民政府办公室关于加强湖泊巡查的通知》", "清府办发〔2024〕7号")]
    [InlineData("清河市湿地保护办法", "清府发〔2020〕3号")]
    [InlineData("湖泊巡查的通知", null)]
    [InlineData("水质", null)]
    public async Task Knows_the_one_document_of_a_title(string query, string? number)
    {
        await IssueWetlandsAsync();
        var found = await Library.SearchAsync(query);
        Assert.Equal((number is null ? null : await Library.SlugAsync(number), null), (found.Exact, found.ExactClause));
        if (number is not null) Assert.Equal(found.Exact, found.Hits[0].Document.Slug);
    }

    [Fact]
    public async Task Names_none_of_two_documents_of_one_title()
    {
        await Library.ImportAsync(Issues.Read(Issues.Trees.Replace("〔2024〕4号", "〔2023〕4号", StringComparison.Ordinal).Replace("2024年2月28日", "2023年2月28日", StringComparison.Ordinal), "qinghe-2023-03.txt").Sure());
        Assert.Null((await Library.SearchAsync("关于做好植树工作的通知")).Exact);
        var found = await Library.SearchAsync("《关于做好植树工作的通知》二");
        Assert.Null(found.Exact);
        Assert.Equal(["《清河市人民政府关于做好植树工作的通知》（清府发〔2024〕4号）二", "《清河市人民政府关于做好植树工作的通知》（清府发〔2023〕4号）二"], found.Suggestions.Select(s => s.Text).OrderDescending());
    }

    [Theory]
    [InlineData("湿地保护办法第二条", "art2")]
    [InlineData("保护办法 第二条", "art2")]
    [InlineData("《湿地保护办法》第九条", null)]
    public async Task Finds_the_clause_by_the_end_of_the_one_title(string query, string? clause)
    {
        await IssueWetlandsAsync();
        var found = await Library.SearchAsync(query);
        Assert.Equal((await Library.SlugAsync("清府发〔2020〕3号"), clause), (found.Exact, found.ExactClause));
        Assert.Equal(found.Exact, found.Hits[0].Document.Slug);
        Assert.StartsWith("标题或者所印发文件的名称以所查的名称结尾", found.Hits[0].Why, StringComparison.Ordinal);
        Assert.Equal(clause is null, found.Remarks.Any(r => r.EndsWith("里没有“第九条”，请核对条款的序号。", StringComparison.Ordinal)));
    }

    /// <summary>None is guessed: each is offered, with its clause where it has one, and stands among the results.</summary>
    [Fact]
    public async Task Offers_each_document_whose_title_ends_so()
    {
        await IssueWetlandsAsync();
        await Library.ImportAsync(Regulation("清河市湖泊保护办法（试行）", "清府发〔2021〕9号", "2021年4月20日"));
        var found = await Library.SearchAsync("保护办法第三条");
        Assert.Equal((null, null), (found.Exact, found.ExactClause));
        Assert.Contains("与所查的名称相符的文件有 2 份，请从中选择。", found.Remarks);
        Assert.Equal(["清府发〔2021〕9号", "清府发〔2020〕3号"], found.Hits.Take(2).Select(h => h.Document.Number));
        var (lakes, wetlands) = (await Library.SlugAsync("清府发〔2021〕9号"), await Library.SlugAsync("清府发〔2020〕3号"));
        Assert.Equal([$"/d/{Uri.EscapeDataString(lakes)}", $"/d/{Uri.EscapeDataString(wetlands)}/art3"], found.Suggestions.Select(s => s.Href).Order(StringComparer.Ordinal).Reverse());
        Assert.Contains("《清河市人民政府关于印发《清河市湖泊保护办法（试行）》的通知》（清府发〔2021〕9号）（其中没有“第三条”）", found.Suggestions.Select(s => s.Text));
    }

    /// <summary>What has ended is not meant by the end of its title; on a day on which only one was in force, that one is.</summary>
    [Fact]
    public async Task Means_by_the_end_of_a_title_what_is_in_force_on_the_day()
    {
        await IssueWetlandsAsync();
        await Library.ImportAsync(Regulation("清河市湖泊保护办法", "清府发〔2021〕9号", "2021年4月20日"));
        var found = await Library.AskAsync(l => l.SearchAsync(SearchRequest.Of("保护办法第二条") with { On = new(2021, 4, 19) }, CancellationToken.None));
        Assert.Equal((await Library.SlugAsync("清府发〔2020〕3号"), "art2"), (found.Exact, found.ExactClause));
    }

    private static string Regulation(string name, string number, string day) =>
        $"清河市人民政府\n关于印发《{name}》的通知\n{number}\n各县（市、区）人民政府：\n　　《{name}》已经市政府同意，现印发给你们，请认真贯彻执行。\n清河市人民政府\n{day}\n{name}\n　　第一条 为了保护湖泊，制定本办法。\n　　第二条 市水务局负责湖泊保护的监督管理。\n";

    private async Task IssueWetlandsAsync()
    {
        await Library.ImportAsync("清河市人民政府\n关于印发《清河市湿地保护办法》的通知\n清府发〔2020〕3号\n各县（市、区）人民政府：\n　　《清河市湿地保护办法》已经市政府同意，现印发给你们，请认真贯彻执行。\n清河市人民政府\n2020年4月20日\n清河市湿地保护办法\n　　第一条 为了保护湿地，制定本办法。\n　　第二条 市生态环境局负责湿地保护的监督管理。\n　　第三条 本办法自2020年5月1日起施行。\n");
        await Library.ImportAsync("清河市人民政府办公室\n关于做好湿地保护工作的通知\n清府办发〔2021〕5号\n各县（市、区）人民政府：\n　　请落实《清河市湿地保护办法》第二条的规定。\n清河市人民政府办公室\n2021年4月20日\n");
    }

    [Theory]
    [InlineData("7号文", "清府办发〔2024〕7号")]
    [InlineData("办发7号", "清府办发〔2024〕7号")]
    [InlineData("清府发4", "清府发〔2024〕4号")]
    [InlineData("7号文 一（二）", "清府办发〔2024〕7号")]
    [InlineData("清府法〔2024〕4号", "清府发〔2024〕4号")]
    public async Task Knows_a_number_of_which_a_part_is_left_out_or_wrong(string query, string number) =>
        Assert.Equal(number, (await Library.SearchAsync(query)).Hits.FirstOrDefault()?.Document.Number);

    [Fact]
    public async Task Answers_a_question_with_the_documents_that_hold_most_of_its_words()
    {
        var found = await Library.SearchAsync("哪个部门负责检测供水的水质");
        Assert.True(found.IsLoose);
        Assert.Equal("清府发〔2024〕3号", found.Hits[0].Document.Number);
        Assert.NotEmpty(found.Hits[0].Places);
    }

    [Fact]
    public async Task Puts_what_an_organisation_issued_before_what_only_names_it()
    {
        var found = await Library.SearchAsync("清河市人民政府办公室");
        Assert.StartsWith("由所查的机关发文", found.Hits[0].Why, StringComparison.Ordinal);
        Assert.Equal("清府办发〔2024〕7号", found.Hits[0].Document.Number);
    }

    [Fact]
    public async Task Suggests_numbers_close_by_titles_alike_and_a_word_less()
    {
        Assert.Contains((await Library.SearchAsync("清府发〔2024〕5号")).Suggestions, s => s.Text.Contains("清府发〔2024〕4号", StringComparison.Ordinal));
        Assert.Contains((await Library.SearchAsync("湖泊 供电")).Suggestions, s => s is { Kind: "少一个词", Text: "湖泊（1 份）" });
        Assert.Contains((await Library.SearchAsync("“城市供水管理办法”")).Suggestions, s => s.Text.Contains("关于加强城市供水管理的意见", StringComparison.Ordinal));
        Assert.Empty((await Library.SearchAsync("水质")).Suggestions);
    }

    [Fact]
    public async Task Shows_what_holds_the_characters_where_nothing_holds_the_words_and_says_so()
    {
        var found = await Library.SearchAsync("供水质");
        Assert.Equal("清府发〔2024〕3号", Numbers(found)[0]);
        Assert.True(found.IsLoose);
        Assert.Contains(found.Remarks, r => r.Contains("没有文件一字不差地写有所查的内容", StringComparison.Ordinal));
        Assert.Equal((0, false), ((await Library.SearchAsync("“供水质”")).Total, (await Library.SearchAsync("水质")).IsLoose));
    }

    [Fact]
    public async Task Offers_what_begins_with_the_text_and_then_what_holds_it()
    {
        Assert.Equal(["清府发〔2024〕3号", "清府发〔2024〕4号"], (await Library.OfferAsync("清府发〔2024")).Select(o => o.Text).Order(StringComparer.Ordinal));
        Assert.Equal(["清府办发〔2024〕7号"], (await Library.OfferAsync("清府办发2024 7")).Select(o => o.Text));
        Assert.Equal(["清河市人民政府关于加强城市供水管理的意见"], (await Library.OfferAsync("城市供水")).Select(o => o.Text));
        Assert.Equal(3, (await Library.OfferAsync("清")).Count);
        Assert.Empty(await Library.OfferAsync(new string('湖', 100_000)));
    }

    /// <summary>Documents that hold the very words.</summary>
    private static int Exactly(SearchView view) => view.IsLoose ? 0 : view.Total;

    private static List<string> Numbers(SearchView found) => [.. found.Hits.Select(h => h.Document.Number!)];
}
