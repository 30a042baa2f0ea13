using System.Globalization;
using CsCheck;
using Gongbao.Kernel.Time;

namespace Gongbao.Kernel.Tests.Time;

public class A_time_limit
{
    [Theory]
    [InlineData("8月31日", TimeLimitKind.On, "2023-08-31")]
    [InlineData("12月31日", TimeLimitKind.On, "2023-12-31")]
    [InlineData("2024年1月5日前", TimeLimitKind.On, "2024-01-05")]
    [InlineData("于2023年 5月 30日前", TimeLimitKind.On, "2023-05-30")]
    [InlineData("６月１５日之前完成", TimeLimitKind.On, "2023-06-15")]
    [InlineData("5月1日至9月30日", TimeLimitKind.On, "2023-09-30")]
    [InlineData("5月1日—15日", TimeLimitKind.On, "2023-05-15")]
    [InlineData("6月上旬", TimeLimitKind.On, "2023-06-10")]
    [InlineData("2023年6月", TimeLimitKind.Month, "2023-06-30")]
    [InlineData("2023年8月", TimeLimitKind.Month, "2023-08-31")]
    [InlineData("5月底", TimeLimitKind.Month, "2023-05-31")]
    [InlineData("2023年5月底", TimeLimitKind.Month, "2023-05-31")]
    [InlineData("8月底前", TimeLimitKind.Month, "2023-08-31")]
    [InlineData("2024年2月", TimeLimitKind.Month, "2024-02-29")]
    [InlineData("九月末", TimeLimitKind.Month, "2023-09-30")]
    [InlineData("5月—10月", TimeLimitKind.Month, "2023-10-31")]
    [InlineData("上半年", TimeLimitKind.Month, "2023-06-30")]
    [InlineData("第三季度", TimeLimitKind.Month, "2023-09-30")]
    [InlineData("2023年底前", TimeLimitKind.YearEnd, "2023-12-31")]
    [InlineData("年底", TimeLimitKind.YearEnd, "2023-12-31")]
    [InlineData("力争到2023年底", TimeLimitKind.YearEnd, "2023-12-31")]
    [InlineData("年底前完成", TimeLimitKind.YearEnd, "2023-12-31")]
    [InlineData("2025年", TimeLimitKind.YearEnd, "2025-12-31")]
    [InlineData("2023年内", TimeLimitKind.YearEnd, "2023-12-31")]
    [InlineData("2023年至2025年", TimeLimitKind.YearEnd, "2025-12-31")]
    [InlineData("明年底", TimeLimitKind.YearEnd, "2024-12-31")]
    public void With_a_day_gives_its_last_day_inclusive(string text, TimeLimitKind kind, string date)
    {
        var limit = TimeLimit.Parse(text, 2023);

        Assert.NotNull(limit);
        Assert.Equal((kind, DateOnly.Parse(date, CultureInfo.InvariantCulture)), (limit.Kind, limit.Date));
        Assert.Equal(string.Concat(text.Where(c => !char.IsWhiteSpace(c))), limit.Text);
    }

    [Theory]
    [InlineData("及时公开", TimeLimitKind.Promptly)]
    [InlineData("及时", TimeLimitKind.Promptly)]
    [InlineData("立即", TimeLimitKind.Promptly)]
    [InlineData("长期坚持", TimeLimitKind.Standing)]
    [InlineData("长期", TimeLimitKind.Standing)]
    [InlineData("持续推进", TimeLimitKind.Continuing)]
    [InlineData("适时办理", TimeLimitKind.InDueCourse)]
    [InlineData("适时完成", TimeLimitKind.InDueCourse)]
    public void Without_a_day_gives_none(string text, TimeLimitKind kind)
    {
        var limit = TimeLimit.Parse(text, 2023);

        Assert.NotNull(limit);
        Assert.Equal((kind, null, text), (limit.Kind, limit.Date, limit.Text));
    }

