using Gongbao.Kernel.Time;
using Microsoft.Extensions.Time.Testing;

namespace Gongbao.Kernel.Tests.Time;

public class The_city_clock
{
    private static readonly DateTimeOffset Real = new(2026, 11, 25, 3, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Legal = new(2023, 5, 10, 1, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _time = new(Real);

    [Fact]
    public void Goes_with_the_real_clock_unless_told_otherwise()
    {
        var clock = new CityClock(_time);
        Assert.Equal((Real, TimeSpan.Zero), (clock.Now, clock.Ahead));

        _time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(Real.AddHours(2), clock.Now);
    }

    [Fact]
    public void May_start_at_another_instant_and_goes_on_from_there()
    {
        var clock = new CityClock(_time, Legal);
        _time.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(Legal.AddMinutes(5), clock.Now);
        Assert.Equal(TimeSpan.FromHours(8), clock.Now.Offset);
        Assert.Equal(Legal - Real, clock.Ahead);
    }

    [Theory]
    [InlineData("2023-05-10T15:59:59Z", "2023-05-10")]
    [InlineData("2023-05-10T16:00:00Z", "2023-05-11")]
    public void Has_the_day_of_beijing(string instant, string day)
    {
        var at = DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(TestCalendar.Day(day), new CityClock(_time, at).Today);
        Assert.Equal(TestCalendar.Day(day), at.BeijingDate());
    }

    [Fact]
    public void Moves_forward_only()
    {
        var clock = new CityClock(_time, Legal);

        Assert.False(clock.MoveTo(Legal.AddDays(30)).IsRefused(out _, out var reached));
        Assert.Equal(Legal.AddDays(30), reached);
        Assert.Equal(Legal.AddDays(30), clock.Now);
        Assert.True(clock.MoveTo(Legal.AddDays(29)).IsRefused(out var refusal, out _));
        Assert.Equal("clock.backwards", refusal.Code);
        Assert.Equal("现在是2023年6月9日 09:00，时间只能向前走，不能回到2023年6月8日 09:00；要重新开始，请恢复演示的初始状态。", refusal.Reason);
        Assert.Equal(Legal.AddDays(30), clock.Now);
    }

    [Fact]
    public void Goes_back_only_with_the_seed()
    {
        var clock = new CityClock(_time, Legal.AddDays(30));
        var moved = clock.Moved;
        clock.RestoreSeed(Legal);

        Assert.Equal(Legal, clock.Now);
        Assert.True(moved.IsCancellationRequested);
    }

    [Fact]
    public void Does_not_follow_a_real_clock_that_is_set_back()
    {
        var time = new SetBackTime(Real);
        var clock = new CityClock(time);
        _ = clock.Now;
        time.Now = Real.AddHours(-1);

        Assert.Equal(Real, clock.Now);
    }

    [Fact]
    public void Signals_every_move_once()
    {
        var clock = new CityClock(_time, Legal);
        var first = clock.Moved;
        clock.MoveTo(Legal.AddDays(1));

        Assert.True(first.IsCancellationRequested);
        Assert.False(clock.Moved.IsCancellationRequested);
    }

    [Fact]
    public async Task Wakes_who_waits_when_it_is_moved()
    {
        var clock = new CityClock(_time, Legal);
        var waiting = clock.WaitUntilAsync(Legal.AddDays(10), TestContext.Current.CancellationToken);
        clock.MoveTo(Legal.AddDays(5));
        Assert.False(waiting.IsCompleted);

        clock.MoveTo(Legal.AddDays(10));
        await waiting;
    }

    [Fact]
    public async Task Wakes_who_waits_when_time_passes()
    {
        var clock = new CityClock(_time, Legal);
        var waiting = clock.WaitUntilAsync(Legal.AddMinutes(30), TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromMinutes(30));

        await waiting;
    }

    [Fact]
    public async Task Lets_who_waits_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        var waiting = new CityClock(_time, Legal).WaitUntilAsync(Legal.AddDays(1), stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public void Days_begin_and_end_at_midnight_in_beijing()
    {
        var day = new DateOnly(2023, 5, 10);

        Assert.Equal(new DateTimeOffset(2023, 5, 9, 16, 0, 0, TimeSpan.Zero), day.StartsAt());
        Assert.Equal(day.AddDays(1).StartsAt(), day.EndsAt());
        Assert.Equal(day, day.StartsAt().BeijingDate());
    }

    private sealed class SetBackTime(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
