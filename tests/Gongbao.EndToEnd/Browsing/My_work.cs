using Microsoft.Playwright;

namespace Gongbao.EndToEnd.Browsing;

/// <summary>"My work" of a liaison officer: by date, one key to the report.</summary>
[Clause("LED-02")]
public sealed class My_work(Browser browser, DemoProgram demo) : IClassFixture<DemoProgram>
{
    private const string Document = "清市府办发-2025-6";

    /// <summary>The id of the line whose title has the focus.</summary>
    private const string Focused = "() => document.activeElement?.matches('.ledger-row__title a') ? document.activeElement.id : ''";

    [Fact]
    public async Task Is_reported_on_key_by_key_and_the_focus_goes_on_with_the_next()
    {
        await AcceptAsync();
        await using var opened = await OpenAsync("demo-liaison");
        var page = opened.Page;
        await page.GotoAsync(demo.Address + "/work");
        await page.Keyboard.PressAsync("j");
        var first = await page.EvaluateAsync<string>(Focused);
        await page.Keyboard.PressAsync("j");
        var second = await page.EvaluateAsync<string>(Focused);
        await page.Keyboard.PressAsync("j");
        var third = await page.EvaluateAsync<string>(Focused);
        Assert.Equal(3, new[] { first, second, third }.Where(t => t.Length > 0).Distinct().Count());
        await page.Keyboard.PressAsync("k");
        Assert.Equal(second, await page.EvaluateAsync<string>(Focused));

        // A report that is put away and taken up again keeps its words.
        await page.Keyboard.PressAsync("b");
        await page.Keyboard.TypeAsync("jkb 已完成 5 公里。");
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal(second, await page.EvaluateAsync<string>(Focused));
        await page.Keyboard.PressAsync("b");
        Assert.Equal("jkb 已完成 5 公里。", await page.Locator("textarea:focus").InputValueAsync());
        await page.Keyboard.PressAsync("Control+Enter");
        await page.WaitForURLAsync("**/work?*done=1*");
        await Assertions.Expect(page.Locator(".message--success")).ToContainTextAsync("已报告");
        await page.WaitForFunctionAsync("() => document.activeElement?.matches('.ledger-row__title a')");
        Assert.Equal(third, await page.EvaluateAsync<string>(Focused));

        // What it rests on goes with it, by keyboard as well: the link, then the figure.
        var obligation = await page.Locator($"[id='{third}']").GetAttributeAsync("href");
        await page.Keyboard.PressAsync("b");
        await page.Keyboard.TypeAsync("管网改造全部完工。");
        await page.Keyboard.PressAsync("Tab");
        await page.Locator("input[type=file]:focus").SetInputFilesAsync(new FilePayload { Name = "说明.txt", MimeType = "text/plain", Buffer = "已经完工。"u8.ToArray() });
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("https://example.org/jkb");
        foreach (var typed in new[] { "改造管网", "21.5", "公里" })
        {
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.TypeAsync(typed);
        }
        await page.Keyboard.PressAsync("Control+Enter");
        await page.WaitForURLAsync(url => url.Contains("done=1", StringComparison.Ordinal) && !url.EndsWith(third, StringComparison.Ordinal));
        await page.GotoAsync(demo.Address + obligation);
        await Assertions.Expect(page.Locator(".evidence").First).ToContainTextAsync("改造管网：21.5公里");
        await Assertions.Expect(page.Locator(".evidence a", new() { HasText = "https://example.org/jkb" }).First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".evidence a[download]").First).ToHaveTextAsync("说明.txt");
        await page.GotoAsync(demo.Address + "/work");
        await page.Locator($"[id='{third}']").FocusAsync();

