using Gongbao.Gazette.Formats;

namespace Gongbao.Gazette.Tests.Formats;

/// <summary>As the standard's own example of a document of the Beijing government is written (GB/T 7714—2015, appendix A).</summary>
public class A_reference
{
    private static readonly Uri Address = new("https://gazette.example/d/1");
    private static readonly DateOnly Read = new(2026, 11, 27);

    [Fact]
    public void Names_issuer_title_number_day_day_of_reading_and_address() => Assert.Equal(
        "清河市人民政府办公室.关于做好植树工作的通知：清府办发〔2024〕3号[A/OL].(2024-03-01)[2026-11-27].https://gazette.example/d/1.",
        Of(["清河市人民政府办公室"], "关于做好植树工作的通知", "清府办发〔2024〕3号", new(2024, 3, 1)));

    [Fact]
    public void Leaves_out_what_is_not_known() => Assert.Equal("植树工作方案[A/OL].[2026-11-27].https://gazette.example/d/1.", Of([], "植树工作方案", null, null));

    [Fact]
    public void Says_the_title_of_an_order_once() => Assert.Equal(
        "清河市人民政府.清河市人民政府令：第8号[A/OL].(2024-03-01)[2026-11-27].https://gazette.example/d/1.",
        Of(["清河市人民政府"], "清河市人民政府令", "清河市人民政府令第8号", new(2024, 3, 1)));

    [Theory]
    [InlineData(3, "甲局，乙局，丙局.")]
    [InlineData(4, "甲局，乙局，丙局，等.")]
    public void Names_at_most_three_issuers(int issuers, string words) =>
        Assert.StartsWith(words + "关于植树的通知", Of([.. new[] { "甲局", "乙局", "丙局", "丁局" }.Take(issuers)], "关于植树的通知", null, null), StringComparison.Ordinal);

    private static string Of(IReadOnlyList<string> issuers, string title, string? number, DateOnly? day) =>
        Reference.Of(new() { Slug = "1", IssueSlug = "i", IssueTitle = "期", Issuers = issuers, Title = title, Number = number, DatedOn = day, Body = [] }, Address, Read);
}
