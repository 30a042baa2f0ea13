using Gongbao.Contracts.Notices;
using Gongbao.Platform.Store;
using Gongbao.Web.Frame;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Ledger.Letters;

/// <summary>What letters are made of.</summary>
internal static class LetterSetup
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<DraftLetter>();
        services.AddSingleton<SignLetter>();
        services.AddSingleton<FollowLetter>();
        services.AddSingleton<LetterForms>();
        services.AddScoped<LetterDesk>();
        services.AddSingleton(LetterDataWords.All);
        services.AddReceiver<Acknowledged, ServedByInbox>();
        services.AddSingleton(new NavigationItem("督办函", "/ledger/letters", 57, LetterRules.SignVerb, Elder: false));
    }
}
