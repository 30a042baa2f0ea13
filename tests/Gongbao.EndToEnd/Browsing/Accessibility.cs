using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Gongbao.EndToEnd.Browsing;

/// <summary>
/// axe-core over a page as it stands. It is put into the page once and run there: the package's own wrapper opens a blank page for every run,
/// which costs more than the checks.
/// </summary>
internal static class Accessibility
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Runs every rule, and contrast of level AAA in the elder mode; answers how many passed and what each violation is.</summary>
    private const string Run = """
        async elder => {
          const { passes, violations } = await axe.run(document, {
            resultTypes: ['violations'],
            rules: { 'target-size': { enabled: true }, 'color-contrast-enhanced': { enabled: elder } },
          });
          return { passes: passes.length, violations: violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html).join(' | ')) };
        }
        """;

    private static readonly int[] Widths = [1280, 360];

    /// <summary>Looks at the open page wide and narrow, light and dark, and says what breaks a rule or is wider than the screen.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page, bool elder, Func<View, Task>? look = null)
    {
        var found = new List<string>();
        await page.EvaluateAsync(Axe);
        foreach (var dark in new[] { false, true })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
            foreach (var width in Widths)
            {
                await page.SetViewportSizeAsync(width, 900);
                var view = new View(width, dark, elder);
                if (look is not null) await look(view);
                var result = await page.EvaluateAsync<JsonElement>(Run, elder);
                Assert.True(result.GetProperty("passes").GetInt32() > 10);
                found.AddRange(result.GetProperty("violations").Deserialize<string[]>()!.Select(v => $"{view}: {v}"));
                var inner = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
                if (inner > width) found.Add($"{view}: {inner} px wide");
            }
        }
        return found;
    }
}
