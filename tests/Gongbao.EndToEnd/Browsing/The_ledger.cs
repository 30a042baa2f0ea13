using Microsoft.Playwright;

namespace Gongbao.EndToEnd.Browsing;

/// <summary>The ledger of the demo: what a document orders is accepted, reported on by who owes it, verified, and seen by everybody.</summary>
public sealed class The_ledger(Browser browser, DemoProgram demo) : IClassFixture<DemoProgram>
{
    private const string FollowUp = "demo-follow-up";
    private const string Liaison = "demo-liaison";
    private const string KeyPoints = "清市府办发-2025-6";
    private const string Roads = "清市府办发-2025-12";

    [Theory, Clause("LED-01"), Clause("LED-02")]
    [InlineData(1280, false), InlineData(360, false), InlineData(360, true)]
    public async Task Is_worked_by_keyboard_alone_from_the_document_to_the_margin_beside_its_clause(int width, bool elder)
    {
        // Each run takes a document of its own.
        var document = (width, elder) switch { (1280, _) => "清市府办发-2025-7", (_, false) => "清市府办发-2025-9", _ => "清市府办发-2025-11" };
        var obligation = "";
        await using (var opened = await OpenAsync(FollowUp, width, elder))
        {
            var page = opened.Page;
            await page.GotoAsync($"{demo.Address}/ledger/{document}/proposals");
            await page.PressAsync("button[value=all]");
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("已纳入台账");
        }
        await using (var opened = await OpenAsync(Liaison, width, elder))
        {
            var page = opened.Page;
            await page.GotoAsync($"{demo.Address}/ledger/{document}?unit=linjiang");
            await page.PressAsync(".ledger-row h3 a");
            await page.WaitForURLAsync("**/ledger/obligations/*");
            obligation = new Uri(page.Url).AbsolutePath;
            await page.TabToAsync("main .ledger-row details summary");
            await page.Keyboard.PressAsync("Enter");
            await page.TabToAsync("main .ledger-row textarea[name=reason]");
            await page.Keyboard.TypeAsync("已经办好。");
            await page.PressAsync("button[value=report-done]");
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("待核验");
        }
        await using (var opened = await OpenAsync(FollowUp, width, elder))
        {
            var page = opened.Page;
            await page.GotoAsync(demo.Address + "/ledger/follow-up?list=submitted");
            await page.PressAsync($"main a[href^='{obligation}']");
            await page.PressAsync("button[value=verify]");
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("已核验");
        }
        await using var reader = await browser.OpenAsync(new(Elder: elder));
        await reader.Page.GotoAsync($"{demo.Address}/d/{document}");
        await Assertions.Expect(reader.Page.Locator($"article a[href='{obligation}']").First).ToContainTextAsync("已核验 1 家");
        // What was reported stays inside.
        await reader.Page.GotoAsync(demo.Address + obligation);
        Assert.DoesNotContain("已经办好", await reader.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact, Clause("LED-01")]
    public async Task Is_free_of_accessibility_violations_in_every_mode_and_width()
    {
        var (found, obligation) = (new List<string>(), "");
        await using (var opened = await OpenAsync(FollowUp))
        {
            await opened.Page.GotoAsync($"{demo.Address}/ledger/{KeyPoints}/proposals");
            await opened.Page.Locator("input[name=key]").First.CheckAsync();
            await opened.Page.Locator("button[value=picked]").ClickAsync();
            Assert.Contains("1 项任务已纳入台账", await opened.Page.Locator(".message").InnerTextAsync(), StringComparison.Ordinal);
            await opened.Page.GotoAsync($"{demo.Address}/ledger/{KeyPoints}");
            obligation = (await opened.Page.Locator(".ledger-row h3 a").First.GetAttributeAsync("href"))!;
        }
        var (meeting, sheet, handover) = await PapersAsync();
        (string Person, string Address)[] pages =
        [
            (FollowUp, "/ledger"), (FollowUp, $"/ledger/{KeyPoints}/proposals"), (FollowUp, $"/ledger/{KeyPoints}"), (FollowUp, obligation), (FollowUp, $"/ledger/{KeyPoints}/calendar?on=2025-08-01&month=2025-05"), (FollowUp, $"/ledger/{KeyPoints}/timeline?on=2025-08-01"), (FollowUp, $"/ledger/{KeyPoints}/heat?on=2025-08-01"), (FollowUp, "/ledger/duplicates"), (FollowUp, "/ledger/units/water/handover"), (FollowUp, "/ledger/follow-up"), (FollowUp, "/ledger/week"), (FollowUp, "/ledger/follow-up?list=questions"), (FollowUp, "/ledger/reprojections"), (FollowUp, "/ledger/new"), (FollowUp, $"/ledger/{KeyPoints}/sheets"), (FollowUp, $"/ledger/{KeyPoints}/entry"), (FollowUp, $"/ledger/{KeyPoints}/many"),
            (FollowUp, "/ledger/letters"), (FollowUp, "/ledger/letters/new?unit=water"), (FollowUp, $"/ledger/{KeyPoints}/team"), (FollowUp, $"/ledger/{KeyPoints}/plans"), (FollowUp, "/ledger/visits?for=water"),
            (FollowUp, "/ledger/units/water/line"), (FollowUp, "/ledger/experience"), (FollowUp, obligation + "/experience"), (Liaison, "/work"), (Liaison, "/calendar"), (Liaison, obligation), (Liaison, "/ledger/units/water"), ("", $"/ledger/{KeyPoints}"), ("", $"/ledger/{KeyPoints}/reports/year/2025"), (FollowUp, $"/ledger/{KeyPoints}/reports/week/2025-04-12"), (FollowUp, $"/ledger/{KeyPoints}/reports/month/2025-04"), (FollowUp, $"/ledger/{KeyPoints}/reports/week/2025-W15"),
            (FollowUp, meeting), (FollowUp, sheet), (FollowUp, handover), (Liaison, handover), (Liaison, "/ledger/units/linjiang/handover"), (Liaison, $"/ledger/{KeyPoints}/plans"), ("", "/ledger"), ("", $"/ledger/{KeyPoints}?on=2025-13-45"),
        ];
        foreach (var elder in new[] { false, true })
            foreach (var group in pages.GroupBy(p => p.Person))
            {
                await using var opened = group.Key.Length > 0 ? await OpenAsync(group.Key, 1280, elder) : await browser.OpenAsync(new(Elder: elder));
                foreach (var (_, address) in group)
                {
                    await opened.Page.GotoAsync(demo.Address + address);
                    found.AddRange((await Accessibility.ViolationsAsync(opened.Page, elder, view => Every_page.PictureAsync(opened.Page, $"ledger-{group.Key}-{Array.FindIndex(pages, p => p.Address == address && p.Person == group.Key)}-{view}"))).Select(v => $"{address}: {v}"));
                    await opened.Page.SetViewportSizeAsync(360, 900);
                    if (await opened.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") is > 360 and var wide) found.Add($"{address} is {wide} px wide at 360");
                    if (await opened.Page.EvaluateAsync<double>("() => document.querySelector('#demo-account').getBoundingClientRect().right") is > 350 and var right) found.Add($"{address} has the choice of a person end at {right} px of 360");
                    await opened.Page.SetViewportSizeAsync(1280, 900);
                }
            }
        Assert.Empty(found);
    }

    /// <summary>The addresses of a meeting, of a sheet that was brought, and of a handover.</summary>
    private async Task<(string Meeting, string Sheet, string Handover)> PapersAsync()
    {
        await using var office = await OpenAsync(FollowUp);
        var page = office.Page;
        await page.GotoAsync($"{demo.Address}/ledger/{KeyPoints}/plans");
        await page.Locator("#call-units").FillAsync("各县（市、区）人民政府");
        await page.Locator("button[value=call]").ClickAsync();
        await Assertions.Expect(page.Locator(".message--success")).ToContainTextAsync("已办理");
        await page.GotoAsync($"{demo.Address}/ledger/{KeyPoints}/team");
        await page.Locator("summary", new() { HasText = "登记一次会议" }).ClickAsync();
        foreach (var (field, words) in new[] { ("#held-on", "2025-04-11"), ("#subject", "调度"), ("#chair", "市政府副秘书长"), ("#units", "市水务局"), ("#minutes", "会议听取了汇报。") }) await page.Locator(field).FillAsync(words);
        await page.Locator("button[value=meeting]").ClickAsync();
        await page.WaitForURLAsync("**/ledger/meetings/*");
        var meeting = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync($"{demo.Address}/ledger/{KeyPoints}/sheets");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "外单位.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes("工作内容,责任部门,办结时间\n修建堤防,没有的局,2025年6月底前\n,市财政局,长期\n培训人员,市水务局,每季度\n") });
        await page.Locator("main form button[type=submit]:not([disabled])").First.ClickAsync();
        await page.WaitForURLAsync("**/ledger/sheets/*");
        var sheet = new Uri(page.Url).AbsolutePath;

        await using var unit = await OpenAsync(Liaison);
        await unit.Page.GotoAsync(demo.Address + "/ledger/units/linjiang/handover");
        await unit.Page.Locator("summary", new() { HasText = "办理交接" }).ClickAsync();
        await unit.Page.Locator("#leaver").SelectOptionAsync(new SelectOptionValue { Label = "演示联络员（临江区）" });
        await unit.Page.Locator("#successor").SelectOptionAsync(new SelectOptionValue { Label = "演示接任联络员（临江区）" });
        await unit.Page.Locator("#why-handover").FillAsync("轮岗。");
        await unit.Page.Locator("button", new() { HasText = "列出清单" }).ClickAsync();
        await unit.Page.WaitForURLAsync("**/ledger/handovers/*");
        return (meeting, sheet, new Uri(unit.Page.Url).AbsolutePath);
    }

    [Fact, Clause("LED-02")]
    public async Task Is_shown_as_of_another_day()
    {
        await using var opened = await OpenAsync(FollowUp);
        var page = opened.Page;
        await page.GotoAsync($"{demo.Address}/ledger/{Roads}/proposals");
        await page.Locator("button[value=all]").ClickAsync();
        await page.GotoAsync($"{demo.Address}/ledger/{Roads}");
        var before = await page.Locator("main .state-bars").InnerTextAsync();
        Assert.DoesNotContain("逾期", before, StringComparison.Ordinal);
        // The same page as of a later day, and what stands open then.
        await page.GotoAsync($"{demo.Address}/ledger/{Roads}?on=2025-12-31");
        Assert.Contains("逾期", await page.Locator("main .state-bars").InnerTextAsync(), StringComparison.Ordinal);
    }

    private async Task<BrowserPage> OpenAsync(string person, int width = 1280, bool elder = false)
    {
        var opened = await browser.OpenAsync(new(Elder: elder));
        if (elder) await opened.Context.AddCookiesAsync([new() { Name = "gongbao.elder", Value = "on", Url = demo.Address }]);
        await opened.Page.SetViewportSizeAsync(width, 900);
        await opened.Page.GotoAsync(demo.Address + "/");
        await opened.Page.Locator("form[action='/account/demo'] select").SelectOptionAsync(person);
        await opened.Page.Locator("form[action='/account/demo'] button").ClickAsync();
        await opened.Page.Locator("a[href='/account']").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return opened;
    }
}
