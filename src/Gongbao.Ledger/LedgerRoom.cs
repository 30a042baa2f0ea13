using Gongbao.Contracts.Gazette;
using Gongbao.Contracts.Ledger;
using Gongbao.Contracts.Simulating;
using Gongbao.Ledger.Desk;
using Gongbao.Ledger.Evidence;
using Gongbao.Ledger.Letters;
using Gongbao.Ledger.Reports;
using Gongbao.Ledger.Reprojection;
using Gongbao.Ledger.Sheets;
using Gongbao.Ledger.Storage;
using Gongbao.Ledger.Work;
using Gongbao.Ledger.Views;
using Gongbao.Platform.Store;
using Gongbao.Web.Frame;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Ledger;

/// <summary>The room of the ledger (任务台账): every order of a document has an owner, a date and an answer.</summary>
public static class LedgerRoom
{
    /// <summary>The room's storage, use cases and pages.</summary>
    public static IServiceCollection AddServices(IServiceCollection services)
    {
        services.AddRoomDb<LedgerDb, SqliteLedgerDb, PostgresLedgerDb>();
        services.AddSingleton<ActOnObligation>();
        services.AddSingleton<AcceptProposals>();
        services.AddSingleton<EnterObligation>();
        services.AddSingleton<ReportProgress>();
        services.AddSingleton<JudgeReport>();
        services.AddSingleton<WriteMeasure>();
        services.AddSingleton<SetLimit>();
        services.AddSingleton<AnswerQuestion>();
        services.AddSingleton<AskAndAnswer>();
        LetterSetup.Add(services);
        Handover.HandoverSetup.Add(services);
        Meetings.MeetingSetup.Add(services);
        Guidance.GuidanceSetup.Add(services);
        Links.LinkSetup.Add(services);
        Calendar.CalendarSetup.Add(services);
        services.AddSingleton<ObligationForms>();
        services.AddScoped<LedgerDesk>();
        services.AddScoped<Charts.ChartDesk>();
        services.AddSingleton<WantEvidence>();
        services.AddScoped<EvidenceDesk>();
        services.AddSingleton<OpenProgramme>();
        services.AddSingleton<ActOnMany>();
        services.AddSingleton<SavedViews>();
        services.AddSingleton<ImportSheet>();
        services.AddScoped<ReadSheet>();
        services.AddScoped<SheetDesk>();
        services.AddScoped<WorkLists>();
        services.AddScoped<ReportDesk>();
        services.AddScoped<WeekDesk>();
        services.AddSingleton<Reproject>();
        services.AddHostedService<ReprojectionRun>();
        services.AddSingleton<ISimulatedLedger, Simulating.SimulatedLedger>();
        services.AddSingleton(LedgerWords.All);
        services.AddSingleton(ObligationWords.All);
        services.AddSingleton(ShareWords.All);
        services.AddSingleton(ViewWords.All);
        services.AddSingleton(SheetWords.All);
        services.AddSingleton(ReprojectionWords.All);
        services.AddSingleton(Handover.HandoverDataWords.All);
        services.AddScoped<IObligationStates>(s => s.GetRequiredService<LedgerDesk>());
        services.AddScoped<IFollowed, FollowedUnits>();
        services.AddSingleton(new NavigationItem("任务台账", "/ledger", 25));
        services.AddSingleton(new NavigationItem("我的任务", "/work", 55, LedgerRules.ReportVerb));
        return services.AddRoomPages(typeof(LedgerRoom).Assembly);
    }

    /// <summary>The room's HTTP API.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        LedgerEndpoints.Map(routes);
        ObligationEndpoints.Map(routes);
        SheetEndpoints.Map(routes);
        SheetInEndpoints.Map(routes);
        ShareEndpoints.Map(routes);
        EvidenceEndpoints.Map(routes);
        LetterEndpoints.Map(routes);
        ReportEndpoints.Map(routes);
        WeekEndpoints.Map(routes);
        Guidance.GuidanceEndpoints.Map(routes);
        Meetings.MeetingEndpoints.Map(routes);
        Handover.HandoverEndpoints.Map(routes);
        ViewEndpoints.Map(routes);
        ReprojectionEndpoints.Map(routes);
        Links.LinkEndpoints.Map(routes);
        Calendar.CalendarEndpoints.Map(routes);
    }
}
