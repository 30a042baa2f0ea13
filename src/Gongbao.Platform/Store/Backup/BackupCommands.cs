using System.CommandLine;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Platform.Store.Backup;

/// <summary><c>gongbao backup folder</c> and <c>gongbao restore folder [--force]</c>; 0 when done, 2 when refused.</summary>
public static class BackupCommands
{
    public static IReadOnlyList<Command> Create(OpenServices open) => [Backup(open), Restore(open)];

    private static Command Backup(OpenServices open)
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "备份文件夹，须为空或不存在" };
        var command = new Command("backup", "在线备份数据库、附件和日志锚点；密钥不在其中，请用 keys backup 单独保管") { folder };
        command.SetAction(async (options, stop) =>
        {
            await using var services = open(options);
            var result = await services.GetRequiredService<StoreBackup>().TakeAsync(options.GetRequiredValue(folder).FullName, stop);
            if (Refused(options, result, out var manifest)) return 2;
            await options.InvocationConfiguration.Output.WriteLineAsync(
                $"备份完成：日志 {manifest.JournalEntries} 条，文件 {manifest.Files.Count} 个，在 {options.GetRequiredValue(folder).FullName}。密钥不在备份里，请单独保管。");
            return 0;
        });
        return command;
    }

    private static Command Restore(OpenServices open)
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "backup 命令写出的文件夹" };
        var force = new Option<bool>("--force") { Description = "替换现有数据；原有内容移到数据文件夹里的 replaced-… 文件夹" };
        var command = new Command("restore", "恢复备份：先核对每个文件、数据库完整性和日志链，全部通过才替换") { folder, force };
        command.SetAction(async (options, stop) =>
        {
            await using var services = open(options);
            var restore = services.GetRequiredService<StoreRestore>();
            var result = await restore.PutBackAsync(options.GetRequiredValue(folder).FullName, options.GetValue(force), stop);
            if (Refused(options, result, out var verdict)) return 2;
            await options.InvocationConfiguration.Output.WriteLineAsync(
                $"恢复完成并已验证：日志 {verdict.Entries} 条，锚点 {verdict.Anchors} 个。请再恢复密钥（keys restore），然后启动。");
            return 0;
        });
        return command;
    }

    private static bool Refused<T>(ParseResult options, Result<T> result, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(true)] out T value)
    {
        if (!result.IsRefused(out var refusal, out value)) return false;
        options.InvocationConfiguration.Error.WriteLine(refusal.Reason);
        return true;
    }
}
