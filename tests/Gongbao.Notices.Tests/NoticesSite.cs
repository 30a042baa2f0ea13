using Gongbao.Notices.Desk;
using Gongbao.Platform.Access;
using Gongbao.Platform.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Notices.Tests;

/// <summary>The room's pages and API with its engine running.</summary>
internal sealed class NoticesSite : RoomSite
{
    private NoticesSite()
        : base(SampleCity.Declared, new(TimeProvider.System, TestNotices.Start), Who, s => NoticesRoom.AddServices(s).AddSingleton<Contracts.Gazette.IFollowed, FollowedThings>(), NoticesRoom.Map)
    {
    }

    public static async Task<NoticesSite> StartAsync()
    {
        var site = new NoticesSite();
        await site.ListenAsync();
        return site;
    }

    public Writer Writer => Services.GetRequiredService<Writer>();

    /// <summary>A client that keeps cookies as a browser does and follows no redirect.</summary>
    /// <param name="account">Who acts; null for nobody.</param>
    /// <param name="manages">Whether this is somebody of the follow-up office.</param>
    public HttpClient Open(Guid? account, bool manages = false) => Open(account is { } id ? $"{id:N}{(manages ? "+" : "")}" : null, keepsCookies: true);

    private static Actor? Who(string said) => Guid.TryParseExact(said.TrimEnd('+'), "N", out var id)
        ? TestNotices.ActorOf(id, said.EndsWith('+') ? [NoticesDesk.ReadVerb, NoticesDesk.ManageVerb] : [])
        : null;
}
