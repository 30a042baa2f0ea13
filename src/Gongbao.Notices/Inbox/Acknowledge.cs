using Gongbao.Contracts.Notices;
using Gongbao.Kernel.Results;
using Gongbao.Notices.Storage;
using Gongbao.Platform.Access;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Notices.Inbox;

/// <summary>Records that a recipient was told (知道了). A ladder that waits for an answer is not climbed further.</summary>
internal sealed class Acknowledge(Writer writer)
{
    public const string Verb = "notices.acknowledge";

    /// <summary>Messages in one request.</summary>
    public const int Most = 500;

    /// <param name="by">The recipient.</param>
    /// <param name="ids">Of messages; those that were acknowledged before stay as they are.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>How many are acknowledged by this. Refusals: <c>notices.nothing-chosen</c>, <c>notices.too-many</c>, <c>notices.no-such-message</c>; then none is.</returns>
    public async Task<Result<int>> HandleAsync(Actor by, IReadOnlyCollection<string> ids, CancellationToken stop)
    {
        var chosen = ids.Distinct(StringComparer.Ordinal).ToArray();
        if (chosen.Length == 0) return new Refusal("notices.nothing-chosen", "没有选中任何告知；请先在左边勾选，再选“知道了”。");
        if (chosen.Length > Most) return new Refusal("notices.too-many", $"一次最多办理 {Most} 条告知；请分几次。");
        return await writer.DoAsync<int>(new(by.ActorId, Verb, chosen is [var one] ? $"notice:{one}" : $"notices:{chosen.Length}"), async (unit, inner) =>
        {
            Turn.Take(unit);
            var messages = await unit.Db<NoticesDb>().Messages.Where(m => chosen.Contains(m.Id) && m.Recipient == by.Id).ToListAsync(inner);
            if (messages.Count < chosen.Length) return new Refusal("notices.no-such-message", "选中的告知里有不存在的，或者不是发给您的；请刷新收件箱后再选。");
            return await DoAsync(unit, messages, inner);
        }, stop);
    }

    /// <summary>Inside a unit that has taken its turn.</summary>
    public static async Task<int> DoAsync(UnitOfWork unit, IReadOnlyList<Message> messages, CancellationToken stop)
    {
        var fresh = messages.Where(m => m.AcknowledgedAt is null).ToList();
        foreach (var message in fresh)
        {
            message.AcknowledgedAt = unit.LegalAt;
            unit.Publish(new Acknowledged(message.Cause, message.Unit, message.Recipient!.Value, message.People));
        }
        var watches = fresh.Select(m => m.WatchId).Distinct().ToArray();
        foreach (var watch in await unit.Db<NoticesDb>().Watches.Where(w => watches.Contains(w.Id) && w.Kind == WatchKind.Answers && w.State == WatchState.Open).ToListAsync(stop))
            // Where only a part of many is told of the present rung, the rest still has to be: the watch stays due until it is.
            (watch.State, watch.NextAt) = (WatchState.Answered, watch.TellingAt is null ? null : watch.NextAt);
        return fresh.Count;
    }
}
