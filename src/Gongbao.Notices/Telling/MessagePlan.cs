using Gongbao.Notices.Ladders;
using Gongbao.Notices.Storage;
using Gongbao.Notices.Subscriptions;

namespace Gongbao.Notices.Telling;

/// <summary>One message that a watch comes to, before it is written.</summary>
/// <param name="Step">The step, of what is told once the only one.</param>
/// <param name="Recipient">Null for what was superseded or has nobody.</param>
/// <param name="People">Id of the declared people; null for one account and for what is told once.</param>
/// <param name="Unit">For which unit the recipient is told; null for the city.</param>
/// <param name="Channels">In order, one space between.</param>
/// <param name="IsUrgent">Whether quiet hours and the day's digest do not hold it back.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Null where the subject says it.</param>
/// <param name="State">Before a channel is chosen.</param>
internal sealed record PlannedMessage(Step Step, Guid? Recipient, string? People, string? Unit, string Channels, bool IsUrgent, string Subject, string? Text, MessageState State);

/// <summary>
/// Whom a watch tells of what at one instant (告知名单), each recipient at most once: first what has no recipient, then by account. It is told in
/// parts, each in a unit of its own, and the watch remembers the last account: who gets a role meanwhile is told or not, but nobody is left out or told twice.
/// </summary>
internal sealed class MessagePlan
{
    private readonly IReadOnlyList<PlannedMessage> _messages;

    private MessagePlan(IReadOnlyList<PlannedMessage> messages, Standing? standing) => (_messages, Standing) = (messages, standing);

    /// <summary>Where the watch stands on its ladder; null for what is told once.</summary>
    public Standing? Standing { get; }

    /// <summary>How a plan finds people: by what they may do, of units or of the city.</summary>
    public delegate IEnumerable<(string? Unit, IReadOnlyList<Guid> Accounts)> Finder(bool isOfUnits, string verb);

    public static MessagePlan OfTell(Watch watch, Finder find)
    {
        var plan = new Builder();
        var recipients = watch.Account is { } account ? [(null, [account])] : find(watch.Units.Length > 0, watch.Verb ?? "");
        var (people, channels) = watch.Audience is null ? (null, MessageWords.AllChannels) : (Audience.People, MessageWords.PublicChannels);
        plan.Add(new(0, watch.Since!.Value, []), recipients, people, channels, watch.IsUrgent, watch.Subject, watch.Text);
        return plan.Build(null);
    }

    public static MessagePlan OfLadder(Watch watch, NoticeRules rules, Standing standing, Finder find, IReadOnlyList<string> units)
    {
        var (plan, ladder) = (new Builder(), rules.Ladders[watch.Ladder!]);
        foreach (var sent in Missed.Of(standing.Passed).Reverse())
        {
            var subject = MessageWords.Subject(watch, ladder, sent.Step);
            if (sent.IsSuperseded) plan.Superseded(sent.Step, subject);
            foreach (var (id, rung) in sent.Who)
            {
                var people = rules.People[id];
                plan.Add(sent.Step, find(people.IsOfUnits, people.Verb ?? watch.Verb!), people.Id, string.Join(' ', rung.Channels), rung.IsUrgent, subject, MessageWords.Text(watch, ladder, people.IsOfUnits ? [] : units));
            }
        }

        return plan.Build(standing);
    }

    /// <summary>The next part behind an account.</summary>
    /// <param name="toldTo">The last account of the part before; null for the first part.</param>
    /// <param name="most">How many at most; what has no recipient always goes with the first part.</param>
    /// <returns>The part, and whether it is the last.</returns>
    public (IReadOnlyList<PlannedMessage> Part, bool IsLast) After(Guid? toldTo, int most)
    {
        var from = toldTo is { } last ? _messages.Count(m => m.Recipient is null || m.Recipient.Value.CompareTo(last) <= 0) : 0;
        var to = Math.Min(_messages.Count, from + most);
        while (to < _messages.Count && _messages[to].Recipient is null) to++;
        return ([.. _messages.Skip(from).Take(to - from)], to == _messages.Count);
    }

    private sealed class Builder
    {
        private readonly List<PlannedMessage> _messages = [];
        private readonly HashSet<Guid> _told = [];

        public void Superseded(Step step, string subject) => _messages.Add(new(step, null, null, null, "", false, subject, null, MessageState.Superseded));

        public void Add(Step step, IEnumerable<(string? Unit, IReadOnlyList<Guid> Accounts)> recipients, string? people, string channels, bool isUrgent, string subject, string? text)
        {
            foreach (var (of, accounts) in recipients)
            {
                if (accounts.Count == 0) _messages.Add(new(step, null, people, of, channels, isUrgent, subject, text, MessageState.Nobody));
                foreach (var account in accounts)
                    if (_told.Add(account)) _messages.Add(new(step, account, people, of, channels, isUrgent, subject, text, channels == "inbox" ? MessageState.Given : MessageState.Waiting));
            }
        }

        public MessagePlan Build(Standing? standing) => new([.. _messages.OrderBy(m => m.Recipient)], standing);
    }
}

/// <summary>
/// Keeps the plan of the watch whose people are just being told, so that it is not made anew for every part. After a stop it is made anew; what the
/// watch said when it was made is compared, so that a watch that changed meanwhile gets a new one.
/// </summary>
internal sealed class KeptPlan
{
    private volatile Kept? _kept;

    public MessagePlan? Of(Watch watch) => _kept is { } kept && kept.Said == Said.Of(watch) ? kept.Plan : null;

    public void Keep(Watch watch, MessagePlan plan) => _kept = new(Said.Of(watch), plan);

    private sealed record Kept(Said Said, MessagePlan Plan);

    private sealed record Said(Guid Watch, DateTimeOffset? At, string Rules, string? Ladder, string Subject, string? Text, string Units, string? Verb, DateOnly? DueOn, DateTimeOffset? Since, DateTimeOffset BegunAt, int? Reached)
    {
        public static Said Of(Watch w) => new(w.Id, w.TellingAt, w.Rules, w.Ladder, w.Subject, w.Text, w.Units, w.Verb, w.DueOn, w.Since, w.BegunAt, w.Reached);
    }
}
