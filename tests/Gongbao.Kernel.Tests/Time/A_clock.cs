using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using static Gongbao.Kernel.Tests.Time.TestCalendar;

namespace Gongbao.Kernel.Tests.Time;

public class A_clock
{
    private static readonly DateTimeOffset Start = Day("2023-04-28").StartsAt();

    [Fact]
    public void Refuses_everything_once_it_is_stopped()
    {
        var stopped = Ok(Running().Stop(Start.AddDays(3)));

        Assert.Equal(Start.AddDays(3), stopped.StoppedAt);
        Assert.All(
        [
            stopped.Pause(Start.AddDays(4), "中止"), stopped.Resume(Start.AddDays(4)), stopped.Restart(Start.AddDays(4), "补正"),
            stopped.Extend(1, Start.AddDays(4), "延长"), stopped.Stop(Start.AddDays(4)),
        ], result => Assert.Equal("clock.stopped", Code(result)));
    }

    [Fact]
    public void Refuses_what_lies_before_its_start()
    {
        var before = Start.AddTicks(-1);
        Assert.All(
            [Running().Pause(before, "中止"), Running().Restart(before, "补正"), Running().Extend(1, before, "延长"), Running().Stop(before), Running().Resume(before)],
            result => Assert.Equal("clock.before-start", Code(result)));
    }

    [Fact]
    public void Resumes_only_what_is_paused()
    {
        Assert.Equal("clock.not-paused", Code(Running().Resume(Start)));
        var paused = Ok(Running().Pause(Start.AddDays(2), "征求意见"));
        Assert.True(paused.IsPaused);
        Assert.Equal("clock.not-paused", Code(paused.Resume(Start.AddDays(3), "别的")));
        Assert.Equal("clock.before-start", Code(paused.Resume(Start.AddDays(1))));
        Assert.False(Ok(paused.Resume(Start.AddDays(3))).IsPaused);
    }

    [Fact]
    public void Ends_an_open_pause_when_it_stops()
    {
        var stopped = Ok(Ok(Running().Pause(Start.AddDays(2), "征求意见")).Stop(Start.AddDays(5)));

        Assert.False(stopped.IsPaused);
        Assert.NotNull(stopped.DueBy(Published).On);
    }

    [Fact]
    public void Comes_back_from_its_segments()
    {
        var clock = Ok(Ok(Running().Pause(Start.AddDays(2), "征求意见")).Extend(5, Start.AddDays(3), "延长"));

        Assert.Equal(clock, Clock.From(clock.Term, clock.Segments));
        Assert.Equal(25, clock.Amount);
    }

    [Fact]
    public void Is_not_made_from_segments_that_make_no_sense()
    {
        Assert.Throws<ArgumentException>(() => Clock.From(Term.WorkingDays(20), []));
        Assert.Throws<ArgumentException>(() => Clock.From(Term.WorkingDays(20), [new(ClockSegmentKind.Pause, Start, null, "中止", null)]));
        Assert.Throws<ArgumentException>(() => Clock.From(Term.WorkingDays(20), [new(ClockSegmentKind.Run, Start, Start.AddDays(-1), "收到", null)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Running().Extend(0, Start, "延长"));
    }

    private static Clock Running() => Clock.Start(Term.WorkingDays(20), Start, "收到申请");

    private static string? Code(Result<Clock> result) => result.IsRefused(out var refusal, out _) ? refusal.Code : null;

    private static Clock Ok(Result<Clock> result) => result.IsRefused(out var refusal, out var clock) ? throw new InvalidOperationException(refusal.Reason) : clock;
}
