using System.Security.Cryptography;
using Gongbao.Notices.Ladders;
using Microsoft.AspNetCore.DataProtection;

namespace Gongbao.Notices.Subscriptions;

/// <summary>Links in mails to those who follow something: one to confirm, whose time is over after the declared days, and one to end it, which is good as long as the subscription.</summary>
internal sealed class SubscriptionLinks(IDataProtectionProvider protection)
{
    public const string ConfirmPath = "/subscriptions/confirm/";
    public const string EndPath = "/subscriptions/end/";
    public const string OneClickPath = "/subscriptions/one-click/";

    private const int Longest = 500;

    private readonly ITimeLimitedDataProtector _confirm = protection.CreateProtector("gongbao.subscription-confirm").ToTimeLimitedDataProtector();
    private readonly IDataProtector _end = protection.CreateProtector("gongbao.subscription-end");

    public string Confirm(Guid subscription, SubscriptionRules rules) => _confirm.Protect(subscription.ToString("N"), TimeSpan.FromDays(rules.ConfirmDays));

    public string End(Guid subscription) => _end.Protect(subscription.ToString("N"));

    /// <returns>Null for a token that nobody here made, or whose time is over.</returns>
    public Guid? ReadConfirm(string token) => Read(token, _confirm.Unprotect);

    /// <returns>Null for a token that nobody here made.</returns>
    public Guid? ReadEnd(string token) => Read(token, _end.Unprotect);

    private static Guid? Read(string token, Func<string, string> open)
    {
        if (token.Length > Longest) return null;
        try
        {
            return Guid.TryParseExact(open(token), "N", out var id) ? id : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
