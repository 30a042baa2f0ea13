using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Gongbao.Web.Display;

/// <summary>
/// The pages under <c>/embed</c> (嵌入视图), which other sites may show inside theirs: no header, navigation or footer, and no cookie, neither read nor
/// set. How they are shown stands in the address and goes along with each link.
/// </summary>
/// <param name="Display">Colours and mode, by <c>theme</c> and <c>mode</c>.</param>
/// <param name="Day">The day as of which the library is shown, by <c>on</c>; null for today.</param>
public sealed record EmbeddedView(DisplayPreference Display, string? Day)
{
    /// <summary>What the address of every embedded page begins with.</summary>
    public const string Prefix = "/embed";

    /// <summary>Null where the page asked for is none of these.</summary>
    public static EmbeddedView? Of(HttpContext http) => http.Items[typeof(EmbeddedView)] as EmbeddedView;

    /// <summary>At the very start of a request: an error page shown for it later belongs to the same view.</summary>
    internal static EmbeddedView? Enter(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments(Prefix)) return null;
        // Whoever is signed in is nobody here, so nothing can be had or done in their name from inside another site.
        http.Request.Headers.Remove("Cookie");
        var asked = http.Request.Query;
        var view = new EmbeddedView(
            new(asked["theme"].ToString() switch { "dark" => Theme.Dark, "light" => Theme.Light, _ => Theme.Auto }, asked["mode"] == "elder"),
            DateOnly.TryParseExact(asked["on"].ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? asked["on"].ToString() : null);
        http.Items[typeof(EmbeddedView)] = view;
        return view;
    }

    /// <summary>What goes along with each link and form.</summary>
    public IEnumerable<(string Name, string Value)> Carried =>
        new[] { ("on", Day), ("mode", Display.Elder ? "elder" : null), ("theme", Display.Theme is Theme.Auto ? null : Display.ThemeName) }.Where(c => c.Item2 is not null).Select(c => (c.Item1, c.Item2!));

    /// <summary>The address in this view of what has this address on the site, shown the same way.</summary>
    /// <param name="address">From the root, such as <c>/d/qh-2025-5#三</c>; without a day.</param>
    public string Link(string address)
    {
        var (rest, anchor) = address.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? (address[..at], address[at..]) : (address, "");
        var carried = string.Join('&', Carried.Select(c => $"{c.Name}={c.Value}"));
        return Prefix + (rest == "/" ? "" : rest) + (carried.Length == 0 ? "" : (rest.Contains('?', StringComparison.Ordinal) ? "&" : "?") + carried) + anchor;
    }

    /// <summary>The same page on the site itself, as of the same day.</summary>
    /// <param name="address">From the root.</param>
    public string Outside(string address) => Day is null ? address : address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "on=" + Day;
}
