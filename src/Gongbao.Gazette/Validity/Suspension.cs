namespace Gongbao.Gazette.Validity;

/// <summary>What is put off or out of force for a time (推迟、暂缓施行), and what is in force again (恢复施行). Pure functions of what is known.</summary>
internal static class Suspension
{
    /// <summary>The suspension that a day lies in; null where none holds. The latest word counts; of one day's that it is in force again, then the longer.</summary>
    public static ValidityEvent? At(DateOnly day, IEnumerable<ValidityEvent> events) =>
        events.Where(e => e.Effect is ValidityEffect.Suspend or ValidityEffect.Resume && e.On <= day).MaxBy(e => (e.On, e.Effect is ValidityEffect.Resume, e.Until ?? DateOnly.MaxValue))
            is { Effect: ValidityEffect.Suspend } last && !(day > last.Until) ? last : null;

    /// <summary>Whether there was a day, from the first in force up to this one, on which nothing was suspended.</summary>
    public static bool HasBegun(DateOnly first, DateOnly day, IReadOnlyCollection<ValidityEvent> events)
    {
        // Only where a suspension begins or ends can one that held hold no more.
        var turns = events.Where(e => e.Effect is ValidityEffect.Suspend or ValidityEffect.Resume)
            .SelectMany(e => e.Until is { } until && until < DateOnly.MaxValue ? [e.On, until.AddDays(1)] : new[] { e.On });
        return turns.Append(first).Any(d => d >= first && d <= day && At(d, events) is null);
    }
}
