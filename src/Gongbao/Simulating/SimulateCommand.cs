using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Gongbao.Gazette;
using Gongbao.Platform.Hosting;
using Gongbao.Serving;

namespace Gongbao.Simulating;

/// <summary>
/// <c>gongbao simulate</c>: a year of the ledger in some minutes (推演), on a fresh database of its own. Units act at random by a seed, the real ladders fire day by day; at the end stands
/// what fired, and whether all is sound: 0 sound; 1 something is not as it has to be; 2 the input is at fault.
/// </summary>
internal static class SimulateCommand
{
    private const int Unsound = 1;
    private const int BadInput = 2;

    public static Command Create()
    {
        var from = new Option<string?>("--from") { Description = "推演的第一天，如 2025-05-06；不填则为最新一份文件成文的次日" };
        var to = new Option<string?>("--to") { Description = "推演的最后一天（含当日）；不填则推演一年" };
        var seed = new Option<int>("--seed") { Description = "随机数的种子：种子相同，结果相同", DefaultValueFactory = _ => 1 };
        var issue = new Option<FileInfo?>("--issue") { Description = "公报的纯文本文件；不填则用虚构城市清河市的样例" };
        var command = new Command("simulate", "推演：各单位随机办理，逐日运行提醒和督办，列出触发了什么并核对是否完好（只用另建的数据库）") { from, to, seed, issue };
        command.SetAction((options, stop) => RunAsync(options, options.GetValue(from), options.GetValue(to), options.GetValue(seed), options.GetValue(issue), stop));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult options, string? typedFrom, string? typedTo, int seed, FileInfo? file, CancellationToken stop)
    {
        if ((file ?? SampleIssue.Find()) is not { } issue) return Say("没有找到样例公报（samples/）。请在仓库里运行，或用 --issue 给出一个公报文件。");
        if (!issue.Exists) return Say($"没有“{issue.FullName}”这个文件；请核对 --issue。");
        if (!TryDay(typedFrom, out var from)) return Say($"--from 的“{typedFrom}”不是日期；请写成 2025-05-06 的样子。");
        if (!TryDay(typedTo, out var to)) return Say($"--to 的“{typedTo}”不是日期；请写成 2026-05-05 的样子。");
        if (GazetteRoom.LookAt(issue).IsRefused(out var refusal, out var seen)) return Say(refusal.Reason);
        if (seen.NewestOn is not { } newest) return Say("这期公报的文件都没有成文日期，不知道从哪天推演；请换一期公报。");
        var first = from ?? newest.AddDays(1);
        var last = to ?? first.AddYears(1).AddDays(-1);
        if (first < newest) return Say($"推演不能早于文件成文之日：最新一份文件成文于 {newest:yyyy-MM-dd}，--from 是 {first:yyyy-MM-dd}；请改晚。");
        if (last < first) return Say($"--to（{last:yyyy-MM-dd}）早于 --from（{first:yyyy-MM-dd}）；请改正。");
        if (!string.IsNullOrWhiteSpace(options.GetValue(ProgramOptions.Database))) return Say("推演只用另建的嵌入式数据库，不能用 --database；请去掉这个选项或者环境变量 GONGBAO_DATABASE。");

        var isNamed = options.GetResult(ProgramOptions.Data) is { Implicit: false };
        var folder = isNamed ? Path.GetFullPath(options.GetValue(ProgramOptions.Data)!) : Directory.CreateTempSubdirectory("gongbao-simulate-").FullName;
        if (isNamed && Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()) return Say($"数据文件夹“{folder}”不是空的；推演只在空文件夹里进行，请另指定一个。");
        try
        {
            await using var simulation = new Simulation(Composition.Store(folder, database: null), Composition.Files(options, seen.City), seed);
            var watch = Stopwatch.StartNew();
            var isSound = await simulation.RunAsync(issue, first, last, stop);
            using var process = Process.GetCurrentProcess();
            // Not among the results: those are the same on every machine.
            Console.Error.WriteLine($"用时 {watch.Elapsed.TotalSeconds:0} 秒，内存最多 {process.PeakWorkingSet64 / 1e6:0} MB，数据文件夹 {new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length) / 1e6:0} MB。");
            return isSound ? 0 : Unsound;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            if (!isNamed) Directory.Delete(folder, recursive: true);
        }
    }

    private static bool TryDay(string? text, out DateOnly? day)
    {
        day = null;
        if (text is null) return true;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var known)) return false;
        day = known;
        return true;
    }

    private static int Say(string message)
    {
        Console.Error.WriteLine(message);
        return BadInput;
    }
}
