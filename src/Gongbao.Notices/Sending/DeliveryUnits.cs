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

    private static readonly Statement Record = new("insert into notice_attempt (delivery_id, number, at, outcome, fault) values ($1, $2, $3, $4, $5)", 5);

    /// <summary>
    /// Deliveries of a channel that can be tried now: the earliest of each recipient, where nobody is at it. The earliest is asked for as such: asked
    /// whether there is an earlier one, PostgreSQL without statistics goes through all that wait for each of them.
    /// </summary>
    public static IQueryable<Delivery> Ready(NoticesDb db, Channel channel, DateTimeOffset now) => db.Deliveries.Where(d =>
        d.State == DeliveryState.Waiting && d.Channel == channel && d.NextAt <= now && (d.TakenUntil == null || d.TakenUntil <= now)
        && d.Id == db.Deliveries.Where(e => e.Recipient == d.Recipient && e.Channel == channel && e.State == DeliveryState.Waiting).OrderBy(e => e.DueAt).ThenBy(e => e.Id).Select(e => e.Id).First());

    /// <returns>The ids of what was taken.</returns>
    public Task<Result<IReadOnlyList<string>>> TakeAsync(Channel channel, int most, string by, TimeSpan wait, CancellationToken stop) =>
        writer.DoAsync<IReadOnlyList<string>>(new(Itself, TakeVerb, $"notices:{channel}"), async (unit, inner) =>
        {
            Turn.Take(unit);
            var db = unit.Db<NoticesDb>();
            var taken = await Ready(db, channel, unit.At).OrderBy(d => d.DueAt).ThenBy(d => d.Id).Take(most).Select(d => d.Id).ToListAsync(inner);
            var until = unit.At + wait + Grace;
            await db.Deliveries.Where(d => taken.Contains(d.Id)).ExecuteUpdateAsync(d => d.SetProperty(x => x.TakenBy, by).SetProperty(x => x.TakenUntil, until), inner);
            return taken;
        }, stop);

    /// <summary>Settles what came of tries, of deliveries that are still taken by who tried, and gives back what was taken and not tried. What was refused goes by the next channel.</summary>
    public Task<Result<int>> SettleAsync(Channel channel, string by, IReadOnlyList<(Parcel Parcel, Handed Handed)> tries, IReadOnlyCollection<string> untried, NoticeRules rules, CancellationToken stop) =>
        writer.DoAsync<int>(new(Itself, SettleVerb, $"notices:{channel}"), async (unit, inner) =>
        {
            Turn.Take(unit);
            var db = unit.Db<NoticesDb>();
            var ids = tries.Select(t => t.Handed.Id).Concat(untried).ToArray();
            // Asked for by id alone: a database without statistics would else go through all that wait.
            var taken = await db.Deliveries.Where(d => ids.Contains(d.Id)).Select(d => new { d.Id, d.TakenBy, d.State }).ToListAsync(inner);
            var ours = taken.Where(d => d.TakenBy == by && d.State is DeliveryState.Waiting).Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
            foreach (var alike in tries.Where(t => ours.Contains(t.Handed.Id)).GroupBy(t => (t.Handed.Outcome, t.Handed.Fault, t.Parcel.Attempts))) await SettleAsync(unit, [.. alike.Select(t => t.Handed.Id)], alike.Key, rules, inner);
            var back = untried.Where(ours.Contains).ToArray();
            if (back.Length > 0) await db.Deliveries.Where(d => back.Contains(d.Id)).ExecuteUpdateAsync(d => d.SetProperty(x => x.TakenBy, (string?)null).SetProperty(x => x.TakenUntil, (DateTimeOffset?)null), inner);

            var refused = tries.Where(t => t.Handed.Outcome is DeliveryState.Refused && ours.Contains(t.Handed.Id)).Select(t => t.Handed.Id).ToArray();
            if (refused.Length == 0) return ours.Count;
            foreach (var message in await db.Messages.Where(m => m.DeliveryId != null && refused.Contains(m.DeliveryId)).ToListAsync(inner)) GoOn(message, channel);
            unit.AfterCommit(ladder.Wake);
            return ours.Count;
        }, stop);

    /// <summary>Most deliveries of a batch come out alike, and are settled by one statement.</summary>
    private static async Task SettleAsync(UnitOfWork unit, string[] ids, (DeliveryState Outcome, string? Fault, int Attempts) alike, NoticeRules rules, CancellationToken stop)
    {
        var (state, fault, attempts) = (alike.Outcome, alike.Fault, alike.Attempts + 1);
        var next = state is DeliveryState.Waiting ? unit.At + Backoff.After(attempts, rules) : unit.At;
        var handed = state is DeliveryState.HandedOver ? unit.At : (DateTimeOffset?)null;
        await unit.Db<NoticesDb>().Deliveries.Where(d => ids.Contains(d.Id)).ExecuteUpdateAsync(
            d => d.SetProperty(x => x.State, state).SetProperty(x => x.Fault, fault).SetProperty(x => x.Attempts, attempts).SetProperty(x => x.NextAt, next).SetProperty(x => x.HandedAt, handed)
                .SetProperty(x => x.TakenBy, (string?)null).SetProperty(x => x.TakenUntil, (DateTimeOffset?)null), stop);
        foreach (var id in ids) unit.Write(Record, id, attempts, Instants.Stored(unit.At), state.ToString(), fault);
    }

    private static void GoOn(Message message, Channel refused)
    {
        var left = message.Channels.Split(' ').SkipWhile(c => !string.Equals(c, refused.ToString(), StringComparison.OrdinalIgnoreCase)).Skip(1).ToArray();
        (message.DeliveryId, message.Channels) = (null, string.Join(' ', left.Prepend(Reach.Inbox)));
        message.State = left.Length > 0 ? MessageState.Waiting : MessageState.Given;
    }
}
