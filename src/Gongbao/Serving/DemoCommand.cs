using System.CommandLine;
using System.Globalization;
using Gongbao.Gazette;
using Gongbao.Kernel.Time;
using Gongbao.Platform.Hosting;

namespace Gongbao.Serving;

/// <summary>
/// <c>gongbao demo [FILE]</c>: reads the sample issue of the made-up city, or any gazette, into an embedded database and serves it on
/// this machine only. Made-up people sign in from a bar, without passwords.
/// </summary>
internal static class DemoCommand
{
    private const int Fault = 1;
    private const int BadInput = 2;

    public static Command Create()
    {
        var file = new Argument<FileInfo?>("file") { Description = "公报的纯文本文件；不填则用虚构城市清河市的样例", Arity = ArgumentArity.ZeroOrOne };
        var port = new Option<int>("--port") { Description = "监听的端口（只在本机）", DefaultValueFactory = _ => 5117 };
        var at = new Option<string?>("--at") { Description = "演示的法定日期，如 2023-06-01；不填则接着上次停下时的法定时间，首次为最新一份文件成文的次日" };
        var command = new Command("demo", "读入一期公报并在本机打开网页；不必安装数据库") { file, port, at };
        command.SetAction((options, stop) => RunAsync(options, options.GetValue(file), options.GetValue(port), options.GetValue(at), stop));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult options, FileInfo? file, int port, string? at, CancellationToken stop)
    {
        if (!TryDay(at, out var legalStart))
            return Say($"“{at}”不是日期；请写成 2023-06-01 的样子。", BadInput);
        if ((file ?? SampleIssue.Find()) is not { } issue)
            return Say("没有找到样例公报（samples/）。请在仓库里运行，或给出一个公报文件。", BadInput);
        if (GazetteRoom.LookAt(issue).IsRefused(out var refusal, out var seen)) return Say(refusal.Reason, BadInput);
        if (Running.IsTaken(port)) return Say($"端口 {port} 已被别的程序占用。请先停掉它，或用 --port 换一个端口。", Fault);

        var files = Composition.Files(options, seen.City);
        files.AtStart().Required();
        var store = Composition.Store(Folder(options, files.City), database: null);
        await using var app = Site.Build(store, files, $"http://127.0.0.1:{port}", isDemo: true);
        if ((await Running.DemoReadyAsync(app, legalStart, seen.NewestOn?.AddDays(1).StartsAt().AddHours(9), stop)).IsRefused(out refusal, out var declared)) return Say(refusal.Reason, Fault);
        if (await GazetteRoom.ImportAsync(app.Services, issue, stop) is not 0 and var code) return code;
        return await Running.UntilStoppedAsync(app, where =>
        {
            Console.WriteLine($"公报已在 {where} 运行（演示：{declared.Name}）；按 Ctrl+C 停止。");
            return Task.CompletedTask;
        }, stop);
    }

    /// <summary>Each city's demo has its own folder, so that one never shows the other's documents.</summary>
    private static string Folder(ParseResult options, string city) => options.GetResult(ProgramOptions.Data) is { Implicit: false }
        ? options.GetValue(ProgramOptions.Data)!
        : Path.Combine(options.GetValue(ProgramOptions.Data)!, "demo-" + city);

    private static bool TryDay(string? text, out DateTimeOffset? instant)
    {
        instant = null;
        if (text is null) return true;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return false;
        instant = day.StartsAt().AddHours(9);
        return true;
    }

    private static int Say(string message, int code)
    {
        Console.Error.WriteLine(message);
        return code;
    }
}
