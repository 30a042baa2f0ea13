using Gongbao.Platform.City;
using Gongbao.Platform.Hosting;
using Gongbao.Web.Display;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Web.Serving;

/// <summary>
/// What a browser is told never to do with our pages: run or style anything that did not come from this site as a file of its own,
/// show a page inside another, guess types, or tell other sites which page a reader came from. Only the embedded view (<see cref="EmbeddedView"/>) may be
/// shown inside pages of this site and of those that the city declares.
/// </summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
        "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors ";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var isEmbedded = EmbeddedView.Enter(http) is not null;
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = Policy + (isEmbedded ? Ancestors(http) : "'none'");
            headers.XContentTypeOptions = "nosniff";
            if (isEmbedded) headers.Remove("X-Frame-Options"); // knows no list of sites
            else headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            return Task.CompletedTask;
        });
        return next(http);
    });

    private static string Ancestors(HttpContext http) =>
        string.Join(' ', Embedders.Of(http.RequestServices.GetService<CityDeclarations>()).Prepend("'self'"));
}
