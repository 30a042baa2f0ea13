using Gongbao.Gazette.Generating;
using Gongbao.Gazette.Generating.Amending;
using Gongbao.Gazette.Tests.Generated;
using Gongbao.Gazette.Validity;

namespace Gongbao.Gazette.Tests.Validity;

/// <summary>The states of every document on every day of three years, against a clerk who keeps them by hand.</summary>
public class An_as_of_oracle
{
    [Fact]
    public void Agrees_on_every_document_of_generated_libraries_for_every_day_of_three_years()
    {
        var seen = new HashSet<ValidityState?>();
        var compared = 0;
        for (ulong seed = 81_001; seed <= 81_020; seed++)
        {
            var library = AmendingGenerator.Generate(SampleCity.Words, seed, 40, SampleCity.Declared.Calendar);
            foreach (var document in library.Documents)
            {
                var events = library.Truth
                    .Where(t => t.IsHeld && (t.Target ?? t.In) == document.Number && t.On is not null && !(t.Effect is ValidityEffect.Suspend or ValidityEffect.Resume && t.Place is not null))
                    .Select(t => new ValidityEvent(t.Effect, t.On!.Value, t.Until)).ToList();
                compared += Compare(document.DatedOn, events, new(2020, 1, 1), new(2022, 12, 31), $"{seed} {document.Number}", seen);
            }
        }
        Assert.True(compared >= 20 * 40 * 1_000, $"{compared}");
        Assert.Contains(ValidityState.PartlyInvalid, seen);
        Assert.Contains(ValidityState.Amended, seen);
        Assert.Contains(ValidityState.Expired, seen);
        Assert.Contains(ValidityState.DeclaredInvalid, seen);
        Assert.Contains(ValidityState.Repealed, seen);
        Assert.Contains(ValidityState.NotYetInForce, seen);
        Assert.Contains(ValidityState.Suspended, seen);
        Assert.Contains(null, seen);
    }

    /// <summary>Events that no office would put together in such a way: several on a day, an end before the beginning, terms without a beginning, no day of signature.</summary>
    [Fact]
    public void Agrees_on_random_events_for_every_day_of_three_years()
    {
        var effects = Enum.GetValues<ValidityEffect>();
        var seen = new HashSet<ValidityState?>();
        var first = new DateOnly(2021, 1, 1);
        for (ulong seed = 82_001; seed <= 84_000; seed++)
        {
            var dice = new Dice(seed);
            var days = Enumerable.Range(0, dice.Between(1, 5)).Select(_ => first.AddDays(dice.Below(1_000))).ToList();
            var events = Enumerable.Range(0, dice.Below(8)).Select(_ => Event(dice, dice.Pick(effects), days)).ToList();
            Compare(dice.Chance(0.8) ? dice.Pick(days) : null, events, first.AddDays(-10), first.AddYears(3), $"{seed} {string.Join(' ', events)}", seen);
        }
        Assert.Equal(Enum.GetValues<ValidityState>().Length + 1, seen.Count);
    }

    private static ValidityEvent Event(Dice dice, ValidityEffect effect, List<DateOnly> days)
    {
        var on = dice.Pick(days);
        return new(effect, on, effect switch
        {
            ValidityEffect.Term => on.AddDays(dice.Below(400)),
            ValidityEffect.Continue or ValidityEffect.Suspend when dice.Chance(0.7) => on.AddDays(dice.Below(400)),
            _ => null,
        });
    }

    /// <returns>How many days were compared.</returns>
    private static int Compare(DateOnly? madeOn, List<ValidityEvent> events, DateOnly from, DateOnly to, string what, HashSet<ValidityState?> seen)
    {
        var timeline = ValidityTimeline.Of(madeOn, events);
        var backwards = ValidityTimeline.Of(madeOn, [.. events.AsEnumerable().Reverse()]);
        var stored = ValidityTimeline.Parse(timeline.ToString());
        var days = 0;
        foreach (var (day, state) in new Clerk(madeOn, events).Walk(from, to))
        {
            days++;
            seen.Add(state);
            var (told, turned, read) = (timeline.At(day), backwards.At(day), stored.At(day));
            if (told != state || turned != state || read != state) Assert.Fail($"{what}: made {madeOn}, on {day:yyyy-MM-dd} {state}, but the timeline says {told}, of the events turned round {turned}, read back {read}");
        }
        return days;
    }
}
