using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Gongbao.EndToEnd.Browsing;

public sealed class A_reader(Browser browser)
{
    [Fact, Clause("GAZ-03")]
    public async Task Goes_from_the_front_page_to_a_clause_and_its_source_by_keyboard_alone()
    {
        await using var opened = await browser.OpenAsync(new());
        var page = opened.Page;
        await page.GotoAsync("/");

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("跳到正文", await FocusedAsync(page));
        await page.Keyboard.PressAsync("Enter");
        Assert.EndsWith("#main", page.Url, StringComparison.Ordinal);
        // The browser moves the focus when it next draws; who types before that types into nothing.
        await page.WaitForFunctionAsync("() => document.activeElement?.id === 'main'");

        await page.Locator("#site-search").FocusAsync();
        await page.Keyboard.TypeAsync("老旧管道");
        await page.WaitForFunctionAsync("() => document.activeElement?.id === 'site-search' && document.activeElement.value === '老旧管道'");
        await page.EnterAsync();
        await ArrivesAsync(page, @"/search\?q=.");
        await page.PressAsync("a[href^='/d/']");
        await ArrivesAsync(page, @"/d/[^/]+$");

        await page.PressAsync(".clause--2 .clause__label");
        await ArrivesAsync(page, @"/d/[^/]+/[^/]+$");
        await page.PressAsync("a[href$='/source']");
        await ArrivesAsync(page, @"/source$");

        Assert.NotEqual(0, await page.Locator("table.source mark").CountAsync());
    }

    [Fact, Clause("GAZ-03")]
    public async Task Without_script_searches_reads_and_changes_the_display_on_a_phone()
    {
        await using var opened = await browser.OpenAsync(new(360, Script: false));
        var page = opened.Page;
        await page.GotoAsync("/");

        await page.Locator("#site-search").FillAsync("供水");
        await page.Locator("form[role=search] button").ClickAsync();
        await page.Locator("a[href^='/d/']").First.ClickAsync();
        Assert.Equal(1, await page.Locator("h1").CountAsync());

        await page.Locator("details.phone-outline summary").ClickAsync();
        var entry = page.Locator("details.phone-outline a").First;
        var target = (await entry.GetAttributeAsync("href"))!;
        await entry.ClickAsync();
        Assert.EndsWith(target, Uri.UnescapeDataString(page.Url), StringComparison.Ordinal);

        await page.GetByText("长辈版", new() { Exact = true }).First.ClickAsync();
        Assert.Equal("elder", await page.Locator("html").GetAttributeAsync("data-mode"));
        Assert.Contains("/d/", page.Url, StringComparison.Ordinal);
        await page.GetByText("返回标准版").ClickAsync();
        Assert.Equal("standard", await page.Locator("html").GetAttributeAsync("data-mode"));
    }

    [Fact]
    public async Task Sees_where_the_focus_is()
    {
        await using var opened = await browser.OpenAsync(new());
        await opened.Page.GotoAsync("/");

        for (var i = 0; i < 6; i++)
        {
            await opened.Page.Keyboard.PressAsync("Tab");
            Assert.Equal("3px", await opened.Page.EvaluateAsync<string>("() => getComputedStyle(document.activeElement).outlineWidth"));
        }
    }

    [Fact]
    public async Task Prints_a_document_on_a4_with_22_lines_of_28_characters()
    {
        await using var opened = await browser.OpenAsync(new());
        var page = opened.Page;
        await page.GotoAsync($"/d/{browser.Site.Document.Slug}/print");
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        var sizes = await page.EvaluateAsync<double[]>("""
            () => {
              const mm = 96 / 25.4, style = getComputedStyle(document.querySelector('.paper p:last-of-type'));
              const step = parseFloat(style.fontSize) + parseFloat(style.letterSpacing);
              return [156 * mm / step, 225 * mm / parseFloat(style.lineHeight)];
            }
            """);
        Assert.Equal(28, sizes[0], 0.05);
        Assert.Equal(22, sizes[1], 0.05);

        var pdf = System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.Matches(@"/MediaBox \[0 0 59[45]\S* 84[12]\S*\]", pdf);
    }

    [Fact]
    public async Task Breaks_no_rule_of_the_content_policy()
    {
        await using var opened = await browser.OpenAsync(new());
        var complaints = new List<string>();
        opened.Page.Console += (_, message) => complaints.Add(message.Text);
        opened.Page.PageError += (_, error) => complaints.Add(error);

        foreach (var address in new[] { "/", "/d/" + browser.Site.Document.Slug, $"/d/{browser.Site.Document.Slug}/print", "/search?q=x" })
            await opened.Page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });

        Assert.Empty(complaints);
    }

    /// <summary>Looks at the address until it is the one: a page that has arrived already is seen, which waiting for its arrival would miss.</summary>
    private static async Task ArrivesAsync(IPage page, string address)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(address), new() { Timeout = 120_000 });
        await page.WaitForLoadStateAsync();
    }

    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>("() => document.activeElement.textContent.trim()");
}
