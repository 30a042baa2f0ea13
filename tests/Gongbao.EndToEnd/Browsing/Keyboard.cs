using Microsoft.Playwright;

namespace Gongbao.EndToEnd.Browsing;

/// <summary>A page worked by the keyboard.</summary>
internal static class Keyboard
{
    /// <summary>Presses Tab until what has the focus is wanted; a page that is still arriving is waited for.</summary>
    public static Task TabToAsync(this IPage page, string selector) => GoAsync(page, selector, "Tab");

    /// <summary>The same backwards.</summary>
    public static Task TabBackToAsync(this IPage page, string selector) => GoAsync(page, selector, "Shift+Tab");

    /// <summary>Goes to a button or a link and presses it, and waits for the page that comes of it.</summary>
    public static async Task PressAsync(this IPage page, string selector)
    {
        await page.TabToAsync(selector);
        await page.EnterAsync();
    }

    /// <summary>Presses Enter on what leads to another page, and waits until that page is there. A key that came to nothing, as happens on a busy machine, is pressed again.</summary>
    public static async Task EnterAsync(this IPage page)
    {
        await page.EvaluateAsync("() => { window.isLeft = true; }");
        for (var presses = 1; !await IsHeardAsync(page, presses == Presses); presses++)
        {
        }
        for (var looks = 0; looks < 1_200; looks++)
        {
            if (await IsThereAsync(page)) return;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        Assert.Fail($"Enter on {page.Url} leads to no other page.");
    }

    /// <summary>Whether the key made the browser ask for a page: nothing was asked for where it did not, so that nothing is done twice.</summary>
    private static async Task<bool> IsHeardAsync(IPage page, bool isLast)
    {
        try
        {
            await page.RunAndWaitForRequestAsync(() => page.Keyboard.PressAsync("Enter"), r => r.IsNavigationRequest && r.Frame == page.MainFrame, new() { Timeout = isLast ? 60_000 : 15_000 });
            return true;
        }
        catch (TimeoutException) when (!isLast)
        {
            return false;
        }
    }

    private static async Task<bool> IsThereAsync(IPage page)
    {
        try
        {
            return await page.EvaluateAsync<bool>("() => !window.isLeft && document.readyState === 'complete'");
        }
        catch (PlaywrightException)
        {
            return false;   // between two pages
        }
    }

    private const int Presses = 3;

    private static async Task GoAsync(IPage page, string selector, string key)
    {
        await page.Locator(selector).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        for (var i = 0; i < 80; i++)
        {
            if (await page.EvaluateAsync<bool>("s => document.activeElement?.matches(s) ?? false", selector)) return;
            await page.Keyboard.PressAsync(key);
        }
        Assert.Fail($"No {selector} is reached with the Tab key.");
    }
}
