using Gongbao.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Gazette.Formats;

/// <summary>The address of this site, for formats whose links must be whole: the declared one; where none is, the one that was asked, which only this machine can ask.</summary>
internal static class SiteAddress
{
    public static Uri Of(HttpRequest request) =>
        request.HttpContext.RequestServices.GetRequiredService<SiteIdentity>().Address
        ?? (Uri.TryCreate($"{request.Scheme}://{request.Host.ToUriComponent()}/", UriKind.Absolute, out var site) ? site : new("http://localhost/"));
}
