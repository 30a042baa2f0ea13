using Microsoft.Playwright;

namespace Gongbao.EndToEnd.Browsing;

/// <summary>What the liaison officer of a unit does from signing in to giving work back, by keyboard alone, and what comes of it when two act at once.</summary>
public sealed class A_liaison_officer(Browser browser, DemoProgram demo) : IClassFixture<DemoProgram>
{
    private const string Liaison = "demo-liaison";
    private const string FollowUp = "demo-follow-up";
    private static readonly string[] Documents = ["清市府办发-2025-6", "清市府办发-2025-12"];
    private const string Share = "main .ledger-row:has(details) ";

    private static readonly byte[] Photo = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Theory, Clause("LED-02")]
    [InlineData(1280, false, 0), InlineData(360, false, 2), InlineData(360, true, 4)]
    public async Task Reports_with_evidence_reports_again_asks_for_time_and_gives_work_back_by_keyboard(int width, bool elder, int first)
    {
        await AcceptAsync();
        var found = new List<string>();
        string work, other;
        await using (var opened = await browser.OpenAsync(new(Elder: elder)))
        {
            var page = opened.Page;
            await SignInByKeyboardAsync(opened, Liaison, width, elder);
            await page.PressAsync("nav a[href='/work']");
            await LookAsync(page, "work", width, elder, found);
            // What has no day is not asked more time for.
            var lines = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.ledger-row:has(.work-report)')].filter(l => l.textContent.includes('到期日')).map(l => l.querySelector('.ledger-row__title a').getAttribute('href'))");
            (work, other) = (lines[first], lines[first + 1]);
            await page.PressAsync($".ledger-row__title a[href='{work}']");

            await OpenFormAsync(page);
            await TypeAsync(page, "textarea[name=reason]", $"第{first}次全部完工。");
            await page.TabToAsync(Share + "input[type=file]");
            await page.Locator(Share + "input[type=file]").SetInputFilesAsync(new FilePayload { Name = "竣工照片.png", MimeType = "image/png", Buffer = Photo });
            await TypeAsync(page, "textarea[name=links]", "https://example.cn/acceptance");
            await TypeAsync(page, "input[name=figure-name]", "堤防加固");
            await TypeAsync(page, "input[name=figure-number]", "4.6");
            await TypeAsync(page, "input[name=figure-unit]", "公里");
            await LookAsync(page, "form", width, elder, found);
            await page.PressAsync(Share + "button[value=report-done]");
            await Assertions.Expect(page.Locator(".message--success")).ToContainTextAsync("已办理");
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("待核验");
            await Assertions.Expect(page.Locator(".evidence").Last).ToContainTextAsync("竣工照片.png");
            await Assertions.Expect(page.Locator(".evidence").Last).ToContainTextAsync("4.6公里");
        }

        await AsFollowUpAsync(work, async page =>
        {
            await page.Locator("textarea[id^=verdict-]").FillAsync($"第{first}次缺验收报告。");
            await page.Locator("button[value=send-back]").ClickAsync();
        });

        await using (var opened = await browser.OpenAsync(new(Elder: elder)))
        {
            var page = opened.Page;
            await SignInByKeyboardAsync(opened, Liaison, width, elder);
            await page.GotoAsync(demo.Address + work);
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync($"第{first}次缺验收报告。");
            await LookAsync(page, "sent-back", width, elder, found);
            await OpenFormAsync(page);
            await TypeAsync(page, "textarea[name=reason]", $"第{first}次补报：验收报告月底出具。");
            await page.PressAsync(Share + "button[value=report]");
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync($"第{first}次补报");

            await OpenFormAsync(page);
            await TypeAsync(page, "textarea[name=reason]", "验收单位排期。");
            await page.TabToAsync(Share + "input[name=day]");
            // In which order its parts are typed is the browser's affair.
            await page.Locator("input[name=day]:focus").FillAsync("2026-02-28");
            await page.PressAsync(Share + "button[value=extend]");
            await Assertions.Expect(page.Locator(".ledger-act strong").Last).ToContainTextAsync("申请延期");

            await page.GotoAsync(demo.Address + other);
            await OpenFormAsync(page);
            await TypeAsync(page, "textarea[name=reason]", "这一项不是本单位的职责。");
            await page.PressAsync(Share + "button[value=return]");
            await Assertions.Expect(page.Locator(".ledger-act strong").Last).ToContainTextAsync("退回改派");
            await LookAsync(page, "returned", width, elder, found);
        }

        await AsFollowUpAsync(work, page => page.Locator("button[value=grant]").Last.ClickAsync());
        await using var after = await OpenAsync(Liaison);
        await after.Page.GotoAsync(demo.Address + work);
        await Assertions.Expect(after.Page.Locator("main")).ToContainTextAsync("到期日 2026年2月28日");
        Assert.Empty(found);
    }

    [Fact]
    public async Task Loses_no_word_when_a_colleague_was_faster()
    {
        await AcceptAsync();
        await using var one = await OpenAsync(Liaison);
        await using var two = await OpenAsync("demo-successor");
        await one.Page.GotoAsync(demo.Address + "/work");
        var work = await one.Page.Locator(".ledger-row:has(.work-report) .ledger-row__title a").Last.GetAttributeAsync("href");
        foreach (var page in new[] { one.Page, two.Page })
        {
            await page.GotoAsync(demo.Address + work);
            await page.Locator(Share + "summary").ClickAsync();
        }
        await one.Page.Locator(Share + "textarea[name=reason]").FillAsync("先报的已经办结。");
        await two.Page.Locator(Share + "textarea[name=reason]").FillAsync("后报的写了很长的一段话。");
        await one.Page.Locator("button[value=report-done]").ClickAsync();
        await Assertions.Expect(one.Page.Locator(".message--success")).ToContainTextAsync("已办理");
        // The form of the share is gone from the page by now.
        await two.Page.Locator("button[value=report-done]").ClickAsync();
        await Assertions.Expect(two.Page.Locator(".message--refusal")).ToContainTextAsync("刚刚有别人办理过");
        await Assertions.Expect(two.Page.Locator("main")).ToContainTextAsync("后报的写了很长的一段话。");
        await Assertions.Expect(two.Page.Locator("main")).ToContainTextAsync("先报的已经办结。");

        // Of two who judge, the second is told as well.
        await using var first = await OpenAsync(FollowUp);
        await using var second = await OpenAsync(FollowUp);
        await first.Page.GotoAsync(demo.Address + work);
        await second.Page.GotoAsync(demo.Address + work);
        await first.Page.Locator("button[value=verify]").ClickAsync();
        await Assertions.Expect(first.Page.Locator(".message--success")).ToContainTextAsync("已办理");
        await second.Page.Locator("textarea[id^=verdict-]").FillAsync("缺少验收报告。");
        await second.Page.Locator("button[value=send-back]").ClickAsync();
        await Assertions.Expect(second.Page.Locator(".message--refusal")).ToContainTextAsync("刚刚有别人办理过");
        await Assertions.Expect(second.Page.Locator("main")).ToContainTextAsync("缺少验收报告。");
    }

    private async Task SignInByKeyboardAsync(BrowserPage opened, string person, int width, bool elder)
    {
        var page = opened.Page;
        if (elder) await opened.Context.AddCookiesAsync([new() { Name = "gongbao.elder", Value = "on", Url = demo.Address }]);
        await page.SetViewportSizeAsync(width, 900);
        await page.GotoAsync(demo.Address + "/");
        await page.TabToAsync("#demo-account");
        for (var presses = 0; presses < 20 && await page.Locator("#demo-account").InputValueAsync() != person; presses++) await page.Keyboard.PressAsync("ArrowDown");
        await page.PressAsync("form[action='/account/demo'] button");
    }

    private async Task<BrowserPage> OpenAsync(string person)
    {
        var opened = await browser.OpenAsync(new());
        await opened.Page.GotoAsync(demo.Address + "/");
        await opened.Page.Locator("form[action='/account/demo'] select").SelectOptionAsync(person);
        await opened.Page.Locator("form[action='/account/demo'] button").ClickAsync();
        await opened.Page.Locator("a[href='/account']").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return opened;
    }

    private async Task AsFollowUpAsync(string address, Func<IPage, Task> act)
    {
        await using var opened = await OpenAsync(FollowUp);
        await opened.Page.GotoAsync(demo.Address + address);
        await act(opened.Page);
        await Assertions.Expect(opened.Page.Locator(".message--success")).ToContainTextAsync("已办理");
    }

    private async Task AcceptAsync()
    {
        await using var opened = await OpenAsync(FollowUp);
        foreach (var document in Documents)
        {
            await opened.Page.GotoAsync($"{demo.Address}/ledger/{document}/proposals");
            if (await opened.Page.Locator("button[value=all]").CountAsync() == 0) continue;
            await opened.Page.Locator("button[value=all]").ClickAsync();
            await Assertions.Expect(opened.Page.Locator(".message--success")).ToContainTextAsync("已纳入台账");
        }
    }

    private static async Task LookAsync(IPage page, string name, int width, bool elder, List<string> found)
    {
        found.AddRange((await Accessibility.ViolationsAsync(page, elder, view => Every_page.PictureAsync(page, $"liaison-{name}-{width}-{view}"))).Select(v => $"{name}: {v}"));
        if (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") is var wide && wide > width) found.Add($"{name} is {wide} px wide at {width}");
    }

    private static async Task OpenFormAsync(IPage page)
    {
        await page.TabToAsync(Share + "summary");
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task TypeAsync(IPage page, string field, string words)
    {
        await page.TabToAsync(Share + field);
        await page.Keyboard.TypeAsync(words);
    }
}
