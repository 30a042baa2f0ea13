using CsCheck;
using Gongbao.Kernel.Clauses;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using static Gongbao.Kernel.Tests.Time.TestCalendar;

namespace Gongbao.Kernel.Tests.Time;

public class A_deadline
{
    private static readonly ClauseRef Article33 = ClauseRef.Parse("国务院令第711号#第三十三条");

    [Fact]
    [Law("政府信息公开条例", "第三十三条")]
    public void Leaves_out_the_days_of_consulting_a_third_party()
    {
        var clock = Ok(Received("2023-04-28").Pause(At("2023-05-08"), "征求第三方意见", Article33));
        clock = Ok(clock.Resume(At("2023-05-24")));

        Assert.Equal(Day("2023-06-15"), clock.DueBy(Published).On);
        Assert.Equal(Day("2023-05-30"), Received("2023-04-28").DueBy(Published).On);
        Assert.Equal(Day("2023-05-29"), Published.AddWorkingDays(Day("2023-05-08"), 15));
    }

    [Fact]
    [Law("政府信息公开条例", "第三十条")]
    public void Starts_anew_on_receipt_of_the_correction()
    {
        var clock = Ok(Received("2023-04-28").Restart(At("2023-05-22"), "收到补正材料"));

        Assert.Equal(Day("2023-05-11"), Published.AddWorkingDays(Day("2023-04-28"), 7));
        Assert.Equal(Day("2023-06-19"), clock.DueBy(Published).On);
    }

    [Fact]
    public void Forgets_pauses_and_extensions_from_before_a_new_start()
    {
        var clock = Ok(Received("2023-04-28").Pause(At("2023-05-08"), "征求第三方意见"));
        clock = Ok(Ok(clock.Extend(20, At("2023-05-09"), "情况复杂")).Restart(At("2023-05-22"), "收到补正材料"));

        Assert.Equal(Day("2023-06-19"), clock.DueBy(Published).On);
        Assert.False(clock.IsPaused);
    }

    [Fact]
    public void Moves_by_an_extension()
    {
        var clock = Ok(Received("2023-01-17").Extend(20, At("2023-02-15"), "经负责人同意延长", Article33));

        Assert.Equal(Day("2023-03-17"), clock.DueBy(Published).On);
        Assert.Equal(40, clock.Amount);
    }

    [Theory]
    [Law("民法典", "第二百零一条")]
    [MemberData(nameof(DueDays.OfWorkingDays), MemberType = typeof(DueDays))]
    public void Of_working_days_is_found_from_the_day_after_receipt(string received, string d7, string d15, string d20, string d40, string d30)
    {
        var clocks = new[] { 7, 15, 20, 20, 30 }.Select(n => Clock.Start(Term.WorkingDays(n), Day(received), "收到申请")).ToArray();
        clocks[3] = Ok(clocks[3].Extend(20, At(d20), "经负责人同意延长", Article33));

        Assert.Equal([d7, d15, d20, d40, d30], clocks.Select(c => $"{c.DueBy(Published).On:yyyy-MM-dd}"));
    }

