using System.Security.Claims;
using Gongbao.Kernel.Time;
using Gongbao.Platform.Access.Declarations;
using Gongbao.Platform.Access.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Access.Accounts;

/// <summary>Tells who acts from the session or the token, with the roles as they are now. Asked several times in a request it looks once.</summary>
internal sealed class StoredActors(AccessDeclarations declared, AccessOptions options, CityClock clock) : ActorSource
{
    private static readonly object Key = new();

    public override async ValueTask<Actor?> FindAsync(HttpContext http, CancellationToken stop)
    {
        if (http.Items.TryGetValue(Key, out var known)) return (Actor?)known;
        var actor = Session.AccountOf(http.User) is { } id && http.User.Identity?.AuthenticationType == Session.Scheme
            ? await FindAsync((AccessDb)http.RequestServices.GetService(typeof(AccessDb))!, id, http.User, stop)
            : null;
        http.Items[Key] = actor;
        return actor;
    }

    /// <summary>What a token's holder may do was looked up when the token was checked.</summary>
    public static void Keep(HttpContext http, Actor actor) => http.Items[Key] = actor;

    /// <summary>Forgets, after a session was opened or closed in the middle of a request.</summary>
    public static void Forget(HttpContext http) => http.Items.Remove(Key);

    private async Task<Actor?> FindAsync(AccessDb db, Guid id, ClaimsPrincipal session, CancellationToken stop)
    {
        if (await db.Accounts.FirstOrDefaultAsync(a => a.Id == id, stop) is not { ClosedAt: null } account) return null;
        if (session.FindFirstValue(Session.StampClaim) != account.SecurityStamp || (account.IsDemo && !options.IsDemo)) return null;
        var isStrong = session.FindFirstValue(Session.MethodClaim) is SignInMethod.SecondFactor or SignInMethod.Demo;
        var grants = (await GrantsAsync(db, id, stop)).Where(g => isStrong || !declared.Roles[g.Role].NeedsSecondFactor);
        return new(id, ActorKind.Account, session.FindFirstValue(ClaimTypes.Name) ?? account.Name, [.. grants]) { Superiors = declared.Superiors };
    }

    /// <summary>Every role the account holds on the legal day that is still declared.</summary>
    public async Task<IReadOnlyList<Grant>> GrantsAsync(AccessDb db, Guid account, CancellationToken stop) =>
    [
        .. (await db.Roles.Where(r => r.AccountId == account && r.TakenAt == null).HoldingOn(clock.Today).OrderBy(r => r.GivenAt).ToListAsync(stop))
            .Where(r => declared.Roles.ContainsKey(r.Role))
            .Select(r => new Grant(r.Role, new(r.ScopeKind, r.ScopeId), declared.Roles[r.Role].Verbs) { DeputyFor = r.DeputyFor }),
    ];
}
