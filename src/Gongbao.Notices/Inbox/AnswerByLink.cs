using Gongbao.Kernel.Results;
using Gongbao.Notices.Storage;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Notices.Inbox;

/// <summary>Records an answer that came by a link (凭链接回应): it acknowledges the messages of one delivery, once.</summary>
internal sealed class AnswerByLink(Writer writer, NoticesDb db, AnswerLinks links)
{
    private static readonly Refusal Wrong = new("notices.link-wrong", "这个链接不对或者已经过期；请登录后在“收件箱”里回应。");

    private static readonly Refusal Used = new("notices.link-used", "这条告知已经回应过了，链接只能用一次；不必再回应。");

    /// <summary>How many messages a link would answer.</summary>
    /// <returns>Refusals: <c>notices.link-wrong</c>, <c>notices.link-used</c>.</returns>
    public async Task<Result<int>> CountAsync(string token, CancellationToken stop)
    {
        if (links.Read(token) is not { } delivery) return Wrong;
        var open = await db.Messages.Where(m => m.DeliveryId == delivery).Select(m => m.AcknowledgedAt == null).ToListAsync(stop);
        return open.Count == 0 ? Wrong : open.Contains(true) ? open.Count(o => o) : Used;
    }

    /// <returns>How many messages were answered. Refusals as <see cref="CountAsync"/>.</returns>
    public async Task<Result<int>> HandleAsync(string token, CancellationToken stop)
    {
        if (links.Read(token) is not { } delivery) return Wrong;
        if (await db.Deliveries.Where(d => d.Id == delivery).Select(d => (Guid?)d.Recipient).FirstOrDefaultAsync(stop) is not { } recipient) return Wrong;
        var act = new Act(ActorId.System("notice-link"), Acknowledge.Verb, $"delivery:{delivery}") { OnBehalfOf = new($"account:{recipient:N}") };
        return await writer.DoAsync<int>(act, async (unit, inner) =>
        {
            Turn.Take(unit);
            var messages = await unit.Db<NoticesDb>().Messages.Where(m => m.DeliveryId == delivery).ToListAsync(inner);
            if (messages.Count == 0) return Wrong;
            return await Acknowledge.DoAsync(unit, messages, inner) is > 0 and var answered ? answered : Used;
        }, stop);
    }
}
