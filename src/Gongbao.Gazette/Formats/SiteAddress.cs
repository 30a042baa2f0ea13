using Microsoft.AspNetCore.Http;

namespace Gongbao.Gazette.Formats;

/// <summary>The address of this site as the asker knows it, for formats whose links must be whole.</summary>
internal static class SiteAddress
{
    public static Uri Of(HttpRequest request) =>
        Uri.TryCreate($"{request.Scheme}://{request.Host.ToUriComponent()}/", UriKind.Absolute, out var site) ? site : new("http://localhost/");
}
