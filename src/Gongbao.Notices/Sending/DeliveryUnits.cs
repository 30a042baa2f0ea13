using Gongbao.Kernel.Results;
using Gongbao.Notices.Ladders;
using Gongbao.Notices.Storage;
using Gongbao.Notices.Telling;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Notices.Sending;

/// <summary>
/// The units around a try (投递的登记): deliveries are taken before it, of each recipient only the earliest that waits, and settled after it. Who took
/// some and is gone loses them after a while; a repeat carries the same ids.
/// </summary>
internal sealed class DeliveryUnits(Writer writer, LadderSignal ladder)
{
    private const string TakeVerb = "notices.take";
    private const string SettleVerb = "notices.settle";

    /// <summary>How much longer than a try may take its deliveries stay taken.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private static readonly ActorId Itself = ActorId.System("notices");

    private static readonly Statement Take = new("update notice_delivery set taken_by = $2, taken_until = $3 where id = $1", 3);

    private static readonly Statement Settle = new("""
        update notice_delivery set state = $2, attempts = attempts + 1, next_at = $3, handed_at = $4, fault = $5, taken_by = null, taken_until = null where id = $1 and state = 'Waiting'
        """, 5);

    private static readonly Statement Record = new("insert into notice_attempt (delivery_id, number, at, outcome, fault) values ($1, $2, $3, $4, $5) on conflict (delivery_id, number) do nothing", 5);

    /// <summary>Deliveries of a channel that can be tried now: the earliest of each recipient, where nobody is at it.</summary>
    public static IQueryable<Delivery> Ready(NoticesDb db, Channel channel, DateTimeOffset now) => db.Deliveries.Where(d =>
        d.State == DeliveryState.Waiting && d.Channel == channel && d.NextAt <= now && (d.TakenUntil == null || d.TakenUntil <= now)
        && !db.Deliveries.Any(e => e.Recipient == d.Recipient && e.Channel == channel && e.State == DeliveryState.Waiting && (e.DueAt < d.DueAt || (e.DueAt == d.DueAt && string.Compare(e.Id, d.Id) < 0))));

    /// <returns>The ids of what was taken.</returns>
    public Task<Result<IReadOnlyList<string>>> TakeAsync(Channel channel, int most, string by, TimeSpan wait, CancellationToken stop) =>
        writer.DoAsync<IReadOnlyList<string>>(new(Itself, TakeVerb, $"notices:{channel}"), async (unit, inner) =>
        {
            Turn.Take(unit);
            var taken = await Ready(unit.Db<NoticesDb>(), channel, unit.At).OrderBy(d => d.DueAt).ThenBy(d => d.Id).Take(most).Select(d => d.Id).ToListAsync(inner);
            foreach (var id in taken) unit.Write(Take, id, by, Instants.Stored(unit.At + wait + Grace));
            return taken;
        }, stop);

    /// <summary>Settles what came of tries. What was refused goes by the next channel.</summary>
    public Task<Result<int>> SettleAsync(Channel channel, IReadOnlyList<(Parcel Parcel, Handed Handed)> tries, NoticeRules rules, CancellationToken stop) =>
        writer.DoAsync<int>(new(Itself, SettleVerb, $"notices:{channel}"), async (unit, inner) =>
        {
            Turn.Take(unit);
            foreach (var (parcel, (id, outcome, fault)) in tries)
            {
                var at = Instants.Stored(unit.At);
                var next = outcome is DeliveryState.Waiting ? Instants.Stored(unit.At + Backoff.After(parcel.Attempts + 1, rules)) : at;
                unit.Write(Settle, id, outcome.ToString(), next, outcome is DeliveryState.HandedOver ? at : null, fault);
                unit.Write(Record, id, parcel.Attempts + 1, at, outcome.ToString(), fault);
            }

            var refused = tries.Where(t => t.Handed.Outcome is DeliveryState.Refused).Select(t => t.Handed.Id).ToArray();
            if (refused.Length == 0) return tries.Count;
            foreach (var message in await unit.Db<NoticesDb>().Messages.Where(m => m.DeliveryId != null && refused.Contains(m.DeliveryId)).ToListAsync(inner)) GoOn(message, channel);
            unit.AfterCommit(ladder.Wake);
            return tries.Count;
        }, stop);

    private static void GoOn(Message message, Channel refused)
    {
        var left = message.Channels.Split(' ').SkipWhile(c => !string.Equals(c, refused.ToString(), StringComparison.OrdinalIgnoreCase)).Skip(1).ToArray();
        (message.DeliveryId, message.Channels) = (null, string.Join(' ', left.Prepend(Reach.Inbox)));
        message.State = left.Length > 0 ? MessageState.Waiting : MessageState.Given;
    }
}
