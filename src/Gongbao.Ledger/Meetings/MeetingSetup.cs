using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Ledger.Meetings;

/// <summary>What teams and meetings are made of.</summary>
internal static class MeetingSetup
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<KeepTeam>();
        services.AddSingleton<RecordMeeting>();
        services.AddSingleton(MeetingWords.All);
        services.AddScoped<MeetingDesk>();
    }

    public static string Of(TeamRole role) => role switch
    {
        TeamRole.Head => "组长",
        TeamRole.Deputy => "副组长",
        TeamRole.Member => "成员",
    };
}
