using Gongbao.Kernel.Directory;

namespace Gongbao.Kernel.Tests.Directory;

public class A_unit_name_resolver
{
    [Theory]
    [InlineData("清河市教育局", "清河市教育局")]
    [InlineData("市教育局", "清河市教育局")]                                   // the city before it is understood
    [InlineData("市发展改革委", "清河市发展和改革委员会")]                     // 和 and 员会 left out by custom
    [InlineData("市委宣传部", "中共清河市委宣传部")]
    [InlineData("云岭县", "云岭县人民政府")]                                   // a territory stands for its government
    [InlineData("云岭县政府", "云岭县人民政府")]
    [InlineData("清河市云岭县人民政府", "云岭县人民政府")]
    [InlineData("云岭县云台镇", "云岭县云台镇人民政府")]
    [InlineData("市教育局、市科技局", "清河市教育局 清河市科学技术局")]
    [InlineData("市教育局，市科技局；市商务局。", "清河市教育局 清河市科学技术局 清河市商务局")]
    [InlineData("市教育局和市科技局及市商务局", "清河市教育局 清河市科学技术局 清河市商务局")]
    [InlineData("市教育局会同市科技局", "清河市教育局 清河市科学技术局")]
    [InlineData("市教育局市科技局", "清河市教育局 清河市科学技术局")]            // a column of a table run together
    [InlineData("临江区枫桥市人民政府", "清河市临江区人民政府 枫桥市人民政府")]
    [InlineData("市 教 育\n局", "清河市教育局")]                               // white space of the page
    [InlineData("市教育局、市教育局", "清河市教育局")]                         // each once
    [InlineData("市政府办公室", "清河市人民政府办公室")]                       // not 市政府 and something
    public void Knows_every_customary_form_of_a_name(string text, string organizations)
    {
        var resolution = MadeUpCity.Resolver.Resolve(text);

        Assert.Equal(organizations.Split(' '), resolution.Organizations);
        Assert.Empty(resolution.Unresolved);
        Assert.Empty(resolution.Repaired);
        Assert.False(resolution.Others);
    }

    [Theory]
    [InlineData("各县（市、区）人民政府")]
    [InlineData("各县(市、区)人民政府")]
    [InlineData("各县（市、区）")]
    public void Lists_the_counties_in_the_official_order(string text)
    {
        var resolution = MadeUpCity.Resolver.Resolve(text);

        Assert.Equal(["清河市临江区人民政府", "清河市南浦区人民政府", "枫桥市人民政府", "云岭县人民政府"], resolution.Organizations);
        Assert.Equal(["各县（市、区）人民政府"], resolution.Groups);
    }

    [Theory]
    [InlineData("市政府工作部门")]
    [InlineData("市级各部门（单位）")]
    [InlineData("市级有关部门（单位）")]
    public void Names_a_wide_group_without_listing_it(string text)
    {
        var resolution = MadeUpCity.Resolver.Resolve(text);

        Assert.Equal([text], resolution.Groups);
        Assert.Empty(resolution.Organizations);
        Assert.Empty(resolution.Unresolved);
    }

    [Theory]
    [InlineData("市教育局等部门（单位），市商务局")]
    [InlineData("市教育局等，市商务局")]
    [InlineData("市教育局、市商务局等有关部门")]
    [InlineData("市教育局等单位和市商务局")]
    public void Hears_that_others_follow(string text)
    {
        var resolution = MadeUpCity.Resolver.Resolve(text);

        Assert.True(resolution.Others);
        Assert.Equal(["清河市教育局", "清河市商务局"], resolution.Organizations);
        Assert.Empty(resolution.Unresolved);
    }

    [Theory]
    [InlineData("临江区、枫桥市人民政府", "清河市临江区人民政府 枫桥市人民政府")]
    [InlineData("市教育、市科技局", "清河市教育局 清河市科学技术局")]
    public void Gives_a_name_the_ending_of_the_one_after_it(string text, string organizations) =>
        Assert.Equal(organizations.Split(' '), MadeUpCity.Resolver.Resolve(text).Organizations);

    [Theory]
    [InlineData("市商务局、发展改革委、市教育局", "发展改革委", "清河市商务局 清河市发展和改革委员会 清河市教育局")]
    [InlineData("市商务局、发展改革委、教育局", "发展改革委 教育局", "清河市商务局 清河市发展和改革委员会 清河市教育局")]
    [InlineData("教育局、市商务局", "教育局", "清河市教育局 清河市商务局")]
    [InlineData("市委组织部、宣传部", "宣传部", "中共清河市委组织部 中共清河市委宣传部")]
    [InlineData("市商务局、市场监管局", "市场监管局", "清河市商务局 清河市市场监督管理局")]
    [InlineData("清河北部经区管委会", "清河北部经区管委会", "清河北部经济开发区管理委员会")]      // a character dropped
    [InlineData("市人力资源源社会保障局", "市人力资源源社会保障局", "清河市人力资源和社会保障局")]  // doubled
    [InlineData("市人力资源社保会障局", "市人力资源社保会障局", "清河市人力资源和社会保障局")]      // swapped
    [InlineData("市人力资源社会保漳局", "市人力资源社会保漳局", "清河市人力资源和社会保障局")]      // one that no name contains
    public void Mends_an_obvious_slip_and_shows_it(string text, string repaired, string organizations)
    {
        var resolution = MadeUpCity.Resolver.Resolve(text);

        Assert.Equal(organizations.Split(' '), resolution.Organizations);
        Assert.Equal(repaired.Split(' '), resolution.Repaired);
        Assert.Empty(resolution.Unresolved);
    }

