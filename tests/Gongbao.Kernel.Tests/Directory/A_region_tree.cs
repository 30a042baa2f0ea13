using Gongbao.Kernel.Directory;

namespace Gongbao.Kernel.Tests.Directory;

public class A_region_tree
{
    private static readonly RegionTree Tree = new(
        [
            new("990100000000", "清河市"),
            new("990102000000", "临江区"), new("990102100000", "沙湾镇"), new("990102100001", "沙湾社区居民委员会"), new("990102100201", "石桥村民委员会"),
            new("990122000000", "云岭县"), new("990122101000", "雁落镇"), new("990122101201", "石桥村民委员会"),
        ],
        [new("north-zone", ["990102100000"], IsComplete: true)]);

    [Theory]
    [InlineData("990100000000", RegionLevel.Prefecture, null)]
    [InlineData("990102000000", RegionLevel.County, "990100000000")]
    [InlineData("990102100000", RegionLevel.Township, "990102000000")]
    [InlineData("990102100201", RegionLevel.Village, "990102100000")]
    public void Knows_the_level_and_the_division_above_by_the_code(string code, RegionLevel level, string? above)
    {
        Assert.Equal(level, Tree.Find(code)!.Level);
        Assert.Equal(above, Tree.Find(code)!.ParentCode);
    }

    [Theory]
    [InlineData("石桥村民委员会", "石桥村")]
    [InlineData("沙湾社区居民委员会", "沙湾社区")]
    [InlineData("村民委员会", "村民委员会")]
    [InlineData("沙湾镇", "沙湾镇")]
    public void Knows_the_name_in_everyday_use(string name, string shortName) => Assert.Equal(shortName, new Region("990102100201", name).ShortName);

    [Fact]
    public void Gives_every_place_of_a_name()
    {
        Assert.Equal(["990102100201", "990122101201"], Tree.Named("石桥村").Select(r => r.Code));
        Assert.Equal(["990122101201"], Tree.Named("石桥村", within: "990122000000").Select(r => r.Code));
        Assert.Empty(Tree.Named("石桥"));
    }

    [Theory]
    [InlineData("云岭县雁落镇石桥村", "990122101201")]
    [InlineData("清河市云岭县石桥村", "990122101201")]     // a level left out
    [InlineData("雁落镇", "990122101000")]
    [InlineData("云岭县沙湾镇", "")]                       // the other county's
    [InlineData("石桥村", "990102100201 990122101201")]
    [InlineData("某某石桥村", "")]
    [InlineData("", "")]
    public void Finds_a_place_by_its_names_run_together(string text, string codes) =>
        Assert.Equal(codes, string.Join(' ', Tree.FindPlace(text).Select(r => r.Code).Order(StringComparer.Ordinal)));

    [Fact]
    public void Gives_the_way_down_from_the_city() =>
        Assert.Equal(["清河市", "云岭县", "雁落镇", "石桥村民委员会"], Tree.PathOf(Tree.Find("990122101201")!).Select(r => r.Name));

    [Fact]
    public void Tells_who_runs_a_place_in_its_countys_stead()
    {
        Assert.Equal("north-zone", Tree.ManagerOf(Tree.Find("990102100201")!));
        Assert.Null(Tree.ManagerOf(Tree.Find("990122101201")!));
    }
}
