using Gongbao.Gazette.Reading;
using Gongbao.Platform.City;

namespace Gongbao.Gazette.Tests.Reading.Tables;

/// <summary>A form to be filled in (推荐表).</summary>
public class A_blank_form
{
    private const string Title = "清河市湖长推荐表";
    private const string Cells = "姓名\n民族\n学历学位\n工作单位及职务\n工作计划及\n目标成效\n推荐意见\n（不超过500字）\n推荐单位（盖章）：\n年 月 日\n性别\n联系方式";

    [Fact]
    public void Leaves_to_a_person_which_field_a_limit_of_characters_belongs_to()
    {
        var doubt = Assert.Single(Read(Cells).Flags);
        Assert.Contains("500 字", doubt.Why);
        Assert.Contains("请审读的人对照原件认定", doubt.Why);
        Assert.Contains("请管理城市声明的人在“表单”里登记", doubt.Why);
        Assert.DoesNotMatch("[A-Za-z_]", doubt.Why);
    }

    [Fact]
    public void Leaves_no_doubt_of_a_limit_that_the_city_declares() =>
        Assert.Empty(Read(Cells, new FormLimit(Title, "推荐意见", 500)).Flags);

    [Fact]
    public void Is_doubted_where_it_prints_another_limit_than_the_city_declares() =>
        Assert.Contains("“推荐意见”800 字", Assert.Single(Read(Cells, new FormLimit(Title, "推荐意见", 800)).Flags).Why);

    [Fact]
    public void Is_not_decided_by_what_is_declared_of_another_form() =>
        Assert.Single(Read(Cells, new FormLimit("清河市河长推荐表", "推荐意见", 500)).Flags);

    [Fact]
    public void Is_decided_by_the_forms_of_the_city_that_the_text_is_of() =>
        Assert.Empty(PartContent.Read(A_table_of_duties.Part(Cells, "", "清河市首席质量官推荐表") with { FormLimits = Generated.SampleCity.Reader.FormLimits })!.Flags);

    [Theory]
    [InlineData("（500字以内）"), InlineData("（限５００字）"), InlineData("（不多于500字）")]
    public void May_word_its_limit_in_many_ways(string limit) => Assert.Contains("500 字", Assert.Single(Read(Cells.Replace("（不超过500字）", limit)).Flags).Why);

    private static ContentReading Read(string cells, params FormLimit[] limits) => PartContent.Read(A_table_of_duties.Part(cells, "", Title) with { FormLimits = limits })!;
}
