using Gongbao.Kernel.Time;
using Gongbao.Notices.Ladders;
using Gongbao.Notices.Storage;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Notices.Sending;

/// <summary>
/// One unit of giving messages to channels (分发): of the channels a rung names, the first that reaches the person takes the message; what is not
/// urgent of one day goes together. A delivery once made stays as it is, so that a repeat carries the same id.
/// </summary>
internal sealed class GiveOut(NoticesDb db, NoticeRules rules, Reach reach)
{
    public const string Verb = "notices.give-out";

    private const int MostMessages = 2_000;

    private static readonly Statement Give = new("update notice_message set state = 'Given', delivery_id = $2 where id = $1", 2);

    /// <summary>Messages whose channel can be chosen at a legal instant.</summary>
    public static IQueryable<Message> Waiting(NoticesDb db, DateTimeOffset now) => db.Messages.Where(m => m.State == MessageState.Waiting && m.SendAt <= now);

    /// <returns>How many messages were given out; 0 where there were none.</returns>
    public async Task<int> DoAsync(UnitOfWork unit, CancellationToken stop)
    {
        Turn.Take(unit);
        var first = await Waiting(db, unit.LegalAt).OrderBy(m => m.SendAt).Take(MostMessages).Select(m => m.Recipient!.Value).ToListAsync(stop);
        var recipients = first.Distinct().ToArray();
        var waiting = await Waiting(db, unit.LegalAt).AsNoTracking().Where(m => recipients.Contains(m.Recipient!.Value)).ToListAsync(stop);
        await reach.LookUpAsync(recipients, stop);
        foreach (var known in waiting.Where(m => m.AcknowledgedAt is not null)) unit.Write(Give, known.Id, null);
        foreach (var together in waiting.Where(m => m.AcknowledgedAt is null).GroupBy(Group)) GiveTogether(unit, together.Key.Recipient, [.. together.OrderBy(m => m.DueAt).ThenBy(m => m.Id, StringComparer.Ordinal)]);
        return waiting.Count;
    }

    /// <summary>What goes together.</summary>
    private (Guid Recipient, string Channels, string Apart) Group(Message message) =>
        (message.Recipient!.Value, message.Channels, rules.IsDigest && !message.IsUrgent ? message.DueAt.BeijingDate().ToString("O") : message.Id);

    private void GiveTogether(UnitOfWork unit, Guid recipient, IReadOnlyList<Message> messages)
    {
        var delivery = reach.Give(unit, recipient, messages[0].Channels, [.. messages.Select(m => m.Id)], messages[0].DueAt);
        foreach (var message in messages) unit.Write(Give, message.Id, delivery);
    }
}
