using Gongbao.Platform.Access;
using Gongbao.Web;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Ledger.Calendar;

/// <summary>The calendar of one person under its secret address. Whoever has no address that counts is answered as for any address that there never was.</summary>
internal static class CalendarEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/calendar/{secret}.ics", ReadAsync).ExcludeFromDescription().AllowPublic();

    private static async Task<IResult> ReadAsync(string secret, CalendarAddresses addresses, CalendarDesk desk, SiteIdentity site, HttpContext http) =>
        await addresses.AccountOfAsync(secret, http.RequestAborted) is { } account
            ? Tagged.Bytes(http, CalendarFeed.Write($"任务到期日（{site.City}）", await desk.OfAsync(account, http.RequestAborted), site.AddressFor(http.Request)), CalendarFeed.MediaType, isPublic: false)
            : TypedResults.NotFound();
}
