using Gongbao.Kernel.Time;
using Gongbao.Ledger.Limits;
using Gongbao.Ledger.Storage;

namespace Gongbao.Ledger.States;

/// <summary>How the share of one unit stands on a day (进展状态): a pure function of the limit and of what was done up to that day.</summary>
internal sealed record Standing
{
    /// <summary>The day on which it is asked, Beijing date.</summary>
    public required DateOnly On { get; init; }

    public required AssignmentStage Stage { get; init; }

    public required AssignmentState State { get; init; }

    /// <summary>The last day for what is owed next, inclusive; null where nothing is owed by a day.</summary>
    public DateOnly? OwedOn { get; init; }

    /// <summary>Of what has no last day: the last day for the next report; null for other limits, and where nothing more is owed.</summary>
    public DateOnly? ReportBy { get; init; }

    /// <summary>The turn that is owed next; null where the limit has no turns or nothing more is owed, and where <see cref="Shown"/> tells it.</summary>
    public Occurrence? Turn { get; init; }

    /// <summary>The day of the newest report; null where there is none.</summary>
    public DateOnly? LastReportOn { get; init; }

    /// <summary>The day of an event and the working days from it that come to <see cref="OwedOn"/>; null where that day does not depend on the calendar.</summary>
    public (DateOnly From, int WorkingDays)? Counted { get; init; }

    /// <summary>Of <see cref="OwedOn"/>: the act that gave more time, from which it comes (同意延期); null where the limit alone sets it, and where <see cref="Shown"/> tells it.</summary>
    public StoredAct? MoreTime { get; init; }

    /// <summary>The newest report of completion that nobody has looked at yet; null where none waits, and where <see cref="Shown"/> tells it.</summary>
    public StoredAct? Waiting { get; init; }

    /// <summary>The day on which the unit said that it was done, once that is not taken back; null until then.</summary>
    public DateOnly? DoneOn { get; init; }

    /// <summary>Whether it was done after its last day.</summary>
    public bool WasLate { get; init; }

    /// <summary>Days since the last day; 0 where it is not past.</summary>
    public int DaysLate => State is AssignmentState.Overdue or AssignmentState.NoReport ? On.DayNumber - (OwedOn ?? ReportBy)!.Value.DayNumber : 0;

    /// <summary>Whether nothing more is owed.</summary>
    public bool IsSettled => Stage is AssignmentStage.Verified || !IsOwed;

    /// <summary>Whether it is a share of what has to be done: neither released nor given back.</summary>
    public bool IsOwed => Stage is not (AssignmentStage.Released or AssignmentStage.Returned);

    /// <summary>How a share stands by what its row shows.</summary>
    /// <param name="share">The share.</param>
    /// <param name="on">The day, not before its last act.</param>
    /// <param name="rules">How the city keeps its ledger.</param>
    public static Standing Shown(StoredAssignment share, DateOnly on, LedgerRules rules) => new()
    {
        On = on, Stage = share.Stage, OwedOn = share.OwedOn, ReportBy = share.ReportBy, LastReportOn = share.LastReportOn, DoneOn = share.DoneOn, WasLate = share.WasLate,
        State = StateOf(share.Stage, share.OwedOn, share.ReportBy, on, rules),
    };

    /// <summary>What a share is called on a day, by what its row shows.</summary>
    public static AssignmentState StateOf(AssignmentStage stage, DateOnly? owedOn, DateOnly? reportBy, DateOnly on, LedgerRules rules) => stage switch
    {
        AssignmentStage.Submitted => AssignmentState.Submitted,
        AssignmentStage.Verified => AssignmentState.Verified,
        AssignmentStage.Released or AssignmentStage.Returned => AssignmentState.Released,
        AssignmentStage.Open when owedOn is { } day => Near(day, on, rules),
        AssignmentStage.Open when reportBy is { } day => on > day ? AssignmentState.NoReport : AssignmentState.OnTime,
        AssignmentStage.Open => AssignmentState.Waiting,
    };

