using Gongbao.Kernel.Results;
using Gongbao.Platform.Access.Declarations;
using Gongbao.Platform.Access.Fields;
using Gongbao.Platform.Access.Sealing;
using Gongbao.Platform.Access.Storage;
using Gongbao.Platform.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Access.Accounts;

/// <summary>
/// Where ASP.NET Core Identity keeps accounts: it reads directly, and every write is a unit of work with its journal entry.
/// </summary>
internal sealed class AccountStore(AccessDb db, Writer writer, AccessDeclarations declared) : IUserPasswordStore<Account>, IUserSecurityStampStore<Account>
{
    /// <summary>What is being done, for the journal, and what else belongs to the same unit. Set by the use case before it calls Identity.</summary>
    public AccountChange? Change { get; set; }

    public async Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken)
    {
        var change = Change ?? throw new InvalidOperationException("An account is made by a use case that says who makes it.");
        return Answer(await writer.DoAsync<bool>(change.Act, async (unit, stop) =>
        {
            var accounts = unit.Db<AccessDb>().Accounts;
            if (await accounts.AnyAsync(a => a.LookupName == user.LookupName, stop)) return AccountRefusals.NameTaken;
            if (change.Also is { } also && await also(unit, user, stop) is { } refusal) return refusal;
            if (change.DisplayName is { } name)
                user.SealedDisplayName = await unit.Get<Sealer>().SealAsync(unit, user.Subject, Account.DisplayNameField.In(user.Id), name, stop);
            accounts.Add(user);
            return true;
        }, cancellationToken));
    }

    public async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken)
    {
        var change = Change ?? new(new Act(user.ActorId, "access.change-account", user.Subject));
        return Answer(await writer.DoAsync<bool>(change.Act, async (unit, stop) =>
        {
            if (await unit.Db<AccessDb>().Accounts.FirstOrDefaultAsync(a => a.Id == user.Id, stop) is not { } row) return AccessRefusals.NoSuchAccount;
            if (row.Revision != user.Revision) return AccessRefusals.ChangedMeanwhile;
            if (change.Also is { } also && await also(unit, row, stop) is { } refusal) return refusal;
            if (row.PasswordHash != user.PasswordHash)
            {
                row.PasswordChangedAt = unit.At;
                if (row.PasswordHash is { } former) await KeepFormerAsync(unit, row.Id, former, stop);
            }

            (row.PasswordHash, row.SecurityStamp) = (user.PasswordHash, user.SecurityStamp);
            return true;
        }, cancellationToken));
    }

    private async Task KeepFormerAsync(UnitOfWork unit, Guid account, string hash, CancellationToken stop)
    {
        var kept = unit.Db<AccessDb>().FormerPasswords;
        var older = await kept.Where(f => f.AccountId == account).OrderByDescending(f => f.ReplacedAt).ToListAsync(stop);
        kept.RemoveRange(older.Skip(Math.Max(0, declared.Passwords.History - 1)));
        if (declared.Passwords.History > 0) kept.Add(new() { Id = Guid.CreateVersion7(unit.At), AccountId = account, Hash = hash, ReplacedAt = unit.At });
    }

    /// <summary>The journal names accounts, so none is deleted; whoever leaves is closed.</summary>
    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Accounts are closed, never deleted.");

    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) => Guid.TryParse(userId, out var id)
        ? db.Accounts.FirstOrDefaultAsync(a => a.Id == id, cancellationToken)
        : Task.FromResult<Account?>(null);

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        db.Accounts.FirstOrDefaultAsync(a => a.LookupName == normalizedUserName, cancellationToken);

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString("N"));

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken)
    {
        user.Name = userName!;
        return Task.CompletedTask;
    }

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.LookupName);

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken)
    {
        user.LookupName = normalizedName!;
        return Task.CompletedTask;
    }

    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash;
        return Task.CompletedTask;
    }

    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken cancellationToken)
    {
        user.SecurityStamp = stamp;
        return Task.CompletedTask;
    }

    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public void Dispose()
    {
    }

    private static IdentityResult Answer(Result<bool> result) => result.Refusals.Count == 0
        ? IdentityResult.Success
        : IdentityResult.Failed([.. result.Refusals.Select(r => new IdentityError { Code = r.Code, Description = r.Reason })]);
}

/// <summary>One change of an account, as the store writes it.</summary>
/// <param name="Act">For the journal.</param>
internal sealed record AccountChange(Act Act)
{
    /// <summary>What else belongs to the unit; a refusal undoes all of it.</summary>
    public Func<UnitOfWork, Account, CancellationToken, Task<Refusal?>>? Also { get; init; }

    /// <summary>The person's name, to be sealed; null for none.</summary>
    public string? DisplayName { get; init; }
}

/// <summary>The form in which account names are compared.</summary>
internal sealed class AccountNames : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name is null ? null : TypedText.Fold(name.Trim());

    public string? NormalizeEmail(string? email) => email;
}
