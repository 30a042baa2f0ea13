using Gongbao.Kernel.Results;

namespace Gongbao.Ledger.Work;

/// <summary>An address as typed: one that a page may lead to.</summary>
internal static class TypedLink
{
    /// <summary>Characters at most.</summary>
    public const int Most = 500;

    /// <param name="typed">As typed.</param>
    /// <param name="what">What it is called, as 材料链接.</param>
    /// <returns>Null where none was typed. Refused with <c>ledger.bad-link</c>.</returns>
    public static Result<string?> Of(string? typed, string what)
    {
        if (string.IsNullOrWhiteSpace(typed)) return (string?)null;
        return Find(typed) is { } link ? link : new Refusal("ledger.bad-link", $"{what}要写成以 https:// 或 http:// 开头的完整地址，不超过 {Most} 个字符。");
    }

    /// <returns>Null where it is none.</returns>
    public static string? Find(string? typed) =>
        typed?.Trim() is { Length: > 0 and <= Most } link && Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? link : null;
}
