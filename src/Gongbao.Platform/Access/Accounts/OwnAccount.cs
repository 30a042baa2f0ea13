using Gongbao.Kernel.Results;
using Gongbao.Platform.Access.Declarations;
using Gongbao.Platform.Access.Sealing;
using Gongbao.Platform.Access.Storage;
using Gongbao.Platform.Store;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Access.Accounts;

/// <summary>What the holder sees of the own account.</summary>
/// <param name="Name">Account name.</param>
/// <param name="ShownName">The person's name.</param>
/// <param name="HasSecondFactor">True where it is set up.</param>
/// <param name="RecoveryCodes">How many recovery codes are left.</param>
/// <param name="Roles">Roles with what is missing for each.</param>
/// <param name="MayUseTokens">True where a role gives the use of API tokens.</param>
/// <param name="IsDemo">True for a made-up person of the demo, who has neither password nor second factor.</param>
public sealed record AccountOverview(
    string Name, string ShownName, bool HasSecondFactor, int RecoveryCodes, IReadOnlyList<RoleInForce> Roles, bool MayUseTokens, bool IsDemo);

/// <summary>A role and whether it gives anything in this session.</summary>
/// <param name="Name">Chinese name.</param>
/// <param name="Scope">On what.</param>
/// <param name="WaitsForSecondFactor">True where the session was opened without the second factor that the role asks for.</param>
public sealed record RoleInForce(string Name, AccessScope Scope, bool WaitsForSecondFactor);

/// <summary>A second factor that is offered and not yet set up.</summary>
/// <param name="Secret">What is typed into the authenticator, in groups of four.</param>
/// <param name="Address">What the authenticator opens (<c>otpauth://</c>).</param>
/// <param name="Token">Brings the offer back with the form; good for 15 minutes and this account.</param>
public sealed record SecondFactorOffer(string Secret, string Address, string Token);

/// <summary>Recovery codes, shown once and kept as hashes only.</summary>
public sealed record NewRecoveryCodes(IReadOnlyList<string> Codes);

/// <summary>What the holder of an account does with it: password, second factor, ending all sessions (我的账户).</summary>
public sealed class OwnAccount
{
    private static readonly TimeSpan OfferLife = TimeSpan.FromMinutes(15);

    private readonly AccessDb _db;
    private readonly AccountStore _store;
    private readonly UserManager<Account> _users;
    private readonly Writer _writer;
    private readonly Attempts _attempts;
    private readonly SignInDesk _desk;
    private readonly StoredActors _actors;
    private readonly ITimeLimitedDataProtector _offers;
    private readonly TimeProvider _time;
    private readonly AccessDeclarations _declared;

    internal OwnAccount(AccessDb db, AccountStore store, UserManager<Account> users, Writer writer, Attempts attempts, SignInDesk desk, StoredActors actors,
        IDataProtectionProvider protection, TimeProvider time, AccessDeclarations declared)
    {
        (_db, _store, _users, _writer, _attempts, _desk, _actors, _time, _declared) = (db, store, users, writer, attempts, desk, actors, time, declared);
        _offers = protection.CreateProtector("gongbao.second-factor-offer").ToTimeLimitedDataProtector();
    }

    public async Task<AccountOverview> OverviewAsync(Actor actor, CancellationToken stop)
    {
        var account = await _db.Accounts.SingleAsync(a => a.Id == actor.Id, stop);
        var roles = await _actors.GrantsAsync(_db, account.Id, stop);
        return new(
            account.Name,
            actor.Name,
            account.SealedTotpSecret is not null,
            await _db.RecoveryCodes.CountAsync(c => c.AccountId == account.Id && c.UsedAt == null, stop),
            [.. roles.Select(r => new RoleInForce(_declared.Roles[r.Role].Name, r.Scope, !actor.Grants.Any(g => g.Role == r.Role && g.Scope == r.Scope)))],
            actor.May(ApiClients.ApiTokens.Verb),
            account.IsDemo);
    }

    /// <summary>Changes the password; other sessions end, this one goes on.</summary>
    /// <returns>Refused: <c>access.password-wrong</c>, <c>access.locked</c>, <c>access.password-…</c>, <c>access.changed-meanwhile</c>.</returns>
    public async Task<Result<bool>> ChangePasswordAsync(HttpContext http, Actor actor, string current, string next, CancellationToken stop)
    {
        if ((await CheckPasswordAsync(actor, current, "access.change-password", stop)).IsRefused(out var no, out var account)) return no;
        _store.Change = Change(actor, "access.change-password");
        var result = await _users.ChangePasswordAsync(account, current, next);
        if (!result.Succeeded) return Result<bool>.Refused(AccountRefusals.From(result));
        await RenewAsync(http, actor.Id, MethodOf(http), stop);
        return true;
    }

    /// <summary>A new secret for the page that sets up the second factor; nothing is stored yet.</summary>
    public SecondFactorOffer OfferSecondFactor(Actor actor, string accountName) => Offer(actor, accountName, Totp.MakeSecret());

