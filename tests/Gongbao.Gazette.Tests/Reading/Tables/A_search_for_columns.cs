using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Tests.Reading.Tables;

public class A_search_for_columns
{
    private static readonly Column[] Three = [new("牵头单位", ColumnRole.Lead), new("责任单位", ColumnRole.Responsible), new("配合单位", ColumnRole.Supporting)];

    [Theory]
    [InlineData(400)]
    [InlineData(900)]
    [InlineData(20_000)]
    public void Ends_within_its_budget_whatever_the_lines_are(int count)
    {
        var lines = Units(count);
        foreach (var heads in new[] { Three, Three[..2] })
        {
            var ways = UnitDivisions.Of(lines, new(0, count), heads);
            Assert.InRange(ways.Steps, 1, UnitDivisions.MostSteps + 3 * count);
            Assert.InRange(ways.Ways.Count, 1, UnitDivisions.MostWays);
            Assert.False(ways.IsComplete);
        }
    }

    [Fact]
    public void Tries_every_way_for_as_many_lines_as_a_page_holds()
    {
        Assert.True(UnitDivisions.Of(Units(60), new(0, 60), Three).IsComplete);
        Assert.True(UnitDivisions.Of(Units(100), new(0, 100), Three[..2]).IsComplete);
    }

    [Fact]
    public void Leaves_the_cells_to_a_person_when_it_ended_early()
    {
        var tasks = string.Concat(Enumerable.Repeat("加强巡查。\n", 300));
        var units = string.Concat(Enumerable.Repeat("市水务局。\n", 900));
        var duties = A_table_of_duties.Read($"{tasks}{units}工作任务\n牵头单位\n责任单位\n配合单位", "");
        Assert.NotEmpty(duties.Obligations);
        Assert.All(Enumerable.Range(0, duties.Obligations.Count), i => Assert.Contains(duties.Flags, f => f.At == $"obligations[{i}].units_text"));
    }

    private static TableLine[] Units(int count) => [.. Enumerable.Range(0, count).Select(i => new TableLine(new(new(i + 1, 5 * i, 5 * i + 4, 1, null, LineKind.Text), "市水务局", 8), false))];
}
