using Gongbao.Platform.Access;

namespace Gongbao.Platform.Tests.Access;

public class A_scope
{
    [Theory]
    [InlineData("511702", "511702", true)]
    [InlineData("511702", "511702001", true)]
    [InlineData("511702000000", "511702001003", true)]
    [InlineData("511700", "511725", true)]
    [InlineData("511702", "511703", false)]
    [InlineData("511702001", "511702", false)]     // a part does not cover the whole
    [InlineData("511702010", "511702010201", true)]
    [InlineData("511702010", "511702011201", false)]
    public void Of_a_region_covers_the_regions_within(string scope, string region, bool covered) =>
        Assert.Equal(covered, new AccessScope(ScopeKind.Region, scope).Covers(new(Region: region)));

    [Fact]
    public void Of_a_unit_covers_the_units_under_it()
    {
        var scope = new AccessScope(ScopeKind.Unit, "市卫生健康委");
        var superiors = new Dictionary<string, string> { ["市中心医院"] = "市卫生健康委", ["急诊科"] = "市中心医院", ["甲"] = "乙", ["乙"] = "甲" };

        Assert.True(scope.Covers(new(Unit: "急诊科"), superiors));
        Assert.False(scope.Covers(new(Unit: "甲"), superiors));     // a circle in the directory ends
        Assert.False(new AccessScope(ScopeKind.Unit, "急诊科").Covers(new(Unit: "市卫生健康委"), superiors));
    }

    [Fact]
    public void Of_a_unit_covers_no_other_unit()
    {
        var scope = new AccessScope(ScopeKind.Unit, "市商务局");

        Assert.True(scope.Covers(new(Unit: "市商务局")));
        Assert.False(scope.Covers(new(Unit: "市教育局")));
    }

    [Fact]
    public void Of_a_post_covers_that_post_only()
    {
        var scope = new AccessScope(ScopeKind.Post, "duty-officer");

        Assert.True(scope.Covers(new(Post: "duty-officer")));
        Assert.False(scope.Covers(new(Post: "chief")));
    }

    [Theory]
    [InlineData(ScopeKind.Unit)]
    [InlineData(ScopeKind.Region)]
    [InlineData(ScopeKind.Post)]
    public void Does_not_cover_what_is_not_known(ScopeKind kind) => Assert.False(new AccessScope(kind, "511702").Covers(new()));

    [Fact]
    public void Of_the_city_covers_everything() => Assert.True(AccessScope.City.Covers(new()));
}
