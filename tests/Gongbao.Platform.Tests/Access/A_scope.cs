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
    public void Of_a_unit_covers_that_unit_only()
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
