using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Ledger.Calendar;

/// <summary>The services of calendars.</summary>
internal static class CalendarSetup
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<CalendarAddresses>();
        services.AddScoped<CalendarDesk>();
    }
}
