namespace Gongbao.Platform.Tests.City;

/// <summary>How a city's declarations lie over those of <c>base</c>.</summary>
public class A_citys_layer
{
    private const string Base = """
        procedures:
          birth:
            name: 出生登记
            days: 20
            steps: [申报, 受理, 办结]
            notes: { fees: 不收费, place: 就近 }
            source: 国家规定
          move:
            name: 户口迁移
            days: 10
            source: 国家规定
        """;

    [Theory]
    [InlineData("procedures: { birth: { days: 15, source: 本市规定 } }", "15", "申报 受理 办结", "就近")]      // a number replaces
    [InlineData("procedures: { birth: { steps: [一次办结] } }", "20", "一次办结", "就近")]                      // a list replaces
    [InlineData("procedures: { birth: { notes: { place: 窗口 } } }", "20", "申报 受理 办结", "窗口")]           // maps merge, to any depth
    [InlineData("procedures: { marriage: { name: 结婚登记 } }", "20", "申报 受理 办结", "就近")]                // another thing changes nothing here
    public void Changes_what_it_says_and_nothing_else(string city, string days, string steps, string place)
    {
        using var made = TestCity.Of(Base, city);

        var birth = made.Load().Section("procedures").Map("birth");

        Assert.Equal(days, birth.Text("days"));
        Assert.Equal(steps, string.Join(' ', birth.Texts("steps")));
        Assert.Equal(place, birth.Map("notes").Text("place"));
        Assert.Equal("不收费", birth.Map("notes").Text("fees"));
        Assert.Equal("出生登记", birth.Text("name"));
    }

    [Fact]
    public void Adds_a_thing_of_its_own()
    {
        using var made = TestCity.Of(Base, "procedures: { marriage: { name: 结婚登记 } }");

        Assert.Equal(["birth", "move", "marriage"], made.Load().Section("procedures").Entries.Select(e => e.Key));
    }

    [Fact]
    public void Takes_a_thing_away()
    {
        using var made = TestCity.Of(Base, "procedures: { move: { remove: true } }");

        Assert.Equal(["birth"], made.Load().Section("procedures").Entries.Select(e => e.Key));
    }

    [Fact]
    public void Takes_away_what_stands_deeper()
    {
        using var made = TestCity.Of("procedures: { birth: { name: 出生登记 } }\ngroups: { all: { name: 各单位, kinds: [government] } }", "groups: { all: { remove: true } }");

        Assert.Empty(made.Load().Section("groups").Entries);
    }

    [Fact]
    public void Leaves_each_value_its_file_and_line()
    {
        using var made = TestCity.Of(Base, "procedures:\n  birth:\n    days: 15\n    source: 本市规定\n");

        var birth = made.Load().Section("procedures").Map("birth");

        Assert.Equal("city/qinghe/qinghe.yaml:3:11", birth["days"]!.Place.ToString());
        Assert.Equal("city/base/base.yaml:3:11", birth["name"]!.Place.ToString());
    }

    [Fact]
    public void May_be_spread_over_files_that_complete_each_other()
    {
        using var made = TestCity.Of(Base, "procedures: { marriage: { name: 结婚登记 } }");
        made.Write("qinghe/more/divorce.yaml", "procedures: { divorce: { name: 离婚登记 } }");

        Assert.Equal(4, made.Load().Section("procedures").Entries.Count);
    }

    [Fact]
    public void Reads_absent_values_as_absent()
    {
        using var made = TestCity.Of(Base, "procedures: { marriage: { name: 结婚登记 } }");

        var marriage = made.Load().Section("procedures").Map("marriage");

        Assert.Null(marriage.Number("days"));
        Assert.Null(marriage.Date("from"));
        Assert.Null(marriage.Text("source"));
        Assert.Empty(marriage.Texts("steps"));
        Assert.Empty(marriage.Map("notes").Entries);
        Assert.Throws<InvalidOperationException>(() => marriage.RequiredText("source"));
    }
}
