using System.CommandLine;
using Gongbao.Gazette.Import.Batch;
using Gongbao.Gazette.Ingest;
using Gongbao.Gazette.Reading;
using Gongbao.Kernel.Results;
using Gongbao.Platform.City;
using Gongbao.Platform.City.Publishing;
using Gongbao.Platform.Hosting;
using Gongbao.Platform.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Gazette.Import;

/// <summary><c>gongbao import FILE|FOLDER|ARCHIVE.zip</c>: reads an issue, or many files one by one, and stores them.</summary>
internal static class ImportCommand
{
    private const int Fault = 1;
    private const int BadInput = 2;

    public static Command Create(OpenServices open)
    {
        var file = new Argument<FileInfo>("file") { Description = "公报或公文：DOCX、文字版 PDF、网页（HTML）或纯文本（UTF-8、UTF-16、GB18030）；也可以是文件夹或 ZIP 压缩包，逐个导入其中的文件" };
        var failed = new Option<bool>("--failed") { Description = "成批导入时，只重试以前未能入库的文件" };
        var final = new Option<bool>("--final") { Description = "已经核对：文件里的隐藏文字、批注和未接受的修订不公布，其余即为定稿；不加时，带有这些内容的文件不入库" };
        var command = new Command("import", "读一期公报并入库；同一文件再次导入不作改动，更正后的文件成为该期的新版本；成批导入中断后，再次导入会接着做") { file, failed, final };
        command.SetAction((parsed, stop) => parsed.GetRequiredValue(file) is var path && (Directory.Exists(path.FullName) || IsArchive(path))
            ? BatchAsync(open, parsed, path, parsed.GetValue(failed), parsed.GetValue(final), stop)
            : RunAsync(open, parsed, path, parsed.GetValue(final), stop));
        return command;
    }

    public static async Task<int> ImportAsync(IServiceProvider services, FileInfo file, bool isFinal, CancellationToken stop)
    {
        var context = ReaderContext.Of(services.GetRequiredService<CityDeclarations>());
        if (ReadingProgress.Read(file, context).IsRefused(out var refusal, out var reading)) return Refuse(refusal.Reason, BadInput);
        var (bring, by) = (services.GetRequiredService<BringFiles>(), ActorId.System("import"));
        var (outcome, stored) = await bring.StoreAsync(reading, file.FullName, isFinal, by, stop);
        await bring.KeepAsync(file.FullName, file.Length, reading.Source.Sha256, outcome, by);
        if (stored is null) return Refuse(outcome.Reason!, Fault);
        ImportSummary.Print(Console.Out, stored);
        return 0;
    }

    private static async Task<int> RunAsync(OpenServices open, ParseResult options, FileInfo file, bool isFinal, CancellationToken stop)
    {
        // A file that is no gazette must not leave a new database behind. How large it may be, the city declares, which the database knows.
        if (GazetteFile.Read(file, ReaderContext.Empty).IsRefused(out var refusal, out _) && !FileLimits.IsAbout(refusal)) return Refuse(refusal.Reason, BadInput);
        await using var services = open(options);
        await services.GetRequiredService<StoreStart>().ReadyAsync(stop);
        if ((await services.GetRequiredService<RunningCity>().StartAsync(publishesFiles: false, stop)).IsRefused(out refusal, out _)) return Refuse(refusal.Reason, Fault);
        return await ImportAsync(services, file, isFinal, stop);
    }

    private static bool IsArchive(FileInfo file) => file.Exists && file.Extension.Equals(".zip", StringComparison.OrdinalIgnoreCase);

    /// <returns>0 every file is in the library; 1 not so; 2 there is nothing to import.</returns>
    private static async Task<int> BatchAsync(OpenServices open, ParseResult options, FileInfo path, bool failedOnly, bool isFinal, CancellationToken stop)
    {
        await using var archive = IsArchive(path) ? path.OpenRead() : null;
        Result<IReadOnlyList<BroughtFile>> List(FileLimits limits) => archive is null ? BroughtFiles.InFolder(new(path.FullName), limits) : BroughtFiles.InArchive(archive, path.FullName, limits);
        if (List(FileLimits.Usual).IsRefused(out var refusal, out _) && !FileLimits.IsAbout(refusal)) return Refuse(refusal.Reason, BadInput);
        await using var services = open(options);
        await services.GetRequiredService<StoreStart>().ReadyAsync(stop);
        if ((await services.GetRequiredService<RunningCity>().StartAsync(publishesFiles: false, stop)).IsRefused(out refusal, out _)) return Refuse(refusal.Reason, Fault);
        var context = ReaderContext.Of(services.GetRequiredService<CityDeclarations>());
        if (List(context.Limits).IsRefused(out refusal, out var files)) return Refuse(refusal.Reason, BadInput);
        var totals = await BatchProgress.RunAsync(files.Count, told => services.GetRequiredService<BringFiles>().HandleAsync(files, context, failedOnly, isFinal, ActorId.System("import"), told, stop));
        Console.Out.WriteLine(totals.InWords());
        return totals.Refused + totals.RefusedBefore + totals.Held == 0 ? 0 : Fault;
    }

    private static int Refuse(string reason, int code)
    {
        Console.Error.WriteLine(reason);
        return code;
    }
}
