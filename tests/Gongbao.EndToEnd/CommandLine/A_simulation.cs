namespace Gongbao.EndToEnd.CommandLine;

/// <summary><c>gongbao simulate</c> as an operator runs it.</summary>
public class A_simulation
{
    [Fact]
    public async Task Prints_what_fired_the_same_for_the_same_seed_and_finds_all_sound()
    {
        var runs = await Task.WhenAll(RunAsync("7"), RunAsync("7"), RunAsync("8"));

        Assert.All(runs, r => Assert.Equal(0, r.ExitCode));
        Assert.Equal(runs[0].Output, runs[1].Output);
        Assert.NotEqual(runs[0].Output, runs[2].Output);
        var lines = runs[0].Output.Split('\n');
        Assert.Contains("2025-05：已推演到 2025-05-12。", lines);
        Assert.True(Count(lines, "报告进展") > 0, runs[0].Output);
        Assert.True(Count(lines, "任务完成期限：提前7天 → 责任单位联络员") > 0, runs[0].Output);
        Assert.True(Count(lines, "任务完成期限：过期第3天起每1天 → 责任单位负责人") > 0, runs[0].Output);
        Assert.Contains(lines, l => l.StartsWith("核对完好：", StringComparison.Ordinal));
        Assert.Contains("内存最多", runs[0].Errors, StringComparison.Ordinal);

        static Task<GongbaoProgram.Outcome> RunAsync(string seed) => GongbaoProgram.RunAsync("simulate", "--to", "2025-05-12", "--seed", seed);
    }

    [Theory]
    [InlineData(new[] { "--from", "2025-13-01" }, "--from 的“2025-13-01”不是日期")]
    [InlineData(new[] { "--from", "2024-01-01" }, "--from 是 2024-01-01；请改晚。")]
    [InlineData(new[] { "--from", "2025-06-01", "--to", "2025-05-01" }, "--to（2025-05-01）早于 --from（2025-06-01）")]
    [InlineData(new[] { "--issue", "没有的公报.txt" }, "没有的公报.txt”这个文件")]
    [InlineData(new[] { "--database", "Host=nowhere" }, "不能用 --database")]
    public async Task Says_what_is_wrong_with_its_input(string[] arguments, string said)
    {
        var outcome = await GongbaoProgram.RunAsync(["simulate", .. arguments]);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(said, outcome.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("推演 ", outcome.Output, StringComparison.Ordinal);
    }

    /// <summary>The number in the last column of a printed line.</summary>
    private static int Count(string[] lines, string name) =>
        lines.Select(l => l.Split('\t')).Where(l => l[0] == name).Select(l => int.Parse(l[^1], System.Globalization.CultureInfo.InvariantCulture)).SingleOrDefault();
}
