using Microsoft.Playwright;

namespace Gongbao.EndToEnd.Browsing;

/// <summary>A supervision letter in the demo: drafted for a unit that is late, signed off by another, received in the inbox, replied to.</summary>
public sealed class Supervision_letters(Browser browser, DemoProgram demo) : IClassFixture<DemoProgram>
{
    private const string KeyPoints = "清市府办发-2025-6";

    [Fact, Clause("LED-07")]
    public async Task Go_from_the_office_through_the_signer_to_the_inbox_of_the_unit_and_back()
    {
        var (found, letter) = (new List<string>(), "");
        await using (var opened = await OpenAsync("demo-follow-up"))
        {
            var page = opened.Page;
            await page.GotoAsync($"{demo.Address}/ledger/{KeyPoints}/proposals");
            await page.Locator("button[value=all]").ClickAsync();
            await page.Locator(".demo-clock summary").ClickAsync();
            await page.Locator("#demo-day").FillAsync("2026-01-12");
            await page.Locator(".demo-clock button").Nth(1).ClickAsync();
            await Assertions.Expect(page.Locator(".demo-clock summary")).ToContainTextAsync("2026年1月12日");
            await page.GotoAsync(demo.Address + "/ledger/letters/new?unit=linjiang");
            await page.Locator("input[name=share]").First.CheckAsync();
            await page.Locator("button[value=draft]").ClickAsync();
            await Assertions.Expect(page.Locator(".letter")).ToContainTextAsync("草稿，未签发");
            letter = new Uri(page.Url).AbsolutePath;
            // Who drafted it has no button to sign it with.
            Assert.Equal(0, await page.Locator("button[value=sign]").CountAsync());
            await LookAsync(page, "draft", found);
        }
        await using (var opened = await OpenAsync("demo-signing-officer"))
        {
            await opened.Page.GotoAsync(demo.Address + letter);
            await LookAsync(opened.Page, "signer", found);
            await opened.Page.PressAsync("button[value=sign]");
            await Assertions.Expect(opened.Page.Locator(".letter__number")).ToHaveTextAsync("清市府督〔2026〕1号");
        }
        await using (var opened = await OpenAsync("demo-liaison"))
        {
            var page = opened.Page;
            var notice = page.Locator("main li, main tr").Filter(new() { HasText = "请签收清市府督〔2026〕1号" }).First;
            for (var tries = 0; tries < 30; tries++)
            {
                await page.GotoAsync(demo.Address + "/inbox");
                if (await notice.CountAsync() > 0) break;
                await page.WaitForTimeoutAsync(500);
            }
            await notice.Locator("input[type=checkbox]").First.CheckAsync();
            await page.Locator("main button", new() { HasText = "知道了" }).First.ClickAsync();
            await page.GotoAsync(demo.Address + letter);
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("送达（站内签收）");
            await LookAsync(page, "unit", found);
            await page.TabToAsync("#reply");
            await page.Keyboard.TypeAsync("原因是招标流标，已经整改到位。");
            await page.PressAsync("button[value=reply]");
            await Assertions.Expect(page.Locator(".letter-state")).ToContainTextAsync("已回复");
        }
        Assert.Empty(found);
    }

    private static async Task LookAsync(IPage page, string name, List<string> found)
    {
        found.AddRange((await Accessibility.ViolationsAsync(page, elder: false, view => Every_page.PictureAsync(page, $"letter-{name}-{view}"))).Select(v => $"{name}: {v}"));
        await page.SetViewportSizeAsync(360, 900);
        if (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") is > 360 and var wide) found.Add($"{name} is {wide} px wide at 360");
        await page.SetViewportSizeAsync(1280, 900);
    }

    private async Task<BrowserPage> OpenAsync(string person)
    {
        var opened = await browser.OpenAsync(new());
        await opened.Page.SetViewportSizeAsync(1280, 900);
        await opened.Page.GotoAsync(demo.Address + "/");
        await opened.Page.Locator("form[action='/account/demo'] select").SelectOptionAsync(person);
        await opened.Page.Locator("form[action='/account/demo'] button").ClickAsync();
        await opened.Page.Locator("a[href='/account']").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return opened;
    }
}