    /// <returns>The offer that a form brought back; null where it is too old or another account's.</returns>
    public SecondFactorOffer? ReadOffer(Actor actor, string accountName, string token) => SecretIn(actor, token) is { } secret ? Offer(actor, accountName, secret) : null;

    /// <summary>Sets up the second factor, or replaces it; other sessions end, this one counts as opened with it.</summary>
    /// <returns>Recovery codes, to be shown this once. Refused: <c>access.offer-spent</c>, <c>access.code-wrong</c>, <c>access.password-wrong</c>, <c>access.locked</c>.</returns>
    public async Task<Result<NewRecoveryCodes>> TurnOnSecondFactorAsync(HttpContext http, Actor actor, string token, string code, string password, CancellationToken stop)
    {
        if (SecretIn(actor, token) is not { } secret) return AccountRefusals.OfferSpent;
        if ((await CheckPasswordAsync(actor, password, "access.turn-on-second-factor", stop)).IsRefused(out var no, out var account)) return no;
        if (Totp.StepOf(code, secret, _time.GetUtcNow(), lastStep: 0) is not { } step) return AccountRefusals.CodeWrong;

        var codes = RecoveryCodes.Make();
        _store.Change = Change(actor, "access.turn-on-second-factor") with
        {
            Also = async (unit, row, unitStop) =>
            {
                Attempts.TakeBack(row);
                row.SealedTotpSecret = await unit.Get<Sealer>().SealAsync(unit, row.Subject, Account.TotpField.In(row.Id), Convert.ToHexString(secret), unitStop);
                row.LastTotpStep = step;
                await RecoveryCodes.ReplaceAsync(unit, row.Id, codes, unitStop);
                return null;
            },
        };
        var result = await _users.UpdateSecurityStampAsync(account);
        if (!result.Succeeded) return Result<NewRecoveryCodes>.Refused(AccountRefusals.From(result));
        await RenewAsync(http, actor.Id, SignInMethod.SecondFactor, stop);
        return new NewRecoveryCodes(codes);
    }

    /// <summary>Ends every session of the account, this one too.</summary>
    public async Task<Result<bool>> SignOutEverywhereAsync(HttpContext http, Actor actor, CancellationToken stop)
    {
        var account = await _db.Accounts.SingleAsync(a => a.Id == actor.Id, stop);
        _store.Change = Change(actor, "access.sign-out-everywhere");
        var result = await _users.UpdateSecurityStampAsync(account);
        if (!result.Succeeded) return Result<bool>.Refused(AccountRefusals.From(result));
        await Session.CloseAsync(http);
        return true;
    }

    private async Task<Result<Account>> CheckPasswordAsync(Actor actor, string password, string verb, CancellationToken stop)
    {
        if ((await _db.Accounts.SingleAsync(a => a.Id == actor.Id, stop)).IsDemo) return AccountRefusals.DemoAccount;
        if ((await _attempts.CountAsync(actor.Id, stop)).IsRefused(out var locked, out _)) return locked;
        var account = await _db.Accounts.SingleAsync(a => a.Id == actor.Id, stop);
        if (!await _users.CheckPasswordAsync(account, password))
        {
            await _attempts.RefuseAsync(actor.ActorId, account.Subject, verb, AccountRefusals.PasswordWrong, stop);
            return AccountRefusals.PasswordWrong;
        }

        return (await _writer.DoAsync<bool>(new Act(actor.ActorId, "access.confirm-password", account.Subject), async (unit, unitStop) =>
        {
            Attempts.TakeBack(await unit.Db<AccessDb>().Accounts.SingleAsync(a => a.Id == actor.Id, unitStop));
            return true;
        }, stop)).IsRefused(out var busy, out _) ? busy : await _db.Accounts.SingleAsync(a => a.Id == actor.Id, stop);
    }

    private async Task RenewAsync(HttpContext http, Guid id, string method, CancellationToken stop)
    {
        var account = await _db.Accounts.SingleAsync(a => a.Id == id, stop);
        await Session.OpenAsync(http, account, await _desk.ShownNameAsync(account, stop), method);
        StoredActors.Forget(http);
    }

    private SecondFactorOffer Offer(Actor actor, string accountName, byte[] secret) => new(
        string.Join(' ', Totp.Print(secret).Chunk(4).Select(c => new string(c))),
        Totp.Address(_declared.City + "公报", accountName, secret),
        _offers.Protect($"{actor.Id:N}:{Convert.ToHexString(secret)}", OfferLife));

    private byte[]? SecretIn(Actor actor, string token)
    {
        try
        {
            return _offers.Unprotect(token).Split(':') is [var id, var secret] && id == actor.Id.ToString("N") ? Convert.FromHexString(secret) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static string MethodOf(HttpContext http) => http.User.FindFirst(Session.MethodClaim)?.Value ?? SignInMethod.Password;

    private static AccountChange Change(Actor actor, string verb) => new(new Act(actor.ActorId, verb, Account.SubjectOf(actor.Id)));
}
