using System.CommandLine;
using Gongbao.Gazette.Reading;
using Gongbao.Platform.City;
using Gongbao.Platform.City.Publishing;
using Gongbao.Platform.Hosting;
using Gongbao.Platform.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Gazette.Import;

/// <summary><c>gongbao import FILE</c>: reads an issue and stores it.</summary>
internal static class ImportCommand
{
    private const int Fault = 1;
    private const int BadInput = 2;

    public static Command Create(OpenServices open)
    {
        var file = new Argument<FileInfo>("file") { Description = "公报或公文：DOCX、文字版 PDF、网页（HTML）或纯文本（UTF-8、UTF-16、GB18030）" };
        var command = new Command("import", "读一期公报并入库；同一文件再次导入不作改动，更正后的文件成为该期的新版本") { file };
        command.SetAction((parsed, stop) => RunAsync(open, parsed, parsed.GetRequiredValue(file), stop));
        return command;
    }

    public static async Task<int> ImportAsync(IServiceProvider services, FileInfo file, CancellationToken stop)
    {
        var context = ReaderContext.Of(services.GetRequiredService<CityDeclarations>());
        if (ReadingProgress.Read(file, context).IsRefused(out var refusal, out var reading)) return Refuse(refusal.Reason, BadInput);
        var result = await services.GetRequiredService<ImportIssue>().HandleAsync(reading, ActorId.System("import"), stop);
        if (result.IsRefused(out refusal, out var outcome)) return Refuse(refusal.Reason, Fault);
        ImportSummary.Print(Console.Out, outcome);
        return 0;
    }

    private static async Task<int> RunAsync(OpenServices open, ParseResult options, FileInfo file, CancellationToken stop)
    {
        // A file that is no gazette must not leave a new database behind.
        if (GazetteFile.Read(file, ReaderContext.Empty).IsRefused(out var refusal, out _)) return Refuse(refusal.Reason, BadInput);
        await using var services = open(options);
        await services.GetRequiredService<StoreStart>().ReadyAsync(stop);
        if ((await services.GetRequiredService<RunningCity>().StartAsync(publishesFiles: false, stop)).IsRefused(out refusal, out _)) return Refuse(refusal.Reason, Fault);
        return await ImportAsync(services, file, stop);
    }

    private static int Refuse(string reason, int code)
    {
        Console.Error.WriteLine(reason);
        return code;
    }
}
