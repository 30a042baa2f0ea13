using Gongbao.Kernel.Time;
using static Gongbao.Kernel.Tests.Time.TestCalendar;

namespace Gongbao.Kernel.Tests.Time;

public class A_work_calendar
{
    [Theory]
    [Law("民法典", "第二百零一条")]
    [MemberData(nameof(DueDays.OfWorkingDays), MemberType = typeof(DueDays))]
    public void Counts_working_days_from_the_day_after_receipt(string received, string d7, string d15, string d20, string d40, string d30)
    {
        var from = Day(received);

        Assert.Equal([d7, d15, d20, d40, d30], new[] { 7, 15, 20, 40, 30 }.Select(n => $"{Published.AddWorkingDays(from, n):yyyy-MM-dd}"));
    }

    [Theory]
    [InlineData("2023-04-24", "2023-05-24")]
    [InlineData("2023-04-27", "2023-05-29")]
    [InlineData("2023-05-09", "2023-06-06")]
    [Law("政府信息公开条例", "第二十六条")]
    public void Gives_20_working_days_to_publish_what_was_made(string made, string due) => Assert.Equal(Day(due), Published.AddWorkingDays(Day(made), 20));

    [Theory]
    [InlineData(30, "2023-07-14")]
    [InlineData(15, "2023-06-25")] // a Sunday that is worked
    public void Gives_30_and_15_working_days_to_mend(int days, string due) => Assert.Equal(Day(due), Published.AddWorkingDays(Day("2023-06-01"), days));

    [Fact]
    public void Agrees_with_a_naive_counter_for_every_start_of_five_years_and_every_length_to_60()
    {
        var named = Enumerable.Range(2022, 5).SelectMany(DaysOf).ToDictionary(d => d.Date, d => d.Kind == CalendarDayKind.MakeUpWorkday);
        for (var start = Day("2022-01-01"); start <= Day("2026-12-31"); start = start.AddDays(1))
        {
            var day = start;
            for (var length = 1; length <= 60; length++)
            {
                do day = day.AddDays(1);
                while (named.TryGetValue(day, out var worked) ? !worked : day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);

                if (Published.AddWorkingDays(start, length) != day || Published.WorkingDaysBetween(start, day) != length)
                    Assert.Fail($"{length} working days after {start:O}: {day:O} by counting, {Published.AddWorkingDays(start, length):O} by calendar");
            }
        }
    }

    [Theory]
    [InlineData(2022, new[] { 21, 16, 23, 21, 20, 21, 21, 23, 21, 18, 22, 22 })]
    [InlineData(2023, new[] { 18, 20, 23, 20, 21, 21, 21, 23, 20, 19, 22, 21 })]
    [InlineData(2024, new[] { 22, 18, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22 })]
    [InlineData(2025, new[] { 19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23 })]
    [InlineData(2026, new[] { 21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23 })]
    public void Knows_how_many_days_each_month_is_worked(int year, int[] months) =>
        Assert.Equal(months, Enumerable.Range(1, 12).Select(m => Published.WorkingDaysBetween(new DateOnly(year, m, 1).AddDays(-1), new DateOnly(year, m, 1).AddMonths(1).AddDays(-1))));

    [Theory]
    [InlineData("2023-05-04", "周四", true)]
    [InlineData("2023-05-13", "周六休息", false)]
    [InlineData("2023-05-01", "劳动节放假", false)]
    [InlineData("2023-04-29", "劳动节放假", false)]
    [InlineData("2023-05-06", "劳动节调休上班", true)]
    public void Says_what_a_day_is(string date, string said, bool worked)
    {
        var day = Published.DayOf(Day(date));

        Assert.Equal((said, worked, false), (day.Say(), day.IsWorking, day.IsProvisional));
    }

    [Theory]
    [InlineData("2021-12-31", true)]
    [InlineData("2022-01-01", false)]
    [InlineData("2026-12-31", false)]
    [InlineData("2027-01-01", true)]
    public void Holds_days_beyond_the_published_years_for_provisional(string date, bool provisional) => Assert.Equal(provisional, Published.IsProvisional(Day(date)));

