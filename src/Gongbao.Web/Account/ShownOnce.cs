using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Gongbao.Web.Account;

/// <summary>
/// Carries something that is shown once (a token, recovery codes, a link) over the redirect after a form: an encrypted cookie that lives two
/// minutes and is taken away when it is read.
/// </summary>
public sealed class ShownOnce(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(2);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("gongbao.shown-once").ToTimeLimitedDataProtector();

    /// <param name="http">The request that made it.</param>
    /// <param name="kind">What it is: the page that reads it asks for the same.</param>
    /// <param name="holder">Whom it is for; nobody else can read it.</param>
    /// <param name="text">What is shown.</param>
    public void Put(HttpContext http, string kind, Guid holder, string text) =>
        http.Response.Cookies.Append(Name(kind), _protector.Protect($"{holder:N}:{text}", Life), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = http.Request.IsHttps,
            MaxAge = Life,
            IsEssential = true,
        });

    /// <returns>Null where there is none, it is too old, or somebody else's.</returns>
    public string? Take(HttpContext http, string kind, Guid holder)
    {
        if (http.Request.Cookies[Name(kind)] is not { } cookie) return null;
        http.Response.Cookies.Delete(Name(kind));
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            return _protector.Unprotect(cookie).Split(':', 2) is [var id, var text] && id == holder.ToString("N") ? text : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string Name(string kind) => "gongbao.once." + kind;
}
