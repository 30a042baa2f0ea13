using System.Globalization;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Access.Declarations;
using Gongbao.Platform.Access.Sealing;
using Gongbao.Platform.Access.Storage;
using Gongbao.Platform.Store;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Access.Accounts;

/// <summary>What comes after a step of signing in.</summary>
public enum SignInStep
{
    /// <summary>The session is open.</summary>
    Done,

    /// <summary>The password was right; a code of the second factor is asked for.</summary>
    SecondFactor,
}

/// <summary>Signs people in and out (登录).</summary>
public sealed class SignInDesk
{
    internal const string Verb = "access.sign-in";

    private readonly AccessDb _db;
    private readonly Writer _writer;
    private readonly Attempts _attempts;
    private readonly SignInRate _rate;
    private readonly Sealer _sealer;
    private readonly IPasswordHasher<Account> _hasher;
    private readonly ILookupNormalizer _names;
    private readonly TimeProvider _time;
    private readonly AccessDeclarations _declared;

    internal SignInDesk(AccessDb db, Writer writer, Attempts attempts, SignInRate rate, Sealer sealer, IPasswordHasher<Account> hasher, ILookupNormalizer names, TimeProvider time, AccessDeclarations declared) =>
        (_db, _writer, _attempts, _rate, _sealer, _hasher, _names, _time, _declared) = (db, writer, attempts, rate, sealer, hasher, names, time, declared);

    private Refusal Refused => AccountRefusals.SignIn(_declared.Lockout.Attempts, _declared.Lockout.Minutes);

    /// <summary>The first step: name and password.</summary>
    /// <returns>
    /// Refused: <c>access.sign-in-refused</c>, the same whatever was wrong; <c>access.too-many-attempts</c>, with status 429 and the wait in its head.
    /// </returns>
    public async Task<Result<SignInStep>> WithPasswordAsync(HttpContext http, string name, string password, CancellationToken stop)
    {
        var lookup = _names.NormalizeName(name);
        if (await TooOftenAsync(http, lookup, stop) is { } tooOften) return tooOften;
        if (await _db.Accounts.FirstOrDefaultAsync(a => a.LookupName == lookup && a.ClosedAt == null && !a.IsDemo, stop) is not { PasswordHash: { } hash } account)
        {
            _hasher.HashPassword(Nobody, password);     // takes as long as judging the password of an account
            await _attempts.RefuseAsync(ActorId.System("sign-in"), "account:unknown", Verb, Refused, stop);
            return Refused;
        }

        if ((await _attempts.CountAsync(account.Id, stop)).IsRefused(out var locked, out _)) return locked.Code == "access.locked" ? Refused : locked;
        if (_hasher.VerifyHashedPassword(account, hash, password) is PasswordVerificationResult.Failed)
        {
            await _attempts.RefuseAsync(account.ActorId, account.Subject, Verb, Refused, stop);
            return Refused;
        }

        _rate.TakeBack(lookup, http.Connection.RemoteIpAddress);
        if (account.SealedTotpSecret is null) return await AcceptAsync(http, account, SignInMethod.Password, null, stop);
        await http.SignInAsync(Session.HalfScheme, Session.Of(account, account.Name, SignInMethod.Password, Session.HalfScheme));
        return SignInStep.SecondFactor;
    }

    /// <summary>True between the two steps.</summary>
    public static async Task<bool> AwaitsCodeAsync(HttpContext http) => (await http.AuthenticateAsync(Session.HalfScheme)).Succeeded;

