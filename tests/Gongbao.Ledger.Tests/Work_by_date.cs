using Gongbao.Ledger.Desk;

namespace Gongbao.Ledger.Tests;

public class Work_by_date
{
    [Theory]
    [InlineData("2025-05-13", nameof(WorkWhen.Overdue))]
    [InlineData("2025-05-14", nameof(WorkWhen.ThisWeek))] // today, a Wednesday
    [InlineData("2025-05-18", nameof(WorkWhen.ThisWeek))] // Sunday ends the week
    [InlineData("2025-05-19", nameof(WorkWhen.ThisMonth))]
    [InlineData("2025-05-31", nameof(WorkWhen.ThisMonth))]
    [InlineData("2025-06-01", nameof(WorkWhen.Later))]
    [InlineData("2026-05-15", nameof(WorkWhen.Later))]
    [InlineData(null, nameof(WorkWhen.NoDay))]
    public void Stands_under_the_time_by_which_it_is_due(string? day, string when) =>
        Assert.Equal(when, WorkWhens.Of(day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", null), new(2025, 5, 14)).ToString());

    [Fact]
    public void On_a_Sunday_the_week_ends_today() =>
        Assert.Equal((WorkWhen.ThisWeek, WorkWhen.ThisMonth), (WorkWhens.Of(new(2025, 5, 18), new(2025, 5, 18)), WorkWhens.Of(new(2025, 5, 19), new(2025, 5, 18))));
}
