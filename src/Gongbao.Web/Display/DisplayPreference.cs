using Microsoft.AspNetCore.Http;

namespace Gongbao.Web.Display;

/// <summary>Light or dark colours.</summary>
public enum Theme
{
    /// <summary>As the reader's device says.</summary>
    Auto,
    Light,
    Dark,
}

/// <summary>
/// How this reader wants pages shown, remembered in two cookies for a year: the colours, and the elder mode (长辈版) with its larger
/// text and targets. No cookie, or one that makes no sense, means the device's colours and the standard mode.
/// </summary>
/// <source>《互联网网站适老化通用设计规范》（工信厅信管函〔2021〕67号）</source>
public sealed record DisplayPreference(Theme Theme, bool Elder)
{
    internal const string ThemeCookie = "gongbao.theme";
    internal const string ElderCookie = "gongbao.elder";

    public static DisplayPreference Of(HttpContext http) => EmbeddedView.Of(http)?.Display ?? new(
        http.Request.Cookies[ThemeCookie] switch { "light" => Theme.Light, "dark" => Theme.Dark, _ => Theme.Auto },
        http.Request.Cookies[ElderCookie] == "on");

    /// <summary>The value of the attribute <c>data-theme</c> that the style sheets look at.</summary>
    internal string ThemeName => Theme switch { Theme.Light => "light", Theme.Dark => "dark", Theme.Auto => "auto" };
}
