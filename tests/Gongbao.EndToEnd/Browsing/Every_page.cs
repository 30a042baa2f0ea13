using System.Text.Json;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Gongbao.EndToEnd.Browsing.Browser))]

namespace Gongbao.EndToEnd.Browsing;

public sealed class Every_page(Browser browser)
{
    public static TheoryData<string> Names => ["home", "issue", "document", "record", "clause", "paragraph", "source", "print", "search", "nothing found", "open data", "statistics", "unresolved", "citations", "validity", "claims", "compare", "topics", "topic", "audience", "singles", "clean-ups", "basis", "no basis", "accessibility", "embedded home", "embedded issue", "embedded document", "embedded clause", "embedded search", "embedded topics", "embedded topic", "embedded missing", "missing"];

    [Theory, MemberData(nameof(Names))]
    public async Task Is_free_of_accessibility_violations_in_every_mode_and_width(string name)
    {
        var found = new List<string>();
        foreach (var elder in new[] { false, true })
        {
            await using var opened = await browser.OpenAsync(new(Elder: elder));
            await opened.Page.GotoAsync(AddressOf(name, elder));
            found.AddRange(await Accessibility.ViolationsAsync(opened.Page, elder, view => PictureAsync(opened.Page, $"{name}-{view}")));
        }

        Assert.Empty(found);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Never_scrolls_sideways(string name)
    {
        foreach (var elder in new[] { false, true })
        {
            await using var opened = await browser.OpenAsync(new(Elder: elder));
            await opened.Page.GotoAsync(AddressOf(name, elder));
            foreach (var width in new[] { 1280, 768, 360, 320 })
            {
                await opened.Page.SetViewportSizeAsync(width, 900);

                var inner = await opened.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
                Assert.True(inner <= width, $"{name}, {(elder ? "elder" : "standard")}, {width}: {inner} px wide");
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Has_large_text_and_targets_in_the_elder_mode(string name)
    {
        await using var opened = await browser.OpenAsync(new(Elder: true));
        await opened.Page.GotoAsync(AddressOf(name, elder: true));
        foreach (var width in new[] { 1280, 360 })
        {
            await opened.Page.SetViewportSizeAsync(width, 900);

            Assert.Empty(await SmallAsync(opened.Page, SmallText));
            Assert.Empty(await SmallAsync(opened.Page, SmallTargets));
        }
    }

    /// <summary>Elements that show text of their own below 24 CSS px.</summary>
    private const string SmallText = """
        () => [...document.querySelectorAll('body *')].filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.visually-hidden, caption.visually-hidden, thead')
            && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) && parseFloat(getComputedStyle(e).fontSize) < 24)
          .map(e => e.tagName + '.' + e.className + ' ' + getComputedStyle(e).fontSize + ' ' + e.textContent.trim().slice(0, 20))
        """;

    /// <summary>Controls and links that stand alone, smaller than 60 CSS px either way; links inside a sentence are text.</summary>
    private const string SmallTargets = """
        () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary')].filter(e => e.checkVisibility({ visibilityProperty: true })
            && !e.matches('.skip') && getComputedStyle(e).display !== 'inline')
          .filter(e => { const r = e.getBoundingClientRect(); return r.height < 59.5 || r.width < 59.5; })
          .map(e => e.tagName + '.' + e.className + ' ' + JSON.stringify(e.getBoundingClientRect()) + ' ' + e.textContent.trim().slice(0, 20))
        """;

    private static async Task<string[]> SmallAsync(IPage page, string script) => (await page.EvaluateAsync<JsonElement>(script)).Deserialize<string[]>()!;

    /// <summary>An embedded page knows no cookie: its mode stands in its address.</summary>
    private string AddressOf(string name, bool elder) => !name.StartsWith("embedded", StringComparison.Ordinal) || !elder ? AddressOf(name)
        : AddressOf(name) + (name == "embedded search" ? "&" : "?") + "mode=elder";

    private string AddressOf(string name)
    {
        var document = browser.Site is { } site ? site.Document : throw new InvalidOperationException("no site");
        return name switch
        {
            "home" => "/",
            "issue" => "/i/" + browser.Site.Issue,
            "validity" => "/validity",
            "claims" => "/validity/claims",
            "compare" => $"/d/{document.Slug}/compare?from=2024-01-01&to=2026-01-01",
            "document" => "/d/" + document.Slug,
            "record" => $"/d/{document.Slug}/record",
            "clause" => $"/d/{document.Slug}/{ClauseSlug(document)}",
            "paragraph" => $"/d/{document.Slug}/p1",
            "source" => $"/d/{document.Slug}/{ClauseSlug(document)}/source",
            "print" => $"/d/{document.Slug}/print",
            "search" => "/search?q=" + Uri.EscapeDataString("供水"),
            "nothing found" => "/search?q=" + Uri.EscapeDataString("没有这样的话"),
            "open data" => "/open-data",
            "statistics" => "/statistics",
            "unresolved" => "/citations",
            "citations" => "/citations/" + document.Slug,
            "topics" => "/topics",
            "topic" => "/topics/other-matters",
            "audience" => "/audiences/officials",
            "singles" => "/singles",
            "clean-ups" => "/clean-ups",
            "basis" => "/basis?clause=" + Uri.EscapeDataString(document.Number!),
            "no basis" => "/basis?clause=" + Uri.EscapeDataString("清府发〔2020〕1号#三"),
            "accessibility" => "/accessibility",
            "embedded home" => "/embed",
            "embedded issue" => "/embed/i/" + browser.Site.Issue,
            "embedded document" => "/embed/d/" + document.Slug,
            "embedded clause" => $"/embed/d/{document.Slug}/{ClauseSlug(document)}",
            "embedded search" => "/embed/search?q=" + Uri.EscapeDataString("供水"),
            "embedded topics" => "/embed/topics",
            "embedded topic" => "/embed/topics/other-matters",
            "embedded missing" => "/embed/no-such-page",
            "missing" => "/no-such-page",
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
    }

    internal static string ClauseSlug(Gazette.Library.DocumentView document) =>
        document.Body.SelectMany(b => b.WithAll).First(b => b is { Kind: Gazette.Reading.NodeKind.Clause, Obligations.Count: > 0 } or { Kind: Gazette.Reading.NodeKind.Clause, Level: 2 }).Slug!;

    /// <summary>A picture for a person to look at, where <c>GONGBAO_PICTURES</c> names a folder.</summary>
    internal static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("GONGBAO_PICTURES") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name.Replace(' ', '-') + ".png"), FullPage = true });
    }
}
