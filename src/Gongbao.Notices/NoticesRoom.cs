using System.CommandLine;
using Gongbao.Contracts.Gazette;
using Gongbao.Contracts.Ledger;
using Gongbao.Contracts.Notices;
using Gongbao.Contracts.Simulating;
using Gongbao.Notices.Desk;
using Gongbao.Notices.Inbox;
using Gongbao.Notices.Ladders;
using Gongbao.Notices.Sending;
using Gongbao.Notices.Storage;
using Gongbao.Notices.Subscriptions;
using Gongbao.Notices.Telling;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Platform.Hosting;
using Gongbao.Platform.Store;
using Gongbao.Web.Frame;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Notices;

/// <summary>The room of notices (告知): tells people what is owed and when, and climbs a ladder until somebody answers.</summary>
public static class NoticesRoom
{
    /// <summary>The room's storage, use cases and pages.</summary>
    public static IServiceCollection AddServices(IServiceCollection services)
    {
        services.AddRoomDb<NoticesDb, SqliteNoticesDb, PostgresNoticesDb>();
        services.AddSingleton(s => new InForce<NoticeRules>(city => NoticeRules.Of(city, s.GetRequiredService<AccessOptions>().IsDemo)));
        services.AddTransient(s => s.GetRequiredService<InForce<NoticeRules>>().Of(s.GetRequiredService<CityDeclarations>()));
        services.AddReceiver<WatchBegun, KeepWatches>();
        services.AddReceiver<WatchEnded, KeepWatches>();
        services.AddReceiver<Tell, KeepWatches>();
        services.AddReceiver<WatchesMoved, MoveWatches>();
        services.AddReceiver<DocumentPublished, KeepFollowers>();
        services.AddReceiver<DocumentChanged, KeepFollowers>();
        services.AddReceiver<DocumentCorrected, KeepFollowers>();
        services.AddReceiver<ReportMadePublic, KeepFollowers>();
        services.AddSingleton<SubscriptionLinks>();
        services.AddScoped<Subscribe>();
        services.AddScoped<Parcels>();
        services.AddSingleton<LadderSignal>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<ChannelSecrets>();
        services.AddSingleton<MailTrust>();
        services.AddScoped<Reach>();
        services.AddScoped<MessageWriter>();
        services.AddSingleton<KeptPlan>();
        services.AddScoped<Climb>();
        services.AddScoped<GiveOut>();
        services.AddSingleton<LadderHealth>();
        services.AddSingleton<LadderRun>();
        services.AddHostedService(s => s.GetRequiredService<LadderRun>());
        services.AddSingleton<DeliveryUnits>();
        services.AddSingleton(s => new WebhookSender(Gateway(), s.GetRequiredService<ChannelSecrets>(), s.GetRequiredService<AnswerLinks>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ISender>(s => s.GetRequiredService<WebhookSender>());
        services.AddSingleton<MailWords>();
        services.AddSingleton<EmailSender>();
        services.AddSingleton<ISender>(s => s.GetRequiredService<AccessOptions>().IsDemo ? new DemoMailbox() : s.GetRequiredService<EmailSender>());
        services.AddScoped<DemoMail>();
        services.AddSingleton<Outbox>();
        services.AddHostedService(s => s.GetRequiredService<Outbox>());
        services.AddSingleton<AnswerLinks>();
        services.AddScoped<AnswerByLink>();
        services.AddScoped<InboxDesk>();
        services.AddSingleton<Acknowledge>();
        services.AddScoped<NoticesDesk>();
        services.AddScoped<SenderState>();
        services.AddSingleton<ManageDeliveries>();
        services.AddHealthChecks().AddCheck<SenderState>("notices", tags: ["ready"]);
        services.AddSingleton(new NavigationItem("告知", "/notices", 75, NoticesDesk.ReadVerb, Elder: false));
        services.AddSingleton(HeaderPart.Of<InboxPart>(8));
        services.AddSingleton<ISimulatedNotices, Simulating.SimulatedNotices>();
        services.AddSingleton(NoticeDataWords.All);
        return services.AddRoomPages(typeof(NoticesRoom).Assembly);
    }

    /// <summary>The room's endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        InboxEndpoints.Map(routes);
        NoticesEndpoints.Map(routes);
        SubscriptionEndpoints.Map(routes);
    }

    /// <summary>One for the life of the program. A gateway that sends elsewhere is not followed: what it is told is signed for it alone.</summary>
    private static HttpClient Gateway() => new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>The room's commands.</summary>
    public static IReadOnlyList<Command> Commands(OpenServices open) => [NoticesCommand.Create(open)];
}
