using System.Text;
using Microsoft.Playwright;

namespace Gongbao.EndToEnd.Browsing;

/// <summary>The desks on which people decide, worked from signing in to the end of the task by the keyboard alone.</summary>
public sealed class The_desks(Browser browser, DemoProgram demo) : IClassFixture<DemoProgram>
{
    private const string Repealing = "清河市人民政府办公室\n关于废止有关文件的通知\n清市府办发〔2025〕99号\n各县（市、区）人民政府：\n经研究，决定自2026年1月1日起废止《清河市人民政府关于促进高山茶产业高质量发展的实施意见》（清市府发〔2025〕5号）。\n清河市人民政府办公室\n2025年12月1日\n";

    [Fact, Clause("GAZ-11")]
    public async Task Let_a_claim_about_validity_be_confirmed_and_taken_back_by_keyboard_alone()
    {
        await using var opened = await browser.OpenAsync(new());
        var page = opened.Page;
        await SignInAsync(page, 0);
        // The browser's own window for choosing files is no part of the page.
        await page.GotoAsync(demo.Address + "/files");
        await page.SetInputFilesAsync("#upload-files", new FilePayload { Name = "废止.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(Repealing) });
        await page.PressAsync("form[action='/files/uploads'] button");
        await DoneAsync(page);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("上传的文件内容保存到");

        await page.PressAsync("nav a[href='/validity']");
        await page.PressAsync("main a[href^='/validity/claims']");
        await page.TabToAsync("button[value=Confirmed]");
        await page.TabToAsync("input[name=pick]");
        await page.Keyboard.PressAsync("Space");
        await page.TabBackToAsync("button[value=Confirmed]");
        await page.EnterAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("1 项已办理");

        await page.PressAsync("main a[href='/validity/claims?state=decided']");
        await page.PressAsync(".decide__links a");
        await page.PressAsync("button[value=Open]");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("1 项已办理");
        await page.GotoAsync(demo.Address + "/validity/claims?state=decided");
        Assert.Equal(0, await page.Locator(".decide__row").CountAsync());
    }

    [Fact, Clause("GAZ-07"), Clause("GAZ-11")]
    public async Task Let_a_clean_up_be_opened_answered_decided_and_published_by_keyboard_alone()
    {
        var desk = "";
        await using (var editor = await browser.OpenAsync(new()))
        {
            var page = editor.Page;
            await SignInAsync(page, 0);
            await page.PressAsync("nav a[href='/clean-ups']");
            await page.PressAsync("main a[href='/clean-ups/new']");
            await TypeAsync(page, "[name='Form.Name']", "键盘清理");
            await LastDayOfThisYearAsync(page, "[name='Form.DueOn']");
            await TypeAsync(page, "[name='Form.Documents']", "清市府办发〔2025〕6号");
            await page.PressAsync("button[value=open]");
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("键盘清理");
            desk = new Uri(page.Url).AbsolutePath;
        }
        foreach (var (person, office) in new[] { (1, "drafting"), (2, "legal") })
        {
            await using var opened = await browser.OpenAsync(new());
            var page = opened.Page;
            await SignInAsync(page, person);
            await page.GotoAsync(demo.Address + desk);
            await page.TabToAsync("input[name=pick]");
            await page.Keyboard.PressAsync("Space");
            await ChooseAsync(page, "#office", office);
            await ChooseAsync(page, "#opinion-measure", "keep");
            await TypeAsync(page, "#opinion-reason", "内容仍然适用。");
            await page.PressAsync("button[value=opinion]");
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("意见已经记下");
        }
        await using (var editor = await browser.OpenAsync(new()))
        {
            var page = editor.Page;
            await SignInAsync(page, 0);
            await page.GotoAsync(demo.Address + desk);
            await page.TabToAsync("#pick-all");
            await page.Keyboard.PressAsync("Space");
            await page.TabBackToAsync("button[value=follow]");
            await page.EnterAsync();
            await page.PressAsync("button[value=publish]");
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("结果已经公布");
        }
    }

    /// <param name="page">Of nobody.</param>
    /// <param name="person">The how-manieth of those whom the demo offers, from 0.</param>
    private async Task SignInAsync(IPage page, int person)
    {
        await page.GotoAsync(demo.Address + "/");
        await page.TabToAsync("form[action='/account/demo'] select");
        for (var i = 0; i < person; i++) await page.Keyboard.PressAsync("ArrowDown");
        await page.PressAsync("form[action='/account/demo'] button");
        await page.Locator("a[href='/account']").First.WaitForAsync();
    }

    private static async Task DoneAsync(IPage page)
    {
        await page.WaitForURLAsync("**/files/uploads/*");
        // Each look is a page; the file is read behind it.
        for (var looks = 0; looks < 200 && await page.Locator("a[href^='/files/uploads/']", new() { HasText = "看最新的进度" }).CountAsync() > 0; looks++) await page.ReloadAsync();
    }

    private static async Task TypeAsync(IPage page, string field, string words)
    {
        await page.TabToAsync(field);
        await page.Keyboard.TypeAsync(words);
    }

    /// <summary>Year, month and day are three fields to the keyboard, in an order that the browser's language sets; empty, each begins from its end downwards.</summary>
    private static async Task LastDayOfThisYearAsync(IPage page, string field)
    {
        await page.TabToAsync(field);
        for (var i = 0; i < 3; i++)
        {
            await page.Keyboard.PressAsync("ArrowDown");
            if (i < 2) await page.Keyboard.PressAsync("ArrowRight");
        }
        Assert.EndsWith("-12-31", await page.Locator(field).InputValueAsync(), StringComparison.Ordinal);
    }

    /// <summary>Goes down the choices until one is chosen.</summary>
    private static async Task ChooseAsync(IPage page, string field, string value)
    {
        await page.TabToAsync(field);
        for (var i = 0; i < 20 && await page.Locator(field).InputValueAsync() != value; i++) await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal(value, await page.Locator(field).InputValueAsync());
    }
}
