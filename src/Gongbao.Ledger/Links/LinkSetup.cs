using Gongbao.Contracts.Ledger;
using Gongbao.Platform.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Ledger.Links;

internal static class LinkSetup
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<AwaitWork>();
        services.AddSingleton<SameTasks>();
        services.AddSingleton<LinkForms>();
        services.AddScoped<LinkDesk>();
        services.AddReceiver<ObligationDone, TellWaiting>();
    }
}