    /// <summary>The second step: a code of the authenticator, or a recovery code.</summary>
    /// <returns>Refused: <c>access.sign-in-again</c>, <c>access.code-wrong</c>, <c>access.locked</c>, <c>access.too-many-attempts</c>.</returns>
    public async Task<Result<SignInStep>> WithCodeAsync(HttpContext http, string code, CancellationToken stop)
    {
        var half = await http.AuthenticateAsync(Session.HalfScheme);
        if (!half.Succeeded || Session.AccountOf(half.Principal) is not { } id) return AccountRefusals.SignInAgain;
        if (await _db.Accounts.FirstOrDefaultAsync(a => a.Id == id && a.ClosedAt == null, stop) is not { SealedTotpSecret: { } token } account ||
            half.Principal.FindFirst(Session.StampClaim)?.Value != account.SecurityStamp) return AccountRefusals.SignInAgain;

        if (await TooOftenAsync(http, account.LookupName, stop) is { } tooOften) return tooOften;
        if ((await _attempts.CountAsync(id, stop)).IsRefused(out var locked, out _)) return locked;
        if ((await _sealer.OpenAsync(Account.TotpField.In(id), token, stop)).IsRefused(out var erased, out var secret)) return erased;

        var step = Totp.StepOf(code, Convert.FromHexString(secret), _time.GetUtcNow(), account.LastTotpStep);
        var answer = await AcceptAsync(http, account, SignInMethod.SecondFactor, async (unit, row, unitStop) =>
        {
            if (step is { } found && found > row.LastTotpStep)
            {
                row.LastTotpStep = found;
                return null;
            }

            var hash = OneTimeSecret.Hash(RecoveryCodes.Normalise(code));
            var codes = await unit.Db<AccessDb>().RecoveryCodes.Where(c => c.AccountId == id && c.UsedAt == null).ToListAsync(unitStop);
            if (codes.FirstOrDefault(c => System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(c.Hash, hash)) is not { } recovery) return AccountRefusals.CodeWrong;
            recovery.UsedAt = unit.At;
            unit.Record(new Act(unit.Act.By, "access.use-recovery-code", unit.Act.Subject));
            return null;
        }, stop);
        if (answer.Refusals.Count > 0) return answer;
        _rate.TakeBack(account.LookupName, http.Connection.RemoteIpAddress);
        await http.SignOutAsync(Session.HalfScheme);
        return answer;
    }

    /// <summary>Ends this session.</summary>
    public async Task SignOutAsync(HttpContext http, CancellationToken stop)
    {
        if (Session.AccountOf(http.User) is { } id)
            await _writer.DoAsync<bool>(new Act(new(Account.SubjectOf(id)), "access.sign-out", Account.SubjectOf(id)), (_, _) => Task.FromResult<Result<bool>>(true), stop);
        await Session.CloseAsync(http);
    }

    /// <summary>Opens a session for an account that has shown who it is.</summary>
    internal async Task<Result<SignInStep>> AcceptAsync(
        HttpContext http, Account account, string method, Func<UnitOfWork, Account, CancellationToken, Task<Refusal?>>? also, CancellationToken stop)
    {
        var accepted = await _writer.DoAsync<bool>(new Act(account.ActorId, Verb, account.Subject), async (unit, unitStop) =>
        {
            var row = await unit.Db<AccessDb>().Accounts.SingleAsync(a => a.Id == account.Id, unitStop);
            if (row.ClosedAt is not null || row.SecurityStamp != account.SecurityStamp) return AccountRefusals.SignInAgain;
            if (also is not null && await also(unit, row, unitStop) is { } refusal) return refusal;
            Attempts.TakeBack(row);
            row.LastSignedInAt = unit.At;
            return true;
        }, stop);
        if (accepted.IsRefused(out var no, out _)) return no;
        await Session.OpenAsync(http, account, await ShownNameAsync(account, stop), method);
        return SignInStep.Done;
    }

    internal async Task<string> ShownNameAsync(Account account, CancellationToken stop) =>
        account.SealedDisplayName is not { } token || (await _sealer.OpenAsync(Account.DisplayNameField.In(account.Id), token, stop)).IsRefused(out _, out var name)
            ? account.Name
            : name;

    private async Task<Refusal?> TooOftenAsync(HttpContext http, string lookup, CancellationToken stop)
    {
        if (_rate.Count(_declared.SignInRate, lookup, http.Connection.RemoteIpAddress) is not { } tooOften) return null;
        var refusal = AccountRefusals.TooManyAttempts(tooOften.Wait);
        if (tooOften.IsFirst) await _attempts.RefuseAsync(ActorId.System("sign-in"), "account:unknown", Verb, refusal, stop);
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = Math.Ceiling(tooOften.Wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return refusal;
    }

    private static Account Nobody { get; } = new() { Id = Guid.Empty, Name = "", CreatedAt = default };
}
