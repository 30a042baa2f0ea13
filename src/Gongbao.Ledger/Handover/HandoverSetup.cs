using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Ledger.Handover;

internal static class HandoverSetup
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<HandOver>();
        services.AddSingleton<StandIn>();
        services.AddScoped<HandoverDesk>();
    }
}
