using Gongbao.Kernel.Time;
using Gongbao.Ledger.Desk;
using Gongbao.Ledger.Limits;
using Gongbao.Ledger.Links;
using Gongbao.Ledger.States;

namespace Gongbao.Ledger.Charts;

/// <summary>An act that sets a day: a limit set, more time given, an event that happened, a turn reported done or sent back.</summary>
internal sealed record DayMark(Guid Id, Guid Obligation, Guid? Share, ActKind Kind, DateOnly On, DateOnly? Day, string? Turn, Guid? Answers);

/// <summary>The share of a unit as days.</summary>
/// <param name="Row">The share.</param>
/// <param name="Due">The last day by the limit alone; null where it sets none.</param>
/// <param name="Extended">The last day that was given instead (同意延期); null where none was.</param>
internal sealed record ShareSpan(ShareRow Row, DateOnly? Due, DateOnly? Extended)
{
    /// <summary>The day under which the share is found: what is owed next, else the last day that it had; null where nothing sets one.</summary>
    public DateOnly? Day => Row.Standing.OwedOn ?? Extended ?? Due;
}

/// <summary>How a turn of a periodic duty went, over the shares that are shown.</summary>
/// <param name="Turn">The turn.</param>
/// <param name="Kept">How many shares reported it done as often as is owed.</param>
/// <param name="Late">How many of them after its last day.</param>
/// <param name="Of">How many shares owe it.</param>
internal sealed record TurnSpan(Occurrence Turn, int Kept, int Late, int Of);

/// <summary>An obligation as days.</summary>
/// <param name="Row">The obligation.</param>
/// <param name="Shares">The shares that are shown.</param>
/// <param name="Turns">The turns of a periodic duty, the earliest first; empty for other limits.</param>
internal sealed record ObligationSpan(ObligationRow Row, IReadOnlyList<ShareSpan> Shares, IReadOnlyList<TurnSpan> Turns)
{
    /// <summary>What it waits for (前置任务).</summary>
    public IReadOnlyList<LinkedObligation> Awaits { get; init; } = [];

    /// <summary>Why it is late, as far as what it waits for tells; null where nothing is late, or that is no reason.</summary>
    public string? Remark => LinkDesk.Remark(Count(AssignmentState.Overdue) > 0, Awaits);

    /// <summary>Turns beyond so many are left out, the earliest first.</summary>
    private const int MostTurns = 60;

    public DateOnly Since => Row.Obligation.OwedSince;

    /// <summary>The last day by the limit alone.</summary>
    public DateOnly? Due { get; } = Shares.Max(s => s.Due);

    /// <summary>The latest day that a share was given instead; null where none was.</summary>
    public DateOnly? Extended { get; } = Shares.Max(s => s.Extended);

    /// <summary>The day on which the last of the shares was reported done; null while one is not.</summary>
    public DateOnly? DoneOn { get; } = Shares.Where(s => s.Row.Standing.IsOwed).ToList() is { Count: > 0 } owed && owed.TrueForAll(s => s.Row.Standing.DoneOn is not null) ? owed.Max(s => s.Row.Standing.DoneOn) : null;

    /// <summary>Whether no day is set: promptly, always, in due course, not stated, or an event that has not happened.</summary>
    public bool HasNoDay => Turns.Count == 0 && Shares.All(s => s.Day is null);

    /// <summary>Whether a share that was done was done late.</summary>
    public bool WasLate => Shares.Any(s => s.Row.Standing.WasLate);

    /// <summary>How many shares are in a state.</summary>
    public int Count(AssignmentState state) => Shares.Count(s => s.Row.Standing.State == state);

