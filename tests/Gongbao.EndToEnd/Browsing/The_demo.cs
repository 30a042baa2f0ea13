using System.Diagnostics;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Gongbao.EndToEnd.CommandLine;

namespace Gongbao.EndToEnd.Browsing;

/// <summary>The built program as <c>demo</c> serves it, with the sample issue: what an editor does at the review desk, and the pages only people who are signed in see.</summary>
public sealed class The_demo(Browser browser) : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("gongbao-demo").FullName;
    private Process? _program;
    private string _address = "";

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(Browser.Executable is null, "No Chromium here: GONGBAO_CHROMIUM names none, and /usr/bin has none.");
        _program = GongbaoProgram.Start("demo", "--data", _data, "--port", "0");
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await _program.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            if (line.IndexOf("http://", StringComparison.Ordinal) is >= 0 and var at)
            {
                _address = line[at..].Split(' ')[0];
                return;
            }
        Assert.Fail("The demo ended before it served: " + await _program.StandardError.ReadToEndAsync(limit.Token));
    }

    [Fact]
    public async Task Lets_an_editor_sign_in_and_decide_what_the_reader_was_unsure_of()
    {
        await using var opened = await SignInAsync(new(Script: false));
        var page = opened.Page;
        await page.GotoAsync(_address + "/review");
        var waiting = await page.Locator(".review-row").CountAsync();
        Assert.NotEqual(0, waiting);

        await page.Locator(".review-row a[href^='/review/']").First.ClickAsync();
        var place = await page.Locator("h1").InnerTextAsync();
        await page.Locator("textarea[name=correction]").FillAsync("5");
        await page.GetByText("保存更正").ClickAsync();

        Assert.Contains("1 项已审定", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.GotoAsync(_address + "/review?state=decided");
        Assert.Contains(place, await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator(".review-row").CountAsync());

        await page.Locator("input[name=pick]").First.CheckAsync();
        await page.GetByText("撤回审定").ClickAsync();
        await page.GotoAsync(_address + "/review?state=decided");
        Assert.Equal(0, await page.Locator(".review-row").CountAsync());
    }

    [Fact]
    public async Task Shows_the_desk_to_nobody_who_is_not_signed_in()
    {
        await using var opened = await browser.OpenAsync(new());
        await opened.Page.GotoAsync(_address + "/review");

        Assert.Contains("/account/sign-in", opened.Page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/review", "demo-editor")]
    [InlineData("/account/sign-in", "demo-editor")]
    [InlineData("/account", "demo-editor")]
    [InlineData("/account/tokens", "demo-editor")]
    [InlineData("/accounts", "demo-administrator")]
    [InlineData("/declarations", "demo-publisher")]
    [InlineData("/personal-data", "demo-privacy-officer")]
    [Clause("GAZ-11")]
    public async Task Is_free_of_accessibility_violations_for_people_who_work_with_it(string address, string person)
    {
        var found = new List<string>();
        foreach (var mode in new View[] { new(), new(Dark: true), new(Elder: true) })
        {
            await using var opened = await SignInAsync(mode, person);
            await opened.Page.GotoAsync(_address + address);
            await opened.Page.Locator(".demo-clock summary").ClickAsync();
            foreach (var width in new[] { 1280, 360 })
            {
                await opened.Page.SetViewportSizeAsync(width, 900);
                var result = await opened.Page.RunAxe(new AxeRunOptions
                {
                    ResultTypes = [ResultType.Violations],
                    Rules = new() { ["target-size"] = new() { Enabled = true }, ["color-contrast-enhanced"] = new() { Enabled = mode.Elder } },
                });
                found.AddRange(result.Violations.Select(v => $"{mode with { Width = width }}: {v.Id}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
                var inner = await opened.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
                if (inner > width) found.Add($"{mode with { Width = width }}: {inner} px wide");
            }
        }

        Assert.Empty(found);
    }

    public async ValueTask DisposeAsync()
    {
        if (_program is { HasExited: false })
        {
            _program.Kill(entireProcessTree: true);
            await _program.WaitForExitAsync();
        }
        _program?.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private async Task<BrowserPage> SignInAsync(View view, string person = "demo-editor")
    {
        var opened = await browser.OpenAsync(view);
        if (view.Elder) await opened.Context.AddCookiesAsync([new() { Name = "gongbao.elder", Value = "on", Url = _address }]);
        await opened.Page.GotoAsync(_address + "/");
        await opened.Page.Locator("form[action='/account/demo'] select").SelectOptionAsync(person);
        await opened.Page.Locator("form[action='/account/demo'] button").ClickAsync();
        return opened;
    }
}
