using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gongbao.Notices.Ladders;
using Gongbao.Notices.Storage;
using Gongbao.Platform.Store;

namespace Gongbao.Notices.Telling;

/// <summary>Writes the messages of one watch, each recipient at most once a call of the watch.</summary>
internal sealed class MessageWriter(UnitOfWork unit, Watch watch, NoticeRules rules)
{
    /// <summary>Channels of what is told once.</summary>
    private const string AllChannels = "inbox email webhook print";

    private static readonly Statement Insert = new("""
        insert into notice_message (id, watch_id, cause, step, rungs, recipient, people, unit, subject, text, clause, address, is_urgent, due_at, send_at, channels, state)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) on conflict (id) do nothing
        """, 17);

    private readonly HashSet<Guid> _told = [];

    /// <summary>How many were written.</summary>
    public int Count { get; private set; }

    /// <summary>Tells one account, once.</summary>
    public int Once(Guid account) => Once([(null, [account])]);

    /// <summary>Tells people once.</summary>
    public int Once(IEnumerable<(string? Unit, IReadOnlyList<Guid> Accounts)> recipients)
    {
        To(new(0, watch.Since!.Value, []), recipients, people: null, AllChannels, watch.IsUrgent, watch.Subject, watch.Text);
        return Count;
    }

    /// <summary>Tells people of a step.</summary>
    public void Of(Step step, Rung rung, People people, IEnumerable<(string? Unit, IReadOnlyList<Guid> Accounts)> recipients) =>
        To(step, recipients, people.Id, string.Join(' ', rung.Channels), rung.IsUrgent, MessageWords.Subject(watch, rules.Ladders[watch.Ladder!], step), MessageWords.Text(watch, rules.Ladders[watch.Ladder!]));

    /// <summary>Notes that a later step took the place of one.</summary>
    public void Superseded(Step step) => Write(step, null, null, null, "", false, MessageWords.Subject(watch, rules.Ladders[watch.Ladder!], step), null, MessageState.Superseded);

    private void To(Step step, IEnumerable<(string? Unit, IReadOnlyList<Guid> Accounts)> recipients, string? people, string channels, bool isUrgent, string subject, string? text)
    {
        foreach (var (of, accounts) in recipients)
        {
            if (accounts.Count == 0) Write(step, null, people, of, channels, isUrgent, subject, text, MessageState.Nobody);
            foreach (var account in accounts)
                if (_told.Add(account)) Write(step, account, people, of, channels, isUrgent, subject, text, channels == "inbox" ? MessageState.Given : MessageState.Waiting);
        }
    }

    private void Write(Step step, Guid? recipient, string? people, string? of, string channels, bool isUrgent, string subject, string? text, MessageState state)
    {
        var to = recipient?.ToString("N") ?? $"{state}/{people}/{of}";
        unit.Write(
            Insert, Id(step.Place, to), watch.Id, watch.Cause, step.Place, string.Join(' ', step.Rungs.Select(r => r.Id)), recipient, people, of, subject, text, watch.Clause, watch.Address, isUrgent,
            Instants.Stored(step.At), Instants.Stored(isUrgent ? step.At : rules.AfterQuiet(step.At)), channels, state.ToString());
        Count++;
    }

    /// <summary>The same message has the same id whoever writes it, and whenever.</summary>
    private string Id(int place, string to)
    {
        var anchor = watch.DueOn?.ToString("O", CultureInfo.InvariantCulture) ?? watch.Since!.Value.UtcTicks.ToString(CultureInfo.InvariantCulture);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{watch.Key}\n{watch.Ladder}\n{anchor}\n{place}\n{to}")).AsSpan(0, 16));
    }
}
