using Gongbao.Kernel.Results;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.Access;
using Gongbao.Platform.Access.Accounts;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Ledger.Calendar;

/// <summary>
/// Makes and ends the address under which somebody's calendar program reads what their units owe (日历订阅). A calendar program signs in nowhere, so the address
/// itself is the secret: long, random, shown once, kept as a hash. Each person has one; a new one ends the one before.
/// </summary>
internal sealed class CalendarAddresses(Writer writer, IServiceProvider services)
{
    /// <summary>The verbs whose units somebody's calendar is about: who reports, who heads a unit, who follows up.</summary>
    public static IReadOnlyList<string> Verbs { get; } = [LedgerRules.ReportVerb, LedgerRules.HeadVerb, LedgerRules.ManageVerb];

    private const string MakeVerb = "ledger.make-calendar";
    private const string EndVerb = "ledger.end-calendar";

    /// <summary>About 198 random bits.</summary>
    private const int SecretCharacters = 40;

    /// <summary>Whether somebody may have a calendar: they sign in, and have to do with the work of some unit.</summary>
    public static bool May(Actor by) => by.Kind is ActorKind.Account && Verbs.Any(by.May);

    /// <summary>The path of a feed.</summary>
    public static string PathOf(string secret) => $"/calendar/{secret}.ics";

    /// <returns>Since when somebody has an address, legal instant; null where they have none.</returns>
    public async Task<DateTimeOffset?> MadeAtAsync(Actor by, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LedgerDb>().Set<StoredCalendarAddress>().Where(a => a.Account == by.Id).OrderByDescending(a => a.Id).Select(a => (DateTimeOffset?)a.MadeAt).FirstOrDefaultAsync(stop);
    }

    /// <summary>Whose calendar an address shows.</summary>
    /// <returns>The account's id; null for a secret that is unknown, replaced or ended.</returns>
    public async Task<Guid?> AccountOfAsync(string secret, CancellationToken stop)
    {
        if (secret.Length != SecretCharacters) return null;
        var hash = HashOf(secret);
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LedgerDb>().Set<StoredCalendarAddress>().Where(a => a.Hash == hash).Select(a => (Guid?)a.Account).FirstOrDefaultAsync(stop);
    }

    /// <summary>Makes an address; one that there was ends.</summary>
    /// <returns>The secret of the address, which is not told again. Refusals: <c>ledger.not-allowed</c>, <c>ledger.calendar-second-factor</c>.</returns>
    public async Task<Result<string>> MakeAsync(Actor by, CancellationToken stop)
    {
        if (!May(by)) return new Refusal("ledger.not-allowed", "您的角色不办理任务台账，没有可以订阅的到期日；需要的，请联系系统管理员。");
        await using (var scope = services.CreateAsyncScope())
            if (await scope.ServiceProvider.GetRequiredService<AccountActors>().FindAsync(by.Id, stop) is not { } unsigned || !May(unsigned))
                return new Refusal("ledger.calendar-second-factor", "您的角色要用第二因素登录才有效，日历程序不能这样登录，所以不能订阅；请登录后在“我的任务”里查看。");
        var secret = OneTimeSecret.Make(SecretCharacters);
        var id = Guid.CreateVersion7();
        return await writer.DoAsync<string>(new Act(by.ActorId, MakeVerb, $"calendar:{id:N}"), async (work, inner) =>
        {
            var kept = work.Db<LedgerDb>().Set<StoredCalendarAddress>();
            kept.RemoveRange(await kept.Where(a => a.Account == by.Id).ToListAsync(inner));
            kept.Add(new() { Id = id, Account = by.Id, Hash = HashOf(secret), MadeAt = work.LegalAt });
            return secret;
        }, stop);
    }

    /// <summary>Ends somebody's address at once.</summary>
    /// <returns>Its id. Refused with <c>ledger.no-calendar</c> where there is none.</returns>
    public async Task<Result<Guid>> EndAsync(Actor by, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var id = await scope.ServiceProvider.GetRequiredService<LedgerDb>().Set<StoredCalendarAddress>().Where(a => a.Account == by.Id).OrderByDescending(a => a.Id).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(stop);
        return await writer.DoAsync<Guid>(new Act(by.ActorId, EndVerb, $"calendar:{id ?? default:N}"), async (work, inner) =>
        {
            var kept = work.Db<LedgerDb>().Set<StoredCalendarAddress>();
            if (await kept.Where(a => a.Account == by.Id).ToListAsync(inner) is not { Count: > 0 } mine) return new Refusal("ledger.no-calendar", "您没有日历地址，或者刚刚停用过；请刷新页面。");
            kept.RemoveRange(mine);
            return mine[^1].Id;
        }, stop);
    }

    private static string HashOf(string secret) => Convert.ToHexStringLower(OneTimeSecret.Hash(secret));
}
