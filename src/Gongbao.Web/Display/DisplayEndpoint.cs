using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gongbao.Web.Display;

/// <summary>
/// Remembers the reader's choice and returns to the page it was made on. A plain link, so that it works without script; it changes
/// nothing but the reader's own cookies, so it needs no form.
/// </summary>
internal static class DisplayEndpoint
{
    public const string Path = "/display";

    /// <summary>The link that makes a choice on the page the reader is on.</summary>
    public static string Link(HttpContext http, string choice, string value) =>
        $"{Path}?{choice}={value}&return={Uri.EscapeDataString(LocalAddress.Of(http.Request))}";

    public static RedirectHttpResult Choose(HttpContext http, string? theme, string? elder, string? @return)
    {
        if (theme is "light" or "dark" or "auto") Remember(http, DisplayPreference.ThemeCookie, theme);
        if (elder is "on" or "off") Remember(http, DisplayPreference.ElderCookie, elder);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Redirect(LocalAddress.OrHome(@return));
    }

    private static void Remember(HttpContext http, string name, string value) => http.Response.Cookies.Append(name, value, new CookieOptions
    {
        MaxAge = TimeSpan.FromDays(365),
        SameSite = SameSiteMode.Lax,
        HttpOnly = true,
        Secure = http.Request.IsHttps,
        IsEssential = true,
    });
}
