using System.CommandLine;
using Gongbao.Platform.City;
using Gongbao.Platform.Hosting;

namespace Gongbao.Gazette.Reading;

/// <summary><c>gongbao read FILE</c>: reads a gazette and prints its tree or its JSON. Changes nothing but the ledger file that is asked for.</summary>
internal static class ReadCommand
{
    private const int BadInput = 2;

    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "公报或公文：DOCX、文字版 PDF、网页（HTML）或纯文本（UTF-8、UTF-16、GB18030）" };
        var json = new Option<bool>("--json") { Description = "输出 JSON" };
        var ledger = new Option<FileInfo?>("--ledger") { Description = "把字符账写到这个文件" };
        var command = new Command("read", "读一期公报，输出文件、层次、任务和存疑之处") { file, json, ledger };
        command.SetAction((parsed, stop) => RunAsync(
            parsed.GetRequiredValue(file), parsed.GetValue(json), parsed.GetValue(ledger), CityNamed(parsed), stop));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, bool json, FileInfo? ledger, string? city, CancellationToken stop)
    {
        if (CityReaders.LimitsOf(CityFolder.Find(), city).IsRefused(out var refusal, out var limits)) return Refuse(refusal.Reason);
        if (GazetteFile.Open(file, limits).IsRefused(out refusal, out var source)) return Refuse(refusal.Reason);
        if (CityReaders.ContextOf(city, source.Text).IsRefused(out refusal, out var context)) return Refuse(refusal.Reason);
        if (GazetteFile.Read(source, context).IsRefused(out refusal, out var reading)) return Refuse(refusal.Reason);
        if (ledger is not null) await File.WriteAllTextAsync(ledger.FullName, LedgerFile.Write(reading), stop);
        if (json)
        {
            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(ReadingJson.Write(reading), stop);
        }
        else Console.Write(ReadingTree.Write(reading));
        return 0;
    }

    /// <summary>The city that was asked for; null where none was, and the text itself tells.</summary>
    private static string? CityNamed(ParseResult parsed) =>
        ProgramOptions.IsCityChosen(parsed) ? parsed.GetValue(ProgramOptions.City) : null;

    private static int Refuse(string reason)
    {
        Console.Error.WriteLine(reason);
        return BadInput;
    }
}
