using Gongbao.Platform.Access;
using Gongbao.Platform.Access.Accounts;
using Gongbao.Platform.Access.Sealing;
using Gongbao.Web.Display;
using Gongbao.Web.Frame;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Web.Account;

/// <summary>Pages for signing in, one's own account, API tokens and the administrator's accounts. A host that has access adds them to the frame.</summary>
public static class AccountPages
{
    public const string SignInPath = "/account/sign-in";

    internal const string KeysPath = "/keys";

    internal const string DemoTimePath = "/account/demo/time";

    /// <summary>Adds the account's menu to the header and the administrator's entry to the navigation.</summary>
    public static IServiceCollection AddAccountPages(this IServiceCollection services)
    {
        services.AddScoped<ShownOnce>();
        services.AddSingleton(HeaderPart.Of<AccountMenu>(100));
        services.AddSingleton(HeaderPart.Of<DemoClockBar>(90));
        services.AddSingleton(new NavigationItem("城市密钥", KeysPath, 915, KeyDesk.Verb, Elder: false));
        services.AddSingleton(new NavigationItem("个人信息", "/personal-data", 905, Reveal.Verb, Elder: false));
        return services.AddSingleton(new NavigationItem("账户管理", "/accounts", 900, AccountAdministration.Verb, Elder: false));
    }

    /// <summary>Ending a session; and, in the demo alone, the bar by which its made-up people sign in.</summary>
    public static IEndpointRouteBuilder MapAccountPages(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/account/sign-out", SignOutAsync).AllowPublic().ExcludeFromDescription();
        if (!routes.ServiceProvider.GetRequiredService<AccessOptions>().IsDemo) return routes;
        routes.MapPost("/account/demo", SignInDemoAsync).AllowPublic().ExcludeFromDescription();
        routes.MapPost(DemoTimePath, MoveTimeAsync).AllowPublic().ExcludeFromDescription();
        return routes;
    }

    /// <param name="http">The request.</param>
    /// <param name="desk">Ends the session.</param>
    /// <param name="form">Taken as a form so that its antiforgery token is asked for; it has nothing else.</param>
    /// <param name="stop">Ends the work.</param>
    private static async Task<RedirectHttpResult> SignOutAsync(HttpContext http, SignInDesk desk, [FromForm] IFormCollection form, CancellationToken stop)
    {
        await desk.SignOutAsync(http, stop);
        return TypedResults.Redirect("/");
    }

    private static async Task<Results<RedirectHttpResult, StatusCodeHttpResult>> SignInDemoAsync(
        HttpContext http, DemoBar bar, [FromForm] string account, [FromForm] string? returnUrl, CancellationToken stop)
    {
        var result = await bar.SignInAsync(http, account, stop);
        return result.IsRefused(out _, out _) ? TypedResults.StatusCode(StatusCodes.Status403Forbidden) : TypedResults.Redirect(LocalAddress.OrHome(returnUrl));
    }

    /// <summary>Moves the demo's legal time; the bar says why where it is refused, as for a day that has passed.</summary>
    private static async Task<Results<RedirectHttpResult, StatusCodeHttpResult>> MoveTimeAsync(
        HttpContext http, DemoClock clock, ShownOnce once, [FromForm] int? days, [FromForm] DateOnly? day, [FromForm] string? returnUrl, CancellationToken stop)
    {
        if (days is null && day is null) return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        var moved = day is { } to ? await clock.MoveToAsync(http, to, stop) : await clock.ForwardAsync(http, days!.Value, stop);
        if (moved.IsRefused(out var refusal, out _))
        {
            if (refusal.Code is "access.not-demo" or "access.not-loopback") return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
            once.Put(http, DemoClockBar.RefusedKind, Guid.Empty, refusal.Reason);
        }

        return TypedResults.Redirect(LocalAddress.OrHome(returnUrl));
    }
}