    /// <summary>How the shares stand, in one word or two: the most urgent first.</summary>
    public string Short => this switch
    {
        { Shares.Count: 0 } => "单位待明确",
        _ when Count(AssignmentState.Overdue) is > 0 and var late => $"逾期 {late} 家",
        _ when Count(AssignmentState.NoReport) is > 0 and var silent => $"未报 {silent} 家",
        _ when Count(AssignmentState.DueSoon) > 0 => "临近到期",
        _ when Count(AssignmentState.OnTime) > 0 => "按期推进",
        _ when Count(AssignmentState.Waiting) > 0 => "待事情发生",
        _ when Count(AssignmentState.Submitted) > 0 => "待核验",
        _ when Count(AssignmentState.Verified) > 0 => WasLate ? "逾期完成" : "已完成",
        _ => "已免除",
    };

    /// <summary>How many shares are in each state, a line.</summary>
    public string Says => Shares.Count == 0 ? "责任单位待明确" : string.Join("、", StateWords.All.Where(s => Count(s) > 0).Select(s => $"{StateWords.Of(s)} {Count(s)} 家"));

    /// <param name="row">The obligation as of the day.</param>
    /// <param name="shares">The shares that are shown.</param>
    /// <param name="marks">The marks of the obligation up to the day, in order.</param>
    /// <param name="on">The day.</param>
    /// <param name="calendar">Counts working days.</param>
    public static ObligationSpan Of(ObligationRow row, IEnumerable<ShareRow> shares, IReadOnlyList<DayMark> marks, DateOnly on, WorkCalendar calendar)
    {
        var spans = shares.Select(s =>
        {
            var own = marks.Where(m => m.Share is null || m.Share == s.Share.Id).ToList();
            return new ShareSpan(s, row.Limit.DueOn(own.LastOrDefault(m => m.Kind is ActKind.EventHappened)?.Day, calendar), LimitHistory.MoreTime(row.Limit.Origin, own, m => m.Kind) is [.., var more] ? more.Day : null);
        }).ToList();
        return new(row, spans, TurnsOf(row, spans, marks, on));
    }

    private static List<TurnSpan> TurnsOf(ObligationRow row, List<ShareSpan> spans, IReadOnlyList<DayMark> marks, DateOnly on)
    {
        if (row.Limit is not { Nature: LimitNature.Periodic, Limit: { Period: { } period } limit }) return [];
        var back = marks.Where(m => m.Kind is ActKind.SentBack).Select(m => m.Answers).ToHashSet();
        var done = marks.Where(m => m.Kind is ActKind.Reported && m.Turn is not null && !back.Contains(m.Id)).ToLookup(m => (m.Share, m.Turn));
        var given = spans.ToDictionary(s => s.Row.Share.Id, s => GivenOf([.. marks.Where(m => m.Share is null || m.Share == s.Row.Share.Id)]));
        var turns = new Queue<TurnSpan>();
        foreach (var turn in Occurrence.Since(period, row.Obligation.OwedSince, limit.ByMonth, limit.ByDay))
        {
            // The one that runs now is the last.
            if (turn.From > on) break;
            var kept = spans.Select(s => done[(s.Row.Share.Id, turn.Key)].Skip((limit.Times ?? 1) - 1).FirstOrDefault()).OfType<DayMark>().ToList();
            turns.Enqueue(new(turn, kept.Count, kept.Count(k => k.On > given[k.Share!.Value].GetValueOrDefault(turn.Key, turn.DueOn)), spans.Count(s => s.Row.Standing.IsOwed)));
            if (turns.Count > MostTurns) turns.Dequeue();
        }
        return [.. turns];

        // More time counts for the turn that was owed when it was given, as in the standing of the share.
        Dictionary<string, DateOnly> GivenOf(List<DayMark> own)
        {
            var days = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
            foreach (var more in LimitHistory.MoreTime(row.Limit.Origin, own, m => m.Kind))
            {
                var before = own.TakeWhile(m => m.Id != more.Id).Where(m => m.Kind is ActKind.Reported && m.Turn is not null && !back.Contains(m.Id)).CountBy(m => m.Turn!).ToDictionary();
                days[Occurrence.Since(period, row.Obligation.OwedSince, limit.ByMonth, limit.ByDay).First(o => before.GetValueOrDefault(o.Key) < (limit.Times ?? 1)).Key] = more.Day!.Value;
            }
            return days;
        }
    }
}
