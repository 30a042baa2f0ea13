using Gongbao.Kernel.Results;
using Gongbao.Platform.Access.Declarations;
using Gongbao.Platform.Access.Sealing;
using Gongbao.Platform.Access.Storage;
using Gongbao.Platform.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Access.Accounts;

/// <summary>One account in the administrator's list.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Account name.</param>
/// <param name="MaskedName">The person's name, masked; null for none.</param>
/// <param name="State">What it can be used for at this moment.</param>
/// <param name="HasSecondFactor">True where it is set up.</param>
/// <param name="LastSignedInAt">UTC; null for never.</param>
/// <param name="Roles">Roles that hold.</param>
public sealed record AccountLine(
    Guid Id, string Name, string? MaskedName, AccountState State, bool HasSecondFactor, DateTimeOffset? LastSignedInAt, IReadOnlyList<GivenRole> Roles);

/// <summary>A role given to an account.</summary>
/// <param name="Id">Id of the giving.</param>
/// <param name="Name">Chinese name of the role; its id where it is no longer declared.</param>
/// <param name="Scope">On what.</param>
public sealed record GivenRole(Guid Id, string Name, AccessScope Scope);

/// <summary>What an account can be used for.</summary>
public enum AccountState
{
    /// <summary>Its holder has not set a password yet (待启用).</summary>
    Invited,

    /// <summary>In use (正常).</summary>
    Open,

    /// <summary>Locked for a while after wrong passwords (已锁定).</summary>
    Locked,

    /// <summary>Closed for good (已停用).</summary>
    Closed,

    /// <summary>A made-up person of the demo (演示).</summary>
    Demo,
}

/// <summary>A link that was made now, to be handed to its receiver; it is not kept and not shown again.</summary>
/// <param name="Path">Path on this site.</param>
public sealed record NewLink(string Path);

/// <summary>
/// What an administrator does with accounts (账户管理): makes and closes them, gives and takes roles, hands out links for new passwords. An
/// administrator never sets or sees a password.
/// </summary>
public sealed class AccountAdministration
{
    /// <summary>The verb for accounts themselves.</summary>
    public const string Verb = "access.manage-accounts";

    /// <summary>The verb for giving and taking roles.</summary>
    public const string RolesVerb = "access.give-roles";

    private readonly AccessDb _db;
    private readonly AccountStore _store;
    private readonly UserManager<Account> _users;
    private readonly Writer _writer;
    private readonly Links _links;
    private readonly Sealer _sealer;
    private readonly TimeProvider _time;
    private readonly AccessDeclarations _declared;

    internal AccountAdministration(AccessDb db, AccountStore store, UserManager<Account> users, Writer writer, Links links, Sealer sealer, TimeProvider time, AccessDeclarations declared) =>
        (_db, _store, _users, _writer, _links, _sealer, _time, _declared) = (db, store, users, writer, links, sealer, time, declared);

    /// <summary>Accounts by name, a page at a time.</summary>
    /// <param name="from">How many to pass over.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<IReadOnlyList<AccountLine>> ListAsync(int from, int count, CancellationToken stop) =>
        await LinesAsync(await _db.Accounts.OrderBy(a => a.LookupName).Skip(from).Take(count).ToListAsync(stop), stop);

    /// <returns>Null where there is no such account.</returns>
    public async Task<AccountLine?> FindAsync(Guid account, CancellationToken stop) =>
        (await LinesAsync(await _db.Accounts.Where(a => a.Id == account).ToListAsync(stop), stop)).SingleOrDefault();

    public Task<int> CountAsync(CancellationToken stop) => _db.Accounts.CountAsync(stop);

    /// <summary>Makes an account without a password, and the link behind which its holder sets one.</summary>
    /// <returns>Refused: <c>access.not-allowed</c>, <c>access.name-wrong</c>, <c>access.name-taken</c>.</returns>
    public async Task<Result<NewLink>> CreateAsync(Actor by, string name, string? displayName, CancellationToken stop)
    {
        var now = _time.GetUtcNow();
        var secret = OneTimeSecret.Make(32);
        var account = new Account { Id = Guid.CreateVersion7(now), Name = name.Trim(), CreatedAt = now };
        _store.Change = new(new Act(by.ActorId, "access.create-account", account.Subject))
        {
            DisplayName = string.IsNullOrWhiteSpace(displayName) ? null : displayName.Trim(),
            Also = async (unit, made, unitStop) =>
            {
                if (!by.May(Verb, default)) return AccessRefusals.NotAllowed;
                await _links.AddAsync(unit, secret, made.Id, unitStop);
                return null;
            },
        };
        var result = await _users.CreateAsync(account);
        return result.Succeeded ? new NewLink(Links.Path + secret) : Result<NewLink>.Refused(AccountRefusals.From(result));
    }

    /// <summary>A link behind which the holder sets a new password; the old one holds until then.</summary>
    /// <returns>Refused: <c>access.not-allowed</c>, <c>access.no-such-account</c>, <c>access.account-closed</c>, <c>access.demo-account</c>.</returns>
    public async Task<Result<NewLink>> MakeLinkAsync(Actor by, Guid account, CancellationToken stop)
    {
        var secret = OneTimeSecret.Make(32);
        var made = await DoAsync(by, Verb, "access.make-link", account, async (unit, row, unitStop) =>
        {
            await _links.AddAsync(unit, secret, row.Id, unitStop);
            return null;
        }, stop);
        return made.IsRefused(out var no, out _) ? no : new NewLink(Links.Path + secret);
    }