    /// <summary>How a share stands by its acts.</summary>
    /// <param name="limit">The limit that counts for the share on the day.</param>
    /// <param name="since">The first day on which it is owed.</param>
    /// <param name="acts">The acts of the share and those of the whole obligation, in order; later ones than the day are left out.</param>
    /// <param name="on">The day.</param>
    /// <param name="rules">How the city keeps its ledger.</param>
    /// <param name="calendar">Counts working days.</param>
    public static Standing Of(CountedLimit limit, DateOnly since, IEnumerable<StoredAct> acts, DateOnly on, LedgerRules rules, WorkCalendar calendar)
    {
        var done = acts.Where(a => a.On <= on).ToList();
        var reports = done.Where(a => a.Kind is ActKind.Reported).ToList();
        var verdicts = done.Where(a => a.Kind is ActKind.Verified or ActKind.SentBack && a.Answers is not null).GroupBy(a => a.Answers!.Value).ToDictionary(g => g.Key, g => g.Last().Kind);
        var completions = reports.Where(r => r.IsDone && verdicts.GetValueOrDefault(r.Id) is not ActKind.SentBack).ToList();
        var empty = new Standing { On = on, Stage = AssignmentStage.Open, State = AssignmentState.OnTime, LastReportOn = reports.LastOrDefault()?.On, Waiting = completions.LastOrDefault(c => !verdicts.ContainsKey(c.Id)) };
        if (done.Exists(a => a.Kind is ActKind.Released)) return empty with { Stage = AssignmentStage.Released, State = AssignmentState.Released, Waiting = null };
        if (done.Exists(a => a.Kind is ActKind.ReturnGranted)) return empty with { Stage = AssignmentStage.Returned, State = AssignmentState.Released, Waiting = null };

        var given = LimitHistory.MoreTime(limit.Origin, done, a => a.Kind);
        if (limit.Nature is LimitNature.Periodic) return Periodic(limit.Limit!, since, done, completions, given, empty, rules);
        var extended = given is [.., var newest] ? newest : null;
        var happened = done.LastOrDefault(a => a.Kind is ActKind.EventHappened)?.Day;
        var due = extended?.Day ?? limit.DueOn(happened, calendar);
        if (completions is [.., var last])
        {
            var isVerified = verdicts.ContainsKey(last.Id);
            return empty with
            {
                Stage = isVerified ? AssignmentStage.Verified : AssignmentStage.Submitted, State = isVerified ? AssignmentState.Verified : AssignmentState.Submitted, DoneOn = last.On, WasLate = last.On > due,
            };
        }
        if (due is { } day)
        {
            var counted = extended is null && limit.Limit?.Term is { Unit: TimeUnit.WorkingDays, Amount: var amount } && happened is { } from ? (from, amount) : ((DateOnly, int)?)null;
            return empty with { OwedOn = day, State = Near(day, on, rules), Counted = counted, MoreTime = extended };
        }
        if (limit.Nature is LimitNature.AfterEvent) return empty with { State = AssignmentState.Waiting };
        // The rhythm is the ledger's own: nobody owed a report before the ledger had it.
        return Reporting(done.FirstOrDefault(a => a.Kind is ActKind.Accepted)?.On ?? since, reports, empty, rules);
    }

    private static AssignmentState Near(DateOnly day, DateOnly on, LedgerRules rules) =>
        on > day ? AssignmentState.Overdue : day.DayNumber - on.DayNumber <= rules.DueSoonDays ? AssignmentState.DueSoon : AssignmentState.OnTime;

    /// <summary>The earliest turn whose reports of completion are too few is owed next. More time is given for the turn that is owed then, not for those after it.</summary>
    private static Standing Periodic(TimeLimit limit, DateOnly since, List<StoredAct> done, List<StoredAct> completions, IReadOnlyList<StoredAct> given, Standing empty, LedgerRules rules)
    {
        var turn = OwedAfter(completions);
        var more = given.LastOrDefault(g => OwedAfter(completions.Intersect(done.TakeWhile(a => a.Id != g.Id))).Key == turn.Key);
        var due = more?.Day ?? turn.DueOn;
        return empty with { Turn = turn, OwedOn = due, State = Near(due, empty.On, rules), MoreTime = more };

        Occurrence OwedAfter(IEnumerable<StoredAct> reports)
        {
            var kept = reports.Where(c => c.Turn is not null).CountBy(c => c.Turn!).ToDictionary();
            return Occurrence.Since(limit.Period!.Value, since, limit.ByMonth, limit.ByDay).First(o => kept.GetValueOrDefault(o.Key) < (limit.Times ?? 1));
        }
    }

    /// <summary>A report keeps the earliest turn that it is still in time for; turns that passed without one are not asked for again.</summary>
    private static Standing Reporting(DateOnly since, List<StoredAct> reports, Standing empty, LedgerRules rules)
    {
        using var turns = rules.ReportingTurns(since).GetEnumerator();
        turns.MoveNext();
        foreach (var report in reports)
        {
            while (turns.Current.DueOn < report.On) turns.MoveNext();
            if (turns.Current.From <= report.On) turns.MoveNext();
        }
        return empty with { Turn = turns.Current, ReportBy = turns.Current.DueOn, State = empty.On > turns.Current.DueOn ? AssignmentState.NoReport : AssignmentState.OnTime };
    }
}