    [Fact]
    public void Is_unknown_while_the_count_stands_still()
    {
        var deadline = Ok(Received("2023-04-28").Pause(At("2023-05-08"), "征求第三方意见")).DueBy(Published);

        Assert.Null(deadline.On);
        Assert.Null(deadline.EndsAt);
        Assert.Equal(16, deadline.Remaining); // 4, 5, 6 and 8 May are counted
        Assert.False(deadline.IsMissedAt(At("2030-01-01")));
        Assert.Contains("目前中止计算", deadline.Say(), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_not_moved_by_a_pause_that_begins_when_it_has_passed() =>
        Assert.Equal(Day("2023-05-30"), Ok(Received("2023-04-28").Pause(At("2023-06-05"), "征求第三方意见")).DueBy(Published).On);

    [Fact]
    public void Leaves_out_a_day_under_two_pauses_once()
    {
        var clock = Ok(Ok(Received("2023-04-28").Pause(At("2023-05-08"), "征求甲方意见")).Pause(At("2023-05-10"), "征求乙方意见"));
        clock = Ok(Ok(clock.Resume(At("2023-05-16"), "征求甲方意见")).Resume(At("2023-05-24"), "征求乙方意见"));

        Assert.Equal(Day("2023-06-15"), clock.DueBy(Published).On);
    }

    [Theory]
    [InlineData(30, TimeUnit.Minutes, "2023-05-05T08:45:00Z")]
    [InlineData(2, TimeUnit.Hours, "2023-05-05T10:15:00Z")]
    public void Of_minutes_and_hours_is_an_instant(int amount, TimeUnit unit, string ends)
    {
        var at = new DateTimeOffset(2023, 5, 5, 8, 15, 0, TimeSpan.Zero);
        var deadline = Clock.Start(new(amount, unit), at, "接到灾险情").DueBy(Published);

        Assert.Equal(DateTimeOffset.Parse(ends, System.Globalization.CultureInfo.InvariantCulture), deadline.EndsAt);
        Assert.False(deadline.IsMissedAt(deadline.EndsAt!.Value.AddTicks(-1)));
        Assert.True(deadline.IsMissedAt(deadline.EndsAt.Value));
        Assert.Empty(deadline.Explain());
    }

    [Fact]
    public void Of_minutes_says_itself()
    {
        var deadline = Clock.Start(Term.Minutes(30), new DateTimeOffset(2023, 5, 5, 8, 15, 0, TimeSpan.Zero), "接到灾险情").DueBy(Published);

        Assert.Equal("自2023年5月5日 16:15接到灾险情起算30分钟，到2023年5月5日 16:45届满。", deadline.Say());
    }

    [Fact]
    public void Of_hours_leaves_out_what_was_paused()
    {
        var at = new DateTimeOffset(2023, 5, 5, 8, 0, 0, TimeSpan.Zero);
        var clock = Ok(Ok(Clock.Start(Term.Hours(2), at, "核实").Pause(at.AddMinutes(30), "道路中断")).Resume(at.AddMinutes(50)));

        Assert.Equal(at.AddMinutes(140), clock.DueBy(Published).EndsAt);
    }

    [Fact]
    [Law("民法典", "第二百零三条")]
    public void Is_missed_from_midnight_in_beijing_on()
    {
        var deadline = Received("2023-04-28").DueBy(Published);

        Assert.False(deadline.IsMissedAt(new(2023, 5, 30, 15, 59, 59, TimeSpan.Zero)));
        Assert.True(deadline.IsMissedAt(new(2023, 5, 30, 16, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void Of_a_settled_matter_is_judged_by_when_it_was_settled()
    {
        var kept = Ok(Received("2023-04-28").Stop(At("2023-05-30"))).DueBy(Published);
        var late = Ok(Received("2023-04-28").Stop(At("2023-05-31"))).DueBy(Published);

        Assert.False(kept.IsMissedAt(At("2024-01-01")));
        Assert.True(late.IsMissedAt(At("2024-01-01")));
    }

    [Fact]
    public void Explains_itself_day_by_day()
    {
        var days = Clock.Start(Term.WorkingDays(3), Day("2023-04-28"), "收到申请").DueBy(Published).Explain();

        Assert.Equal(
        [
            "04-28 收到申请当日，不计，次日起算", "04-29 劳动节放假，不计", "04-30 劳动节放假，不计", "05-01 劳动节放假，不计", "05-02 劳动节放假，不计",
            "05-03 劳动节放假，不计", "05-04 第1个工作日", "05-05 第2个工作日", "05-06 第3个工作日（劳动节调休上班），期限届满",
        ], days.Select(d => $"{d.Date:MM-dd} {d.Why}"));
        Assert.Equal([null, null, null, null, null, null, 1, 2, 3], days.Select(d => d.Number));
        Assert.Equal("劳动节", days[1].Day.Name);
    }

    [Fact]
    public void Explains_pauses_extensions_and_rolling_on()
    {
        var paused = Ok(Ok(Clock.Start(Term.WorkingDays(2), Day("2023-05-08"), "收到申请").Pause(At("2023-05-09"), "征求第三方意见")).Resume(At("2023-05-11")));
        paused = Ok(paused.Extend(1, At("2023-05-11"), "延长"));
        var rolled = Clock.Start(Term.Days(5, rollsOn: true), Day("2023-04-25"), "公布").DueBy(Published);

        Assert.Equal(
            ["05-08 收到申请当日，不计，次日起算", "05-09 第1个工作日", "05-10 征求第三方意见期间，不计", "05-11 征求第三方意见期间，不计", "05-12 第2个工作日", "05-13 周六休息，不计", "05-14 周日休息，不计", "05-15 第3个工作日（延长期内），期限届满"],
            paused.DueBy(Published).Explain().Select(d => $"{d.Date:MM-dd} {d.Why}"));
        Assert.Equal(
            ["04-29 第4日", "04-30 第5日，届满日是劳动节放假，顺延", "05-01 劳动节放假，顺延", "05-02 劳动节放假，顺延", "05-03 劳动节放假，顺延", "05-04 周四，期限届满"],
            rolled.Explain().Skip(4).Select(d => $"{d.Date:MM-dd} {d.Why}"));
    }

    [Fact]
    public void Says_itself_in_a_sentence()
    {
        var clock = Ok(Ok(Received("2023-04-28").Pause(At("2023-05-08"), "征求第三方意见")).Resume(At("2023-05-24")));

        Assert.Equal("自2023年4月28日收到申请的次日起算20个工作日，征求第三方意见期间（至2023年5月24日）不计，到2023年6月15日届满。", clock.DueBy(Published).Say());
        Assert.EndsWith("届满（放假安排尚未公布，暂定）。", Received("2026-12-20").DueBy(Published).Say(), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_provisional_beyond_the_last_published_year_and_never_an_error()
    {
        Assert.False(Received("2026-11-20").DueBy(Published).IsProvisional);
        Assert.True(Received("2026-12-20").DueBy(Published).IsProvisional);
        Assert.True(Received("2026-12-20").DueBy(Published).Explain()[^1].IsProvisional);
        Assert.False(Clock.Start(Term.Days(60), Day("2026-12-20"), "公布").DueBy(Published).IsProvisional);
        Assert.True(Clock.Start(Term.Days(60, rollsOn: true), Day("2026-12-20"), "公布").DueBy(Published).IsProvisional);
    }

    [Fact]
    public void Is_worked_out_anew_when_the_calendar_grows()
    {
        var clock = Received("2025-12-22");
        var moved = clock.DueBy(Until(2025)).Reproject(Until(2026));

        Assert.NotNull(moved);
        Assert.Equal((Day("2026-01-19"), Day("2026-01-20")), (moved.OldOn, moved.NewOn));
        Assert.Equal((true, false), (moved.WasProvisional, moved.IsProvisional));
        Assert.Equal("2026年放假安排已公布，其间2026年1月1日元旦放假、2026年1月2日元旦放假、2026年1月4日元旦调休上班，到期日由2026年1月19日改为2026年1月20日。", moved.Reason);
        Assert.Null(clock.DueBy(Until(2026)).Reproject(Published));
    }

    [Fact]
    public void That_stays_is_no_longer_provisional_when_the_calendar_grows()
    {
        var settled = Clock.Start(Term.WorkingDays(1), Day("2026-01-05"), "收到申请").DueBy(Until(2025)).Reproject(Published);

        Assert.Equal("2026年放假安排已公布，到期日仍是2026年1月6日，不再是暂定。", settled?.Reason);
    }

    [Fact]
    public void Agrees_with_a_naive_count_whatever_is_paused() =>
        Gen.Select(Gen.Int[0, 1500], Gen.Int[1, 60], Gen.Select(Gen.Int[0, 40], Gen.Int[0, 40]).Array[0, 4], Gen.Int[0, 1]).Sample((start, amount, pauses, unit) =>
        {
            var from = Day("2022-01-01").AddDays(start);
            var term = unit == 0 ? Term.WorkingDays(amount) : Term.Days(amount);
            ClockSegment[] segments = [new(ClockSegmentKind.Run, from.StartsAt(), null, "收到", null),
                .. pauses.Select(p => new ClockSegment(ClockSegmentKind.Pause, from.AddDays(p.Item1).StartsAt(), from.AddDays(p.Item1 + p.Item2).StartsAt(), "中止", null))];
            var deadline = Clock.From(term, segments).DueBy(Published);

            var (day, left) = (from, amount);
            while (left > 0)
            {
                day = day.AddDays(1);
                var paused = pauses.Any(p => day > from.AddDays(p.Item1) && day <= from.AddDays(p.Item1 + p.Item2));
                if (!paused && (unit == 1 || Published.IsWorkingDay(day))) left--;
            }

            Assert.Equal(day, deadline.On);
            var explained = deadline.Explain();
            Assert.Equal(amount, explained.Count(d => d.Counted));
            Assert.Equal((from, day), (explained[0].Date, explained[^1].Date));
        }, iter: 2000);

    private static Clock Received(string day) => Clock.Start(Term.WorkingDays(20), Day(day), "收到申请", Article33);

    private static DateTimeOffset At(string day) => Day(day).StartsAt();

    private static Clock Ok(Result<Clock> result) => result.IsRefused(out var refusal, out var clock) ? throw new InvalidOperationException(refusal.Reason) : clock;
}
