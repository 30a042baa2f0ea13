using Gongbao.Platform.Access;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Notices.Subscriptions;

/// <summary>What a mail program calls when its user wants no more of a subscription (一键退订, RFC 8058): without cookies and without a page.</summary>
internal static class SubscriptionEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(SubscriptionLinks.OneClickPath + "{token}", EndAsync).AllowPublic().ExcludeFromDescription();
        // Some programs open the address instead: people are led to the page.
        routes.MapGet(SubscriptionLinks.OneClickPath + "{token}", (string token) => TypedResults.LocalRedirect($"~{SubscriptionLinks.EndPath}{Uri.EscapeDataString(token)}")).AllowPublic().ExcludeFromDescription();
    }

    private static async Task<IResult> EndAsync(string token, Subscribe subscriptions, HttpContext http) =>
        (await subscriptions.EndAsync(token, http.RequestAborted)).IsRefused(out var refusal, out _) ? Refused.Problem(refusal) : TypedResults.NoContent();
}
