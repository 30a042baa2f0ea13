using Microsoft.Playwright;

namespace Gongbao.EndToEnd.Browsing;

/// <summary>The built program as <c>demo</c> serves it, with the sample issue: what an editor does at the review desk, and the pages only people who are signed in see.</summary>
public sealed class The_demo(Browser browser, DemoProgram demo) : IClassFixture<DemoProgram>
{
    [Fact]
    public async Task Lets_an_editor_sign_in_and_decide_what_the_reader_was_unsure_of()
    {
        await using var opened = await SignInAsync(new(Script: false));
        var page = opened.Page;
        await page.GotoAsync(demo.Address + "/review");
        var waiting = await page.Locator(".decide__row").CountAsync();
        Assert.NotEqual(0, waiting);

        await page.Locator(".decide__row a[href^='/review/']").First.ClickAsync();
        var place = await page.Locator("h1").InnerTextAsync();
        await page.Locator("textarea[name=correction]").FillAsync("5");
        await page.GetByText("保存更正").ClickAsync();

        Assert.Contains("1 项已审定", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.GotoAsync(demo.Address + "/review?state=decided");
        Assert.Contains(place, await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator(".decide__row").CountAsync());

        await page.Locator("input[name=pick]").First.CheckAsync();
        await page.GetByText("撤回审定").ClickAsync();
        await page.GotoAsync(demo.Address + "/review?state=decided");
        Assert.Equal(0, await page.Locator(".decide__row").CountAsync());
    }

    [Fact]
    public async Task Calls_nobody_by_the_name_that_the_journal_has_for_them()
    {
        await using var opened = await SignInAsync(new());
        foreach (var address in new[] { "/files", "/review?state=decided", "/classification?state=decided", "/validity/claims?state=decided", "/clean-ups" })
        {
            await opened.Page.GotoAsync(demo.Address + address);
            Assert.DoesNotMatch("system:|account:[0-9a-f]", await opened.Page.Locator("main").InnerTextAsync());
        }
        await opened.Page.GotoAsync(demo.Address + "/files");
        Assert.Contains("命令行导入", await opened.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_the_desk_to_nobody_who_is_not_signed_in()
    {
        await using var opened = await browser.OpenAsync(new());
        await opened.Page.GotoAsync(demo.Address + "/review");

        Assert.Contains("/account/sign-in", opened.Page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/review", "demo-editor")]
    [InlineData("/files?refused=gazette.no-upload", "demo-editor")]
    [InlineData("/clean-ups", "demo-editor")]
    [InlineData("/clean-ups/new", "demo-editor")]
    [InlineData("/validity/claims", "demo-editor")]
    [InlineData("/classification", "demo-editor")]
    [InlineData("/uncarried", "demo-editor")]
    [InlineData("/files", "demo-editor")]
    [InlineData("/searches?q=水", "demo-reviewer")]
    [InlineData("/account/sign-in", "demo-editor")]
    [InlineData("/account", "demo-editor")]
    [InlineData("/account/tokens", "demo-editor")]
    [InlineData("/account/password", "demo-editor")]
    [InlineData("/account/second-factor", "demo-editor")]
    [InlineData("/account/code", "demo-editor")]
    [InlineData("/accounts", "demo-administrator")]
    [InlineData("/declarations", "demo-publisher")]
    [InlineData("/keys", "demo-administrator")]
    [InlineData("/keys", "demo-editor")]
    [InlineData("/personal-data", "demo-privacy-officer")]
    [Clause("GAZ-11")]
    public Task Is_free_of_accessibility_violations_for_people_who_work_with_it(string address, string person) =>
        ExpectNoViolationAsync(person, page => page.GotoAsync(demo.Address + address));

    [Fact]
    [Clause("GAZ-11")]
    public async Task Is_free_of_accessibility_violations_where_one_persons_information_is_kept()
    {
        await using (var opened = await SignInAsync(new(Script: false), "demo-administrator"))
        {
            await opened.Page.GotoAsync(demo.Address + "/accounts");
            await opened.Page.Locator("input[name='Form.Name']").FillAsync("shiyan");
            await opened.Page.Locator("input[name='Form.ShownName']").FillAsync("试验人员");
            await opened.Page.Locator("main form button").ClickAsync();
        }

        await ExpectNoViolationAsync("demo-privacy-officer", async page =>
        {
            await page.GotoAsync(demo.Address + "/personal-data");
            await page.GetByText("shiyan").ClickAsync();
            Assert.Contains("账户 shiyan 的个人信息", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        });
    }

    [Fact]
    [Clause("GAZ-07"), Clause("GAZ-11")]
    public async Task Leads_a_clean_up_from_its_opening_to_a_result_that_everybody_can_read()
    {
        var desk = "";
        await using (var editor = await SignInAsync(new()))
        {
            await editor.Page.GotoAsync(demo.Address + "/clean-ups/new");
            await editor.Page.Locator("#list").SetInputFilesAsync(new FilePayload { Name = "目录.csv", MimeType = "text/csv", Buffer = "发文字号\n清市府发〔2025〕5号\n清市府办发〔2025〕6号\n"u8.ToArray() });
            await editor.Page.Locator("button[value=preview]").ClickAsync();
            Assert.Contains("读出 2 份文件", await editor.Page.Locator(".message").InnerTextAsync(), StringComparison.Ordinal);
            await editor.Page.Locator("[name='Form.Name']").FillAsync("茶产业文件清理");
            await editor.Page.Locator("[name='Form.DueOn']").FillAsync("2099-12-31");
            await editor.Page.Locator("button[value=open]").ClickAsync();
            desk = new Uri(editor.Page.Url).AbsolutePath;
        }
        foreach (var (person, office) in new[] { ("demo-reviewer", "drafting"), ("demo-legal-reviewer", "legal") })
        {
            await using var opened = await SignInAsync(new(), person);
            await opened.Page.GotoAsync(demo.Address + desk);
            await opened.Page.Locator("#pick-all").CheckAsync();
            Assert.Equal(2, await opened.Page.Locator("input[name=pick]:checked").CountAsync());
            await opened.Page.Locator("#office").SelectOptionAsync(office);
            await opened.Page.Locator("#opinion-measure").SelectOptionAsync("repeal");
            await opened.Page.Locator("#opinion-reason").FillAsync("内容已经被新的规定取代。");
            await opened.Page.Locator("button[value=opinion]").ClickAsync();
            Assert.Contains("意见已经记下", await opened.Page.Locator(".message").InnerTextAsync(), StringComparison.Ordinal);
        }
        await ExpectNoViolationAsync("demo-editor", page => page.GotoAsync(demo.Address + desk));
        await ExpectNoViolationAsync("demo-editor", async page =>
        {
            await page.GotoAsync(demo.Address + desk);
            await page.Locator(".decide__links a").First.ClickAsync();
            Assert.Equal(1, await page.Locator("#decision-reason").CountAsync());
        });

        await using (var editor = await SignInAsync(new()))
        {
            await editor.Page.GotoAsync(demo.Address + desk);
            await editor.Page.Locator("#pick-all").CheckAsync();
            await editor.Page.Locator("button[value=follow]").ClickAsync();
            await editor.Page.Locator("button[value=publish]").ClickAsync();
            Assert.Contains("结果已经公布", await editor.Page.Locator(".message").First.InnerTextAsync(), StringComparison.Ordinal);
        }
        var result = demo.Address + desk[..^"/desk".Length];
        await ExpectNoViolationAsync("demo-auditor", async page =>
        {
            await page.GotoAsync(result);
            Assert.Contains("废止的文件目录", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        });
        await using var reader = await browser.OpenAsync(new());
        await reader.Page.GotoAsync(demo.Address + "/d/清市府发-2025-5");
        Assert.Equal(new Uri(result).AbsolutePath, await reader.Page.Locator("main a[href^='/clean-ups/']").First.GetAttributeAsync("href"));
    }

    [Fact]
    [Clause("GAZ-09")]
    public Task Takes_a_file_from_an_editor_and_is_free_of_accessibility_violations_where_its_progress_is_shown() => ExpectNoViolationAsync("demo-editor", async page =>
    {
        await page.GotoAsync(demo.Address + "/files");
        await page.SetInputFilesAsync("#upload-files", new FilePayload { Name = "天气.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes("今天天气很好。\n我们去湖边散步。") });
        await page.Locator("form[action='/files/uploads'] button").ClickAsync();
        Assert.Contains("共 1 个文件", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    });

    [Fact]
    [Clause("GAZ-11")]
    public Task Is_free_of_accessibility_violations_where_one_reading_is_decided() => ExpectNoViolationAsync("demo-editor", async page =>
    {
        await page.GotoAsync(demo.Address + "/review");
        await page.Locator(".decide__row a[href^='/review/']").Last.ClickAsync();
        Assert.Equal(1, await page.Locator("textarea[name=correction]").CountAsync());
    });

    [Fact]
    [Clause("GAZ-11")]
    public async Task Is_free_of_accessibility_violations_where_an_account_is_opened_and_its_link_followed()
    {
        var (name, link) = ("lianjie", "");
        await ExpectNoViolationAsync("demo-administrator", async page =>
        {
            await page.GotoAsync(demo.Address + "/accounts");
            await page.Locator("input[name='Form.Name']").FillAsync(name);
            await page.Locator("main form button").ClickAsync();
            link = await page.Locator("main code").InnerTextAsync();
            name += "2";
        });
        await ExpectNoViolationAsync("demo-editor", page => page.GotoAsync(link));
        await ExpectNoViolationAsync("demo-administrator", async page =>
        {
            await page.GotoAsync(demo.Address + "/accounts");
            await page.GetByText("lianjie2").ClickAsync();
            Assert.Contains("lianjie2", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Is_worked_by_keyboard_alone_from_signing_in_to_a_decision_and_back()
    {
        await using var opened = await browser.OpenAsync(new());
        var page = opened.Page;
        await page.GotoAsync(demo.Address + "/");
        await page.TabToAsync("form[action='/account/demo'] select");
        await page.Keyboard.TypeAsync("编辑");
        await page.PressAsync("form[action='/account/demo'] button");
        await page.PressAsync("nav a[href='/review']");
        await page.PressAsync(".decide__row a[href^='/review/']");
        await page.PressAsync("button[value=Rejected]");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("1 项已审定");

        await page.GotoAsync(demo.Address + "/review?state=decided");
        await page.TabToAsync("input[name=pick]");
        await page.Keyboard.PressAsync("Space");
        await page.PressAsync("button[value=Open]");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("1 项");
        await page.GotoAsync(demo.Address + "/review?state=decided");
        Assert.Equal(0, await page.Locator(".decide__row").CountAsync());
    }

    private async Task ExpectNoViolationAsync(string person, Func<IPage, Task> go)
    {
        var found = new List<string>();
        foreach (var elder in new[] { false, true })
        {
            await using var opened = await SignInAsync(new(Elder: elder), person);
            await go(opened.Page);
            await opened.Page.Locator(".demo-clock summary").ClickAsync();
            found.AddRange(await Accessibility.ViolationsAsync(opened.Page, elder));
        }

        Assert.Empty(found);
    }

    private async Task<BrowserPage> SignInAsync(View view, string person = "demo-editor")
    {
        var opened = await browser.OpenAsync(view);
        if (view.Elder) await opened.Context.AddCookiesAsync([new() { Name = "gongbao.elder", Value = "on", Url = demo.Address }]);
        await opened.Page.GotoAsync(demo.Address + "/");
        await opened.Page.Locator("form[action='/account/demo'] select").SelectOptionAsync(person);
        await opened.Page.Locator("form[action='/account/demo'] button").ClickAsync();
        return opened;
    }
}
