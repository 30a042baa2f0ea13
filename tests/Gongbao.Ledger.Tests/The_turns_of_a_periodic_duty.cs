using Gongbao.Kernel.Time;
using Gongbao.Ledger.Limits;

namespace Gongbao.Ledger.Tests;

[Clause("LED-02")]
public class The_turns_of_a_periodic_duty
{
    [Theory]
    [InlineData(RecurrencePeriod.Quarter, "2023-04-28", "2023Q2 2023-04-01 2023-06-30 2023-06-30", "2023年第二季度")]
    [InlineData(RecurrencePeriod.HalfYear, "2023-07-01", "2023H2 2023-07-01 2023-12-31 2023-12-31", "2023年下半年")]
    [InlineData(RecurrencePeriod.Year, "2024-02-29", "2024 2024-01-01 2024-12-31 2024-12-31", "2024年")]
    [InlineData(RecurrencePeriod.Month, "2024-02-29", "2024-02 2024-02-01 2024-02-29 2024-02-29", "2024年2月")]
    [InlineData(RecurrencePeriod.Week, "2023-05-07", "2023-05-01 2023-05-01 2023-05-07 2023-05-07", "2023年5月1日至2023年5月7日")] // Sunday ends the week of Monday the 1st
    [InlineData(RecurrencePeriod.Day, "2023-05-07", "2023-05-07 2023-05-07 2023-05-07 2023-05-07", "2023年5月7日")]
    public void Begin_with_the_one_that_the_day_lies_in(RecurrencePeriod period, string since, string first, string name)
    {
        var turn = Occurrence.Since(period, Day(since)).First();
        Assert.Equal(first, $"{turn.Key} {turn.From:yyyy-MM-dd} {turn.To:yyyy-MM-dd} {turn.DueOn:yyyy-MM-dd}");
        Assert.Equal(name, turn.Name);
    }

    [Fact]
    public void Leave_out_the_one_whose_day_is_past() =>
        Assert.Equal(["2024", "2025"], Occurrence.Since(RecurrencePeriod.Year, Day("2023-04-28"), byMonth: 3).Take(2).Select(o => o.Key)); // 每年3月底前, signed in April

    [Fact]
    public void End_on_the_last_day_of_a_month_that_is_too_short() =>
        Assert.Equal(["2023-01-31", "2023-02-28", "2023-03-31"], Occurrence.Since(RecurrencePeriod.Month, Day("2023-01-01"), byDay: 31).Take(3).Select(o => o.DueOn.ToString("yyyy-MM-dd", null)));

    [Fact]
    public void Follow_one_another_without_a_gap()
    {
        foreach (var period in Enum.GetValues<RecurrencePeriod>())
        {
            var turns = Occurrence.Since(period, Day("2023-12-30")).Take(40).ToList();
            Assert.All(turns.Zip(turns.Skip(1)), t => Assert.Equal(t.First.To.AddDays(1), t.Second.From));
            Assert.Equal(turns.Count, turns.Select(t => t.Key).Distinct().Count());
        }
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", null);
}
