using Gongbao.Platform.Access.Declarations;
using Gongbao.Platform.Access.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Access.Accounts;

/// <summary>
/// Tells what an account may do that is not signed in (没有会话的账户), for addresses that its holder made to be read without a session. It is looked up at
/// every question; a role that asks for the second factor gives nothing, as in a session without it.
/// </summary>
public sealed class AccountActors
{
    private readonly AccessDb _db;
    private readonly StoredActors _actors;
    private readonly AccessDeclarations _declared;
    private readonly AccessOptions _options;

    internal AccountActors(AccessDb db, StoredActors actors, AccessDeclarations declared, AccessOptions options) => (_db, _actors, _declared, _options) = (db, actors, declared, options);

    /// <param name="account">Id of the account.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>Null where there is no such account, or it is closed.</returns>
    public async Task<Actor?> FindAsync(Guid account, CancellationToken stop)
    {
        if (await _db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == account, stop) is not { ClosedAt: null } known || (known.IsDemo && !_options.IsDemo)) return null;
        var grants = (await _actors.GrantsAsync(_db, account, stop)).Where(g => !_declared.Roles[g.Role].NeedsSecondFactor);
        return new(account, ActorKind.Account, known.Name, [.. grants]) { Superiors = _declared.Superiors };
    }
}
