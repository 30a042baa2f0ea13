using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Gongbao.Web.Serving;

/// <summary>
/// The names under which the site may be asked for. The head of a request says where its writer believes the site to stand, and whoever
/// writes it can say anything; a name that is not known is refused before anything repeats it. Health is told to whoever asks.
/// </summary>
public static class KnownHosts
{
    private static readonly string[] OwnMachine = ["localhost", "127.0.0.1", "[::1]"];

    /// <param name="app">Before anything else that answers.</param>
    /// <param name="address">Where the site stands; null where only its own machine asks.</param>
    /// <param name="listensAt">Host of the address it listens at: known as well.</param>
    public static void UseKnownHosts(this IApplicationBuilder app, Uri? address, string listensAt)
    {
        var known = OwnMachine.Append(listensAt).Concat(address is null ? [] : [address.IdnHost]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var mend = address is null
            ? "本站没有说明网站地址，只能在本机打开；对外提供服务时，请管理员用 --site 说明，例如 --site https://gazette.example.cn。"
            : $"请求里的主机名不是本站的；请用 {address.AbsoluteUri} 打开。";
        app.Use((http, next) => known.Contains(http.Request.Host.Host) || http.Request.Path.StartsWithSegments("/health") ? next(http) : RefuseAsync(http, mend));
    }

    private static Task RefuseAsync(HttpContext http, string mend)
    {
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(mend, http.RequestAborted);
    }
}
