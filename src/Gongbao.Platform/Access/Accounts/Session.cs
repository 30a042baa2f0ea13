using System.Security.Claims;
using Gongbao.Platform.Access.Declarations;
using Gongbao.Platform.Access.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Platform.Access.Accounts;

/// <summary>How a session was opened; a role that asks for the second factor gives nothing in one opened without.</summary>
internal static class SignInMethod
{
    public const string Password = "pwd";
    public const string SecondFactor = "mfa";
    public const string Demo = "demo";
}

/// <summary>
/// What the session cookie holds, encrypted: the account's id, its security stamp, what the page calls the person, how the session was opened.
/// Roles are not in it; they are read at every request, so that a role taken away is gone at once.
/// </summary>
internal static class Session
{
    public const string Scheme = "Session";

    /// <summary>The half-open session between the password and the code.</summary>
    public const string HalfScheme = "SecondFactor";

    public const string StampClaim = "stamp";
    public const string MethodClaim = "amr";

    public static Guid? AccountOf(ClaimsPrincipal? principal) =>
        Guid.TryParseExact(principal?.FindFirstValue(ClaimTypes.NameIdentifier), "N", out var id) ? id : null;

    public static ClaimsPrincipal Of(Account account, string shownName, string method, string scheme) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, account.Id.ToString("N")),
            new(ClaimTypes.Name, shownName),
            new(StampClaim, account.SecurityStamp),
            new(MethodClaim, method),
        ], scheme));

    /// <summary>Opens a session that ends after the declared minutes without a request.</summary>
    public static Task OpenAsync(HttpContext http, Account account, string shownName, string method)
    {
        var idle = TimeSpan.FromMinutes(http.RequestServices.GetRequiredService<AccessDeclarations>().SessionIdleMinutes);
        var properties = new AuthenticationProperties { IsPersistent = false, ExpiresUtc = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() + idle };
        return http.SignInAsync(Scheme, Of(account, shownName, method, Scheme), properties);
    }

    public static async Task CloseAsync(HttpContext http)
    {
        await http.SignOutAsync(HalfScheme);
        await http.SignOutAsync(Scheme);
    }
}
