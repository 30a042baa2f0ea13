namespace Gongbao.Web.Tests;

public sealed class A_component(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task For_tables_has_caption_scopes_and_labels_for_the_phone()
    {
        var table = (await site.PageAsync("/tasks")).QuerySelector("table")!;

        Assert.Equal("两项任务", table.QuerySelector("caption")!.TextContent);
        Assert.Equal(["名称", "件数"], table.QuerySelectorAll("th[scope=col]").Select(h => h.TextContent));
        Assert.Equal(["甲", "乙"], table.QuerySelectorAll("th[scope=row]").Select(h => h.TextContent.Trim()));
        Assert.Equal("件数", table.QuerySelector("tbody td")!.GetAttribute("data-label"));
        Assert.Equal("12,345", table.QuerySelectorAll("td.number")[1].TextContent.Trim());
    }

    [Fact]
    public async Task For_paging_links_both_neighbours()
    {
        var pager = (await site.PageAsync("/tasks")).QuerySelector("nav[aria-label=分页]")!;

        Assert.Equal("/tasks?page=1", pager.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal("/tasks?page=3", pager.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Contains("第 2 页，共 3 页", pager.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_confidence_says_in_words_what_it_means()
    {
        var page = await site.PageAsync("/tasks");

        Assert.Contains("把握 97%", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("存疑 60%", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_the_way_to_a_page_names_the_page_without_a_link()
    {
        var trail = (await site.PageAsync("/tasks")).QuerySelector("nav[aria-label=当前位置]")!;

        Assert.Equal("/", trail.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("任务", trail.QuerySelector("[aria-current=page]")!.TextContent);
    }
}
