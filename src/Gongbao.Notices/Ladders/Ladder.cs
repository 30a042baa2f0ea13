using Gongbao.Kernel.Time;

namespace Gongbao.Notices.Ladders;

/// <summary>From what a ladder is counted.</summary>
/// <param name="DueOn">The last day in time, inclusive; of a ladder of days.</param>
/// <param name="Since">The legal instant from which an answer is waited for; of a ladder of answers.</param>
/// <param name="BegunAt">The legal instant from which rungs of days count: one that fell due before was never owed.</param>
/// <param name="Reached">The last place that was handled; null for none.</param>
internal readonly record struct Anchor(DateOnly? DueOn, DateTimeOffset? Since, DateTimeOffset BegunAt, int? Reached);

/// <summary>A moment of a ladder with the rungs that fall on it.</summary>
/// <param name="Place">Days from the last day in time, or minutes since an answer is waited for.</param>
/// <param name="At">The legal instant at which it falls due.</param>
/// <param name="Rungs">One or more.</param>
internal sealed record Step(int Place, DateTimeOffset At, IReadOnlyList<Rung> Rungs);

/// <summary>Where a watch stands on its ladder at an instant.</summary>
/// <param name="Passed">Steps that fell due and were not handled yet, in order.</param>
/// <param name="NextAt">The legal instant of the next step; null where none is to come.</param>
internal sealed record Standing(IReadOnlyList<Step> Passed, DateTimeOffset? NextAt);

/// <summary>Reads a ladder: what fell due, and what is next. Nothing here reads a clock or a store.</summary>
internal static class Ladder
{
    /// <summary>More days than any row of days off: a rung that is put off by less cannot be missed.</summary>
    private const int Shift = 31;

    public static Standing At(LadderDeclaration ladder, Anchor anchor, WorkCalendar calendar, DateTimeOffset now)
    {
        var passed = new List<Step>();
        foreach (var step in Steps(ladder, anchor, calendar))
        {
            if (step.At > now) return new(passed, step.At);
            passed.Add(step);
        }

        return new(passed, null);
    }

    /// <summary>The steps that are not handled yet, in order; without end where a rung comes again and again.</summary>
    public static IEnumerable<Step> Steps(LadderDeclaration ladder, Anchor anchor, WorkCalendar calendar)
    {
        var place = anchor.Reached + 1 ?? int.MinValue / 2;
        if (anchor.DueOn is { } due) place = Math.Max(place, anchor.BegunAt.BeijingDate().DayNumber - due.DayNumber - Shift);
        while (ladder.Rungs.Min(r => r.NextFrom(place)) is { } next)
        {
            if (Instant(ladder, anchor, next, calendar) is not { } at) yield break;
            if (anchor.DueOn is null || at >= anchor.BegunAt) yield return new(next, at, [.. ladder.Rungs.Where(r => r.NextFrom(next) == next)]);
            place = next + 1;
        }
    }

    /// <returns>Null behind the end of the calendar.</returns>
    private static DateTimeOffset? Instant(LadderDeclaration ladder, Anchor anchor, int place, WorkCalendar calendar)
    {
        if (anchor.DueOn is not { } due) return (anchor.Since ?? throw new ArgumentException("A ladder of answers is counted from an instant.", nameof(anchor))).AddMinutes(place);
        var number = (long)due.DayNumber + place;
        if (number > DateOnly.MaxValue.DayNumber - Shift || number < DateOnly.MinValue.DayNumber + Shift) return null;
        return Beijing.At(Worked(DateOnly.FromDayNumber((int)number), place > 0 ? ladder.LateDayOff : ladder.DayOff, calendar), ladder.At);
    }

    private static DateOnly Worked(DateOnly day, DayOffRule rule, WorkCalendar calendar)
    {
        if (rule is DayOffRule.After) return calendar.RollOn(day);
        while (rule is DayOffRule.Before && !calendar.IsWorkingDay(day)) day = day.AddDays(-1);
        return day;
    }
}
