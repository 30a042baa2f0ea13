using Gongbao.Platform.City;
using Gongbao.Platform.City.Shapes;

namespace Gongbao.Platform.Tests.City;

/// <summary>A room looks for mistakes that no single field shows.</summary>
public class An_examination
{
    private static readonly SectionShape Ledger = CityDeclarations.KnownSections.Single(s => s.Name == "ledger");

    [Fact]
    public void Tells_its_mistakes_with_those_of_shape_elsewhere_and_keeps_the_city_from_running()
    {
        using var made = TestCity.Of("answers: { a: 甲 }", "letters: 5");
        var answers = new SectionShape("answers", "答案", new MapShape(new TextShape())) { Examine = (section, city) => city.Report(section["a"]!.Place, "答案不对。", "请核对。") };
        var check = CityDeclarations.Load(made.Root, "qinghe", [answers]);
        Assert.Equal(["答案不对。", "“letters”下面应是键值对。"], check.Problems.Select(p => p.Cause));
        Assert.Null(check.City);
    }

    [Fact]
    public void Goes_before_the_known_section_of_the_same_name_and_waits_for_a_sound_shape()
    {
        using var made = TestCity.Of("", "letters:\n  code: 清督\n  titel: 督办函");
        var asked = 0;
        var letters = CityDeclarations.KnownSections.Single(s => s.Name == "letters") with { Examine = (_, _) => asked++ };
        Assert.NotEmpty(CityDeclarations.Load(made.Root, "qinghe", [letters]).Problems);
        Assert.Equal(0, asked);
    }

    [Fact]
    public void Reads_rules_and_names_what_was_probably_meant()
    {
        var check = CityDeclarations.Load(CityFolder.Find()!, "qinghe", [Examined((ledger, city) =>
        {
            Assert.NotNull(city.Calendar);
            Assert.Contains("ledger.report", city.IdsOf("verbs"));
            city.Unknown(ledger.Place, "没有这个权限。", "ledger.reports", city.IdsOf("verbs"));
        })]);
        var problem = Assert.Single(check.Problems);
        Assert.Equal(("city/base/ledger.yaml", "没有这个权限。", "是否想写“ledger.report”？"), (problem.File, problem.Cause, problem.Mend));
        Assert.Throws<InvalidDeclarationsException>(check.Required);
    }

    private static SectionShape Examined(Action<DeclaredMap, Examination> examine) => Ledger with { Examine = examine };
}
