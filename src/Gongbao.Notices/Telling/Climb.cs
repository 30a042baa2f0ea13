using Gongbao.Kernel.Time;
using Gongbao.Notices.Ladders;
using Gongbao.Notices.Storage;
using Gongbao.Platform.Access.Accounts;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Notices.Telling;

/// <summary>
/// One unit of climbing (逐级告知): takes watches whose next step fell due, writes a message to each who is told, and sets the instant of the step
/// after. Everything is looked at again inside the unit, behind the turn.
/// </summary>
internal sealed class Climb(NoticesDb db, NoticeRules rules, CityDeclarations city, VerbHolders holders)
{
    public const string Verb = "notices.climb";

    /// <summary>Watches in one unit.</summary>
    public const int Chunk = 200;

    /// <summary>A unit takes no further watch once it has written so many messages.</summary>
    private const int MostMessages = 2_000;

    private readonly Dictionary<string, HolderSet> _holders = new(StringComparer.Ordinal);

    /// <summary>Watches that have something to do at a legal instant.</summary>
    public static IQueryable<Watch> Due(NoticesDb db, DateTimeOffset now) => db.Watches.Where(w => w.NextAt <= now);

    /// <summary>Watches whose next instant was worked out under other declarations.</summary>
    public static IQueryable<Watch> Stale(NoticesDb db, string rules) => db.Watches.Where(w => w.State == WatchState.Open && w.Rules != rules);

    /// <summary>Works out the instant of the next step of a watch.</summary>
    public static void Place(Watch watch, NoticeRules rules, WorkCalendar calendar)
    {
        watch.Rules = rules.Hash;
        if (watch.Kind is WatchKind.Tell) return;
        // Where the ladder is declared no longer, the watch waits until it is declared again.
        watch.NextAt = rules.Ladders.TryGetValue(watch.Ladder!, out var ladder)
            ? Ladder.Steps(ladder, AnchorOf(watch), calendar).Select(s => (DateTimeOffset?)s.At).FirstOrDefault()
            : null;
    }

    /// <returns>How many watches were looked after; 0 where there was nothing to do.</returns>
    public async Task<int> DoAsync(UnitOfWork unit, CancellationToken stop)
    {
        Turn.Take(unit);
        var now = unit.LegalAt;
        var stale = await Stale(db, rules.Hash).OrderBy(w => w.Id).Take(Chunk).ToListAsync(stop);
        foreach (var watch in stale) Place(watch, rules, city.Calendar);
        if (stale.Count > 0) return stale.Count;

        var due = await Due(db, now).OrderBy(w => w.NextAt).ThenBy(w => w.Id).Take(Chunk).ToListAsync(stop);
        await FindPeopleAsync(due, stop);
        var (done, written) = (0, 0);
        foreach (var watch in due)
        {
            if (written > MostMessages) break;
            written += Tell(unit, watch, now);
            done++;
        }

        return done;
    }

    private int Tell(UnitOfWork unit, Watch watch, DateTimeOffset now)
    {
        var messages = new MessageWriter(unit, watch, rules);
        if (watch.Kind is WatchKind.Tell)
        {
            (watch.NextAt, watch.State) = (null, WatchState.Climbed);
            return watch.Account is { } account ? messages.Once(account) : messages.Once(Recipients(watch, watch.Units.Length > 0, watch.Verb!));
        }

        var standing = Ladder.At(rules.Ladders[watch.Ladder!], AnchorOf(watch), city.Calendar, now);
        foreach (var sent in Missed.Of(standing.Passed).Reverse())
        {
            if (sent.IsSuperseded) messages.Superseded(sent.Step);
            foreach (var (people, rung) in sent.Who)
                messages.Of(sent.Step, rung, rules.People[people], Recipients(watch, rules.People[people]));
        }

        if (standing.Passed is [.., var last]) watch.Reached = last.Place;
        watch.NextAt = standing.NextAt;
        if (standing.NextAt is null) watch.State = WatchState.Climbed;
        return messages.Count;
    }

    private static Anchor AnchorOf(Watch watch) => new(watch.DueOn, watch.Since, watch.BegunAt, watch.Reached);

    private static string[] UnitsOf(Watch watch) => watch.Units.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private IEnumerable<(string? Unit, IReadOnlyList<Guid> Accounts)> Recipients(Watch watch, People people) => Recipients(watch, people.IsOfUnits, people.Verb ?? watch.Verb!);

    private IEnumerable<(string? Unit, IReadOnlyList<Guid> Accounts)> Recipients(Watch watch, bool isOfUnits, string verb) =>
        isOfUnits ? UnitsOf(watch).Select(u => ((string?)u, _holders[verb].NearestTo(u))) : [(null, _holders[verb].City)];

    /// <summary>Asks once for each verb.</summary>
    private async Task FindPeopleAsync(List<Watch> due, CancellationToken stop)
    {
        var units = due.SelectMany(UnitsOf).Distinct().ToArray();
        var verbs = due.Select(w => w.Verb).OfType<string>().Concat(rules.People.Values.Select(p => p.Verb).OfType<string>()).Distinct();
        foreach (var verb in due.Count > 0 ? verbs : []) _holders[verb] = await holders.OfAsync(verb, units, stop);
    }
}
