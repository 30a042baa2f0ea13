using Microsoft.Playwright;

namespace Gongbao.EndToEnd.Browsing;

/// <summary>The notices of the demo: what falls due stands in the inbox, a subscription is gone through to its end on the page that shows the mail, and every page is free of violations.</summary>
public sealed class The_notices(Browser browser, DemoProgram demo) : IClassFixture<DemoProgram>
{
    private const string FollowUp = "demo-follow-up";
    private const string Liaison = "demo-liaison";
    private const string Document = "清市府办发-2025-6";

    [Fact]
    public async Task Let_somebody_without_an_account_follow_a_document_and_end_it_again()
    {
        await using var opened = await browser.OpenAsync(new());
        var page = opened.Page;
        await AskAsync(page, "reader@home.example", "清市府办发-2025-7");
        await page.Locator("main a[href='/demo/mail']").ClickAsync();
        await OpenLetterAsync(page, "/subscriptions/confirm/");
        await page.GetByRole(AriaRole.Button, new() { Name = "确认订阅" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("已经订阅：");

        await page.GotoAsync(demo.Address + "/demo/mail");
        await OpenLetterAsync(page, "/subscriptions/end/");
        await page.GetByRole(AriaRole.Button, new() { Name = "退订" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("已经退订，邮箱已经销毁。");
        await page.GotoAsync(demo.Address + "/demo/mail");
        Assert.Equal(0, await page.Locator(".demo-letter a[href='/d/清市府办发-2025-7']").CountAsync());
    }

    [Fact, Clause("LED-07")]
    public async Task Are_free_of_accessibility_violations_in_every_mode_and_width()
    {
        await FillAsync();
        var (confirm, end, answer) = await LinksAsync();
        (string Name, string Person, string Address)[] pages =
        [
            ("desk", FollowUp, "/notices"), ("failed", FollowUp, "/notices?show=failed"), ("nobody", FollowUp, "/notices?show=nobody"), ("print", FollowUp, "/notices/print"), ("inbox", Liaison, "/inbox"), ("unread", Liaison, "/inbox?unread=1"), ("empty inbox", "demo-editor", "/inbox"),
            ("subscribe", "", "/subscribe?to=document:" + Document), ("no subscription", "", "/subscribe?to=x"), ("mail", "", "/demo/mail"), ("confirm", "", confirm), ("end", "", end), ("bad link", "", "/subscriptions/confirm/x"), ("answer", "", answer), ("bad answer", "", "/notices/answer/x"),
        ];
        var found = new List<string>();
        foreach (var elder in new[] { false, true })
            foreach (var group in pages.GroupBy(p => p.Person))
            {
                await using var opened = await OpenAsync(group.Key, elder);
                foreach (var (name, _, address) in group)
                {
                    await opened.Page.GotoAsync(demo.Address + address);
                    found.AddRange((await Accessibility.ViolationsAsync(opened.Page, elder, view => Every_page.PictureAsync(opened.Page, $"notices-{name}-{view}"))).Select(v => $"{name}: {v}"));
                }
            }
        foreach (var elder in new[] { false, true })
        {
            await using var opened = await OpenAsync("", elder);
            await AskAsync(opened.Page, $"{(elder ? "elder" : "other")}@home.example");
            found.AddRange((await Accessibility.ViolationsAsync(opened.Page, elder, view => Every_page.PictureAsync(opened.Page, $"notices-asked-{view}"))).Select(v => $"asked: {v}"));
            if (elder) continue;
            await opened.Page.GotoAsync(demo.Address + confirm);
            await opened.Page.Locator("main form button").ClickAsync();
            await opened.Page.GotoAsync(demo.Address + answer);
            await opened.Page.Locator("main form button").ClickAsync();
            await Assertions.Expect(opened.Page.Locator("main")).ToContainTextAsync("已记下");
            found.AddRange((await Accessibility.ViolationsAsync(opened.Page, elder, view => Every_page.PictureAsync(opened.Page, $"notices-answered-{view}"))).Select(v => $"answered: {v}"));
        }
        Assert.Empty(found);
    }

    /// <summary>A document's orders become work, the liaison gives an address, and some months go by.</summary>
    private async Task FillAsync()
    {
        await using (var liaison = await OpenAsync(Liaison, elder: false))
        {
            await liaison.Page.GotoAsync(demo.Address + "/account");
            await liaison.Page.Locator("input[type=email]").FillAsync("liaison@city.example");
            await liaison.Page.Locator("main form", new() { Has = liaison.Page.Locator("input[type=email]") }).Locator("button").First.ClickAsync();
        }
        await using var opened = await OpenAsync(FollowUp, elder: false);
        await opened.Page.GotoAsync($"{demo.Address}/ledger/{Document}/proposals");
        await opened.Page.Locator("button[value=all]").ClickAsync();
        await opened.Page.Locator(".demo-clock summary").ClickAsync();
        await opened.Page.Locator(".demo-clock input[name=days]").FillAsync("120");
        await opened.Page.Locator(".demo-clock form", new() { Has = opened.Page.Locator("input[name=days]") }).Locator("button").ClickAsync();
    }

    private async Task<(string Confirm, string End, string Answer)> LinksAsync()
    {
        await using var opened = await OpenAsync("", elder: false);
        await AskAsync(opened.Page, "links@home.example");
        await opened.Page.GotoAsync(demo.Address + "/demo/mail");
        return (await HrefAsync("/subscriptions/confirm/"), await HrefAsync("/subscriptions/end/"), await HrefAsync("/notices/answer/"));

        async Task<string> HrefAsync(string path)
        {
            var link = opened.Page.Locator($"a[href^='{path}']").First;
            for (var i = 0; i < 100 && await link.CountAsync() == 0; i++) await opened.Page.ReloadAsync();
            return (await link.GetAttributeAsync("href"))!;
        }
    }

    private async Task AskAsync(IPage page, string email, string document = Document)
    {
        await page.GotoAsync($"{demo.Address}/d/{document}");
        await page.Locator("a[href^='/subscribe?to=document']").ClickAsync();
        await page.Locator("#subscribe-email").FillAsync(email);
        await page.Locator("main form button").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("演示不往外发邮件");
    }

    /// <summary>The mail is there a moment after it was asked for.</summary>
    private static async Task OpenLetterAsync(IPage page, string path)
    {
        var letter = page.Locator(".demo-letter", new() { Has = page.Locator("a[href='/d/清市府办发-2025-7']") });
        for (var i = 0; i < 100 && await letter.CountAsync() == 0; i++) await page.ReloadAsync();
        await letter.First.Locator($"a[href^='{path}']").ClickAsync();
    }

    private async Task<BrowserPage> OpenAsync(string person, bool elder)
    {
        var opened = await browser.OpenAsync(new(Elder: elder));
        if (elder) await opened.Context.AddCookiesAsync([new() { Name = "gongbao.elder", Value = "on", Url = demo.Address }]);
        if (person.Length == 0) return opened;
        await opened.Page.GotoAsync(demo.Address + "/");
        await opened.Page.Locator("form[action='/account/demo'] select").SelectOptionAsync(person);
        await opened.Page.Locator("form[action='/account/demo'] button").ClickAsync();
        await opened.Page.Locator("a[href='/account']").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return opened;
    }
}
