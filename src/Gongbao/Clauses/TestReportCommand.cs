using System.CommandLine;

namespace Gongbao.Clauses;

/// <summary><c>gongbao test-report FILES</c>: sums the result files of a test run and keeps which clauses have passing tests.</summary>
internal static class TestReportCommand
{
    /// <summary>Where a run is kept, below the build's output folder.</summary>
    public static string KeptIn => Path.Combine(BuildOutput.Folder, "tests", "clauses.json");

    public static Command Create()
    {
        var files = new Argument<string[]>("files") { Description = "各测试项目的结果文件（xUnit XML）" };
        var failOnSkip = new Option<bool>("--fail-on-skip") { Description = "有跳过的测试即为失败（持续集成用）" };
        var keep = new Option<string>("--keep") { Description = "结果记到哪个文件", DefaultValueFactory = _ => KeptIn };
        var command = new Command("test-report", "汇总一次测试的结果，并记下哪些条款有通过的测试") { files, failOnSkip, keep };
        command.Hidden = true;
        command.SetAction(parse => Report(TestRun.From(parse.GetValue(files) ?? []), parse.GetValue(keep)!, parse.GetValue(failOnSkip)));
        return command;
    }

    private static int Report(TestRun run, string keptIn, bool failOnSkip)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(keptIn))!);
        run.Keep(keptIn);

        foreach (var failure in run.Failures)
            Console.Error.WriteLine($"未通过：{failure}");
        if (run.Skipped > 0)
            Console.Error.WriteLine($"跳过了 {run.Skipped} 项测试{(failOnSkip ? "；持续集成中不允许跳过" : "，原因见各项目的结果文件")}。");

        var failed = run.Failed + (failOnSkip ? run.Skipped : 0) + (run.IsEmpty ? 1 : 0);
        Console.WriteLine(failOnSkip || run.Skipped == 0
            ? $"{run.Passed} passed, {failed} failed"
            : $"{run.Passed} passed, {failed} failed, {run.Skipped} skipped");
        return failed == 0 ? 0 : 1;
    }
}
