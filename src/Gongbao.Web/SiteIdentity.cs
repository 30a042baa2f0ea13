using Microsoft.AspNetCore.Http;

namespace Gongbao.Web;

/// <summary>Whose site this is.</summary>
/// <param name="City">The city as it writes itself, such as 清河市.</param>
/// <param name="Address">Where the site is known to stand, such as <c>https://gazette.example.cn/</c>; null where it is only tried on its own machine.</param>
public sealed record SiteIdentity(string City, Uri? Address = null)
{
    /// <summary>The name of the site, at the head of every page.</summary>
    public string Title => City + "人民政府公报";

    /// <summary>The address of this site, for what is written with whole links: the declared one; where none is, the one that was asked, which only this machine can ask.</summary>
    public Uri AddressFor(HttpRequest request) => Address ?? (Uri.TryCreate($"{request.Scheme}://{request.Host.ToUriComponent()}/", UriKind.Absolute, out var asked) ? asked : new("http://localhost/"));
}
