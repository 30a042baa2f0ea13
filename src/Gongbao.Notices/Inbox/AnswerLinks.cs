using System.Security.Cryptography;
using Gongbao.Notices.Ladders;
using Microsoft.AspNetCore.DataProtection;

namespace Gongbao.Notices.Inbox;

/// <summary>Links in mails and text messages by which a recipient answers without signing in (回执链接). They are sealed with the keys of sessions, and do nothing else.</summary>
internal sealed class AnswerLinks(IDataProtectionProvider protection)
{
    public const string Path = "/notices/answer/";

    private const int Longest = 500;

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("gongbao.notice-answer").ToTimeLimitedDataProtector();

    /// <summary>The link of a delivery; null where the city does not declare where its site stands.</summary>
    public string? Of(string delivery, NoticeRules rules) => rules.Address is { } site ? site + Path + Token(delivery, rules) : null;

    public string Token(string delivery, NoticeRules rules) => _protector.Protect(delivery, TimeSpan.FromDays(rules.LinkDays));

    /// <returns>The delivery; null for a link that nobody here made, or whose time is over.</returns>
    public string? Read(string token)
    {
        if (token.Length > Longest) return null;
        try
        {
            return _protector.Unprotect(token);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
