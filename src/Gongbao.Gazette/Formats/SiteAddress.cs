using Gongbao.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Gazette.Formats;

/// <summary>The address of this site, for formats whose links must be whole.</summary>
internal static class SiteAddress
{
    /// <inheritdoc cref="SiteIdentity.AddressFor"/>
    public static Uri Of(HttpRequest request) => request.HttpContext.RequestServices.GetRequiredService<SiteIdentity>().AddressFor(request);
}
