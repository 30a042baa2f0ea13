using Gongbao.Kernel.Results;
using Gongbao.Platform.Access.Storage;
using Gongbao.Platform.City.Publishing;
using Gongbao.Platform.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Platform.Access.Accounts;

/// <summary>
/// The person for whom somebody at the command line acts. Whoever reaches the data folder needs no password there, so the journal names the
/// command line as the actor, and this person as the one it stood in for.
/// </summary>
internal sealed class NamedPerson(AccessDb db, RunningCity running, ILookupNormalizer names, IServiceProvider services)
{
    /// <returns>How the journal names the account. Refused: <c>access.no-such-account</c>, <c>access.not-allowed</c>, and as the program's start.</returns>
    public async Task<Result<ActorId>> FindAsync(string name, string verb, CancellationToken stop)
    {
        var lookup = names.NormalizeName(name);
        if (await db.Accounts.FirstOrDefaultAsync(a => a.LookupName == lookup && a.ClosedAt == null && !a.IsDemo, stop) is not { } account) return AccessRefusals.NoSuchAccount;
        if ((await running.StartAsync(publishesFiles: false, stop)).IsRefused(out var refusal, out _)) return refusal;
        var grants = await services.GetRequiredService<StoredActors>().GrantsAsync(db, account.Id, stop);
        return grants.Any(g => g.Verbs.Contains(verb)) ? account.ActorId : AccessRefusals.NotAllowed;
    }
}
