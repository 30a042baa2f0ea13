using System.Net;

namespace Gongbao.EndToEnd.Browsing;

/// <summary>What citizens read of the procedures that the city declares.</summary>
public sealed class The_services(Browser browser, DemoProgram demo) : IClassFixture<DemoProgram>
{
    [Fact]
    public async Task Are_told_from_the_declaration_with_conditions_papers_items_and_limits()
    {
        await using var opened = await browser.OpenAsync(new(Script: false));
        var page = opened.Page;
        await page.GotoAsync(demo.Address + "/services");
        await page.Locator("main a[href='/services/newborn']").ClickAsync();
        Assert.EndsWith("/services/newborn", page.Url, StringComparison.Ordinal);
        var items = await page.Locator(".guide__item h3").AllInnerTextsAsync();
        Assert.Equal(6, items.Count);
        Assert.Equal(["出生医学证明", "预防接种证"], items.Take(2));
        var words = await page.Locator("main").InnerTextAsync();
        foreach (var said in new[] { "什么情况可以一起办", "不符合的：", "母亲的身份证件", "谁来办", "个工作日以内", "能不能撤回" }) Assert.Contains(said, words, StringComparison.Ordinal);

        using var client = new HttpClient();
        using var missing = await client.GetAsync(new Uri(demo.Address + "/services/nothing"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Contains("没有这个事项", await missing.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_free_of_accessibility_violations_in_every_mode_and_width()
    {
        var found = new List<string>();
        foreach (var elder in new[] { false, true })
        {
            await using var opened = await browser.OpenAsync(new(Elder: elder));
            foreach (var address in new[] { "/services", "/services/newborn", "/services/information-request", "/services/nothing" })
            {
                await opened.Page.GotoAsync(demo.Address + address);
                found.AddRange((await Accessibility.ViolationsAsync(opened.Page, elder, view => Every_page.PictureAsync(opened.Page, $"services-{address.Split('/')[^1]}-{view}"))).Select(v => $"{address}: {v}"));
                await opened.Page.SetViewportSizeAsync(360, 900);
                if (await opened.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") is > 360 and var wide) found.Add($"{address} is {wide} px wide at 360");
                await opened.Page.SetViewportSizeAsync(1280, 900);
            }
        }
        Assert.Empty(found);
    }
}
