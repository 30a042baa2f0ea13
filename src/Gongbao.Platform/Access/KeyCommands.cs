using System.CommandLine;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Access.Sealing;
using Gongbao.Platform.Hosting;
using Gongbao.Platform.Journal.Anchoring;
using Gongbao.Platform.Store;
using Gongbao.Platform.Store.Start;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Platform.Access;

/// <summary><c>gongbao keys rotate | backup | restore</c>: the city's keys, apart from the database and its backups.</summary>
public static class KeyCommands
{
    private const int WrongInput = 2;

    /// <param name="open">Opens services with the store and access.</param>
    public static Command Create(OpenServices open) => new("keys", "城市密钥：轮换、备份、恢复") { Rotate(open), Backup(), Restore() };

    private static Command Rotate(OpenServices open)
    {
        var resume = new Option<bool>("--resume") { Description = "只做完上次没有做完的，不再生成新的密钥" };
        var command = new Command("rotate", "生成新的城市密钥，并用它重新包裹所有数据密钥；已封存的内容不变，随时可读") { resume };
        command.SetAction(async (parse, stop) =>
        {
            await using var services = open(parse);
            await services.GetRequiredService<StoreStart>().ReadyAsync(stop);
            if ((await AccessSetup.StartKeysAsync(services, stop)).IsRefused(out var missing, out _)) return Refuse(parse, missing.Reason);
            var rotation = services.GetRequiredService<KeyRotation>();
            Refusal? refusal = null;
            if (!parse.GetValue(resume) && rotation.AddKey().IsRefused(out refusal, out _)) return Refuse(parse, refusal.Reason);
            if ((await rotation.FinishAsync(ActorId.System("keys-command"), stop)).IsRefused(out refusal, out var count)) return Refuse(parse, refusal.Reason);
            Say(parse, $"已启用新的城市密钥，重新包裹了 {count} 个数据密钥。请重新备份密钥：gongbao keys backup 文件。");
            return 0;
        });
        return command;
    }

    private static Command Backup()
    {
        var file = new Argument<string>("file") { Description = "备份写到哪个文件（不得已存在），请与数据库备份分开保管" };
        var password = PasswordFile();
        var command = new Command("backup", "把城市密钥和日志锚点的签名密钥备份到一个用口令加密的文件") { file, password };
        command.SetAction(parse =>
        {
            var keys = KeyFile.In(parse.GetValue(ProgramOptions.Data)!);
            try
            {
                if (KeyFile.Read(keys) is not { } ring) return Refuse(parse, $"密钥文件 {keys} 不存在，没有可备份的密钥。");
                if (ReadPassword(parse.GetValue(password)) is not { } secret) return Refuse(parse, $"请用 --password-file 指明口令文件，口令至少 {KeyBackup.MinPasswordLength} 个字符。");
                KeyBackup.Write(ring, AnchorKey.Export(parse.GetValue(ProgramOptions.Data)!), parse.GetValue(file)!, secret);
            }
            catch (Exception cause) when (cause is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                return Refuse(parse, cause is InvalidDataException ? cause.Message : $"无法写入 {parse.GetValue(file)}：文件已存在，或文件夹不可写。");
            }

            Say(parse, $"已备份到 {parse.GetValue(file)}。没有口令就无法恢复，请把口令与备份分开保管。");
            return 0;
        });
        return command;
    }

    private static Command Restore()
    {
        var file = new Argument<string>("file") { Description = "keys backup 写的文件" };
        var password = PasswordFile();
        var command = new Command("restore", "从备份恢复城市密钥和日志锚点的签名密钥；已有密钥文件时不覆盖") { file, password };
        command.SetAction(parse =>
        {
            var folder = parse.GetValue(ProgramOptions.Data)!;
            var keys = KeyFile.In(folder);
            if (File.Exists(keys)) return Refuse(parse, $"密钥文件 {keys} 已存在，没有覆盖。确要替换，请先把它移走。");
            if (ReadPassword(parse.GetValue(password)) is not { } secret) return Refuse(parse, $"请用 --password-file 指明口令文件，口令至少 {KeyBackup.MinPasswordLength} 个字符。");
            try
            {
                var (ring, anchorKey) = KeyBackup.Read(parse.GetValue(file)!, secret);
                DataFolders.Make(folder);
                KeyFile.Replace(keys, ring);
                if (anchorKey is not null && !AnchorKey.Import(folder, anchorKey))
                    Say(parse, $"日志锚点已有另一个签名密钥 {AnchorKey.PrivateFile(folder)}，没有覆盖；以前的锚点仍可用公钥核对。");
            }
            catch (Exception cause) when (cause is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                return Refuse(parse, cause is InvalidDataException ? cause.Message : $"无法读取 {parse.GetValue(file)}，或无法写入 {keys}。");
            }

            Say(parse, $"已恢复密钥文件 {keys}。");
            return 0;
        });
        return command;
    }

    private static Option<string?> PasswordFile() => new("--password-file") { Description = "第一行是口令的文件（口令不写在命令行上，以免留在历史记录里）" };

    private static string? ReadPassword(string? file) =>
        file is not null && File.Exists(file) && File.ReadLines(file).FirstOrDefault() is { } line && line.Length >= KeyBackup.MinPasswordLength ? line : null;

    private static void Say(ParseResult parse, string text) => parse.InvocationConfiguration.Output.WriteLine(text);

    private static int Refuse(ParseResult parse, string reason)
    {
        parse.InvocationConfiguration.Error.WriteLine(reason);
        return WrongInput;
    }
}
