using Gongbao.Kernel.Results;
using Gongbao.Platform.Access.Declarations;
using Gongbao.Platform.Access.Fields;

namespace Gongbao.Platform.Access.Accounts;

/// <summary>Says whether a password will do (口令规则), and every reason why not.</summary>
internal static class PasswordJudge
{
    private const int LongestPassword = 128;
    private const int FewestDifferent = 5;

    private static readonly Lazy<HashSet<string>> Common = new(ReadCommon);

    /// <param name="rules">The city's rules.</param>
    /// <param name="minLength">The length asked of this account.</param>
    /// <param name="password">The password; its white space counts.</param>
    /// <param name="accountName">It must not contain this, in either direction of typing.</param>
    /// <returns>Empty when it will do. Codes: <c>access.password-short</c>, <c>-long</c>, <c>-plain</c>, <c>-common</c>, <c>-named</c>.</returns>
    public static IReadOnlyList<Refusal> Judge(PasswordRules rules, int minLength, string password, string accountName)
    {
        var reasons = new List<Refusal>();
        if (password.Length < minLength) reasons.Add(new("access.password-short", $"口令至少 {minLength} 个字符。"));
        if (password.Length > LongestPassword) reasons.Add(new("access.password-long", $"口令不超过 {LongestPassword} 个字符。"));
        if (KindsIn(password) < rules.Kinds) reasons.Add(new("access.password-plain", $"口令应包含大写字母、小写字母、数字、其他字符中的至少 {rules.Kinds} 类。"));
        if (password.Distinct().Count() < FewestDifferent || IsCommon(password)) reasons.Add(new("access.password-common", "这个口令太常见，容易被猜中，请换一个。"));
        if (Names(password, accountName)) reasons.Add(new("access.password-named", "口令不能包含账户名。"));
        return reasons;
    }

    private static int KindsIn(string password) =>
        (password.Any(char.IsUpper) ? 1 : 0) + (password.Any(char.IsLower) ? 1 : 0) + (password.Any(char.IsDigit) ? 1 : 0) +
        (password.Any(c => !char.IsUpper(c) && !char.IsLower(c) && !char.IsDigit(c)) ? 1 : 0);

    private static bool Names(string password, string accountName)
    {
        var name = TypedText.Fold(accountName);
        var typed = TypedText.Fold(password);
        return name.Length >= 3 && (typed.Contains(name, StringComparison.Ordinal) || typed.Contains(Reverse(name), StringComparison.Ordinal));
    }

    private static bool IsCommon(string password)
    {
        var typed = password.ToLowerInvariant();
        var spelt = string.Concat(typed.Select(Letter));
        return Common.Value.Contains(typed) || Common.Value.Contains(Core(typed)) || Common.Value.Contains(Core(spelt)) || Common.Value.Contains(LettersOf(typed)) ||
            Common.Value.Contains(string.Concat(typed.Where(char.IsAsciiLetterOrDigit)));
    }

    /// <summary>Without the digits and signs before and after the word.</summary>
    private static string Core(string typed)
    {
        int from = 0, to = typed.Length;
        while (from < to && !char.IsAsciiLetter(typed[from])) from++;
        while (to > from && !char.IsAsciiLetter(typed[to - 1])) to--;
        return typed[from..to];
    }

    private static string LettersOf(string typed) => string.Concat(typed.Where(char.IsAsciiLetter));

    private static char Letter(char c) => c switch { '@' or '4' => 'a', '0' => 'o', '1' or '!' => 'i', '3' => 'e', '$' or '5' => 's', '7' => 't', _ => c };

    private static string Reverse(string text) => string.Concat(text.Reverse());

    private static HashSet<string> ReadCommon()
    {
        using var stream = typeof(PasswordJudge).Assembly.GetManifestResourceStream("Gongbao.Platform.Access.Accounts.common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#')];
    }
}
