using CsCheck;
using Gongbao.Kernel.Time;
using Gongbao.Notices.Ladders;
using Gongbao.Notices.Storage;

namespace Gongbao.Notices.Tests.Ladders;

/// <summary>The fast ladder says what one says that walks from day to day, or from minute to minute, and asks each rung.</summary>
public class A_ladder_and_its_oracle
{
    private static readonly DateOnly Start = new(2023, 1, 1);
    private const int Days = 420;

    private static readonly Gen<Rung> Rungs = Gen.Select(Gen.Int[-40, 60], Gen.Int[1, 9].Nullable(), Gen.Int[0, 2].Select(i => "abc"[i].ToString()), (place, every, who) => new Rung($"{place}/{every}", place, every, [who], ["inbox"], false));

    private static readonly Gen<WorkCalendar> Calendars = Gen.Int[0, Days].HashSet[0, 60].Select(holidays => new WorkCalendar(
        holidays.Select(d => CalendarDay.Holiday(Start.AddDays(d), "节")), [2023, 2024]));

    private static readonly Gen<LadderDeclaration> OfDays = Gen.Select(
        Rungs.Array[1, 6], Gen.Enum<DayOffRule>(), Gen.Bool.Select(b => b ? DayOffRule.After : DayOffRule.Send), Gen.Int[0, 23],
        (rungs, early, late, hour) => new LadderDeclaration("l", "梯", WatchKind.Days, new(hour, 30), early, late, null, rungs));

    [Fact]
    public void Agree_on_days() => Gen.Select(OfDays, Calendars, Gen.Int[60, 200], Gen.Int[0, 160 * 24], Gen.Int[-45, 80].Nullable(), Gen.Int[0, 400 * 24])
        .Sample((ladder, calendar, due, begun, reached, now) =>
        {
            var anchor = new Anchor(Start.AddDays(due), null, Start.StartsAt().AddHours(begun), reached);
            var at = Start.StartsAt().AddHours(now);
            Same(ByDays(ladder, anchor, calendar), Ladder.At(ladder, anchor, calendar, at), at);
        }, iter: 3_000);

    [Fact]
    public void Agree_on_minutes() => Gen.Select(Rungs.Array[1, 6], Gen.Int[-5, 80].Nullable(), Gen.Int[-60, 200]).Sample((rungs, reached, now) =>
    {
        var ladder = new LadderDeclaration("l", "梯", WatchKind.Answers, default, default, default, null, [.. rungs.Select(r => r with { Place = Math.Abs(r.Place) })]);
        var since = Start.StartsAt();
        var at = since.AddMinutes(now);
        var all = Enumerable.Range(0, 400).Select(m => new Step(m, since.AddMinutes(m), [.. ladder.Rungs.Where(r => IsOn(r, m))])).Where(s => s.Rungs.Count > 0 && s.Place > (reached ?? -1)).ToList();
        Same(all, Ladder.At(ladder, new(null, since, since, reached), new([], []), at), at);
    }, iter: 3_000);

    /// <summary>A process that looks at random moments, and stops between them, sends what one sends that is looked at once at each: nothing is missed, nothing comes twice.</summary>
    [Fact]
    public void Agree_whenever_they_are_looked_at() => Gen.Select(OfDays, Calendars, Gen.Int[60, 200], Gen.Int[0, 400 * 24].Array[1, 12]).Sample((ladder, calendar, due, looks) =>
    {
        var anchor = new Anchor(Start.AddDays(due), null, Start.StartsAt(), null);
        var seen = new List<int>();
        foreach (var look in looks.Order())
        {
            var standing = Ladder.At(ladder, anchor, calendar, Start.StartsAt().AddHours(look));
            seen.AddRange(standing.Passed.Select(s => s.Place));
            if (standing.Passed.Count > 0) anchor = anchor with { Reached = standing.Passed[^1].Place };
        }
        Assert.Equal(ByDays(ladder, anchor with { Reached = null }, calendar).Where(s => s.At <= Start.StartsAt().AddHours(looks.Max())).Select(s => s.Place), seen);
    }, iter: 1_000);

    private static void Same(IReadOnlyList<Step> all, Standing standing, DateTimeOffset at)
    {
        Assert.Equal(all.Where(s => s.At <= at).Select(Say), standing.Passed.Select(Say));
        Assert.Equal(all.Where(s => s.At > at).Select(s => (DateTimeOffset?)s.At).FirstOrDefault(), standing.NextAt);
    }

    private static string Say(Step step) => $"{step.Place} {step.At:O} {string.Join(',', step.Rungs.Select(r => r.Id))}";

    /// <summary>Every step of some years, a day at a time.</summary>
    private static List<Step> ByDays(LadderDeclaration ladder, Anchor anchor, WorkCalendar calendar)
    {
        var steps = new List<Step>();
        for (var place = -60; place < 700; place++)
        {
            var rungs = ladder.Rungs.Where(r => IsOn(r, place)).ToArray();
            if (rungs.Length == 0 || place <= anchor.Reached) continue;
            var day = anchor.DueOn!.Value.AddDays(place);
            var rule = place > 0 ? ladder.LateDayOff : ladder.DayOff;
            while (rule is not DayOffRule.Send && !calendar.IsWorkingDay(day)) day = day.AddDays(rule is DayOffRule.Before ? -1 : 1);
            var instant = Beijing.At(day, ladder.At);
            if (instant >= anchor.BegunAt) steps.Add(new(place, instant, rungs));
        }

        return steps;
    }

    private static bool IsOn(Rung rung, int place) => place == rung.Place || (rung.Every is { } every && place > rung.Place && (place - rung.Place) % every == 0);
}
