using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gongbao.Notices.Ladders;
using Gongbao.Notices.Sending;
using Gongbao.Notices.Storage;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Notices.Telling;

/// <summary>
/// Writes messages (写入告知). What may leave the house at once and goes with no other is given to its channel in the same unit, so that it is not read
/// and changed again: the rest waits for <see cref="GiveOut"/>.
/// </summary>
internal sealed class MessageWriter(NoticesDb db, NoticeRules rules, Reach reach)
{
    private static readonly Statement Insert = new("""
        insert into notice_message (id, watch_id, cause, step, rungs, recipient, people, unit, subject, text, clause, address, is_urgent, due_at, send_at, channels, state, delivery_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) on conflict (id) do nothing
        """, 18);

    /// <summary>Writes those that are not written yet.</summary>
    public async Task WriteAsync(UnitOfWork unit, IReadOnlyList<(Watch Watch, PlannedMessage Message)> planned, CancellationToken stop)
    {
        var named = planned.Select(p => (p.Watch, p.Message, Id: Id(p.Watch, p.Message))).ToList();
        var ids = named.Select(n => n.Id).ToArray();
        var written = (await db.Messages.Where(m => ids.Contains(m.Id)).Select(m => m.Id).ToListAsync(stop)).ToHashSet(StringComparer.Ordinal);
        var fresh = named.Where(n => written.Add(n.Id)).ToList();
        await reach.LookUpAsync([.. fresh.Where(n => GoesAtOnce(n.Message, unit)).Select(n => n.Message.Recipient!.Value).Distinct()], stop);
        foreach (var (watch, message, id) in fresh) Write(unit, watch, message, id);
    }

    private void Write(UnitOfWork unit, Watch watch, PlannedMessage message, string id)
    {
        var (step, atOnce) = (message.Step, GoesAtOnce(message, unit));
        var delivery = atOnce ? reach.Give(unit, message.Recipient!.Value, message.Channels, [id], step.At) : null;
        unit.Write(
            Insert, id, watch.Id, watch.Cause, step.Place, string.Join(' ', step.Rungs.Select(r => r.Id)), message.Recipient, message.People, message.Unit, message.Subject, message.Text, watch.Clause,
            watch.Address, message.IsUrgent, Instants.Stored(step.At), Instants.Stored(SendAt(message)), message.Channels, (atOnce ? MessageState.Given : message.State).ToString(), delivery);
    }

    private bool GoesAtOnce(PlannedMessage message, UnitOfWork unit) => message.State is MessageState.Waiting && (message.IsUrgent || !rules.IsDigest) && SendAt(message) <= unit.LegalAt;

    private DateTimeOffset SendAt(PlannedMessage message) => message.IsUrgent ? message.Step.At : rules.AfterQuiet(message.Step.At);

    /// <summary>The same message has the same id whoever writes it, and whenever.</summary>
    private static string Id(Watch watch, PlannedMessage message)
    {
        var anchor = watch.DueOn?.ToString("O", CultureInfo.InvariantCulture) ?? watch.Since!.Value.UtcTicks.ToString(CultureInfo.InvariantCulture);
        var to = message.Recipient?.ToString("N") ?? $"{message.State}/{message.People}/{message.Unit}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{watch.Key}\n{watch.Ladder}\n{anchor}\n{message.Step.Place}\n{to}")).AsSpan(0, 16));
    }
}
