using System.Globalization;
using Gongbao.Kernel.Directory;
using Gongbao.Platform.City;

namespace Gongbao.Platform.Tests.City;

/// <summary>What the repository declares is whole and says what its sources say.</summary>
public class The_committed_cities
{
    internal static string Root { get; } = CityFolder.Find() ?? throw new InvalidOperationException("The folder city was not found above the test program.");

    [Theory]
    [InlineData("dazhou")]
    [InlineData("qinghe")]
    public void Have_no_mistake(string city) => Assert.Empty(CityDeclarations.Load(Root, city).Problems);

    [Fact]
    public void Give_dazhou_its_seven_counties_in_the_official_order()
    {
        var directory = Dazhou.Directory;

        var counties = directory.Expand(directory.FindGroup("county-governments")!, new(2023, 4, 1));

        Assert.Equal(
            ["达州市通川区人民政府", "达州市达川区人民政府", "万源市人民政府", "宣汉县人民政府", "开江县人民政府", "大竹县人民政府", "渠县人民政府"],
            counties.Select(u => u.FullName));
    }

    [Fact]
    public void Give_dazhou_its_divisions_down_to_the_village()
    {
        var byLevel = Dazhou.Regions.All.CountBy(r => r.Level).ToDictionary();

        Assert.Equal(1, byLevel[RegionLevel.Prefecture]);
        Assert.Equal(7, byLevel[RegionLevel.County]);
        Assert.Equal(200, byLevel[RegionLevel.Township]);
        Assert.Equal(2283, byLevel[RegionLevel.Village]);
    }

    [Fact]
    public void Leave_a_managed_township_in_its_county()
    {
        var maliu = Assert.Single(Dazhou.Regions.Named("麻柳镇"));

        Assert.Equal("达川区", Dazhou.Regions.PathOf(maliu)[1].Name);
        Assert.Equal("eastern-zone", Dazhou.Regions.ManagerOf(maliu));
    }

    [Fact]
    public void Declare_every_unit_that_a_later_one_replaced()
    {
        var directory = Dazhou.Directory;

        Assert.Equal("达州市数据局", Assert.Single(directory.SuccessorsOf(directory.Find("digital-economy")!)).FullName);
        Assert.Null(directory.Named("达州市数据局", new(2023, 4, 1)));
        Assert.Null(directory.Named("达州市数字经济局", new(2025, 4, 1)));
    }

    /// <summary>Working days a month as the notices give them, counted here without the calendar's code and with it.</summary>
    [Theory]
    [InlineData(2022, "21 16 23 21 20 21 21 23 21 18 22 22")]
    [InlineData(2023, "18 20 23 20 21 21 21 23 20 19 22 21")]
    [InlineData(2024, "22 18 21 22 21 19 23 22 21 19 21 22")]
    [InlineData(2025, "19 19 21 22 19 20 23 21 23 18 20 23")]
    [InlineData(2026, "21 16 22 21 19 21 23 21 22 18 21 23")]
    public void Have_as_many_working_days_a_month_as_the_notices_give(int year, string months)
    {
        var holidays = Dazhou.Section("calendar").Things().SelectMany(y => y.Thing.Map("holidays").Things()).Select(h => h.Thing).ToArray();
        var free = holidays.SelectMany(h => Between(h.Date("from")!.Value, h.Date("to")!.Value)).ToHashSet();
        var worked = holidays.SelectMany(h => h.Dates("make_up")).ToHashSet();

        var counted = Between(new(year, 1, 1), new(year, 12, 31))
            .Where(d => worked.Contains(d) || (!free.Contains(d) && d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)))
            .CountBy(d => d.Month).OrderBy(m => m.Key).Select(m => m.Value.ToString(CultureInfo.InvariantCulture));

        Assert.Equal(months, string.Join(' ', counted));
        Assert.Equal(months, string.Join(' ', Between(new(year, 1, 1), new(year, 12, 31)).Where(Dazhou.Calendar.IsWorkingDay).CountBy(d => d.Month).Select(m => m.Value)));
        Assert.False(Dazhou.Calendar.IsProvisional(new(year, 12, 31)));
    }

    [Theory]
    [InlineData("达州市教育局副局长", "副局长")]
    [InlineData("达州市发展和改革委员会主任", "主任")]
    [InlineData("达州市人民政府副秘书长", "副秘书长")]
    [InlineData("万源市人民政府市长", "市长")]
    [InlineData("宣汉县人民政府副县长", "副县长")]
    public void Know_the_posts_of_their_units(string text, string title) =>
        Assert.Equal(title, Dazhou.Directory.ResolverOn(new(2023, 4, 28)).FindPost(text)?.Post.Title);

    /// <summary>The made-up city is the pattern for a new one: besides units and regions it differs from base in little, and so do all its procedures together.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Leave_to_base_all_but_little(bool ofProcedures) => Assert.InRange(
        Directory.EnumerateFiles(Path.Combine(Root, "qinghe"), "*.yaml").Where(f => Path.GetFileName(f) != "units.yaml" && File.ReadLines(f).Contains("cases:") == ofProcedures).Sum(f => File.ReadLines(f).Count()), 1, 50);

    internal static CityDeclarations Dazhou { get; } = CityDeclarations.Load(Root, "dazhou").Required();

    private static IEnumerable<DateOnly> Between(DateOnly first, DateOnly last) =>
        Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays);
}