    [Fact]
    public void Counts_on_by_weekends_alone_beyond_the_last_published_year()
    {
        Assert.Equal(2026, Published.LastPublishedYear);
        Assert.Equal(Day("2027-01-01"), Published.AddWorkingDays(Day("2026-12-31"), 1)); // a Friday; the notice of 2027 will make it a day off
        Assert.Equal(Day("2027-01-18"), Published.AddWorkingDays(Day("2026-12-18"), 21));
        Assert.Equal(21, Published.WorkingDaysBetween(Day("2026-12-18"), Day("2027-01-18")));
        Assert.Equal(Day("2022-01-06"), Published.AddWorkingDays(Day("2021-12-30"), 4));
    }

    [Fact]
    public void Without_any_notice_knows_weekends_and_holds_everything_for_provisional()
    {
        var bare = new WorkCalendar([], []);

        Assert.Null(bare.LastPublishedYear);
        Assert.Equal(Day("2023-05-01"), bare.AddWorkingDays(Day("2023-04-28"), 1));
        Assert.True(bare.IsProvisional(Day("2023-05-01")));
    }

    [Fact]
    public void Grows_by_a_notice_without_changing_what_was_before()
    {
        var grown = Until(2025).With(2026, DaysOf(2026));

        Assert.Equal(Published.NamedDays, grown.NamedDays);
        Assert.False(Until(2025).DayOf(Day("2026-02-16")).Kind == CalendarDayKind.Holiday);
        Assert.True(Until(2025).IsProvisional(Day("2026-02-16")));
    }

    [Fact]
    public void Takes_no_day_that_is_both_off_and_worked_or_neither()
    {
        var day = Day("2023-05-06");

        Assert.Throws<ArgumentException>(() => new WorkCalendar([CalendarDay.MakeUp(day, "劳动节"), CalendarDay.Holiday(day, "劳动节")], [2023]));
        Assert.Throws<ArgumentException>(() => new WorkCalendar([new CalendarDay(day, CalendarDayKind.Weekend)], [2023]));
    }

    [Theory]
    [Law("民法典", "第二百零二条")]
    [InlineData("2023-01-31", 1, TimeUnit.Months, false, "2023-02-28")]
    [InlineData("2024-01-31", 1, TimeUnit.Months, false, "2024-02-29")]
    [InlineData("2023-04-28", 1, TimeUnit.Months, false, "2023-05-28")] // a Sunday
    [InlineData("2023-04-28", 1, TimeUnit.Months, true, "2023-05-29")]
    [InlineData("2023-04-08", 15, TimeUnit.Days, true, "2023-04-23")] // a Sunday that is worked
    [InlineData("2023-04-14", 15, TimeUnit.Days, true, "2023-05-04")] // 29 April: the holiday until 3 May
    [InlineData("2024-02-29", 1, TimeUnit.Years, false, "2025-02-28")]
    [InlineData("2023-05-01", 2, TimeUnit.Weeks, false, "2023-05-15")]
    [InlineData("2023-04-28", 20, TimeUnit.WorkingDays, true, "2023-05-30")]
    [InlineData("2023-04-28", 0, TimeUnit.Days, false, "2023-04-28")]
    public void Ends_days_months_and_years_and_rolls_them_on_where_asked(string start, int amount, TimeUnit unit, bool rolls, string end) =>
        Assert.Equal(Day(end), Published.EndOf(Day(start), new(amount, unit, rolls)));

    [Fact]
    public void Ends_no_minutes() => Assert.Throws<ArgumentOutOfRangeException>(() => Published.EndOf(Day("2023-04-28"), Term.Minutes(30)));

    [Fact]
    public void Counts_nothing_backwards()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Published.AddWorkingDays(Day("2023-04-28"), -1));
        Assert.Equal(0, Published.WorkingDaysBetween(Day("2023-04-28"), Day("2023-04-01")));
    }
}