        // Without words it is refused, and goes on where it was written.
        await page.Keyboard.PressAsync("b");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator(".message--refusal")).ToContainTextAsync("请填写进展情况");
        await page.WaitForFunctionAsync("() => document.activeElement?.matches('textarea')");
        await page.Keyboard.TypeAsync("全部办结。");
        await page.Keyboard.PressAsync("Control+Shift+Enter");
        await page.WaitForURLAsync("**/work?*done=1*");
        // Nothing is owed by a day of it any more: it stands behind all that is.
        await Assertions.Expect(page.Locator(".ledger-row__title a").Last).ToHaveAttributeAsync("id", third);
    }

    [Fact]
    public async Task Has_keys_that_can_be_turned_off_for_good()
    {
        await AcceptAsync();
        await using var opened = await OpenAsync("demo-liaison");
        var page = opened.Page;
        await page.GotoAsync(demo.Address + "/work");
        await page.Locator("[data-work-keys] summary").ClickAsync();
        await page.Locator("[data-work-keys-on]").UncheckAsync();
        await page.ReloadAsync();
        await page.WaitForFunctionAsync("() => !document.querySelector('[data-work-keys]').hidden");
        Assert.False(await page.Locator("[data-work-keys-on]").IsCheckedAsync());
        await page.Keyboard.PressAsync("j");
        Assert.Equal("", await page.EvaluateAsync<string>(Focused));
        await page.TabToAsync(".ledger-row__title a");
        await page.Keyboard.PressAsync("b");
        Assert.Equal(0, await page.Locator("textarea:focus").CountAsync());
    }

    [Fact]
    public async Task Is_worked_without_script()
    {
        await AcceptAsync();
        await using var opened = await OpenAsync("demo-liaison", script: false);
        var page = opened.Page;
        await page.GotoAsync(demo.Address + "/work");
        Assert.False(await page.Locator("[data-work-keys]").IsVisibleAsync());
        await page.Locator(".work-report summary").Last.ClickAsync();
        await page.Locator(".work-report textarea[name=reason]").Last.FillAsync("不用脚本也能报告。");
        await page.Locator(".work-report button[value=report]").Last.ClickAsync();
        await Assertions.Expect(page.Locator(".message--success")).ToContainTextAsync("已报告");
    }

    [Fact]
    public async Task Is_subscribed_to_as_a_calendar_by_keyboard_and_without_script()
    {
        await AcceptAsync();
        await using var opened = await OpenAsync("demo-liaison", script: false);
        var page = opened.Page;
        await page.GotoAsync(demo.Address + "/work");
        await page.PressAsync("main a[href='/calendar']");
        await page.PressAsync("main form button");
        var address = await page.Locator("[data-calendar-address]").InnerTextAsync();
        using var program = new HttpClient();
        var calendar = await program.GetStringAsync(new Uri(address), TestContext.Current.CancellationToken);
        Assert.Contains("BEGIN:VEVENT", calendar, StringComparison.Ordinal);
        Assert.Contains("临江区人民政府", calendar.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        // It is not shown again.
        await page.GotoAsync(demo.Address + "/calendar");
        Assert.Equal(0, await page.Locator("[data-calendar-address]").CountAsync());
        await page.PressAsync("main .button--quiet");
        await Assertions.Expect(page.Locator(".message--success")).ToContainTextAsync("已经停用");
        using var gone = await program.GetAsync(new Uri(address), TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, gone.StatusCode);
    }

    /// <summary>All that is not accepted yet.</summary>
    private async Task AcceptAsync()
    {
        await using var opened = await OpenAsync("demo-follow-up");
        await opened.Page.GotoAsync($"{demo.Address}/ledger/{Document}/proposals");
        if (await opened.Page.Locator("button[value=all]").CountAsync() > 0) await opened.Page.Locator("button[value=all]").ClickAsync();
    }

    private async Task<BrowserPage> OpenAsync(string person, bool script = true)
    {
        var opened = await browser.OpenAsync(new(Script: script));
        await opened.Page.GotoAsync(demo.Address + "/");
        await opened.Page.Locator("form[action='/account/demo'] select").SelectOptionAsync(person);
        await opened.Page.Locator("form[action='/account/demo'] button").ClickAsync();
        await opened.Page.Locator("a[href='/account']").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return opened;
    }
}