    [Theory]
    [InlineData("每年至少1次", RecurrencePeriod.Year, 1, null, null, "每年至少1次")]
    [InlineData("每年至少开展 1次", RecurrencePeriod.Year, 1, null, null, "每年至少1次")]
    [InlineData("每半年", RecurrencePeriod.HalfYear, null, null, null, "每半年")]
    [InlineData("原则上每半年召开一次会议", RecurrencePeriod.HalfYear, 1, null, null, "每半年至少1次")]
    [InlineData("每月", RecurrencePeriod.Month, null, null, null, "每月")]
    [InlineData("每月10日前", RecurrencePeriod.Month, null, null, 10, "每月10日前")]
    [InlineData("每季度末", RecurrencePeriod.Quarter, null, null, null, "每季度")]
    [InlineData("每年12月底前", RecurrencePeriod.Year, null, 12, null, "每年12月底前")]
    [InlineData("每年3月31日前", RecurrencePeriod.Year, null, 3, 31, "每年3月31日前")]
    [InlineData("每日", RecurrencePeriod.Day, null, null, null, "每日")]
    [InlineData("定期", null, null, null, null, "定期")]
    public void May_come_back_in_every_period(string text, RecurrencePeriod? period, int? times, int? month, int? day, string said)
    {
        var limit = TimeLimit.Parse(text, 2023);

        Assert.NotNull(limit);
        Assert.Equal((TimeLimitKind.Every, period, times, month, day, null), (limit.Kind, limit.Period, limit.Times, limit.ByMonth, limit.ByDay, limit.Date));
        Assert.Equal(said, limit.Say());
    }

    [Theory]
    [InlineData("1个月内", 1, TimeUnit.Months, "1个月内")]
    [InlineData("30个工作日内", 30, TimeUnit.WorkingDays, "30个工作日内")]
    [InlineData("三十个工作日以内", 30, TimeUnit.WorkingDays, "30个工作日内")]
    [InlineData("15个工作日内", 15, TimeUnit.WorkingDays, "15个工作日内")]
    [InlineData("在 30分钟内", 30, TimeUnit.Minutes, "30分钟内")]
    [InlineData("2小时内", 2, TimeUnit.Hours, "2小时内")]
    [InlineData("半小时内", 30, TimeUnit.Minutes, "30分钟内")]
    [InlineData("半年内", 6, TimeUnit.Months, "6个月内")]
    [InlineData("20日内", 20, TimeUnit.Days, "20日内")]
    [InlineData("一年内", 1, TimeUnit.Years, "1年内")]
    [InlineData("自收到之日起7个工作日内", 7, TimeUnit.WorkingDays, "7个工作日内")]
    [InlineData("征求意见结束后1个月内", 1, TimeUnit.Months, "1个月内")]
    public void May_run_from_an_event(string text, int amount, TimeUnit unit, string said)
    {
        var limit = TimeLimit.Parse(text, 2023);

        Assert.NotNull(limit);
        Assert.Equal((TimeLimitKind.Within, null, new Term(amount, unit)), (limit.Kind, limit.Date, limit.Term));
        Assert.Equal(said, limit.Say());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("市政府办公室")]
    [InlineData("13月")]
    [InlineData("2月30日")]
    [InlineData("按要求")]
    [InlineData("三年")]
    [InlineData("0个工作日内")]
    [InlineData("第五季度")]
    public void Is_not_read_from_other_words(string? text) => Assert.Null(TimeLimit.Parse(text, 2023));

    [Fact]
    public void Without_a_year_of_its_own_or_the_documents_is_not_guessed()
    {
        Assert.Null(TimeLimit.Parse("8月31日", null));
        Assert.NotNull(TimeLimit.Parse("2023年8月31日", null));
    }

    [Theory]
    [InlineData("5月底", "2023年5月31日前")]
    [InlineData("2023年底前", "2023年12月31日前")]
    [InlineData("及时公开", "及时")]
    [InlineData("长期", "长期坚持")]
    [InlineData("持续", "持续推进")]
    [InlineData("适时办理", "适时")]
    public void Says_itself(string text, string said) => Assert.Equal(said, TimeLimit.Parse(text, 2023)!.Say());

    [Fact]
    public void Has_a_code_for_exchange_for_every_kind() => Assert.Equal(
        ["on", "month", "year_end", "promptly", "standing", "continuing", "in_due_course", "every", "within"],
        Enum.GetValues<TimeLimitKind>().Select(k => k.Code()));

    [Fact]
    public void Never_fails_on_any_text_and_has_a_day_for_the_first_three_kinds_alone() =>
        Gen.Char["每年半月日底前内第季度上旬个工作小时分钟三十12０9—至次及时长期 2023"].Array[0, 24].Select(c => new string(c)).Sample(text =>
        {
            if (TimeLimit.Parse(text, 2023) is not { } limit) return;
            Assert.Equal(limit.Kind <= TimeLimitKind.YearEnd, limit.Date is not null);
            Assert.Equal(limit.Kind is TimeLimitKind.Within, limit.Term is not null);
            Assert.NotEmpty(limit.Say());
        }, iter: 5000);
}
