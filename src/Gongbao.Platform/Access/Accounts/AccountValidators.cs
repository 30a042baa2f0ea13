using System.Text.RegularExpressions;
using Gongbao.Platform.Access.Declarations;
using Gongbao.Platform.Access.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Access.Accounts;

/// <summary>Lets Identity ask <see cref="PasswordJudge"/>.</summary>
internal sealed class AccountPasswordValidator(AccessDb db, AccessDeclarations declared, IPasswordHasher<Account> hasher) : IPasswordValidator<Account>
{
    public async Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var reasons = PasswordJudge.Judge(declared.Passwords, await MinLengthAsync(user), password ?? "", user.Name);
        if (reasons.Count == 0 && await WasUsedAsync(user, password!)) reasons = [AccountRefusals.PasswordUsed(declared.Passwords.History)];
        return reasons.Count == 0
            ? IdentityResult.Success
            : IdentityResult.Failed([.. reasons.Select(r => new IdentityError { Code = r.Code, Description = r.Reason })]);
    }

    /// <summary>Asks the store, not the account at hand, from which a link has already taken the present password.</summary>
    private async Task<bool> WasUsedAsync(Account user, string password)
    {
        var former = await db.FormerPasswords.Where(f => f.AccountId == user.Id).OrderByDescending(f => f.ReplacedAt).Take(declared.Passwords.History).Select(f => f.Hash).ToListAsync();
        var present = await db.Accounts.Where(a => a.Id == user.Id).Select(a => a.PasswordHash).FirstOrDefaultAsync();
        return former.Append(present).OfType<string>().Any(hash => hasher.VerifyHashedPassword(user, hash, password) is not PasswordVerificationResult.Failed);
    }

    private async Task<int> MinLengthAsync(Account user)
    {
        var roles = await db.Roles.Where(r => r.AccountId == user.Id && r.TakenAt == null).Select(r => r.Role).ToListAsync();
        var manages = user.WillAdminister || roles.Any(r => declared.Roles.GetValueOrDefault(r)?.Verbs.Contains(AccountAdministration.Verb) is true);
        return manages ? declared.Passwords.AdministratorMinLength : declared.Passwords.MinLength;
    }
}

/// <summary>What an account name may be; whether it is free is asked inside the unit that makes the account.</summary>
internal sealed partial class AccountNameValidator : IUserValidator<Account>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user) => Task.FromResult(Shape().IsMatch(user.Name)
        ? IdentityResult.Success
        : IdentityResult.Failed(new IdentityError { Code = AccountRefusals.NameWrong.Code, Description = AccountRefusals.NameWrong.Reason }));

    [GeneratedRegex(@"^\p{L}[\p{L}0-9._-]{2,31}$")]
    private static partial Regex Shape();
}
