using System.Security.Cryptography;
using System.Text;
using Gongbao.Notices.Ladders;
using Gongbao.Notices.Storage;
using Gongbao.Platform.Access.Accounts;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Notices.Sending;

/// <summary>By which channels people can be reached (能否送达): those that the city has set up, and of these the ones for which the person gave an address.</summary>
internal sealed class Reach(AccountContacts contacts, NoticesDb db, NoticeRules rules, ChannelSecrets secrets)
{
    public const string Inbox = "inbox";

    private static readonly Statement Insert = new("""
        insert into notice_delivery (id, channel, recipient, due_at, messages, state, attempts, next_at, fault) values ($1, $2, $3, $4, $5, $6, 0, $7, $8) on conflict (id) do nothing
        """, 8);

    private IReadOnlyDictionary<Guid, (bool HasEmail, bool HasMobile)> _have = new Dictionary<Guid, (bool, bool)>();

    /// <summary>Looks up some accounts and subscriptions; afterwards only these are asked about.</summary>
    public async Task LookUpAsync(IReadOnlyCollection<Guid> recipients, CancellationToken stop)
    {
        var have = new Dictionary<Guid, (bool, bool)>(await contacts.HaveAsync(recipients, stop));
        var others = recipients.Where(r => !have.ContainsKey(r)).ToArray();
        if (others.Length > 0)
            foreach (var subscription in await db.Subscriptions.AsNoTracking().Where(s => others.Contains(s.Id)).Select(s => s.Id).ToListAsync(stop)) have[subscription] = (true, false);
        _have = have;
    }

    /// <summary>Gives messages to the first of their channels that reaches the recipient, who was looked up before; those before it are noted as passed over.</summary>
    /// <param name="unit">Writes the deliveries.</param>
    /// <param name="recipient">Who is told.</param>
    /// <param name="channels">As the messages name them.</param>
    /// <param name="messages">Their ids, in order.</param>
    /// <param name="dueAt">When the first of them fell due.</param>
    /// <returns>The delivery with which they go; null for the inbox alone.</returns>
    public string? Give(UnitOfWork unit, Guid recipient, string channels, IReadOnlyList<string> messages, DateTimeOffset dueAt)
    {
        foreach (var channel in Channels(channels))
        {
            var (id, whyNot) = (Id(channel, messages), WhyNot(recipient, channel));
            unit.Write(
                Insert, id, channel.ToString(), recipient, Instants.Stored(dueAt), messages.Count, (whyNot is null ? DeliveryState.Waiting : DeliveryState.PassedOver).ToString(), Instants.Stored(unit.At), whyNot);
            if (whyNot is null) return id;
        }

        return null;
    }

    private static string Id(Channel channel, IReadOnlyList<string> messages) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{channel}\n{string.Join('\n', messages)}")).AsSpan(0, 16));

    /// <summary>Channels out of the house that a message names, in order, without those that the city has not set up.</summary>
    private IEnumerable<Channel> Channels(string declared) => declared.Split(' ').Where(c => c != Inbox).Select(c => c switch
    {
        "email" => Channel.Email,
        "webhook" => Channel.Webhook,
        "print" => Channel.Print,
        _ => throw new InvalidDataException($"No channel '{c}'."),
    }).Where(IsSetUp);

    /// <returns>Why the person cannot be reached by a channel; null where it can be tried.</returns>
    private string? WhyNot(Guid account, Channel channel)
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
