using Gongbao.Kernel.Time;
using Gongbao.Notices.Ladders;

namespace Gongbao.Notices.Tests.Ladders;

public class A_ladder
{
    private static readonly DateOnly Due = new(2023, 8, 31);
    private static readonly DateTimeOffset Begun = new DateOnly(2023, 5, 1).StartsAt();

    private static Standing At(DateTimeOffset now, DateOnly? due = null, int? reached = null, DateTimeOffset? begun = null) =>
        Ladder.At(SampleCity.Due, new(due ?? Due, null, begun ?? Begun, reached), SampleCity.Declared.Calendar, now);

    private static DateTimeOffset Morning(int month, int day) => Beijing.At(new(2023, month, day), new(9, 0));

    /// <summary>The last day is a Thursday: 30 days before is a Tuesday, 15 a Wednesday, 7 a Thursday, 3 a Monday.</summary>
    [Theory]
    [InlineData(8, 1, -30)]
    [InlineData(8, 16, -15)]
    [InlineData(8, 24, -7)]
    [InlineData(8, 28, -3)]
    [InlineData(8, 30, -1)]
    [InlineData(8, 31, 0)]
    [InlineData(9, 1, 1)]
    public void Tells_on_the_declared_days_at_the_declared_hour(int month, int day, int place)
    {
        Assert.Equal(place, At(Morning(month, day)).Passed[^1].Place);
        Assert.DoesNotContain(At(Morning(month, day).AddTicks(-1)).Passed, s => s.Place == place);
        Assert.Equal(Morning(month, day), At(Morning(month, day).AddTicks(-1)).NextAt);
    }

    /// <summary>The last day is a Sunday, so that day and the day before it (a Saturday) are told of on the Friday, with the third day before it.</summary>
    [Fact]
    public void Comes_before_days_off_up_to_the_last_day()
    {
        var steps = At(Morning(9, 8), due: new(2023, 9, 10)).Passed;
        Assert.Equal([-3, -1, 0], steps.Skip(steps.Count - 3).Select(s => s.Place));
        Assert.Equal([Morning(9, 7), Morning(9, 8), Morning(9, 8)], steps.Skip(steps.Count - 3).Select(s => s.At));
    }

    /// <summary>The first days of lateness fall on the holiday of 2023-09-29 to 10-06, of which no day is worked, and on the make-up Saturday after it.</summary>
    [Fact]
    public void Waits_for_a_working_day_once_something_is_late()
    {
        var steps = At(Morning(10, 7), due: new(2023, 9, 28)).Passed;
        Assert.Equal(Enumerable.Range(1, 9), steps.Where(s => s.Place > 0).Select(s => s.Place));
        Assert.All(steps.Where(s => s.Place > 0), s => Assert.Equal(Morning(10, 7), s.At));
    }

    [Theory]
    [InlineData(1, "late")]
    [InlineData(3, "late late-head")]
    [InlineData(6, "late late-head")]
    [InlineData(7, "late late-follow-up late-head")]
    [InlineData(300, "late late-follow-up late-head")]
    public void Is_climbed_higher_the_later_it_gets(int place, string rungs) =>
        Assert.Equal(rungs, string.Join(' ', Ladder.Steps(SampleCity.Due, new(Due, null, Begun, place - 1), SampleCity.Declared.Calendar).First().Rungs.Select(r => r.Id).Order(StringComparer.Ordinal)));

    [Fact]
    public void Owes_nothing_that_fell_due_before_it_began()
    {
        var begun = Morning(8, 20);
        Assert.Empty(At(begun, begun: begun).Passed);
        Assert.Equal(Morning(8, 24), At(begun, begun: begun).NextAt);
    }

    [Fact]
    public void Does_not_handle_a_step_twice()
    {
        var standing = At(Morning(8, 28), reached: -7);
        Assert.Equal(-3, Assert.Single(standing.Passed).Place);
        Assert.Empty(At(Morning(8, 28), reached: -3).Passed);
    }

    /// <summary>Of what was missed each of the people gets the latest: the head stands on an earlier rung alone and is told all the same.</summary>
    [Fact]
    public void Sends_the_latest_that_each_missed()
    {
        Rung[] rungs = [Rung("a", 0, "owing"), Rung("b", 1, "owing", "head"), Rung("c", 2, "owing")];
        var sent = Missed.Of([.. rungs.Select((r, i) => new Step(i, Begun.AddDays(i), [r]))]);
        Assert.Equal(["", "head", "owing"], sent.Select(s => string.Join(' ', s.Who.Select(w => w.People))));
        Assert.Equal([true, false, false], sent.Select(s => s.IsSuperseded));
    }

    private static Rung Rung(string id, int place, params string[] who) => new(id, place, null, who, ["inbox"], false);
}