    /// <summary>Gives a role on a scope.</summary>
    /// <returns>Refused: <c>access.not-allowed</c>, <c>access.no-such-role</c>, <c>access.scope-wrong</c>, <c>access.no-such-account</c>, <c>access.account-closed</c>.</returns>
    public Task<Result<bool>> GiveRoleAsync(Actor by, Guid account, string role, AccessScope scope, CancellationToken stop) =>
        DoAsync(by, RolesVerb, "access.give-role", account, async (unit, row, unitStop) =>
        {
            if (!_declared.Roles.TryGetValue(role, out var declared)) return new Refusal("access.no-such-role", "没有声明这个角色。");
            if (!declared.Scopes.Contains(scope.Kind) || scope.Kind is ScopeKind.City != (scope.Id.Length == 0)) return new Refusal("access.scope-wrong", $"角色“{declared.Name}”不能授予到这个范围。");
            var db = unit.Db<AccessDb>();
            if (await db.Roles.AnyAsync(r => r.AccountId == row.Id && r.TakenAt == null && r.Until == null && r.Role == role && r.ScopeKind == scope.Kind && r.ScopeId == scope.Id, unitStop)) return null;
            db.Roles.Add(new() { Id = Guid.CreateVersion7(unit.At), AccountId = row.Id, Role = role, ScopeKind = scope.Kind, ScopeId = scope.Id, GivenAt = unit.At });
            return null;
        }, stop);

    /// <summary>Takes a role back; it gives nothing from the next request on.</summary>
    /// <returns>Refused: <c>access.not-allowed</c>, <c>access.no-such-role</c>, <c>access.last-administrator</c>.</returns>
    public Task<Result<bool>> TakeRoleAsync(Actor by, Guid account, Guid givenRole, CancellationToken stop) =>
        DoAsync(by, RolesVerb, "access.take-role", account, async (unit, row, unitStop) =>
        {
            var db = unit.Db<AccessDb>();
            if (await db.Roles.FirstOrDefaultAsync(r => r.Id == givenRole && r.AccountId == row.Id && r.TakenAt == null, unitStop) is not { } given)
                return new Refusal("access.no-such-role", "该账户没有这个角色。");
            if (given.Role == AccessDeclarations.AdministratorRole && await IsLastAsync(db, row.Id, unitStop)) return AccountRefusals.LastAdministrator;
            given.TakenAt = unit.At;
            return null;
        }, stop);

    /// <summary>Closes an account for good; its sessions and tokens end at once.</summary>
    /// <returns>Refused: <c>access.not-allowed</c>, <c>access.no-such-account</c>, <c>access.account-closed</c>, <c>access.last-administrator</c>.</returns>
    public Task<Result<bool>> CloseAsync(Actor by, Guid account, CancellationToken stop) =>
        DoAsync(by, Verb, "access.close-account", account, async (unit, row, unitStop) =>
        {
            if (await IsLastAsync(unit.Db<AccessDb>(), row.Id, unitStop)) return AccountRefusals.LastAdministrator;
            row.ClosedAt = unit.At;
            return null;
        }, stop);

    private async Task<IReadOnlyList<AccountLine>> LinesAsync(List<Account> accounts, CancellationToken stop)
    {
        var now = _time.GetUtcNow();
        var ids = accounts.Select(a => a.Id).ToList();
        var roles = (await _db.Roles.Where(r => ids.Contains(r.AccountId) && r.TakenAt == null).OrderBy(r => r.GivenAt).ToListAsync(stop)).ToLookup(r => r.AccountId);
        var lines = new List<AccountLine>(accounts.Count);
        foreach (var a in accounts)
            lines.Add(new(a.Id, a.Name, a.SealedDisplayName is { } token ? await _sealer.MaskAsync(Account.DisplayNameField.In(a.Id), token, stop) : null,
                StateOf(a, now), a.SealedTotpSecret is not null, a.LastSignedInAt,
                [.. roles[a.Id].Select(r => new GivenRole(r.Id, (_declared.Roles.GetValueOrDefault(r.Role)?.Name ?? r.Role) + Deputies.Says(r), new(r.ScopeKind, r.ScopeId)))]));
        return lines;
    }

    private Task<Result<bool>> DoAsync(Actor by, string verb, string act, Guid account, Func<UnitOfWork, Account, CancellationToken, Task<Refusal?>> change, CancellationToken stop) =>
        _writer.DoAsync<bool>(new Act(by.ActorId, act, Account.SubjectOf(account)), async (unit, unitStop) =>
        {
            if (!by.May(verb, default)) return AccessRefusals.NotAllowed;
            if (await unit.Db<AccessDb>().Accounts.FirstOrDefaultAsync(a => a.Id == account, unitStop) is not { } row) return AccessRefusals.NoSuchAccount;
            if (row.ClosedAt is not null) return AccessRefusals.Closed;
            if (row.IsDemo) return AccountRefusals.DemoAccount;
            return await change(unit, row, unitStop) is { } refusal ? refusal : true;
        }, stop);

    private static async Task<bool> IsLastAsync(AccessDb db, Guid account, CancellationToken stop)
    {
        var two = await Links.Administrators(db).Select(a => a.Id).Take(2).ToListAsync(stop);
        return two.Count == 1 && two[0] == account;
    }

    private static AccountState StateOf(Account account, DateTimeOffset now) => account switch
    {
        { ClosedAt: not null } => AccountState.Closed,
        { IsDemo: true } => AccountState.Demo,
        { PasswordHash: null } => AccountState.Invited,
        _ when account.IsLockedAt(now) => AccountState.Locked,
        _ => AccountState.Open,
    };
}
