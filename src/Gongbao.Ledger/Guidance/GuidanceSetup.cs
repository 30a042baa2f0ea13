using Gongbao.Web.Frame;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Ledger.Guidance;

/// <summary>What visits, plans and experience are made of.</summary>
internal static class GuidanceSetup
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<RecordVisit>();
        services.AddSingleton<FilePlan>();
        services.AddSingleton<PromoteExperience>();
        services.AddSingleton(GuidanceWords.All);
        services.AddScoped<VisitDesk>();
        services.AddScoped<PlanDesk>();
        services.AddScoped<ExperienceDesk>();
        services.AddSingleton(new NavigationItem("走访调研", "/ledger/visits", 58, LedgerRules.ReportVerb, Elder: false));
    }
}
