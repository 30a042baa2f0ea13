using Gongbao.Gazette;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.Letters;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Tests;

/// <summary>The room's pages and API with the sample issue.</summary>
internal sealed class LedgerSite : RoomSite
{
    private static readonly Actor FollowUp = LedgerTests.Person("follow-up", AccessScope.City, LedgerRules.ManageVerb, LedgerRules.VerifyVerb) with { Kind = ActorKind.ApiClient };
    private static readonly Actor Housing = LedgerTests.Liaison("housing") with { Kind = ActorKind.ApiClient };
    private static readonly Actor Water = LedgerTests.Liaison("water") with { Kind = ActorKind.ApiClient };

    private static readonly Actor Signer = LedgerTests.Person("signing-officer", AccessScope.City, LetterRules.SignVerb) with { Kind = ActorKind.ApiClient };

    private LedgerSite(DateOnly today)
        : base(CityDeclarations.Load(CityFolder.Find()!, "qinghe").Required(), new(TimeProvider.System, today.StartsAt().AddHours(9)), Who, s => { GazetteRoom.AddServices(s); LedgerRoom.AddServices(s); }, LedgerRoom.Map)
    {
    }

    public static async Task<LedgerSite> StartAsync(DateOnly today)
    {
        var site = new LedgerSite(today);
        await site.ListenAsync();
        Assert.Equal(0, await GazetteRoom.ImportAsync(site.Services, new(Path.Combine(RepositoryRoot.Folder, "samples", "qinghe-2025-03.txt")), CancellationToken.None));
        return site;
    }

    /// <summary>The journal, one line an entry: verb and subject.</summary>
    public Task<List<string>> JournalAsync() =>
        AskAsync<LedgerDb, List<string>>(db => db.Database.SqlQuery<string>($"select verb || ' ' || subject as \"Value\" from store_journal_entry order by number").ToListAsync());

    private static Actor? Who(string said) => said switch
    {
        "follow-up" => FollowUp,
        "housing" => Housing,
        "water" => Water,
        "signer" => Signer,
        // A token of the follow-up office that is good for one unit.
        "housing-token" => FollowUp with { Within = new(ScopeKind.Unit, "housing") },
        // An account of a liaison officer of the same unit, by its id.
        _ => Guid.TryParse(said, out var account) ? Housing with { Id = account, Kind = ActorKind.Account } : null,
    };
}
