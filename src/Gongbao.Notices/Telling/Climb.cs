using Gongbao.Kernel.Time;
using Gongbao.Notices.Ladders;
using Gongbao.Notices.Storage;
using Gongbao.Notices.Subscriptions;
using Gongbao.Platform.Access.Accounts;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Notices.Telling;

/// <summary>
/// One unit of climbing (逐级告知): takes watches whose next step fell due, writes a message to each who is told, and sets the instant of the step
/// after. Everything is looked at again inside the unit, behind the turn.
/// </summary>
internal sealed class Climb(NoticesDb db, NoticeRules rules, CityDeclarations city, VerbHolders holders, MessageWriter messages, KeptPlan kept, OutboxSignal outbox)
{
    public const string Verb = "notices.climb";

    /// <summary>Watches in one unit.</summary>
    public const int Chunk = 200;

    /// <summary>Messages in one unit. More are told in parts, so that the first are on their way while the last are written.</summary>
    internal const int MostMessages = 2_000;

    private readonly Dictionary<string, HolderSet> _holders = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, IReadOnlyList<Guid>> _followers = [];

    /// <summary>Watches that have something to do at a legal instant.</summary>
    /// <param name="db">Where they stand.</param>
    /// <param name="now">Legal instant.</param>
    /// <param name="left">Watches that are left alone.</param>
    public static IQueryable<Watch> Due(NoticesDb db, DateTimeOffset now, IReadOnlyCollection<Guid> left) => But(db.Watches.Where(w => w.NextAt <= now), left);

    /// <summary>Watches whose next instant was worked out under other declarations.</summary>
    public static IQueryable<Watch> Stale(NoticesDb db, string rules, IReadOnlyCollection<Guid> left) => But(db.Watches.Where(w => w.State == WatchState.Open && w.Rules != rules), left);

    private static IQueryable<Watch> But(IQueryable<Watch> watches, IReadOnlyCollection<Guid> left)
    {
        var ids = left.ToArray();
        return ids.Length == 0 ? watches : watches.Where(w => !ids.Contains(w.Id));
    }

    /// <summary>Works out the instant of the next step of a watch.</summary>
    public static void Place(Watch watch, NoticeRules rules, WorkCalendar calendar)
    {
        watch.Rules = rules.Hash;
        if (watch.Kind is WatchKind.Tell) return;
        // Whom a half-told ladder told already is not told again: what is written stays.
        (watch.TellingAt, watch.ToldTo) = (null, null);
        // Where the ladder is declared no longer, the watch waits until it is declared again.
        watch.NextAt = rules.Ladders.TryGetValue(watch.Ladder!, out var ladder)
            ? Ladder.Steps(ladder, AnchorOf(watch), calendar).Select(s => (DateTimeOffset?)s.At).FirstOrDefault()
            : null;
    }

    /// <param name="unit">In which it is done.</param>
    /// <param name="left">Watches that are left alone.</param>
    /// <param name="only">The one watch that is looked after; null for as many as go into a unit.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>How many watches were looked after; 0 where there was nothing to do.</returns>
    public async Task<int> DoAsync(UnitOfWork unit, IReadOnlyCollection<Guid> left, Guid? only, CancellationToken stop)
    {
        Turn.Take(unit);
        var now = unit.LegalAt;
        var stale = await Stale(db, rules.Hash, left).Where(w => only == null || w.Id == only).OrderBy(w => w.Id).Take(Chunk).ToListAsync(stop);
        foreach (var watch in stale) Place(watch, rules, city.Calendar);
        if (stale.Count > 0) return stale.Count;

        var due = await Due(db, now, left).Where(w => only == null || w.Id == only).OrderBy(w => w.NextAt).ThenBy(w => w.Id).Take(Chunk).ToListAsync(stop);
        if (due is [var half, ..] && kept.Of(half) is not null) due = [half];
        await FindPeopleAsync([.. due.Where(w => kept.Of(w) is null)], stop);
        var planned = new List<(Watch, PlannedMessage)>();
        var done = 0;
        foreach (var watch in due)
        {
            if (planned.Count >= MostMessages) break;
            planned.AddRange(NextPart(watch, now, MostMessages - planned.Count).Select(m => (watch, m)));
            done++;
        }
        await messages.WriteAsync(unit, planned, stop);
        unit.AfterCommit(outbox.Wake);
        return done;
    }

    /// <summary>The messages of a watch that go into this unit; of many recipients a part, and the watch then stays due.</summary>
    private IReadOnlyList<PlannedMessage> NextPart(Watch watch, DateTimeOffset now, int most)
    {
        var isAnswered = watch.State is WatchState.Answered;
        if (isAnswered && !rules.Ladders.ContainsKey(watch.Ladder!))
        {
            (watch.NextAt, watch.TellingAt, watch.ToldTo) = (null, null, null);
            return [];
        }
        watch.TellingAt ??= now;
        var plan = kept.Of(watch) ?? Plan(watch, watch.TellingAt.Value);
        var (part, isLast) = plan.After(watch.ToldTo, most);
        if (!isLast)
        {
            watch.ToldTo = part[^1].Recipient ?? Guid.Empty;
            kept.Keep(watch, plan);
            return part;
        }

        if (plan.Standing?.Passed is [.., var reached]) watch.Reached = reached.Place;
        (watch.NextAt, watch.TellingAt, watch.ToldTo) = (isAnswered ? null : plan.Standing?.NextAt, null, null);
        if (watch.NextAt is null && !isAnswered) watch.State = WatchState.Climbed;
        return part;
    }

    private MessagePlan Plan(Watch watch, DateTimeOffset at) => watch.Kind is WatchKind.Tell
        ? MessagePlan.OfTell(watch, Find(watch))
        : MessagePlan.OfLadder(watch, rules, Ladder.At(rules.Ladders[watch.Ladder!], AnchorOf(watch), city.Calendar, at), Find(watch), [.. UnitsOf(watch).Select(u => city.Directory.Find(u)?.FullName ?? u)]);

    private static Anchor AnchorOf(Watch watch) => new(watch.DueOn, watch.Since, watch.BegunAt, watch.Reached);

    private static string[] UnitsOf(Watch watch) => watch.Units.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private MessagePlan.Finder Find(Watch watch) => (isOfUnits, verb) => watch.Audience is not null ? [(null, _followers[watch.Id])] : isOfUnits ? UnitsOf(watch).Select(u => ((string?)u, _holders[verb].NearestTo(u))) : [(null, _holders[verb].City)];

    /// <summary>Asks once for each verb.</summary>
    private async Task FindPeopleAsync(List<Watch> due, CancellationToken stop)
    {
        var units = due.SelectMany(UnitsOf).Distinct().ToArray();
        var verbs = due.Select(w => w.Verb).OfType<string>().Concat(rules.People.Values.Select(p => p.Verb).OfType<string>()).Distinct();
        foreach (var watch in due) if (watch.Audience is { Length: > 0 } audience) _followers[watch.Id] = await Audience.FindAsync(db, audience, stop);
        foreach (var verb in due.Count > 0 ? verbs : []) _holders[verb] = await holders.OfAsync(verb, units, stop);
    }
}
