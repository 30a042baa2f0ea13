using Gongbao.Notices.Ladders;
using Gongbao.Notices.Storage;
using Gongbao.Platform.Access.Accounts;

namespace Gongbao.Notices.Sending;

/// <summary>By which channels people can be reached (能否送达): those that the city has set up, and of these the ones for which the person gave an address.</summary>
internal sealed class Reach(AccountContacts contacts, NoticeRules rules, ChannelSecrets secrets)
{
    public const string Inbox = "inbox";

    private IReadOnlyDictionary<Guid, (bool HasEmail, bool HasMobile)> _have = new Dictionary<Guid, (bool, bool)>();

    /// <summary>Looks up some accounts; afterwards only these are asked about.</summary>
    public async Task LookUpAsync(IReadOnlyCollection<Guid> accounts, CancellationToken stop) => _have = await contacts.HaveAsync(accounts, stop);

    /// <summary>Channels out of the house that a message names, in order, without those that the city has not set up.</summary>
    public IEnumerable<Channel> Channels(string declared) => declared.Split(' ').Where(c => c != Inbox).Select(c => c switch
    {
        "email" => Channel.Email,
        "webhook" => Channel.Webhook,
        "print" => Channel.Print,
        _ => throw new InvalidDataException($"No channel '{c}'."),
    }).Where(IsSetUp);

    /// <returns>Why the person cannot be reached by a channel; null where it can be tried.</returns>
    public string? WhyNot(Guid account, Channel channel)
    {
        if (channel is Channel.Print) return null;
        if (!_have.TryGetValue(account, out var has)) return "账户已停用。";
        return channel switch
        {
            Channel.Email => has.HasEmail ? null : "没有填电子邮箱。",
            Channel.Webhook => has.HasMobile ? null : "没有填手机号码。",
            Channel.Print => null,
        };
    }

    private bool IsSetUp(Channel channel) => channel switch
    {
        Channel.Email => rules.Email is not null,
        Channel.Webhook => rules.Webhook is not null && secrets.Webhook is not null,
        Channel.Print => true,
    };
}
