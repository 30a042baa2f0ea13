using Gongbao.Kernel.Results;
using Microsoft.AspNetCore.Identity;

namespace Gongbao.Platform.Access.Accounts;

internal static class AccountRefusals
{
    public static Refusal NameTaken { get; } = new("access.name-taken", "这个账户名已被使用，请换一个。");

    public static Refusal NameWrong { get; } = new("access.name-wrong", "账户名应为 3 到 32 个字母、汉字、数字或 . _ -，并以字母或汉字开头。");

    public static Refusal LinkSpent { get; } = new("access.link-spent", "链接无效：可能已经用过、已过期或已被新的链接取代。");

    public static Refusal CodeWrong { get; } = new("access.code-wrong", "验证码不正确或已经用过，请等下一个验证码出现后重试。");

    public static Refusal PasswordWrong { get; } = new("access.password-wrong", "当前口令不正确。");

    public static Refusal PasswordUsed(int history) => new("access.password-used",
        history == 0 ? "新口令不能与现在的口令相同。" : $"不能使用现在的口令或最近 {history} 次用过的口令，请换一个。");

    public static Refusal SignInAgain { get; } = new("access.sign-in-again", "登录步骤已超时，请重新输入账户名和口令。");

    public static Refusal OfferSpent { get; } = new("access.offer-spent", "动态口令的设置已超时，请重新开始。");

    public static Refusal LastAdministrator { get; } = new("access.last-administrator", "这是最后一个系统管理员，不能停用或收回角色；请先设立另一个。");

    public static Refusal DemoAccount { get; } = new("access.demo-account", "演示账户不能修改。");

    /// <summary>
    /// The same whether the account is unknown, the password wrong or the account locked, so that nobody learns which accounts there are.
    /// </summary>
    public static Refusal SignIn(int attempts, int minutes) => new("access.sign-in-refused",
        $"账户名或口令不正确，或账户已被暂时锁定（连续输错 {attempts} 次，锁定 {minutes} 分钟）。");

    public static Refusal Locked(int minutes) => new("access.locked", $"连续输错次数过多，账户已锁定 {minutes} 分钟。");

    public static Refusal TooManyAttempts(TimeSpan wait) => new("access.too-many-attempts",
        $"短时间内登录失败次数过多，请过 {(int)Math.Ceiling(wait.TotalMinutes)} 分钟再试。");

    public static IReadOnlyList<Refusal> From(IdentityResult result) => [.. result.Errors.Select(e => new Refusal(e.Code, e.Description))];
}
