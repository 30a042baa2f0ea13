using System.Text.RegularExpressions;
using Gongbao.Platform.Access.Declarations;
using Gongbao.Platform.Access.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Access.Accounts;

/// <summary>Lets Identity ask <see cref="PasswordJudge"/>.</summary>
internal sealed class AccountPasswordValidator(AccessDb db, AccessDeclarations declared) : IPasswordValidator<Account>
{
    public async Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var reasons = PasswordJudge.Judge(declared.Passwords, await MinLengthAsync(user), password ?? "", user.Name);
        return reasons.Count == 0
            ? IdentityResult.Success
            : IdentityResult.Failed([.. reasons.Select(r => new IdentityError { Code = r.Code, Description = r.Reason })]);
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
