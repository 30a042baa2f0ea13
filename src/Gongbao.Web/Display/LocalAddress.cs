using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Gongbao.Web.Display;

/// <summary>Addresses inside this site: what a page may be asked to return to.</summary>
public static class LocalAddress
{
    private static readonly Uri Here = new("http://localhost/");

    /// <summary>The path and query of a request; of the one first asked for, when an error page is being shown for it.</summary>
    public static string Of(HttpRequest request)
    {
        var first = request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget;
        return IsLocal(first) ? first! : request.PathBase.Add(request.Path) + request.QueryString;
    }

    /// <summary>The address, as a header may carry it, when it is a path on this site, else the front page; never a foreign site (<c>//host</c>, <c>/\host</c>).</summary>
    public static string OrHome(string? address) => !IsLocal(address) ? "/"
        : Ascii.IsValid(address) ? address! : new Uri(Here, address).GetComponents(UriComponents.PathAndQuery | UriComponents.Fragment, UriFormat.UriEscaped);

    /// <summary>True for a path on this site, of printable characters only.</summary>
    public static bool IsLocal(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl);
}
