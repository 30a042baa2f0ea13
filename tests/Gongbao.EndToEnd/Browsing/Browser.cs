using Microsoft.Playwright;

namespace Gongbao.EndToEnd.Browsing;

/// <summary>One browser and one site for the whole run; each test has a context of its own.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Site? _site;

    internal Site Site => _site!;

    public static string? Executable => new[] { Environment.GetEnvironmentVariable("GONGBAO_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser" }.FirstOrDefault(File.Exists);

    public async ValueTask InitializeAsync()
    {
        if (Executable is not { } executable) return;
        _site = await Site.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_site is not null) await _site.DisposeAsync();
    }

    internal async Task<BrowserPage> OpenAsync(View view)
    {
        Assert.SkipWhen(_browser is null, "No Chromium here: GONGBAO_CHROMIUM names none, and /usr/bin has none.");
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = Site.Address,
            ViewportSize = new() { Width = view.Width, Height = 900 },
            ColorScheme = view.Dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = view.Script,
            Locale = "zh-CN",
            ReducedMotion = ReducedMotion.Reduce,
        });
        // A busy machine is slow, not wrong: what never comes still fails, later.
        context.SetDefaultTimeout(120_000);
        context.SetDefaultNavigationTimeout(120_000);
        Assertions.SetDefaultExpectTimeout(120_000);
        if (view.Elder) await context.AddCookiesAsync([new() { Name = "gongbao.elder", Value = "on", Url = Site.Address }]);
        return new(context, await context.NewPageAsync());
    }
}

/// <summary>How a page is looked at.</summary>
internal sealed record View(int Width = 1280, bool Dark = false, bool Elder = false, bool Script = true)
{
    public override string ToString() => $"{(Dark ? "dark" : "light")}{(Elder ? " elder" : "")} {Width}";
}

/// <summary>A page in a context that goes with it.</summary>
internal sealed record BrowserPage(IBrowserContext Context, IPage Page) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Context.DisposeAsync();
}
