using Gongbao.Kernel.Results;
using Gongbao.Platform.Access.Declarations;
using Gongbao.Platform.Access.Storage;
using Gongbao.Platform.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Access.Accounts;

/// <summary>What a one-time link opens.</summary>
/// <param name="MakesAdministrator">True for the first administrator's link, which makes an account; false where it sets the password of one.</param>
/// <param name="AccountName">Whose password it sets; null for the first administrator.</param>
public sealed record OpenLink(bool MakesAdministrator, string? AccountName);

/// <summary>
/// One-time links (一次性链接). No account has a password before its holder chose one behind such a link: there are no default passwords.
/// Looking at a link does not use it up, setting the password does.
/// </summary>
public sealed class Links
{
    private readonly AccessDb _db;
    private readonly Writer _writer;
    private readonly AccountStore _store;
    private readonly UserManager<Account> _users;
    private readonly TimeProvider _time;
    private readonly AccessDeclarations _declared;

    internal Links(AccessDb db, Writer writer, AccountStore store, UserManager<Account> users, TimeProvider time, AccessDeclarations declared) =>
        (_db, _writer, _store, _users, _time, _declared) = (db, writer, store, users, time, declared);

    /// <summary>Where a link's page stands; the secret follows.</summary>
    public const string Path = "/account/link/";

    /// <summary>A link for the first administrator, to be printed at start; earlier unused ones no longer open.</summary>
    /// <returns>The path; null where there is an administrator already.</returns>
    internal async Task<string?> MakeFirstAsync(CancellationToken stop)
    {
        if (await HasAdministratorAsync(_db, stop)) return null;
        var secret = OneTimeSecret.Make(32);
        var made = await _writer.DoAsync<bool>(new Act(ActorId.System("start"), "access.make-link", "account:first"), async (unit, unitStop) =>
        {
            await AddAsync(unit, secret, null, unitStop);
            return true;
        }, stop);
        return made.IsRefused(out var refusal, out _) ? throw new InvalidOperationException(refusal.Reason) : Path + secret;
    }

    /// <summary>Inside a unit: a link that sets an account's password; earlier unused ones no longer open.</summary>
    internal async Task AddAsync(UnitOfWork unit, string secret, Guid? account, CancellationToken stop)
    {
        var db = unit.Db<AccessDb>();
        foreach (var old in await db.Links.Where(l => l.AccountId == account && l.UsedAt == null).ToListAsync(stop)) old.UsedAt = unit.At;
        db.Links.Add(new()
        {
            Id = Guid.CreateVersion7(unit.At),
            Hash = OneTimeSecret.Hash(secret),
            AccountId = account,
            MadeAt = unit.At,
            ExpiresAt = unit.At.AddHours(_declared.LinkHours),
        });
    }

    /// <returns>Null where the link does not open: unknown, used, replaced or expired.</returns>
    public async Task<OpenLink?> FindAsync(string secret, CancellationToken stop)
    {
        if (await FindAsync(_db, secret, _time.GetUtcNow(), stop) is not { } link) return null;
        if (link.AccountId is not { } id) return await HasAdministratorAsync(_db, stop) ? null : new(true, null);
        return await _db.Accounts.Where(a => a.Id == id && a.ClosedAt == null).Select(a => a.Name).FirstOrDefaultAsync(stop) is { } name ? new(false, name) : null;
    }

    /// <summary>Makes the first administrator with the password that this person chose.</summary>
    /// <returns>Refused: <c>access.link-spent</c>, <c>access.name-wrong</c>, <c>access.name-taken</c>, <c>access.password-…</c>.</returns>
    public async Task<Result<bool>> MakeAdministratorAsync(string secret, string name, string displayName, string password, CancellationToken stop)
    {
        if (await FindAsync(secret, stop) is not { MakesAdministrator: true }) return AccountRefusals.LinkSpent;
        var now = _time.GetUtcNow();
        var account = new Account { Id = Guid.CreateVersion7(now), Name = name.Trim(), CreatedAt = now, PasswordChangedAt = now, WillAdminister = true };
        _store.Change = new(new Act(account.ActorId, "access.make-administrator", account.Subject))
        {
            DisplayName = string.IsNullOrWhiteSpace(displayName) ? null : displayName.Trim(),
            Also = async (unit, made, unitStop) =>
            {
                var db = unit.Db<AccessDb>();
                if (await FindAsync(db, secret, unit.At, unitStop) is not { AccountId: null } link || await HasAdministratorAsync(db, unitStop)) return AccountRefusals.LinkSpent;
                link.UsedAt = unit.At;
                db.Roles.Add(new()
                {
                    Id = Guid.CreateVersion7(unit.At),
                    AccountId = made.Id,
                    Role = AccessDeclarations.AdministratorRole,
                    ScopeKind = ScopeKind.City,
                    ScopeId = "",
                    GivenAt = unit.At,
                });
                return null;
            },
        };
        return Answer(await _users.CreateAsync(account, password));
    }

    /// <summary>Sets the password of the account that the link is for; its sessions end, its lock opens.</summary>
    /// <returns>Refused: <c>access.link-spent</c>, <c>access.changed-meanwhile</c>, <c>access.password-…</c>.</returns>
    public async Task<Result<bool>> SetPasswordAsync(string secret, string password, CancellationToken stop)
    {
        if (await FindAsync(_db, secret, _time.GetUtcNow(), stop) is not { AccountId: { } id } ||
            await _db.Accounts.FirstOrDefaultAsync(a => a.Id == id && a.ClosedAt == null, stop) is not { } account) return AccountRefusals.LinkSpent;
        _store.Change = new(new Act(account.ActorId, "access.set-password", account.Subject))
        {
            Also = async (unit, row, unitStop) =>
            {
                if (await FindAsync(unit.Db<AccessDb>(), secret, unit.At, unitStop) is not { } link || link.AccountId != row.Id) return AccountRefusals.LinkSpent;
                link.UsedAt = unit.At;
                Attempts.TakeBack(row);
                return null;
            },
        };
        account.PasswordHash = null;
        return Answer(await _users.AddPasswordAsync(account, password));
    }

    private static async Task<OneTimeLink?> FindAsync(AccessDb db, string secret, DateTimeOffset now, CancellationToken stop)
    {
        var hash = OneTimeSecret.Hash(secret);
        return await db.Links.FirstOrDefaultAsync(l => l.Hash == hash, stop) is { UsedAt: null } link && link.ExpiresAt > now ? link : null;
    }

    /// <summary>True where somebody who can sign in has the role.</summary>
    internal static Task<bool> HasAdministratorAsync(AccessDb db, CancellationToken stop) => Administrators(db).AnyAsync(stop);

    internal static IQueryable<Account> Administrators(AccessDb db) => db.Accounts.Where(a => a.ClosedAt == null && !a.IsDemo && a.PasswordHash != null &&
        db.Roles.Any(r => r.AccountId == a.Id && r.TakenAt == null && r.Role == AccessDeclarations.AdministratorRole && r.ScopeKind == ScopeKind.City));

    private static Result<bool> Answer(IdentityResult result) => result.Succeeded ? true : Result<bool>.Refused(AccountRefusals.From(result));
}
