namespace Gongbao.EndToEnd.CommandLine;

public class The_test_report
{
    private const string Results = """
        <assemblies><assembly><collection>
          <test name="a" result="Pass"><traits><trait name="Clause" value="GAZ-01" /></traits></test>
          <test name="b" result="{0}"><traits><trait name="Clause" value="GAZ-11" /></traits></test>
        </collection></assembly></assemblies>
        """;

    [Fact]
    public async Task Sums_the_result_files_and_ends_with_the_plain_line()
    {
        var outcome = await ReportAsync("Pass");

        Assert.Equal(0, outcome.ExitCode);
        Assert.EndsWith("2 passed, 0 failed", outcome.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fails_and_names_the_test_that_failed()
    {
        var outcome = await ReportAsync("Fail");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("1 passed, 1 failed", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("未通过：b", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_a_skip_as_a_failure_where_skips_are_not_allowed()
    {
        Assert.Equal(0, (await ReportAsync("Skip")).ExitCode);
        Assert.Equal(1, (await ReportAsync("Skip", "--fail-on-skip")).ExitCode);
    }

    [Fact]
    public async Task Counts_a_missing_or_torn_file_as_a_failure()
    {
        var torn = Path.GetTempFileName();
        await File.WriteAllTextAsync(torn, "<assemblies><assembly>");

        Assert.Equal(1, (await RunAsync(torn)).ExitCode);
        Assert.Equal(1, (await RunAsync(torn + ".absent")).ExitCode);
        File.Delete(torn);
    }

    private static async Task<GongbaoProgram.Outcome> ReportAsync(string second, params string[] more)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Results.Replace("{0}", second, StringComparison.Ordinal));
        var outcome = await RunAsync([file, .. more]);
        File.Delete(file);
        return outcome;
    }

    private static async Task<GongbaoProgram.Outcome> RunAsync(params string[] arguments)
    {
        var kept = Path.GetTempFileName();
        var outcome = await GongbaoProgram.RunAsync(["test-report", "--keep", kept, .. arguments]);
        File.Delete(kept);
        return outcome;
    }
}
