using Gongbao.Contracts.Notices;
using Gongbao.Kernel.Clauses;
using Gongbao.Notices.Ladders;
using Gongbao.Notices.Storage;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Notices.Telling;

/// <summary>Keeps what other rooms say, in their unit of work (登记告知事项). It only writes rows; who is told is found when a rung falls due.</summary>
internal sealed class KeepWatches(NoticeRules rules, CityDeclarations city, LadderSignal signal) : IReceive<WatchBegun>, IReceive<WatchEnded>, IReceive<Tell>
{
    private const int LongestCause = 100;
    private const int LongestLine = 200;
    private const int LongestText = 2_000;

    /// <exception cref="ArgumentException">A ladder that is not declared, or one that is counted otherwise; a text that is too long.</exception>
    public async Task ReceiveAsync(WatchBegun fact, UnitOfWork unit, CancellationToken stop)
    {
        if (!rules.Ladders.TryGetValue(fact.Ladder, out var ladder)) throw new ArgumentException($"No ladder '{fact.Ladder}' is declared.", nameof(fact));
        if ((ladder.Kind is WatchKind.Days) != (fact.DueOn is not null) || (ladder.Kind is WatchKind.Answers) != (fact.Since is not null))
            throw new ArgumentException($"Ladder '{fact.Ladder}' is counted from {(ladder.Kind is WatchKind.Days ? "a day" : "an instant")}.", nameof(fact));
        Short(fact.Cause, LongestCause);
        Short(fact.Subject, LongestLine);
        Turn.Take(unit);
        var watches = unit.Db<NoticesDb>().Watches;
        var watch = await watches.FirstOrDefaultAsync(w => w.Key == fact.Cause, stop);
        var since = fact.Since is { } instant ? Cut(instant) : (DateTimeOffset?)null;
        var isSame = watch is not null && watch.Ladder == fact.Ladder && watch.DueOn == fact.DueOn && watch.Since == since;
        if (watch is null)
            watches.Add(watch = new()
            {
                Id = Guid.CreateVersion7(unit.At), Key = fact.Cause, Cause = fact.Cause, Kind = ladder.Kind, Subject = fact.Subject, Address = fact.Address, Units = "", BegunAt = unit.LegalAt, Rules = "",
            });
        if (!isSame) watch.Reached = null;
        if (!isSame || watch.State is not WatchState.Open) watch.BegunAt = unit.LegalAt;
        (watch.Kind, watch.Ladder, watch.Subject, watch.Clause, watch.Address) = (ladder.Kind, fact.Ladder, fact.Subject, ClauseOf(fact.Clause), fact.Address);
        (watch.DueOn, watch.Since, watch.Units, watch.Verb) = (fact.DueOn, since, string.Join(' ', fact.Units), fact.Verb);
        (watch.State, watch.EndReason) = (WatchState.Open, null);
        Climb.Place(watch, rules, city.Calendar);
        unit.AfterCommit(signal.Wake);
    }

    public async Task ReceiveAsync(WatchEnded fact, UnitOfWork unit, CancellationToken stop)
    {
        Short(fact.Reason, LongestLine);
        Turn.Take(unit);
        if (await unit.Db<NoticesDb>().Watches.FirstOrDefaultAsync(w => w.Key == fact.Cause, stop) is not { } watch) return;
        (watch.State, watch.EndReason, watch.NextAt) = (WatchState.Ended, fact.Reason, null);
    }

    public Task ReceiveAsync(Tell fact, UnitOfWork unit, CancellationToken stop)
    {
        Short(fact.Cause, LongestCause);
        Short(fact.Subject, LongestLine);
        Short(fact.Text ?? "", LongestText);
        if ((fact.Account is null) == (fact.Verb is null)) throw new ArgumentException("Either one account is told, or those who may do something.", nameof(fact));
        var id = Guid.CreateVersion7(unit.At);
        unit.Db<NoticesDb>().Watches.Add(new()
        {
            Id = id, Key = $"tell:{id:N}", Cause = fact.Cause, Kind = WatchKind.Tell, Subject = fact.Subject, Text = fact.Text, Clause = ClauseOf(fact.Clause), Address = fact.Address, Since = unit.LegalAt,
            Units = string.Join(' ', fact.Units), Verb = fact.Verb, Account = fact.Account, IsUrgent = fact.IsUrgent, BegunAt = unit.LegalAt, NextAt = unit.LegalAt, Rules = rules.Hash,
        });
        unit.AfterCommit(signal.Wake);
        return Task.CompletedTask;
    }

    /// <summary>As a reader knows it, also where the sender gave its place in an address.</summary>
    private static string? ClauseOf(string? clause) => clause is not null && !ClauseRef.TryParse(clause, out _) && ClauseRef.TryParseSlug(clause, out var place) ? place.ToString() : clause;

    /// <summary>To the microsecond, as it is stored: an instant is compared with what was read.</summary>
    private static DateTimeOffset Cut(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    private static void Short(string text, int most)
    {
        if (text.Length > most) throw new ArgumentException($"'{text[..20]}…' is longer than {most} characters.");
    }
}
