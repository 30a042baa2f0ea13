using System.Globalization;

namespace Gongbao.Gazette.Validity;

/// <summary>From a day on, until the next period begins, a document is in a state.</summary>
/// <param name="From">First day.</param>
/// <param name="State">The state.</param>
/// <param name="By">The claim that brought it about; null where nothing printed did, or where the timeline was read back.</param>
internal sealed record ValidityPeriod(DateOnly From, ValidityState State, Guid? By = null);

/// <summary>
/// The states of one document over valid time (效力沿革): a pure function of what is known of it. The day it was made begins the first
/// period; before it there was no such document.
/// </summary>
internal sealed class ValidityTimeline
{
    private const string Day = "yyyy-MM-dd";

    private ValidityTimeline(IReadOnlyList<ValidityPeriod> periods) => Periods = periods;

    /// <summary>Of a document that prints no day and of which nothing else is known.</summary>
    public static ValidityTimeline Unknown { get; } = new([new(DateOnly.MinValue, ValidityState.Unknown)]);

    /// <summary>Of a document of which the library did not know yet: it has no states.</summary>
    public static ValidityTimeline NotKnown { get; } = new([]);

    /// <summary>Ascending; neighbours differ in their state or, before the first day in force, in what puts it off.</summary>
    public IReadOnlyList<ValidityPeriod> Periods { get; }

    /// <summary>The last day in force where a term ends it, and nothing known ends or continues it before; else null.</summary>
    public DateOnly? ExpiresOn => Periods is [.., { State: ValidityState.Expired } last] ? last.From.AddDays(-1) : null;

    /// <param name="madeOn">Day of signature; null where none is printed.</param>
    /// <param name="events">What stands or was confirmed; in any order.</param>
    public static ValidityTimeline Of(DateOnly? madeOn, IReadOnlyCollection<ValidityEvent> events)
    {
        // A document that tells only its term comes into force when that begins.
        var commence = events.Where(e => e.Effect is ValidityEffect.Commence).MinBy(e => e.On) ?? events.Where(e => e.Effect is ValidityEffect.Term).MinBy(e => e.On);
        var days = events.Select(e => e.On).Concat(events.Select(e => e.Until).OfType<DateOnly>().Where(u => u < DateOnly.MaxValue).Select(u => u.AddDays(1))).ToList();
        if ((madeOn ?? commence?.On) is not { } made)
        {
            if (days.Count == 0) return Unknown;
            made = DateOnly.MinValue;
        }
        var periods = new List<ValidityPeriod>();
        foreach (var day in days.Append(made).Where(d => d >= made).Distinct().Order())
        {
            var (state, by) = At(day, made, madeOn is not null || commence is not null, commence, events);
            if (periods.Count == 0 || periods[^1].State != state || state is ValidityState.NotYetInForce && periods[^1].By != by) periods.Add(new(day, state, by));
        }
        return new(periods);
    }

    /// <summary>The states as they were known at an instant: none before the library had the document.</summary>
    /// <param name="known">What was found out later is not among the events; null for all that is known.</param>
    /// <param name="knownSince">When the library first had the document.</param>
    /// <param name="madeOn">Day of signature; null where none is printed.</param>
    /// <param name="events">What stood or was confirmed at the instant; in any order.</param>
    public static ValidityTimeline AsKnown(DateTimeOffset? known, DateTimeOffset knownSince, DateOnly? madeOn, IReadOnlyCollection<ValidityEvent> events) =>
        known < knownSince ? NotKnown : Of(madeOn, events);

    /// <summary>The state on a day; null where there was no such document yet.</summary>
    public ValidityState? At(DateOnly day) => PeriodAt(day)?.State;

    /// <summary>The period that a day lies in; null where there was no such document yet.</summary>
    public ValidityPeriod? PeriodAt(DateOnly day) => Periods.LastOrDefault(p => p.From <= day);

    /// <summary>As it is stored with its document: <c>2023-05-01=in-force;2028-05-01=expired</c>.</summary>
    public override string ToString() => string.Join(';', Periods.Select(p => $"{p.From.ToString(Day, CultureInfo.InvariantCulture)}={ValidityWords.Code(p.State)}"));

    /// <summary>Reads what <see cref="ToString"/> wrote; an empty text is <see cref="Unknown"/>.</summary>
    /// <exception cref="FormatException">The text is none.</exception>
    public static ValidityTimeline Parse(string text) => text.Length == 0 ? Unknown : new([.. text.Split(';').Select(ReadPeriod)]);

    private static ValidityPeriod ReadPeriod(string text)
    {
        var state = ValidityWords.All.Where(s => text.EndsWith('=' + ValidityWords.Code(s), StringComparison.Ordinal)).Select(s => (ValidityState?)s).FirstOrDefault();
        return text.Length > Day.Length && text[Day.Length] == '=' && state is { } known
            ? new(DateOnly.ParseExact(text[..Day.Length], Day, CultureInfo.InvariantCulture), known)
            : throw new FormatException("No period of a timeline: " + text);
    }

    private static (ValidityState, Guid?) At(DateOnly day, DateOnly made, bool isDated, ValidityEvent? commence, IReadOnlyCollection<ValidityEvent> events)
    {
        var sofar = events.Where(e => e.On <= day).OrderBy(e => e.On).ToList();
        // What has been repealed cannot end again; a repeal says more than that a document was found to be of no use.
        if (sofar.Find(e => e.Effect is ValidityEffect.Repeal) is { } repeal) return (ValidityState.Repealed, repeal.Claim);
        if (sofar.Find(e => e.Effect is ValidityEffect.Invalidate) is { } invalidation) return (ValidityState.DeclaredInvalid, invalidation.Claim);
        if (commence is not null && day < commence.On) return (ValidityState.NotYetInForce, commence.Claim);
        // The latest word on the term counts; of one day's a continuation, and the longer.
        var term = sofar.Where(e => e.Effect is ValidityEffect.Term or ValidityEffect.Continue).MaxBy(e => (e.On, e.Effect is ValidityEffect.Continue, e.Until ?? DateOnly.MaxValue));
        if (term is { Until: { } until } && day > until) return (ValidityState.Expired, term.Claim);
        // What was put off before its first day has not come into force; what is out of force for a time had been in it.
        if (Suspension.At(day, sofar) is { } suspension) return (Suspension.HasBegun(commence is { On: var begins } && begins > made ? begins : made, day, sofar) ? ValidityState.Suspended : ValidityState.NotYetInForce, suspension.Claim);
        if (sofar.FindLast(e => e.Effect is ValidityEffect.RepealPart) is { } part) return (ValidityState.PartlyInvalid, part.Claim);
        if (sofar.FindLast(e => e.Effect is ValidityEffect.Amend) is { } amendment) return (ValidityState.Amended, amendment.Claim);
        return isDated || term is not null ? (ValidityState.InForce, commence?.Claim) : (ValidityState.Unknown, null);
    }
}
