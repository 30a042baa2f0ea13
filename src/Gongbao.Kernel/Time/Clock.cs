using Gongbao.Kernel.Clauses;
using Gongbao.Kernel.Results;

namespace Gongbao.Kernel.Time;

/// <summary>
/// A running limit (期限): a term and what happened to it, in order. It holds no due date; that follows from the segments and the
/// calendar each time it is asked, so a corrected segment or a new holiday notice cannot leave a stale one. Immutable.
/// </summary>
public sealed record Clock
{
    private Clock(Term term, IReadOnlyList<ClockSegment> segments) => (Term, Segments) = (term, segments);

    /// <summary>The term, before any extension.</summary>
    public Term Term { get; }

    /// <summary>What happened, in order of recording; the first is a run.</summary>
    public IReadOnlyList<ClockSegment> Segments { get; }

    /// <summary>The run that counts now: the last one.</summary>
    public ClockSegment Run => Segments.Last(s => s.Kind == ClockSegmentKind.Run);

    /// <summary>When the matter was settled; null while the term runs.</summary>
    public DateTimeOffset? StoppedAt => Run.StopAt;

    /// <summary>Whether the count stands still.</summary>
    public bool IsPaused => StoppedAt is null && Pauses.Any(p => p.StopAt is null);

    /// <summary>Amount of the term with the extensions granted in the present run.</summary>
    public int Amount => Term.Amount + Extensions.Sum(e => e.Added);

    /// <summary>Pauses of the present run, in order of their beginning.</summary>
    internal IEnumerable<ClockSegment> Pauses => OfRun(ClockSegmentKind.Pause).OrderBy(p => p.StartAt);

    internal IEnumerable<ClockSegment> Extensions => OfRun(ClockSegmentKind.Extension);

    /// <summary>Starts the term.</summary>
    /// <param name="term">How long it is.</param>
    /// <param name="at">The event from which it runs.</param>
    /// <param name="reason">The event in a few words: 收到申请.</param>
    /// <param name="source">The clause that sets the term.</param>
    public static Clock Start(Term term, DateTimeOffset at, string reason, ClauseRef? source = null) =>
        new(term, [new(ClockSegmentKind.Run, at, null, reason, source)]);

    /// <inheritdoc cref="Start(Term, DateTimeOffset, string, ClauseRef?)"/>
    public static Clock Start(Term term, DateOnly on, string reason, ClauseRef? source = null) => Start(term, on.StartsAt(), reason, source);

    /// <summary>A clock as it was stored.</summary>
    /// <exception cref="ArgumentException">The segments do not begin with a run, or one ends before it begins.</exception>
    public static Clock From(Term term, IReadOnlyList<ClockSegment> segments)
    {
        if (segments.Count == 0 || segments[0].Kind != ClockSegmentKind.Run) throw new ArgumentException("A clock begins with a run.", nameof(segments));
        if (segments.Any(s => s.StopAt < s.StartAt)) throw new ArgumentException("A segment ends before it begins.", nameof(segments));
        return new(term, [.. segments]);
    }

    /// <summary>Halts the count. Pauses may overlap, as when two are consulted at once; a day under several is left out once.</summary>
    /// <returns>The clock, or a refusal: <c>clock.stopped</c>, <c>clock.before-start</c>.</returns>
    public Result<Clock> Pause(DateTimeOffset at, string reason, ClauseRef? source = null) =>
        Refuse(at) is { } refusal ? refusal : new Clock(Term, [.. Segments, new(ClockSegmentKind.Pause, at, null, reason, source)]);

    /// <summary>Lets the count go on: ends the pause that began last, or the one with that reason.</summary>
    /// <returns>The clock, or a refusal: <c>clock.stopped</c>, <c>clock.not-paused</c>, <c>clock.before-start</c>.</returns>
    public Result<Clock> Resume(DateTimeOffset at, string? reason = null)
    {
        if (Refuse(at) is { } refusal) return refusal;
        if (Pauses.LastOrDefault(p => p.StopAt is null && (reason is null || p.Reason == reason)) is not { } open)
            return new Refusal("clock.not-paused", "期限没有中止，不需要恢复计算。");
        if (at < open.StartAt) return new Refusal("clock.before-start", "恢复计算的时间不能早于中止的时间。");
        return new Clock(Term, [.. Segments.Select(s => ReferenceEquals(s, open) ? s with { StopAt = at } : s)]);
    }

    /// <summary>Starts the whole term anew; what was paused or extended before no longer matters.</summary>
    /// <returns>The clock, or a refusal: <c>clock.stopped</c>, <c>clock.before-start</c>.</returns>
    public Result<Clock> Restart(DateTimeOffset at, string reason, ClauseRef? source = null) =>
        Refuse(at) is { } refusal ? refusal
            : new Clock(Term, [.. Closed(at), new(ClockSegmentKind.Run, at, null, reason, source)]);

    /// <summary>Lengthens the term. How often and by how much is the law's to say, not the clock's.</summary>
    /// <param name="added">In the unit of the term, at least 1.</param>
    /// <param name="at">When it was granted.</param>
    /// <param name="reason">Why, in a few words.</param>
    /// <param name="source">The clause that allows it.</param>
    /// <returns>The clock, or a refusal: <c>clock.stopped</c>, <c>clock.before-start</c>.</returns>
    public Result<Clock> Extend(int added, DateTimeOffset at, string reason, ClauseRef? source = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(added, 1);
        return Refuse(at) is { } refusal ? refusal
            : new Clock(Term, [.. Segments, new(ClockSegmentKind.Extension, at, null, reason, source) { Added = added }]);
    }

    /// <summary>Ends the count: the matter is settled.</summary>
    /// <returns>The clock, or a refusal: <c>clock.stopped</c>, <c>clock.before-start</c>.</returns>
    public Result<Clock> Stop(DateTimeOffset at) =>
        Refuse(at) is { } refusal ? refusal
            : new Clock(Term, [.. Closed(at)]);

    /// <summary>When the term ends by a calendar.</summary>
    public Deadline DueBy(WorkCalendar calendar) => new(this, calendar);

    public bool Equals(Clock? other) => other is not null && Term == other.Term && Segments.SequenceEqual(other.Segments);

    public override int GetHashCode() => HashCode.Combine(Term, Segments.Count, Segments[^1]);

    private IEnumerable<ClockSegment> Closed(DateTimeOffset at) => Segments.Select(s =>
        s.StopAt is null && s.Kind != ClockSegmentKind.Extension ? s with { StopAt = at < s.StartAt ? s.StartAt : at } : s);

    private IEnumerable<ClockSegment> OfRun(ClockSegmentKind kind)
    {
        var run = Run;
        return Segments.SkipWhile(s => !ReferenceEquals(s, run)).Where(s => s.Kind == kind);
    }

    private Refusal? Refuse(DateTimeOffset at)
    {
        if (StoppedAt is not null) return new("clock.stopped", "期限已经结束，不能再改动。");
        return at < Run.StartAt ? new("clock.before-start", "时间不能早于期限起算的时间。") : null;
    }
}
