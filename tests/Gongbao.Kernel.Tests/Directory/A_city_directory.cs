using Gongbao.Kernel.Directory;

namespace Gongbao.Kernel.Tests.Directory;

public class A_city_directory
{
    private static readonly CityDirectory Directory = MadeUpCity.Directory;

    [Fact]
    public void Expands_a_wide_group_when_asked()
    {
        var group = Directory.FindGroup("departments")!;

        Assert.Contains("清河市数字经济局", Directory.Expand(group, MadeUpCity.Day).Select(u => u.FullName));
        Assert.DoesNotContain("清河市数据局", Directory.Expand(group, MadeUpCity.Day).Select(u => u.FullName));
        Assert.Contains("清河市数据局", Directory.Expand(group, new(2025, 1, 1)).Select(u => u.FullName));
        Assert.DoesNotContain("清河市数字经济局", Directory.Expand(group, new(2025, 1, 1)).Select(u => u.FullName));
    }

    [Theory]
    [InlineData("2024-12-31", true)]     // the last day still counts
    [InlineData("2025-01-01", false)]
    public void Names_a_unit_to_its_last_day(string day, bool named) =>
        Assert.Equal(named, Directory.Named("清河市数字经济局", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)) is not null);

    [Fact]
    public void Tells_who_came_after() =>
        Assert.Equal(["清河市数据局"], Directory.SuccessorsOf(Directory.Find("digital")!).Select(u => u.FullName));

    [Fact]
    public void Keeps_one_resolver_for_days_with_the_same_units()
    {
        Assert.Same(Directory.ResolverOn(new(2020, 1, 1)), Directory.ResolverOn(new(2024, 12, 31)));
        Assert.NotSame(Directory.ResolverOn(new(2024, 12, 31)), Directory.ResolverOn(new(2025, 1, 1)));
    }

    [Theory]
    [InlineData("education", "局长 副局长")]
    [InlineData("reform", "主任")]
    [InlineData("yunling", "县长")]
    [InlineData("linjiang", "")]            // its head is 区长, which is not declared here
    public void Gives_the_posts_of_a_unit(string unit, string titles) =>
        Assert.Equal(titles, string.Join(' ', Directory.PostsOf(Directory.Find(unit)!).Select(p => p.Title)));

    [Theory]
    [InlineData("清河市教育局副局长", "education", "deputy")]
    [InlineData("市教育局局长", "education", "director")]
    [InlineData("市发展改革委主任", "reform", "chair")]
    [InlineData("云岭县 县长", "yunling", "county-head")]
    [InlineData("清河市教育局", null, null)]
    [InlineData("市教育局主任", null, null)]
    [InlineData("局长", null, null)]
    [InlineData("", null, null)]
    public void Tells_unit_and_post_by_the_words(string text, string? unit, string? post)
    {
        var found = MadeUpCity.Resolver.FindPost(text);

        Assert.Equal((unit, post), (found?.Unit.Id, found?.Post.Id));
    }

    [Fact]
    public void Refuses_two_units_of_one_id()
    {
        var unit = Directory.Units[0];

        Assert.Throws<ArgumentException>(() => new CityDirectory("清河市", [unit, unit], []));
    }
}
