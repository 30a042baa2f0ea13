using Gongbao.Platform.Access.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Gongbao.Platform.Access.Accounts;

/// <summary>PBKDF2 with HMAC-SHA-512, as Identity makes it, with the rounds that OWASP asked for in 2023.</summary>
internal static class PasswordHashing
{
    public const int Rounds = 210_000;

    public static PasswordHasher<Account> Make(int rounds) => new(Options.Create(new PasswordHasherOptions { IterationCount = rounds }));
}