    [Theory]
    [InlineData("牵头职能部门")]
    [InlineData("被审计市级部门（单位）")]
    [InlineData("有关县（市、区）人民政府")]
    [InlineData("教育局")]                  // alone: a county has one too
    [InlineData("云岭县教育局")]            // the county's, which the directory lacks
    [InlineData("云岭县市教育局")]
    [InlineData("云峰县人民政府")]          // another county, one character away
    [InlineData("云岭县云合镇人民政府")]
    [InlineData("云岭县、教育局")]          // the county's neighbour has no level to give
    [InlineData("市体育局")]
    [InlineData("市档案部门")]              // the bureau or the archive
    [InlineData("市数据局")]                // founded later
    [InlineData("市教育局长")]
    [InlineData("市")]
    [InlineData("（")]
    public void Leaves_to_a_person_what_it_cannot_tell(string text)
    {
        var last = MadeUpCity.Resolver.Resolve(text).Mentions[^1];

        Assert.Empty(last.Units);
        Assert.Null(last.Group);
        Assert.NotNull(last.Why);
        Assert.EndsWith("。", last.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Doubts_a_territory_that_may_share_an_ending_it_does_not_know()
    {
        var resolution = MadeUpCity.Resolver.Resolve("临江区、枫桥市农业农村局");

        Assert.Empty(resolution.Organizations);
        Assert.Equal(["临江区", "枫桥市农业农村局"], resolution.Unresolved);
    }

    [Fact]
    public void Keeps_the_rest_when_one_piece_is_not_understood()
    {
        var resolution = MadeUpCity.Resolver.Resolve("市教育局、被检查的部门（单位）等，市科技局");

        Assert.Equal(["清河市教育局", "清河市科学技术局"], resolution.Organizations);
        Assert.Equal(["被检查的部门（单位）"], resolution.Unresolved);
        Assert.True(resolution.Others);
    }

    [Fact]
    public void Names_the_units_of_the_day()
    {
        Assert.Equal(["清河市数字经济局"], MadeUpCity.Resolver.Resolve("市数字经济局").Organizations);
        Assert.Empty(MadeUpCity.Directory.ResolverOn(new(2025, 1, 1)).Resolve("市数字经济局").Organizations);
        Assert.Equal(["清河市数据局"], MadeUpCity.Directory.ResolverOn(new(2025, 1, 1)).Resolve("市数据局").Organizations);
        Assert.Equal("成文之时没有这个单位：清河市数据局自2025年1月1日起设立。", MadeUpCity.Resolver.Resolve("市数据局").Mentions[0].Why);
    }

    [Theory]
    [InlineData("牵头单位：市教育局；责任单位：市科技局；配合单位：市商务局")]
    [InlineData("市教育局牵头，市科技局负责，市商务局配合")]
    [InlineData("由市教育局牵头负责，市科技局按职责分工负责，市商务局协助")]
    [InlineData("市教育局（牵头）、市科技局（责任单位）、市商务局（配合）")]
    [InlineData("市教育局（牵头单位）、市科技局，市商务局配合")]
    public void Tells_who_leads_who_is_responsible_and_who_supports(string text)
    {
        var resolution = MadeUpCity.Resolver.Resolve(text);

        Assert.Equal(["清河市教育局"], resolution.Lead);
        Assert.Equal(["清河市科学技术局"], resolution.Responsible);
        Assert.Equal(["清河市商务局"], resolution.Supporting);
        Assert.Empty(resolution.Unresolved);
    }

    [Fact]
    public void Gives_a_role_to_every_name_back_to_the_comma()
    {
        var resolution = MadeUpCity.Resolver.Resolve("市教育局，市科技局、市商务局牵头");

        Assert.Equal(["清河市科学技术局", "清河市商务局"], resolution.Lead);
        Assert.Equal(["清河市教育局"], resolution.Responsible);
    }

    [Fact]
    public void Points_at_what_was_written()
    {
        var text = "责任单位：市教\n育局、发展改革委";

        var mentions = MadeUpCity.Resolver.Resolve(text).Mentions;

        Assert.Equal("市教\n育局", text.Substring(mentions[0].Start, mentions[0].Length));
        Assert.Equal("发展改革委", text.Substring(mentions[1].Start, mentions[1].Length));
        Assert.Equal((NameReading.Exact, NameReading.MissingPrefix), (mentions[0].Reading, mentions[1].Reading));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n")]
    [InlineData("、，；。")]
    [InlineData("责任单位：")]
    public void Finds_nobody_where_nobody_is_named(string text) => Assert.Empty(MadeUpCity.Resolver.Resolve(text).Mentions);

    /// <summary>A page that is no list of units at all is answered like any other.</summary>
    [Theory]
    [InlineData("市教育局、")]
    [InlineData("某")]
    [InlineData("（")]
    [InlineData("等")]
    [InlineData("市教育局和")]
    public void Reads_a_million_characters(string word)
    {
        var text = string.Concat(Enumerable.Repeat(word, 1_000_000 / word.Length));

        var resolution = MadeUpCity.Resolver.Resolve(text);

        Assert.All(resolution.Organizations, o => Assert.Equal("清河市教育局", o));
        Assert.True(resolution.Mentions.Sum(m => m.Length) <= text.Length);
    }
}
