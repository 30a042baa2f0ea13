using System.CommandLine;
using Gongbao.Casework.Declarations;
using Gongbao.Casework.Declarations.Checking;
using Gongbao.Casework.Proof;
using Gongbao.Casework.Running;
using Gongbao.Casework.Storage;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Gongbao.Web.Frame;
using Gongbao.Web.Serving;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gongbao.Casework;

/// <summary>The room of cases (办件): one application, the items of several departments, every clock right.</summary>
public static class CaseworkRoom
{
    /// <summary>Declarations that the room examines more closely than their shape: procedures, whose examples it replays.</summary>
    public static IReadOnlyList<SectionShape> Sections { get; } = [CaseExamination.Section];

    /// <summary>The room's storage, use cases and pages.</summary>
    public static IServiceCollection AddServices(IServiceCollection services)
    {
        services.AddRoomDb<CaseworkDb, SqliteCaseworkDb, PostgresCaseworkDb>();
        services.TryAddSingleton<ICaseDeclarations, DeclaredCases>();
        services.AddSingleton(_ => new CasesInHand());
        services.AddSingleton<CaseSignal>();
        services.AddScoped<ReadCase>();
        services.AddSingleton<RunCase>();
        services.AddSingleton<BeginCase>();
        services.AddSingleton<ExpireCases>();
        services.AddHostedService(s => s.GetRequiredService<ExpireCases>());
        services.AddSingleton(new NavigationItem("办事", "/services", 22));
        return services.AddRoomPages(typeof(CaseworkRoom).Assembly);
    }

    /// <summary>The room's commands.</summary>
    public static IReadOnlyList<Command> Commands() => [NewCaseCommand.Create(), CaseFileCommand.Create()];
}
