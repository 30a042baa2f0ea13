using Microsoft.Playwright;

namespace Gongbao.EndToEnd.Browsing;

/// <summary>A page worked by the keyboard.</summary>
internal static class Keyboard
{
    /// <summary>Presses Tab until what has the focus is wanted; a page that is still arriving is waited for.</summary>
    public static Task TabToAsync(this IPage page, string selector) => GoAsync(page, selector, "Tab");

    /// <summary>The same backwards.</summary>
    public static Task TabBackToAsync(this IPage page, string selector) => GoAsync(page, selector, "Shift+Tab");

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
