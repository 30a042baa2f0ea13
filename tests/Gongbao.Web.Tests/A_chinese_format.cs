using Gongbao.Web.Formats;

namespace Gongbao.Web.Tests;

public class A_chinese_format
{
    [Fact]
    public void Writes_a_date_without_leading_zeros() => Assert.Equal("2026年3月2日", ChineseFormat.Date(new DateOnly(2026, 3, 2)));

    [Fact]
    public void Says_that_a_date_is_not_known() => Assert.Equal("未标明", ChineseFormat.Date(null));

    [Fact]
    public void Names_the_weekday() => Assert.Equal("2026年3月1日（星期日）", ChineseFormat.DateWithWeekday(new(2026, 3, 1)));

    [Theory]
    [InlineData("2026-03-01T15:59:00Z", "2026年3月1日 23:59")]
    [InlineData("2026-03-01T16:05:00Z", "2026年3月2日 00:05")] // the day in Beijing has turned
    [InlineData("2026-03-01T20:00:00-04:00", "2026年3月2日 08:00")]
    public void Shows_an_instant_in_beijing_time(string instant, string shown) =>
        Assert.Equal(shown, ChineseFormat.Instant(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("关于做好度汛工作的通知", null, "《关于做好度汛工作的通知》")]
    [InlineData("关于印发《水利惠民工作要点》的通知", "清市府办发〔2025〕6号", "《关于印发〈水利惠民工作要点〉的通知》（清市府办发〔2025〕6号）")]
    [InlineData("关于《清河市关于印发〈要点〉的通知》有关任务的督办函", null, "《关于〈清河市关于印发《要点》的通知〉有关任务的督办函》")]
    [InlineData("通知》缺了一半", null, "《通知》缺了一半》")] // what does not match is left as it is
    public void Names_a_document_with_marks_within_marks(string title, string? number, string said) => Assert.Equal(said, ChineseFormat.Cited(title, number));

    [Theory]
    [InlineData(0, "0 字节")]
    [InlineData(1023, "1023 字节")]
    [InlineData(1024, "1 KB")]
    [InlineData(3_500_000, "3.3 MB")]
    public void Writes_sizes_in_the_largest_fitting_unit(long bytes, string shown) => Assert.Equal(shown, ChineseFormat.Bytes(bytes));

    [Theory]
    [InlineData(0.974, "97%")]
    [InlineData(1, "100%")]
    public void Writes_a_share_in_whole_per_cent(double share, string shown) => Assert.Equal(shown, ChineseFormat.Percent(share));
}
